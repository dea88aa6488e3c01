import {
  foldForm,
  keepAsDictated,
  type Lexicon,
  type LexiconEntry,
  type LexiconPolicy,
  recognitionFromText,
  termsOf,
  writeDictation,
} from '@plume/terminology'
import type { Locale, Recognition } from '@plume/transcript'

/** A text on which a change of the lexicon is tried, with what should come of it where that is known. */
export type ReferenceText = {
  readonly recognition: Recognition
  readonly locale: Locale
  readonly written: string | null
}

export type Trial = {
  readonly texts: number
  readonly changed: number
  /** Of the texts whose right form is known: right only with the list, right only without it. */
  readonly fixed: number
  readonly broken: number
  /** `before → after`, and in how many texts. Words of the lexicon alone: no line of a report. */
  readonly changes: ReadonlyMap<string, number>
}

/** Writes every text with the lexicon as it is and as it would be. */
export async function tryOnReference<Text extends ReferenceText>(
  texts: AsyncIterable<Text>,
  before: (text: Text) => Promise<Lexicon>,
  after: (text: Text) => Promise<Lexicon>,
  policy: LexiconPolicy = keepAsDictated,
): Promise<Trial> {
  const trial = { texts: 0, changed: 0, fixed: 0, broken: 0, changes: new Map<string, number>() }
  for await (const text of texts) {
    trial.texts += 1
    const old = write(text, await before(text), policy)
    const now = write(text, await after(text), policy)
    if (old.text === now.text) continue
    trial.changed += 1
    if (text.written !== null && now.text === text.written) trial.fixed += 1
    if (text.written !== null && old.text === text.written) trial.broken += 1
    for (const change of differences(old.terms, now.terms)) {
      trial.changes.set(change, (trial.changes.get(change) ?? 0) + 1)
    }
  }
  return trial
}

type Written = { readonly text: string; readonly terms: ReadonlySet<string> }

function write(text: ReferenceText, lexicon: Lexicon, policy: LexiconPolicy): Written {
  const written = writeDictation(text.recognition, {
    locale: text.locale,
    headings: [],
    fragment: true,
    terms: termsOf(lexicon, policy),
  })
  const runs = written.parts.flatMap((part) => part.text)
  const terms = runs.flatMap(({ source }) =>
    source.kind === 'dictated'
      ? source.rules
          .filter(({ rule }) => rule.startsWith('lexicon.'))
          .map((rule) => `${rule.before} → ${rule.after}`)
      : [],
  )
  return { text: runs.map((run) => run.text).join(''), terms: new Set(terms) }
}

function differences(old: ReadonlySet<string>, now: ReadonlySet<string>): readonly string[] {
  const added = [...now].filter((change) => !old.has(change))
  const gone = [...old].filter((change) => !now.has(change)).map((change) => `no longer: ${change}`)
  return [...added, ...gone]
}

/**
 * Whether an entry can matter to some texts, so that a long list need not be in memory: its form, or one of
 * the ways it is said, begins with a word of theirs, or it is an abbreviation that may be spelled.
 */
export function concerns(entry: LexiconEntry, words: ReadonlySet<string>): boolean {
  const language = entry.locale.startsWith('fr') ? 'fr' : 'en'
  if (entry.class === 'abbreviation') return true
  return [entry.form, entry.preferred, ...entry.spoken, entry.expansion ?? ''].some((text) =>
    words.has(foldForm(text, language).split(' ')[0] ?? ''),
  )
}

/** The folded words of a text. */
export function wordsOf({ recognition, locale }: ReferenceText): readonly string[] {
  const language = locale.startsWith('fr') ? 'fr' : 'en'
  return recognition.words.flatMap(({ text }) => foldForm(text, language).split(' '))
}

/** A line `spoken<TAB>written` of a reference file. */
export function referenceLine(line: string, number: number, locale: Locale): ReferenceText | null {
  const [spoken = '', written] = line.split('\t')
  if (spoken.trim() === '' || line.startsWith('#')) return null
  const recognition = recognitionFromText(spoken, { locale, id: `line-${number}` })
  return { recognition, locale, written: written === undefined || written === '' ? null : written }
}
