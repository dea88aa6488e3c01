import type { Locale, ReportLayout } from '@plume/transcript'

/** Facts that a template may show, from the patient, the order, the author or the dictation. */
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

type FieldCore = {
  readonly id: string
  readonly label: string
  /** Without a value it becomes a blank, which stops finalising; otherwise it is left out. */
  readonly required: boolean
}

/** A field that a record fills. */
export type KnownField = FieldCore & { readonly kind: 'known'; readonly from: FieldSource }

/** A field that the dictation fills. `spoken`: other ways of saying its label. */
export type DictatedField = FieldCore & { readonly spoken: readonly string[] } & (
    | { readonly kind: 'text' }
    | { readonly kind: 'date' }
    | { readonly kind: 'yes-no' }
    | { readonly kind: 'choice'; readonly choices: readonly string[] }
    | {
        readonly kind: 'number'
        /** The unit, as it is shown, then other ways of writing it; none for a plain number. */
        readonly units: readonly string[]
        /** The smallest and the largest value that are plausible; null: any. */
        readonly min: number | null
        readonly max: number | null
      }
  )

export type TemplateField = KnownField | DictatedField

/** What a condition asks: whether a field or a fact has this value, or, with null, any value. */
export type Condition = { readonly of: string; readonly is: string | null }

/** A piece of a template's own text. */
export type TextPart =
  | { readonly kind: 'text'; readonly text: string }
  /** A dictated field, by its id. */
  | { readonly kind: 'field'; readonly id: string }
  | { readonly kind: 'fact'; readonly from: FieldSource }
  | {
      readonly kind: 'if'
      readonly condition: Condition
      readonly met: TemplateText
      readonly otherwise: TemplateText
    }
export type TemplateText = readonly TextPart[]

export type TemplateSection = {
  readonly id: string
  readonly heading: string
  /** How deep its heading stands. */
  readonly level: 1 | 2 | 3
  /** Other ways of saying the heading. */
  readonly aliases: readonly string[]
  /** How sentences begin that belong here, where no heading was said. */
  readonly cues: readonly string[]
  /** Without dictated text it becomes a blank, which stops finalising. */
  readonly required: boolean
  /** LOINC code of the section, where one is known. */
  readonly loinc: string | null
  /** The section is there only where this holds; null: always. */
  readonly condition: Condition | null
  /** What stands until something is dictated, or when "all normal" is said. */
  readonly normal: TemplateText
}

/** Whom a letter goes to: by name, or whoever a record names. */
export type TemplateRecipient = {
  readonly role: 'to' | 'copy'
  readonly name: string | { readonly from: FieldSource }
  readonly lines: readonly string[]
}

/** The texts around the sections. */
export const letterParts = ['letterhead', 'salutation', 'closing', 'signature'] as const
export type LetterPart = (typeof letterParts)[number]

/** A report's frame, in one language. Data only: nothing in it runs. */
export type Template = {
  readonly id: string
  readonly version: number
  readonly locale: Locale
  readonly title: string
  readonly layout: ReportLayout
  /** LOINC code of the kind of document, where one is known. */
  readonly code: string | null
  readonly fields: readonly TemplateField[]
  readonly recipients: readonly TemplateRecipient[]
  readonly sections: readonly TemplateSection[]
  /** The section for what is said before any heading; null leaves it unplaced. */
  readonly opening: string | null
  readonly around: { readonly [part in LetterPart]?: TemplateText }
  /** A dictation for this template, as it is spoken; fictional. */
  readonly example: string | null
}

/** What is wrong with a template file, and where. Lines and columns count from 1. */
export type TemplateProblem = {
  readonly line: number
  readonly column: number
  readonly message: string
}
