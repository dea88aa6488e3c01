import type { Locale } from '@plume/transcript'

/** Facts that a field may show, from the patient, the order, the author or the dictation. */
export const fieldSources = [
  'patient.name',
  'patient.id',
  'patient.birthDate',
  'patient.sex',
  'order.accession',
  'order.visit',
  'order.date',
  'order.requestedBy',
  'author.name',
  'dictation.date',
] as const
export type FieldSource = (typeof fieldSources)[number]

export type TemplateField = {
  readonly id: string
  readonly label: string
  readonly from: FieldSource
  /** Without a value it becomes a blank, which stops finalising; otherwise it is left out. */
  readonly required: boolean
}

export type TemplateSection = {
  readonly id: string
  readonly heading: string
  /** Other ways of saying the heading. */
  readonly aliases: readonly string[]
  /** Without dictated text it becomes a blank, which stops finalising. */
  readonly required: boolean
  /** LOINC code of the section, where one is known. */
  readonly loinc: string | null
}

/** A report's frame, in one language. Data only: nothing in it runs. */
export type Template = {
  readonly id: string
  readonly version: number
  readonly locale: Locale
  readonly title: string
  readonly fields: readonly TemplateField[]
  readonly sections: readonly TemplateSection[]
  /** The section for what is said before any heading; null leaves it unplaced. */
  readonly opening: string | null
}

/** What is wrong with a template file, and where. Lines and columns count from 1. */
export type TemplateProblem = {
  readonly line: number
  readonly column: number
  readonly message: string
}
