import type { Locale, Recipient } from '@plume/transcript'

/** Somebody to whom the site writes: a colleague, a clinic, an insurer. */
export type Correspondent = {
  /** The number by which the site or the licensing body knows them; empty where there is none. */
  readonly number: string
  /** What stands before the name: "Dr.", « Dre ». */
  readonly title: string
  readonly givenName: string
  /** The family name, or the whole name of a clinic or a firm. */
  readonly familyName: string
  /** What stands behind the name: "MD, FRCPC". */
  readonly degrees: string
  readonly specialty: string
  /** The address below the name, as it is to be printed. */
  readonly lines: readonly string[]
  /** The language in which they are written to. */
  readonly language: CorrespondentLanguage
  /** How a letter to them begins, where it is not the usual form; empty for that. */
  readonly salutations: Readonly<Record<CorrespondentLanguage, string>>
  readonly phone: string
  readonly fax: string
}

export type CorrespondentLanguage = 'en' | 'fr'

export const languageOfLocale = (locale: Locale): CorrespondentLanguage =>
  locale.startsWith('fr') ? 'fr' : 'en'

/** An envelope has room for no more. Lengths in characters. */
export const correspondentLimits = { textLength: 100, lines: 8 } as const

/** The name as it stands on an envelope. */
export function writtenName(person: Correspondent): string {
  const { title, givenName, familyName, degrees } = person
  const name = [title, givenName, familyName].filter((part) => part !== '').join(' ')
  return degrees === '' ? name : `${name}, ${degrees}`
}

/** What a letter keeps of them: it stays as it is when the directory changes. */
export function recipientOf(person: Correspondent, role: Recipient['role']): Recipient {
  return { role, name: writtenName(person), lines: person.lines }
}

/** Name and address as they are compared: whoever agrees in both is the same correspondent. */
export function correspondentKey(person: Correspondent): string {
  return [nameKey(person), ...person.lines.map(foldText)].join('|')
}

/** The name alone: two people may have it, or one person at two addresses. */
export function nameKey({ givenName, familyName }: Correspondent): string {
  return [givenName, familyName].map(foldText).join('|')
}

/** The words by which they are found: each has to begin or be part of one. */
export function searchedText(person: Correspondent): string {
  const { number, specialty, lines, phone, fax } = person
  return foldText([number, writtenName(person), specialty, ...lines, phone, fax].join(' '))
}

/** Small letters without accents, one space between words. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[\s\u00a0]+/g, ' ')
    .trim()
}
