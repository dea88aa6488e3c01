import type { TracedText } from './source.ts'

export type Locale = 'en-CA' | 'fr-CA' | 'en-US' | 'fr-FR'

/** One labelled fact in a report's head, for example "Patient: Jane Roe". */
export type ReportField = {
  readonly id: string
  readonly label: string
  readonly text: TracedText
}

export type ReportSection = {
  readonly id: string
  readonly heading: string
  readonly required: boolean
  readonly text: TracedText
}

/** Text added after signature. It never changes what was signed before it. */
export type Addendum = {
  readonly by: string
  /** ISO 8601, UTC. */
  readonly at: string
  readonly text: TracedText
}

/** The whole text of one report version: a template's sections, each filled with traced text. */
export type ReportText = {
  readonly template: { readonly id: string; readonly version: number; readonly locale: Locale }
  readonly title: string
  readonly fields: readonly ReportField[]
  readonly sections: readonly ReportSection[]
  /** Dictated text that fits no section. Shown, never dropped. */
  readonly unplaced: TracedText
  readonly addenda: readonly Addendum[]
}
