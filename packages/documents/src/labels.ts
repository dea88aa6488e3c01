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
}

export type Labels = typeof english

export function labelsOf(locale: Locale): Labels {
  return locale.startsWith('fr') ? french : english
}

/** A moment in words. Always UTC, and says so: a report travels between time zones. */
export function writtenInstant(iso: string, locale: Locale): string {
  const form = { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' } as const
  return `${new Intl.DateTimeFormat(locale, form).format(new Date(iso))} UTC`
}
