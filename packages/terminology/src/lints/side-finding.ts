import type { placeOf } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'

/** What is said here beside what is said further up. */
const here = {
  en: { other: 'the other side', one: 'one side', both: 'both sides' },
  fr: { other: 'l’autre côté', one: 'un seul côté', both: 'les deux côtés' },
} as const

/** A place that names another side than words further up do. */
export function sideFinding(
  place: ReturnType<typeof placeOf>,
  first: { readonly text: string; readonly title: string },
  language: 'en' | 'fr',
  turn: 'other' | 'one' | 'both' = 'other',
): LintFinding {
  const { text, title } = first
  const reason =
    language === 'fr'
      ? `«\u00a0${text}\u00a0»${title ? ` sous «\u00a0${title}\u00a0»` : ' plus haut'}; ici ${here.fr[turn]}.`
      : `“${text}”${title ? ` under “${title}”` : ' further up'}; here ${here.en[turn]}.`
  return {
    ...place,
    kind: 'laterality-contradiction',
    severity: severities['laterality-contradiction'],
    reason,
    source: 'AHDI critical errors: left/right',
  }
}
