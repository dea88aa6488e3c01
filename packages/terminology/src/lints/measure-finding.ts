import type { placeOf } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'

/** A measure that is another one than the measures of the same thing further up. */
export function measureFinding(
  place: ReturnType<typeof placeOf>,
  measures: readonly string[],
  language: 'en' | 'fr',
): LintFinding {
  const before = [...new Set(measures)].slice(0, 3).join(', ')
  return {
    ...place,
    kind: 'number-contradiction',
    severity: severities['number-contradiction'],
    reason:
      language === 'fr'
        ? `Plus haut, la mesure est ${before}.`
        : `Further up the measure is ${before}.`,
    source: 'AHDI critical errors: wrong number',
  }
}
