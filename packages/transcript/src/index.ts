export { canonicalJson } from './canonical-json.ts'
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
  ReportField,
  ReportSection,
  ReportText,
} from './report-text.ts'
export type { RuleApplication, Run, Source, TracedText } from './source.ts'
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
export type {
  DroppedWords,
  SpokenHeading,
  WrittenDictation,
  WrittenPart,
} from './written-dictation.ts'
