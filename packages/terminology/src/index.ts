export { standardHeadings } from './headings/standard-headings.ts'
export { createLexicon, type Lexicon, stackLayers } from './lexicon/create-lexicon.ts'
export { isEveryday } from './lexicon/everyday-words.ts'
export { foldForm } from './lexicon/fold-form.ts'
export { type IndexedLayer, indexLayer } from './lexicon/index-layer.ts'
export {
  type CaseRule,
  caseRules,
  type EntryLocale,
  type EntryStatus,
  entryStatuses,
  type LayerEntries,
  type LexiconClass,
  type LexiconEntry,
  type LexiconLayer,
  lexiconClasses,
  lexiconLayers,
} from './lexicon/lexicon-entry.ts'
export {
  type AbbreviationStyle,
  keepAsDictated,
  type LexiconPolicy,
} from './lexicon/writing-policy.ts'
export {
  localeProfile,
  type SiteProfile,
  type WritingProfile,
} from './locale-profile.ts'
export type { Rule } from './reading/rule.ts'
export { recognitionFromText } from './recognition-from-text.ts'
export { type WriteOptions, writeDictation } from './write-dictation.ts'
export type { Finding, Suggestion, TextPlace, WrittenText } from './written-text.ts'
export { writtenToPlain } from './written-to-plain.ts'
