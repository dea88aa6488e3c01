import type { Locale } from '@plume/transcript'

/** From the widest to the narrowest: what a narrower layer says of a form holds over the wider ones. */
export const lexiconLayers = ['starter', 'site', 'department', 'author'] as const
export type LexiconLayer = (typeof lexiconLayers)[number]

/** What kind of word it is: who is named, what is given, what is found. */
export const lexiconClasses = [
  'drug-ingredient',
  'drug-brand',
  'anatomy',
  'condition',
  'finding',
  'procedure',
  'test',
  'organism',
  'device',
  'unit',
  'abbreviation',
  'name',
  'term',
] as const
export type LexiconClass = (typeof lexiconClasses)[number]

/**
 * - `lower`: an ordinary noun; its capitals are never touched, only missing accents come back.
 * - `exact`: written as the preferred form wherever it was heard in small letters (MRI, pH, Crohn's disease).
 * - `spelled`: as `exact`, but only where it was said letter by letter: heard as a word it is one (AIDS, ALL).
 * - `kept`: never written over what was heard, because that may be an everyday word; known all the same.
 */
export const caseRules = ['lower', 'exact', 'spelled', 'kept'] as const
export type CaseRule = (typeof caseRules)[number]

/** Proposed entries wait for a person and change nothing; retired ones also hide what lies below them. */
export const entryStatuses = ['active', 'proposed', 'retired'] as const
export type EntryStatus = (typeof entryStatuses)[number]

/** A language where the entry holds in all its places, else one place. */
export type EntryLocale = Locale | 'en' | 'fr'

/** What the lexicon knows of one form. */
export type LexiconEntry = {
  /** As it may be heard or found written. */
  readonly form: string
  /** As it is to be written. */
  readonly preferred: string
  readonly locale: EntryLocale
  readonly class: LexiconClass
  /** Where the fact comes from: a code of the lexicon's README, or what the importer calls its file. */
  readonly source: string
  readonly status: EntryStatus
  /** Other ways in which it is said: `covid nineteen`, `m r i`. */
  readonly spoken: readonly string[]
  readonly caseRule: CaseRule
  /** How much it is used, 1 (rarely) to 5 (every day): ranks suggestions and engine vocabularies. */
  readonly weight: number
  /** What an abbreviation stands for. Several entries of one form make it ambiguous. */
  readonly expansion?: string
}

/** Entries of one layer; `owner` is the department or the author that it belongs to. */
export type LayerEntries = {
  readonly layer: LexiconLayer
  readonly entries: readonly LexiconEntry[]
}

/** True if an entry counts where this locale is written. */
export function holdsIn(entry: { readonly locale: EntryLocale }, locale: Locale): boolean {
  return entry.locale === locale || entry.locale === locale.slice(0, 2)
}
