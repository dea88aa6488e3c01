import { type Amount, amountsIn, isDose } from './amount.ts'
import {
  inEverySentence,
  type Lint,
  placeOf,
  type ReadSection,
  type Sentence,
} from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { lesserSeverity, severities } from './lint-severities.ts'

/** "5.0 mg" is read as 50 mg and ".5 mg" as 5 mg. A laboratory value or a size keeps its trailing zero. */
export const decimalZeros: Lint = (document) =>
  inEverySentence(document, (section, sentence) =>
    amountsIn(sentence, document.language).flatMap((amount) => [
      ...(amount.lacksZero ? [leadingZero(section, sentence, amount, document.language)] : []),
      ...(isDose(amount) && endsInZero(amount)
        ? [trailingZero(section, sentence, amount, document.language)]
        : []),
    ]),
  )

const endsInZero = ({ digits }: Amount) => /\.\d*0$/.test(digits)

const source = 'Joint Commission; ISMP Canada'

function leadingZero(
  section: ReadSection,
  sentence: Sentence,
  amount: Amount,
  language: 'en' | 'fr',
): LintFinding {
  const { from, digits } = amount
  const { part, start: firstDigit, end } = placeOf(section, sentence, { from, to: from + 1 })
  const start = firstDigit - 1
  const reason =
    language === 'fr'
      ? 'Sans zéro devant la virgule, le nombre peut être lu dix fois plus grand ou davantage.'
      : 'Without a zero before the point the number can be read ten times too large or more.'
  return {
    part,
    start,
    end,
    text: section.text.slice(start, end),
    kind: 'missing-leading-zero',
    severity: isDose(amount) ? severities['missing-leading-zero'] : lesserSeverity,
    reason,
    proposed: withMark(digits, language),
    source,
  }
}

function trailingZero(
  section: ReadSection,
  sentence: Sentence,
  { from, digits }: Amount,
  language: 'en' | 'fr',
): LintFinding {
  const reason =
    language === 'fr'
      ? 'Si la virgule échappe au lecteur, le zéro final rend la dose dix fois trop grande.'
      : 'If the point is missed, the trailing zero makes the dose ten times too large.'
  return {
    ...placeOf(section, sentence, { from, to: from + 1 }),
    kind: 'trailing-zero',
    severity: severities['trailing-zero'],
    reason,
    proposed: withMark(digits.replace(/\.?0+$/, ''), language),
    source,
  }
}

function withMark(digits: string, language: 'en' | 'fr'): string {
  return language === 'fr' ? digits.replace('.', ',') : digits
}
