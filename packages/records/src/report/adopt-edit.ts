import {
  canonicalJson,
  partsOfReport,
  type ReportText,
  type Run,
  type Source,
  type TracedText,
} from '@plume/transcript'
import { type Refusal, refuse } from '../refusal.ts'
import type { OfferedTexts } from './offered-texts.ts'
import { createStoredRuns, gluedAt, wordsOf } from './stored-runs.ts'

/** What the stored versions say about where text comes from. */
export type KnownVersions = {
  /** What the machine wrote, last. */
  readonly machine: ReportText
  /** The version that was edited. */
  readonly previous: ReportText
  /** What the macros say that the edit names, by their source. */
  readonly macros?: OfferedTexts
}

/**
 * Takes an edited report text in, believing nothing that the stored versions do not confirm.
 *
 * A run keeps its source only if a stored run with the same source holds its text, whole or cut
 * between words, and has not been claimed already: nobody says a word twice by copying it. A macro's
 * text may be put in any number of times. Two runs
 * that were not neighbours and now make one word or number are typing, too. Everything else was typed
 * by the editor, now: cutting "80" down to "8" is typing, and keeps the dictated words only as what
 * it stands over. The template's frame must be unchanged.
 */
export function adoptEdit(
  known: KnownVersions,
  submitted: ReportText,
  editor: { readonly id: string; readonly at: Date },
): ReportText | Refusal {
  if (!sameFrame(known.previous, submitted)) return refuse('sections-changed')
  const adopt = createAdoption(known, { kind: 'typed', by: editor.id, at: editor.at.toISOString() })
  return {
    ...known.previous,
    fields: known.previous.fields.map((field, index) => ({
      ...field,
      text: adopt(submitted.fields[index]?.text ?? []),
    })),
    sections: known.previous.sections.map((section, index) => ({
      ...section,
      text: adopt(submitted.sections[index]?.text ?? []),
    })),
    unplaced: adopt(submitted.unplaced),
    ...letterPartsOf(known.previous, submitted, adopt),
  }
}

/** The texts around the sections. An editor that does not show one leaves it out, and it stays as it was. */
function letterPartsOf(
  previous: ReportText,
  submitted: ReportText,
  adopt: (text: TracedText) => TracedText,
): Partial<ReportText> {
  const lines = (known: readonly TracedText[], given: readonly TracedText[]) =>
    known.map((line, index) => adopt(given[index] ?? line))
  const { letterhead, salutation, closing, signatureBlock } = previous
  return {
    ...(letterhead && { letterhead: lines(letterhead, submitted.letterhead ?? letterhead) }),
    ...(salutation && { salutation: adopt(submitted.salutation ?? salutation) }),
    ...(closing && { closing: adopt(submitted.closing ?? closing) }),
    ...(signatureBlock && {
      signatureBlock: lines(signatureBlock, submitted.signatureBlock ?? signatureBlock),
    }),
  }
}

/** Same template, same fields and sections in the same order. Addenda are not part of an edit. */
function sameFrame(a: ReportText, b: ReportText): boolean {
  return JSON.stringify(frameOf(a)) === JSON.stringify(frameOf(b))
}

function frameOf(text: ReportText) {
  return {
    template: [text.template.id, text.template.version, text.template.locale],
    title: text.title,
    fields: text.fields.map(({ id, label }) => [id, label]),
    sections: text.sections.map(({ id, heading, required }) => [id, heading, required]),
  }
}

type Typed = Extract<Source, { kind: 'typed' }>

function createAdoption(
  known: KnownVersions,
  typedNow: Typed,
): (submitted: TracedText) => TracedText {
  const stored = createStoredRuns(partsOfReport(known.machine), partsOfReport(known.previous))

  const asTyped = (run: Run): Run => {
    const over = wordsOf(run.source)
    const standsOver = over && stored.knowsWords(over) ? { over } : {}
    return { text: run.text, source: { ...typedNow, ...standsOver } }
  }
  const confirm = (run: Run): Run => {
    if (run.source.kind === 'blank' && /^_+$/.test(run.text)) return confirmBlank(run)
    return stored.claim(run) || known.macros?.hold(run) ? run : asTyped(run)
  }
  /** Anybody may leave a blank; what it stands over must be real. */
  const confirmBlank = (run: Run): Run => {
    const over = wordsOf(run.source)
    return over && !stored.knowsWords(over) ? { text: run.text, source: { kind: 'blank' } } : run
  }

  return (submitted) => {
    const confirmed = submitted.map(confirm)
    const madeWord = (left: Run | undefined, right: Run | undefined) =>
      left?.source.kind === 'dictated' &&
      right?.source.kind === 'dictated' &&
      gluedAt(left.text, right.text) &&
      !stored.knowsNeighbours(left, right)
    return joinTyped(
      confirmed.map((run, index) =>
        madeWord(confirmed[index - 1], run) || madeWord(run, confirmed[index + 1])
          ? asTyped(run)
          : run,
      ),
    )
  }
}

function joinTyped(runs: TracedText): TracedText {
  const joined: Run[] = []
  for (const run of runs) {
    const last = joined.at(-1)
    if (last?.source.kind === 'typed' && canonicalJson(last.source) === canonicalJson(run.source)) {
      joined[joined.length - 1] = { text: last.text + run.text, source: last.source }
    } else {
      joined.push(run)
    }
  }
  return joined
}
