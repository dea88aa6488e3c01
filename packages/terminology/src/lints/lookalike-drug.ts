import { wordSet } from '../reading/word-set.ts'
import { plainValue } from './amount.ts'
import { doseContext } from './dose-context.ts'
import { type DoseMention, doseMentionsIn } from './dose-mentions.ts'
import { dosedDrugs, isUsualDose } from './implausible-dose.ts'
import {
  inEverySentence,
  type Lint,
  placeOf,
  type ReadSection,
  type Sentence,
} from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { lesserSeverity, severities } from './lint-severities.ts'
import { type LookalikeDrug, lookalikePairs } from './lookalike-table.ts'
import { phrases, phrasesIn } from './phrases.ts'

/** A drug and those that it is taken for. */
type Lookalikes = { readonly drug: LookalikeDrug; readonly others: readonly LookalikeDrug[] }

const lookalikes = phrases(indexByName())
const reasonWords = phrases(
  lookalikePairs
    .flat()
    .flatMap(({ reasons }) => reasons.map((reason) => [reason, reason] as const)),
)

/** Drugs that look like another, where the reason given or the dose is the other's, or both have one dose. */
export const lookalikeDrugs: Lint = (document) =>
  inEverySentence(document, (section, sentence) => {
    const mentions = doseMentionsIn(sentence, lookalikes, document.language)
    return mentions.flatMap((mention, nth) => {
      const next = mentions[nth + 1]?.from ?? sentence.length
      const evidence =
        reasonOfOther(sentence, mention, next) ??
        doseOfOther(sentence, mention, document.language) ??
        sameDose(mention, mentions.slice(Math.max(0, nth - neighbours), nth))
      return evidence ? [found(section, sentence, mention, evidence, document.language)] : []
    })
  })

function indexByName(): ReadonlyMap<string, Lookalikes> {
  const index = new Map<string, { drug: LookalikeDrug; others: LookalikeDrug[] }>()
  for (const pair of lookalikePairs) {
    for (const [nth, drug] of pair.entries()) {
      const other = pair[1 - nth]
      for (const name of drug.names) {
        const known = index.get(name) ?? { drug: { names: drug.names, reasons: [] }, others: [] }
        const reasons = [...new Set([...known.drug.reasons, ...drug.reasons])]
        known.drug = { names: drug.names, reasons }
        if (other) known.others.push(other)
        index.set(name, known)
      }
    }
  }
  return index
}

type Evidence = { readonly other: string; readonly by: 'reason' | 'dose' | 'both-listed' }

/** Words after which the reason for a drug is given. */
const because = wordSet('for treat contre pour traiter')

/** "Hydroxyzine was started for hypertension." */
function reasonOfOther(
  sentence: Sentence,
  { drug: { drug, others }, to }: DoseMention<Lookalikes>,
  next: number,
): Evidence | null {
  const rest = sentence.slice(to, next)
  const from = rest.findIndex(({ folded }) => because.has(folded))
  if (from < 0) return null
  const given = phrasesIn(rest.slice(from, from + 8), reasonWords).map(({ meaning }) => meaning)
  if (given.some((reason) => drug.reasons.includes(reason))) return null
  const other = others.find(({ reasons }) => given.some((reason) => reasons.includes(reason)))
  return other ? { other: other.names[0] ?? '', by: 'reason' } : null
}

/** A dose that this drug is never given in, and the other is. */
function doseOfOther(
  sentence: Sentence,
  { drug: { drug, others }, dose, to }: DoseMention<Lookalikes>,
  language: 'en' | 'fr',
): Evidence | null {
  const own = limitsOf(drug)
  if (dose?.per !== '' || !own || isUsualDose(own, dose)) return null
  const context = doseContext(sentence, Math.max(dose.to, to), language)
  if (context.isNoSingleDose || context.isSwallowed) return null
  const other = others.find((each) => {
    const limits = limitsOf(each)
    return limits !== undefined && isUsualDose(limits, dose)
  })
  return other ? { other: other.names[0] ?? '', by: 'dose' } : null
}

function limitsOf({ names }: LookalikeDrug) {
  return dosedDrugs.get(names[0] ?? '')?.[0]?.meaning
}

/** How many drugs back in a list the other may stand. */
const neighbours = 20

/** "Hydralazine 25 mg t.i.d. and hydroxyzine 25 mg t.i.d.": one of them may be the other heard twice. */
function sameDose(
  { drug: { others }, dose, frequency }: DoseMention<Lookalikes>,
  before: readonly DoseMention<Lookalikes>[],
): Evidence | null {
  if (!dose) return null
  const twin = before.find(
    (each) =>
      others.some(({ names }) => names[0] === each.drug.drug.names[0]) &&
      each.dose?.unit.measure === dose.unit.measure &&
      plainValue(each.dose) === plainValue(dose) &&
      each.frequency?.timesADay === frequency?.timesADay,
  )
  return twin ? { other: twin.drug.drug.names[0] ?? '', by: 'both-listed' } : null
}

function found(
  section: ReadSection,
  sentence: Sentence,
  { from, to }: DoseMention<Lookalikes>,
  { other, by }: Evidence,
  language: 'en' | 'fr',
): LintFinding {
  const reasons = {
    reason: {
      en: `The reason given is one for ${other}, which looks and sounds like this drug.`,
      fr: `La raison donnée est celle d’un médicament semblable de nom\u00a0: ${other}.`,
    },
    dose: {
      en: `The dose is one of ${other}, which looks and sounds like this drug.`,
      fr: `La dose est celle d’un médicament semblable de nom\u00a0: ${other}.`,
    },
    'both-listed': {
      en: `${other} stands beside it in the same dose; one may be the other, misheard.`,
      fr: `Un médicament semblable de nom est à côté, à la même dose\u00a0: ${other}. L’un peut être l’autre, mal entendu.`,
    },
  }
  return {
    ...placeOf(section, sentence, { from, to }),
    kind: 'lookalike-drug',
    severity: by === 'both-listed' ? lesserSeverity : severities['lookalike-drug'],
    reason: reasons[by][language],
    source: 'FDA and ISMP, confused drug names',
  }
}
