import { type Amount, amountsIn, plainValue } from './amount.ts'
import { type Lint, placeOf, type ReadSection, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'
import { measuredFindings } from './measured-findings.ts'
import { isEarlier } from './other-times.ts'
import { phrasesIn } from './phrases.ts'
import { mayBeOnePlace, type Place, placeIn } from './place-words.ts'

type Measured = {
  readonly noun: string
  readonly section: ReadSection
  readonly sentence: Sentence
  readonly amounts: readonly Amount[]
  readonly place: Place
}

/** A measure in the conclusion that the same finding does not have in the body, where it has another. */
export const numberContradictions: Lint = ({ sections, language }) => {
  const inBody = groupByNoun(measuredIn(sections, 'body', language))
  return measuredIn(sections, 'conclusion', language).flatMap((concluded) => {
    const same = (inBody.get(concluded.noun) ?? []).filter((each) =>
      mayBeOnePlace(each.place, concluded.place),
    )
    const measures = same.flatMap(({ amounts }) => amounts)
    return concluded.amounts
      .filter((amount) => {
        const comparable = measures.filter(({ unit }) => unit.measure === amount.unit.measure)
        return comparable.length > 0 && !comparable.some((each) => isSame(each, amount))
      })
      .map((amount) => found(concluded, amount, same, language))
  })
}

function measuredIn(
  sections: readonly ReadSection[],
  role: ReadSection['role'],
  language: 'en' | 'fr',
): readonly Measured[] {
  return sections
    .filter((section) => section.role === role)
    .flatMap((section) =>
      section.sentences.flatMap((sentence) => {
        const nouns = new Set(
          phrasesIn(sentence, measuredFindings[language]).map((each) => each.meaning),
        )
        if (nouns.size !== 1 || isEarlier(sentence)) return []
        const amounts = amountsIn(sentence, language).filter(
          ({ unit, per }) => per === '' && (unit.measure === 'size' || unit.measure === 'share'),
        )
        const place = placeIn(sentence)
        return [...nouns].map((noun) => ({ noun, section, sentence, amounts, place }))
      }),
    )
    .filter(({ amounts }) => amounts.length > 0)
}

function groupByNoun(all: readonly Measured[]): ReadonlyMap<string, readonly Measured[]> {
  const groups = new Map<string, Measured[]>()
  for (const measured of all) {
    const group = groups.get(measured.noun) ?? []
    // Enough to compare with; a text of a million nodules must not cost their square.
    if (group.length < 50) group.push(measured)
    groups.set(measured.noun, group)
  }
  return groups
}

/** Equal, or one is the other rounded: 4.8 cm and 5 cm. */
function isSame(one: Amount, other: Amount): boolean {
  const apart = Math.abs(plainValue(one) - plainValue(other))
  return apart < 0.501 * Math.max(stepOf(one), stepOf(other)) || apart < 1e-9
}

/** The worth of the last digit: 1 mm for "4.8 cm". */
function stepOf({ digits, unit }: Amount): number {
  const decimals = digits.split('.')[1]?.length ?? 0
  return unit.factor * 10 ** -decimals
}

function found(
  { section, sentence }: Measured,
  amount: Amount,
  same: readonly Measured[],
  language: 'en' | 'fr',
): LintFinding {
  const measures = same.flatMap((each) =>
    each.amounts
      .filter(({ unit }) => unit.measure === amount.unit.measure)
      .map((range) => placeOf(each.section, each.sentence, range).text),
  )
  const body = [...new Set(measures)].slice(0, 3).join(', ')
  return {
    ...placeOf(section, sentence, amount),
    kind: 'number-contradiction',
    severity: severities['number-contradiction'],
    reason:
      language === 'fr'
        ? `Plus haut, la mesure est ${body}.`
        : `Further up the measure is ${body}.`,
    source: 'AHDI critical errors: wrong number',
  }
}
