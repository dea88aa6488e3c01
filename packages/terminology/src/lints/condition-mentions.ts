import { negations } from '../doubts/low-confidence.ts'
import { wordSet } from '../reading/word-set.ts'
import { conditions } from './conditions.ts'
import type { Sentence } from './lint-document.ts'
import { isEarlier, isUnsure } from './other-times.ts'
import { phrasesIn } from './phrases.ts'
import { onlySideIn, type Side } from './sided-structures.ts'

/** A condition that a sentence says is there or is not; words `[from, to)`. */
export type ConditionMention = {
  readonly condition: string
  readonly isThere: boolean
  readonly side: Side | null
  readonly from: number
  readonly to: number
}

/** Between a negation and what it negates; any other word may narrow it: "no large effusion". */
const plain = {
  en: wordSet('evidence of any a an the sign signs for or and nor definite visible seen'),
  fr: wordSet(
    'signe signes evidence de des du la le les un une d ou et ni visible evidente evident',
  ),
}

/** After a condition: "pneumonia is not seen", "is absent". */
const denials = wordSet('not absent absente absents excluded pas negative negatif aucun aucune')

/** Conditions of now and for certain; what is qualified, earlier or only feared is no mention. */
export function conditionMentionsIn(
  sentence: Sentence,
  language: 'en' | 'fr',
): readonly ConditionMention[] {
  const found = phrasesIn(sentence, conditions[language])
  if (found.length === 0 || isEarlier(sentence) || isUnsure(sentence)) return []
  const negated = negatedIn(sentence, found, language)
  const side = onlySideIn(sentence, language)
  const isDenied = (from: number) =>
    sentence.slice(from, from + 5).some(({ folded }) => denials.has(folded))
  return found.flatMap(({ meaning: condition, from, to }) => {
    const isThere = !negated.has(from)
    const isUnclear = isThere && (hasNegationBefore(sentence, from, language) || isDenied(to))
    return isUnclear ? [] : [{ condition, isThere, side, from, to }]
  })
}

/** The conditions that follow a negation with nothing between but plain words and other conditions. */
function negatedIn(
  sentence: Sentence,
  found: readonly { readonly from: number; readonly to: number }[],
  language: 'en' | 'fr',
): ReadonlySet<number> {
  const ends = new Map(found.map(({ from, to }) => [from, to]))
  const negated = new Set<number>()
  let isOpen = false
  for (let at = 0; at < sentence.length; ) {
    const word = sentence[at]?.folded ?? ''
    const end = ends.get(at)
    if (end !== undefined) {
      if (isOpen) negated.add(at)
      at = end
      continue
    }
    isOpen = isNegation(word, language) || (isOpen && plain[language].has(word))
    at += 1
  }
  return negated
}

/** "Absence" and "negative" need "of" and "for", which are plain words. */
function isNegation(word: string, language: 'en' | 'fr'): boolean {
  return negations[language].has(word)
}

/** How far before a condition a negation may still be about it. */
const scope = 8

function hasNegationBefore(sentence: Sentence, at: number, language: 'en' | 'fr'): boolean {
  return sentence
    .slice(Math.max(0, at - scope), at)
    .some(({ folded }) => isNegation(folded, language))
}

/** "No effusion on the left" and "small right effusion" agree. */
export function mayBeOneSide(one: ConditionMention, other: ConditionMention): boolean {
  return one.side === null || other.side === null || one.side === other.side
}
