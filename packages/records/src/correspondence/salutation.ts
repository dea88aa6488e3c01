import type { Correspondent, CorrespondentLanguage } from './correspondent.ts'

/** How somebody of a title is addressed in a letter; null where the title does not say it. */
type Address = { readonly en: string | null; readonly fr: string | null }

/**
 * Titles as directories write them, without their point. A form of address is never guessed: an English
 * "Dr." does not say whether a French letter begins « Docteur » or « Docteure ».
 * French: Office québécois de la langue française, Banque de dépannage linguistique, « Appel ».
 */
const addresses: Readonly<Record<CorrespondentLanguage, Readonly<Record<string, Address>>>> = {
  en: {
    dr: { en: 'Dr.', fr: null },
    doctor: { en: 'Dr.', fr: null },
    prof: { en: 'Professor', fr: null },
    professor: { en: 'Professor', fr: null },
    mr: { en: 'Mr.', fr: 'Monsieur' },
    mrs: { en: 'Mrs.', fr: 'Madame' },
    ms: { en: 'Ms.', fr: 'Madame' },
    miss: { en: 'Miss', fr: 'Madame' },
  },
  fr: {
    dr: { en: 'Dr.', fr: 'Docteur' },
    docteur: { en: 'Dr.', fr: 'Docteur' },
    dre: { en: 'Dr.', fr: 'Docteure' },
    docteure: { en: 'Dr.', fr: 'Docteure' },
    pr: { en: 'Professor', fr: 'Professeur' },
    professeur: { en: 'Professor', fr: 'Professeur' },
    pre: { en: 'Professor', fr: 'Professeure' },
    professeure: { en: 'Professor', fr: 'Professeure' },
    m: { en: 'Mr.', fr: 'Monsieur' },
    monsieur: { en: 'Mr.', fr: 'Monsieur' },
    mme: { en: 'Ms.', fr: 'Madame' },
    madame: { en: 'Ms.', fr: 'Madame' },
    me: { en: null, fr: 'Maître' },
  },
}

const noAddress: Address = { en: null, fr: null }

/** How a letter in this language to this correspondent begins, with its comma or colon. */
export function salutationFor(person: Correspondent, language: CorrespondentLanguage): string {
  const own = person.salutations[language]
  if (own !== '') return own
  return language === 'fr' ? `${frenchAddress(person)},` : englishSalutation(person)
}

/** How it ends; in French the closing repeats how the letter began. */
export function closingFor(person: Correspondent, language: CorrespondentLanguage): string {
  if (language === 'en') return 'Yours sincerely,'
  const own = person.salutations.fr.replace(/[\s,:]+$/, '')
  return `Veuillez recevoir, ${own === '' ? frenchAddress(person) : own}, mes salutations distinguées.`
}

/** The form that leaves open who reads it, where the title does not say. */
function frenchAddress(person: Correspondent): string {
  return addressOf(person).fr ?? 'Madame, Monsieur'
}

function englishSalutation(person: Correspondent): string {
  const { givenName, familyName } = person
  const address = addressOf(person).en
  const named = address === null ? [givenName, familyName] : [address, familyName]
  return `Dear ${named.filter((part) => part !== '').join(' ')}:`
}

function addressOf({ title, language }: Correspondent): Address {
  const plain = title.toLowerCase().replace(/\.$/, '')
  const other = language === 'fr' ? 'en' : 'fr'
  return titled(language, plain) ?? titled(other, plain) ?? noAddress
}

function titled(language: CorrespondentLanguage, title: string): Address | null {
  return Object.hasOwn(addresses[language], title) ? (addresses[language][title] ?? null) : null
}
