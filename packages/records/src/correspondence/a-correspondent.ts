import type { Correspondent } from './correspondent.ts'

/** A small maker for tests. */
export function aCorrespondent(changes: Partial<Correspondent> = {}): Correspondent {
  return {
    number: '',
    title: 'Dr.',
    givenName: 'Jane',
    familyName: 'Roe',
    degrees: 'MD',
    specialty: 'Cardiology',
    lines: ['12 Elm Street', 'Montreal QC  H2X 1Y4'],
    language: 'en',
    salutations: { en: '', fr: '' },
    phone: '',
    fax: '',
    ...changes,
  }
}
