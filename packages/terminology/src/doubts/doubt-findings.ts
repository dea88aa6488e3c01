import type { Doubt } from '../reading/span.ts'
import type { Finding, TextPlace } from '../written-text.ts'

/** Words that were left as they were said because they may mean more than one thing. */
export type DoubtfulText = TextPlace & { readonly text: string; readonly doubt: Doubt }

const reasons: Readonly<Record<Doubt, Readonly<Record<'en' | 'fr', string>>>> = {
  'ambiguous-number': {
    en: 'These words may be one number or several.',
    fr: 'Ces mots peuvent être un nombre ou plusieurs.',
  },
  'ambiguous-date': {
    en: 'This may be a date; which number is the month was not said.',
    fr: 'C’est peut-être une date; lequel des nombres est le mois n’a pas été dit.',
  },
}

/** For the person who reviews: what the writer would not decide. */
export function doubtFindings(
  doubts: readonly DoubtfulText[],
  language: 'en' | 'fr',
): readonly Finding[] {
  return doubts.map(({ doubt, ...place }) => ({
    ...place,
    kind: doubt,
    severity: 'high',
    reason: reasons[doubt][language],
    source: 'writer',
  }))
}
