import type { placeOf } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'

/** A place that names another side than words further up do. */
export function sideFinding(
  place: ReturnType<typeof placeOf>,
  first: { readonly text: string; readonly title: string },
  language: 'en' | 'fr',
): LintFinding {
  const { text, title } = first
  const reason =
    language === 'fr'
      ? `«\u00a0${text}\u00a0»${title ? ` sous «\u00a0${title}\u00a0»` : ' plus haut'}; ici l’autre côté.`
      : `“${text}”${title ? ` under “${title}”` : ' further up'}; here the other side.`
  return {
    ...place,
    kind: 'laterality-contradiction',
    severity: severities['laterality-contradiction'],
    reason,
    source: 'AHDI critical errors: left/right',
  }
}
