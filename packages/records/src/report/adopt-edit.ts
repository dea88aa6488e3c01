import {
  canonicalJson,
  type ReportText,
  type Run,
  type Source,
  type TracedText,
  type WordRange,
} from '@plume/transcript'
import { type Refusal, refuse } from '../refusal.ts'

/** What the stored versions say about where text comes from. */
export type KnownVersions = {
  /** What the machine wrote first. */
  readonly machine: ReportText
  /** The version that was edited. */
  readonly previous: ReportText
}

/**
 * Takes an edited report text in, believing nothing that the stored versions do not confirm.
 *
 * A run keeps its source only if a stored run with the same source holds its text, cut at most
 * between words. Anything else was typed by the editor, now: cutting "80" down to "8" is typing, and
 * keeps the dictated words only as what it stands over. The template's frame must be unchanged.
 */
export function adoptEdit(
  known: KnownVersions,
  submitted: ReportText,
  editor: { readonly id: string; readonly at: Date },
): ReportText | Refusal {
  if (!sameFrame(known.previous, submitted)) return refuse('sections-changed')
  const confirm = createConfirm(known, {
    kind: 'typed',
    by: editor.id,
    at: editor.at.toISOString(),
  })
  return {
    ...known.previous,
    fields: known.previous.fields.map((field, index) => ({
      ...field,
      text: adoptText(submitted.fields[index]?.text ?? [], confirm),
    })),
    sections: known.previous.sections.map((section, index) => ({
      ...section,
      text: adoptText(submitted.sections[index]?.text ?? [], confirm),
    })),
    unplaced: adoptText(submitted.unplaced, confirm),
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
type Confirm = (run: Run) => Run

function createConfirm(known: KnownVersions, typedNow: Typed): Confirm {
  const textsBySource = new Map<string, string[]>()
  const wordRanges = new Set<string>()
  for (const { text, source } of [...runsOf(known.machine), ...runsOf(known.previous)]) {
    const key = canonicalJson(source)
    textsBySource.set(key, [...(textsBySource.get(key) ?? []), text])
    const words = wordsOf(source)
    if (words) wordRanges.add(canonicalJson(words))
  }

  return (run) => {
    if (run.source.kind === 'blank' && /^_+$/.test(run.text)) return confirmBlank(run, wordRanges)
    const stored = textsBySource.get(canonicalJson(run.source)) ?? []
    if (stored.some((text) => isWholeWordsOf(run.text, text))) return run
    const over = wordsOf(run.source)
    const standsOver = over && wordRanges.has(canonicalJson(over)) ? { over } : {}
    return { text: run.text, source: { ...typedNow, ...standsOver } }
  }
}

/** Anybody may leave a blank; what it stands over must be real. */
function confirmBlank(run: Run, wordRanges: ReadonlySet<string>): Run {
  const over = wordsOf(run.source)
  return over && !wordRanges.has(canonicalJson(over))
    ? { text: run.text, source: { kind: 'blank' } }
    : run
}

function adoptText(text: TracedText, confirm: Confirm): TracedText {
  const adopted: Run[] = []
  for (const run of text.map(confirm)) {
    const last = adopted.at(-1)
    if (last?.source.kind === 'typed' && canonicalJson(last.source) === canonicalJson(run.source)) {
      adopted[adopted.length - 1] = { text: last.text + run.text, source: last.source }
    } else {
      adopted.push(run)
    }
  }
  return adopted
}

function runsOf(text: ReportText): readonly Run[] {
  return [
    ...text.fields.flatMap((field) => field.text),
    ...text.sections.flatMap((section) => section.text),
    ...text.unplaced,
  ]
}

function wordsOf(source: Source): WordRange | undefined {
  if (source.kind === 'dictated') return source.words
  return 'over' in source ? source.over : undefined
}

/** True if `part` occurs in `whole` with no word or number cut in two. */
export function isWholeWordsOf(part: string, whole: string): boolean {
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    if (!splitsWord(whole, at) && !splitsWord(whole, at + part.length)) return true
  }
  return false
}

/**
 * A cut hurts between letters or digits, and next to a mark that holds a number or word together:
 * "2.5", "2,5", "120/80", "L4-L5", "no-break", "l'os".
 */
function splitsWord(text: string, at: number): boolean {
  const before = text.slice(0, at)
  const after = text.slice(at)
  return (
    (/[\p{L}\p{N}]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) ||
    (/[\p{L}\p{N}][.,/:'’-]$/u.test(before) && /^[\p{L}\p{N}]/u.test(after)) ||
    (/[\p{L}\p{N}]$/u.test(before) && /^[.,/:'’-][\p{L}\p{N}]/u.test(after))
  )
}
