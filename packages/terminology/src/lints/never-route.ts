import { wordSet } from '../reading/word-set.ts'
import { type RouteMention, routeOf } from './administration-routes.ts'
import { type DoseMention, doseMentionsIn } from './dose-mentions.ts'
import { inEverySentence, type Lint, placeOf } from './lint-document.ts'
import { severities } from './lint-severities.ts'
import { type NeverRoute, neverRouteRows } from './never-route-table.ts'
import { phrases } from './phrases.ts'

const drugs = phrases(
  neverRouteRows.flatMap((row) => row.drugs.map((name) => [name, row] as const)),
)

/** Words of a sentence that warns of the route, or tells of one that was left or avoided. */
const warnings = wordSet(`
  never not no avoid avoided avoiding fatal contraindicated contraindication error mistake mistaken inadvertent inadvertently accidental
  accidentally instead rather warning risk toxicity cannot than
  jamais ne pas eviter evite mortel mortelle contre-indique contre contre-indiquee erreur accidentel accidentelle accidentellement plutot
  lieu risque toxicite
`)

/** A drug by a route that kills, or for which it is not made. */
export const neverRoutes: Lint = (document) =>
  inEverySentence(document, (section, sentence) => {
    const mentions = doseMentionsIn(sentence, drugs, document.language)
    if (mentions.length === 0 || sentence.some(({ folded }) => warnings.has(folded))) return []
    return mentions.flatMap((mention) => {
      const range = withDose(mention)
      const route = routeOf(sentence, range, document.language)
      const row = mention.drug
      if (!route?.routes.some((each) => row.routes.includes(each))) return []
      const name = section.text.slice(sentence[mention.from]?.start, sentence[mention.to - 1]?.end)
      return [
        {
          ...placeOf(section, sentence, together(range, route)),
          kind: 'implausible-dose' as const,
          severity: severities['implausible-dose'],
          reason: reasonFor(name, row, document.language),
          source: row.source,
        },
      ]
    })
  })

type Range = { readonly from: number; readonly to: number }

/** The words of a drug with its dose. */
function withDose({ from, to, dose }: DoseMention<NeverRoute>): Range {
  return dose ? together({ from, to }, dose) : { from, to }
}

function together(one: Range, other: Range | RouteMention): Range {
  return { from: Math.min(one.from, other.from), to: Math.max(one.to, other.to) }
}

function reasonFor(name: string, { why }: NeverRoute, language: 'en' | 'fr'): string {
  return language === 'fr'
    ? `Voie à vérifier pour «\u00a0${name}\u00a0»\u00a0: ${why.fr}.`
    : `Check the route of ${name}: ${why.en}.`
}
