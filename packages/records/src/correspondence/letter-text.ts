import type { Locale, ReportSection, ReportText, Source, TracedText } from '@plume/transcript'
import { type Correspondent, languageOfLocale, recipientOf } from './correspondent.ts'
import { closingFor, salutationFor } from './salutation.ts'

/** To whom a letter goes. */
export type Addressees = {
  readonly to: Correspondent
  readonly copies: readonly Correspondent[]
}

/** What runs that come from the directory name as the fact they state. */
export const salutationField = 'correspondent.salutation'
export const closingField = 'correspondent.closing'

/**
 * The text addressed to these people: recipients, salutation and closing, in the text's own language,
 * whatever theirs is: a letter is never translated.
 */
export function addressText(text: ReportText, { to, copies }: Addressees): ReportText {
  const language = languageOfLocale(text.template.locale)
  return {
    ...text,
    recipients: [recipientOf(to, 'to'), ...copies.map((person) => recipientOf(person, 'copy'))],
    salutation: fact(salutationFor(to, language), salutationField),
    closing: fact(closingFor(to, language), closingField),
  }
}

/**
 * A signed report's text as a letter. Every run keeps its source; addenda, which may correct what stands
 * before them, become sections at the end.
 */
export function letterText(signed: ReportText, authorName: string): ReportText {
  return {
    ...signed,
    layout: 'letter',
    sections: [...signed.sections, ...addendumSections(signed)],
    addenda: [],
    signatureBlock: signed.signatureBlock ?? [fact(authorName, 'author.name')],
  }
}

/**
 * A letter whose text moves into another frame stays a letter: to the same people, beginning, ending and signed
 * as it was, whatever the frame says of that.
 */
export function moveLetter(letter: ReportText, move: (text: ReportText) => ReportText): ReportText {
  const { recipients, salutation, closing, signatureBlock, ...rest } = letter
  return {
    ...move(rest),
    layout: 'letter',
    ...(recipients && { recipients }),
    ...(salutation && { salutation }),
    ...(closing && { closing }),
    ...(signatureBlock && { signatureBlock }),
  }
}

function addendumSections({ addenda, template }: ReportText): readonly ReportSection[] {
  return addenda.map(({ at, text }, index) => ({
    id: `addendum-${index + 1}`,
    heading: `${addendumHeading(template.locale)}, ${at.slice(0, 'yyyy-mm-dd'.length)}`,
    required: false,
    text,
  }))
}

function addendumHeading(locale: Locale): string {
  return languageOfLocale(locale) === 'fr' ? 'Addenda' : 'Addendum'
}

function fact(text: string, field: string): TracedText {
  const source: Source = { kind: 'context', field }
  return text === '' ? [] : [{ text, source }]
}
