export type {
  EngineIdentity,
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
export type {
  DroppedWords,
  SpokenHeading,
  WrittenDictation,
  WrittenPart,
} from './written-dictation.ts'
