export { canonicalJson } from './canonical-json.ts'
export { type PartOfReport, partsOfReport, partsWithPaths } from './parts-of-report.ts'
export type {
  EngineIdentity,
  Omission,
  RecognisedWord,
  Recognition,
  TimeRange,
  WordIndex,
  WordRange,
} from './recognition.ts'
export type {
  Addendum,
  Locale,
  Placement,
  Recipient,
  ReportField,
  ReportLayout,
  ReportSection,
  ReportText,
} from './report-text.ts'
export type { BlankReason, RuleApplication, Run, Source, TracedText } from './source.ts'
export {
  assertLawful,
  coalesce,
  concat,
  insert,
  isLawful,
  lengthOf,
  replace,
  slice,
  textOf,
  timeRangeOf,
} from './traced-text.ts'
export type { Severity, WordFinding } from './word-finding.ts'
export { placeOfWords, type ReportPlace, runsAt, wordsAt } from './words-in-report.ts'
export type {
  DroppedWords,
  SpokenHeading,
  WrittenDictation,
  WrittenPart,
} from './written-dictation.ts'
