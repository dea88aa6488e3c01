import type { TracedText } from './source.ts'

export type Locale = 'en-CA' | 'fr-CA' | 'en-US' | 'fr-FR'

/** One labelled fact in a report's head, for example "Patient: Jane Roe". */
export type ReportField = {
  readonly id: string
  readonly label: string
  readonly text: TracedText
  /** On a form: the answers to choose from, a box each. */
  readonly choices?: readonly string[]
}

export type ReportSection = {
  readonly id: string
  readonly heading: string
  readonly required: boolean
  readonly text: TracedText
  /** LOINC code of the section, where one is known. */
  readonly loinc?: string
  /** How deep its heading stands; 1 where nothing is said. */
  readonly level?: 1 | 2 | 3
  readonly placed?: Placement
}

/**
 * What put the text in its section: its heading was said, another name of it, its place in the order, words
 * that are typical of it (`cue`: a guess, to be looked at), or nothing, so that the template's own text stands.
 */
export type Placement = 'heading' | 'alias' | 'order' | 'cue' | 'default'

/** Whom a letter goes to. `lines` is the address below the name. */
export type Recipient = {
  readonly role: 'to' | 'copy'
  readonly name: string
  readonly lines: readonly string[]
}

/** How the document looks: a report with headings, a letter, or a form of fields to fill in. */
export type ReportLayout = 'report' | 'letter' | 'form'

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
  /** A report where nothing is said. */
  readonly layout?: ReportLayout
  /** LOINC code of the kind of document, where one is known. */
  readonly code?: string
  /** The lines at the head of the first page. */
  readonly letterhead?: readonly TracedText[]
  readonly recipients?: readonly Recipient[]
  readonly salutation?: TracedText
  readonly closing?: TracedText
  /** The lines below the closing: who signs, and as what. */
  readonly signatureBlock?: readonly TracedText[]
}
