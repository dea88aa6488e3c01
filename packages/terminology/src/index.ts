export { type CommandFamily, commandFamilies } from './commands/command.ts'
export { anchorFindings } from './findings/anchor-findings.ts'
export { standardHeadings } from './headings/standard-headings.ts'
export { createLexicon, type Lexicon, stackLayers } from './lexicon/create-lexicon.ts'
export { isEveryday } from './lexicon/everyday-words.ts'
export { foldForm } from './lexicon/fold-form.ts'
export {
  createUtf8Check,
  sniffEncoding,
  type TextEncoding,
} from './lexicon/importers/detect-encoding.ts'
export {
  detectFormat,
  type ImportFormat,
  importFormats,
} from './lexicon/importers/detect-format.ts'
export { spellingsIn } from './lexicon/importers/everyday-spellings.ts'
export {
  expandWord,
  type HunspellAffixes,
  noAffixes,
  parseAffixes,
} from './lexicon/importers/hunspell-affixes.ts'
export {
  type Candidate,
  type ImportItem,
  localeNamed,
  type Rejection,
  type RejectionReason,
  type Row,
  type Suggested,
} from './lexicon/importers/import-item.ts'
export { type EntryMaking, languageOf, makeEntry } from './lexicon/importers/make-entry.ts'
export { readBdpm } from './lexicon/importers/read-bdpm.ts'
export { createDpdReader, dpdFiles } from './lexicon/importers/read-dpd.ts'
export { createHunspellReader } from './lexicon/importers/read-hunspell.ts'
export { entriesInJson, readJsonEntry } from './lexicon/importers/read-json.ts'
export { readLragr } from './lexicon/importers/read-lragr.ts'
export { createRf2Reader } from './lexicon/importers/read-rf2.ts'
export { readRrf } from './lexicon/importers/read-rrf.ts'
export {
  createTableReader,
  detectLayout,
  type TableLayout,
} from './lexicon/importers/read-table.ts'
export { suggestClass } from './lexicon/importers/suggest-class.ts'
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
export { isLexiconClass } from './lexicon/parse-entry-table.ts'
export { type TermsRule, termsOf } from './lexicon/read-term.ts'
export { type Restoration, restoreTerm } from './lexicon/restore-term.ts'
export {
  type AbbreviationStyle,
  keepAsDictated,
  type LexiconPolicy,
} from './lexicon/writing-policy.ts'
export * from './lints/index.ts'
export {
  localeProfile,
  type SiteProfile,
  type WritingProfile,
} from './locale-profile.ts'
export {
  heardForm,
  type Mishearing,
  type MishearingRefusal,
  refuseMishearing,
} from './mishearings/mishearing.ts'
export {
  type MishearingLayer,
  type MishearingsRule,
  mishearingsOf,
} from './mishearings/read-mishearing.ts'
export type { Rule } from './reading/rule.ts'
export { recognitionFromText } from './recognition-from-text.ts'
export {
  createSpellingWords,
  noSpellingWords,
  type SpellingWords,
} from './suggestions/spelling-words.ts'
export {
  createSuggester,
  listenTo,
  type Misheard,
  type Suggester,
  type TextFinding,
  type TextSuggestion,
} from './suggestions/suggest-terms.ts'
export { type WriteOptions, writeDictation } from './write-dictation.ts'
export type { Finding, Suggestion, TextPlace, WrittenText } from './written-text.ts'
export { writtenToPlain } from './written-to-plain.ts'
