import { wordSet } from '../reading/word-set.ts'
import { amountAt } from './amount.ts'
import { type Lint, placeOf, type ReadSection, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'
import { measuredFindings } from './measured-findings.ts'
import { isKnownBefore, isUnsure } from './other-times.ts'
import { phraseAt, phrasesIn } from './phrases.ts'
import { mayBeOnePlace, type Place, placeIn } from './place-words.ts'

const numerals = new Map(
  [
    'two deux',
    'three trois',
    'four quatre',
    'five cinq',
    'six',
    'seven sept',
    'eight huit',
    'nine neuf',
    'ten dix',
  ].flatMap((names, nth) => names.split(' ').map((name) => [name, nth + 2] as const)),
)

/** "Segment 4 lesions" are not four. */
const numbered = wordSet('segment level grade type stage zone station niveau stade')

/** Some of them, or more of them. */
const partial = wordSet(`
  largest other others additional more new least remaining
  autre autres supplementaire supplementaires nouveau nouveaux nouvelles moins restants restantes dont plus
`)

/** So many of one finding: words `[from, to)`. */
type Count = {
  readonly noun: string
  readonly count: number
  /** The adjectives: two suspicious nodules may be two of three. */
  readonly kindOf: string
  readonly section: ReadSection
  readonly sentence: Sentence
  readonly from: number
  readonly to: number
  readonly place: Place
}

/** Three of something in the body, said in one sentence, and two of it in the conclusion. */
export const countContradictions: Lint = ({ sections, language }) => {
  const body = countsIn(sections, 'body', language)
  return [...countsIn(sections, 'conclusion', language)].flatMap(([noun, concluded]) => {
    const [first] = concluded.counts
    const found = body.get(noun)
    const [counted] = found?.counts ?? []
    if (!first || !counted || concluded.counts.length > 1 || found?.counts.length !== 1) return []
    const isMore = first.count > counted.count
    // A nodule here and two there are three.
    if (first.count === counted.count || (isMore && found.sentences > 1)) return []
    if (first.kindOf !== counted.kindOf || !mayBeOnePlace(first.place, counted.place)) return []
    return [countFinding(first, counted, language)]
  })
}

type Counted = { readonly counts: readonly Count[]; readonly sentences: number }

function countsIn(
  sections: readonly ReadSection[],
  role: ReadSection['role'],
  language: 'en' | 'fr',
): ReadonlyMap<string, Counted> {
  const all = new Map<string, { counts: Count[]; sentences: number }>()
  for (const section of sections.filter((each) => each.role === role)) {
    for (const sentence of section.sentences) {
      const nouns = new Set(
        phrasesIn(sentence, measuredFindings[language]).map(({ meaning }) => meaning),
      )
      if (nouns.size === 0) continue
      const counts = isVague(sentence) ? [] : countsOf(section, sentence, language)
      for (const noun of nouns) {
        const known = all.get(noun) ?? { counts: [], sentences: 0 }
        known.sentences += 1
        known.counts.push(...counts.filter((each) => each.noun === noun))
        all.set(noun, known)
      }
    }
  }
  return all
}

function isVague(sentence: Sentence): boolean {
  return (
    isKnownBefore(sentence) ||
    isUnsure(sentence) ||
    sentence.some(({ folded }) => partial.has(folded))
  )
}

/** "Three small nodules": a numeral, at most two words, a plural. */
function countsOf(
  section: ReadSection,
  sentence: Sentence,
  language: 'en' | 'fr',
): readonly Count[] {
  const place = placeIn(sentence)
  return sentence.flatMap((word, from) => {
    const count = numerals.get(word.folded) ?? (/^\d{1,2}$/.test(word.text) ? Number(word.text) : 0)
    const isCount =
      count > 1 &&
      !numbered.has(sentence[from - 1]?.folded ?? '') &&
      !amountAt(sentence, from, language)
    if (!isCount) return []
    for (let at = from + 1; at <= from + 3 && /^\s$/.test(sentence[at]?.gap ?? ''); at++) {
      const noun = phraseAt(sentence, at, measuredFindings[language])
      if (!noun) continue
      const isPlural = /[sxi]$/.test(sentence[noun.to - 1]?.folded ?? '')
      const narrowed = [
        ...sentence.slice(from + 1, at),
        ...adjectiveAt(sentence, noun.to, language),
      ]
      const kindOf = narrowed.map(({ folded }) => folded).join(' ')
      return isPlural
        ? [{ noun: noun.meaning, count, kindOf, section, sentence, from, to: noun.to, place }]
        : []
    }
    return []
  })
}

/** Words after a French noun that are no adjective. */
const plain = wordSet('a au aux de des du d dans sur en et est sont ont mesurant')

/** « Nodules suspects ». */
function adjectiveAt(sentence: Sentence, at: number, language: 'en' | 'fr'): Sentence {
  const next = sentence[at]
  const isAdjective = language === 'fr' && next?.gap === ' ' && !plain.has(next.folded)
  return isAdjective ? [next] : []
}

function countFinding(concluded: Count, counted: Count, language: 'en' | 'fr'): LintFinding {
  const { text } = placeOf(counted.section, counted.sentence, counted)
  return {
    ...placeOf(concluded.section, concluded.sentence, concluded),
    kind: 'number-contradiction',
    severity: severities['number-contradiction'],
    reason:
      language === 'fr'
        ? `Plus haut, il y a «\u00a0${text}\u00a0».`
        : `Further up there are “${text}”.`,
    source: 'AHDI critical errors: wrong number',
  }
}
