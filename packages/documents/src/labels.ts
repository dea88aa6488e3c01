import type { Locale } from '@plume/transcript'

const english = {
  draft: 'DRAFT – not signed',
  finalised: 'Awaiting signature – not signed',
  superseded: 'EARLIER VERSION – not signed',
  newer: (version: number, newest: number) =>
    `This is version ${version}. The newest is version ${newest}.`,
  demonstration: 'Heard by a demonstration engine. Not for clinical use.',
  unplaced: 'Dictated, but in no section',
  addendum: 'Addendum',
  signedBy: (name: string, at: string) => `Signed electronically by ${name}, ${at}`,
  addedBy: (name: string, at: string) => `${name}, ${at}`,
  version: (number: number) => `Version ${number}`,
  fingerprint: 'Fingerprint',
  blank: 'blank',
  letterDate: (day: string) => day,
  /** What stands between a label and its value. */
  colon: ':',
  page: (number: number, of: number) => `Page ${number} of ${of}`,
  watermark: 'NOT SIGNED',
}

const french: typeof english = {
  draft: 'ÉBAUCHE – non signée',
  finalised: 'En attente de signature – non signé',
  superseded: 'VERSION ANTÉRIEURE – non signée',
  newer: (version, newest) =>
    `Ceci est la version ${version}. La plus récente est la version ${newest}.`,
  demonstration: 'Reconnu par un moteur de démonstration. Ne pas utiliser à des fins cliniques.',
  unplaced: 'Dicté, mais hors de toute section',
  addendum: 'Addenda',
  signedBy: (name, at) => `Signé électroniquement par ${name}, le ${at}`,
  addedBy: (name, at) => `${name}, le ${at}`,
  version: (number) => `Version ${number}`,
  fingerprint: 'Empreinte',
  blank: 'blanc',
  // With the article, and no full stop (OQLF, Banque de dépannage linguistique).
  letterDate: (day) => `Le ${day}`,
  colon: '\u00A0:',
  page: (number, of) => `Page ${number} de ${of}`,
  watermark: 'NON SIGNÉ',
}

export type Labels = typeof english

export function labelsOf(locale: Locale): Labels {
  return locale.startsWith('fr') ? french : english
}

/** A moment in words. Always UTC, and says so: a report travels between time zones. */
export function writtenInstant(iso: string, locale: Locale): string {
  const form = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const
  const moment = new Intl.DateTimeFormat(locale, form).format(new Date(iso))
  // French writes the first of a month as an ordinal (OQLF); Intl does not.
  const written = locale.startsWith('fr') ? moment.replace(/^1 (?=\p{L})/u, '1er ') : moment
  return `${written} UTC`
}
