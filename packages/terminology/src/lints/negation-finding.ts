import type { ConditionMention } from './condition-mentions.ts'
import type { placeOf } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'

/** Why a condition contradicts what is said further up. */
export function reversalReason(
  { condition, isThere }: ConditionMention,
  language: 'en' | 'fr',
): string {
  if (language === 'fr') {
    return isThere
      ? `Plus haut, il n’y a pas de\u00a0: ${condition}.`
      : `Plus haut, il y a\u00a0: ${condition}.`
  }
  return isThere
    ? `Further up the report says that there is no ${condition}.`
    : `Further up the report says that there is: ${condition}.`
}

/** A place where yes and no meet. */
export function negationFinding(place: ReturnType<typeof placeOf>, reason: string): LintFinding {
  return {
    ...place,
    kind: 'negation-contradiction',
    severity: severities['negation-contradiction'],
    reason,
    source: 'AHDI critical errors: negative/positive',
  }
}
