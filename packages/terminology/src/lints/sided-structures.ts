import { wordSet } from '../reading/word-set.ts'
import type { Sentence } from './lint-document.ts'
import { pairedStructures } from './paired-structures.ts'
import { phrasesIn } from './phrases.ts'

export type Side = 'left' | 'right'

/** A paired structure and the side that is said of it: words `[from, to)` with the side among them. */
export type SidedStructure = {
  readonly structure: string
  readonly side: Side
  readonly from: number
  readonly to: number
}

const sideWords: Readonly<Record<'en' | 'fr', ReadonlyMap<string, Side>>> = {
  en: new Map([
    ['left', 'left'],
    ['right', 'right'],
  ]),
  fr: new Map([
    ['gauche', 'left'],
    ['droit', 'right'],
    ['droite', 'right'],
  ]),
}

/** Words that name the other side as well, or both: what stands with them says nothing of one side. */
const otherSide = wordSet(`
  both bilateral bilaterally bilaterals contralateral opposite compared than versus vs
  deux bilateral bilaterale bilateraux bilaterales bilateralement controlateral controlaterale oppose opposee rapport que
`)

/** Words that name both sides at once. */
const bothSides = wordSet(
  'both bilateral bilaterally bilaterals deux bilaterale bilateraux bilaterales bilateralement',
)

/** Every side that a sentence names, for whatever it names it. */
export function sidesIn(sentence: Sentence, language: 'en' | 'fr'): ReadonlySet<Side | 'both'> {
  return new Set(
    sentence.flatMap(({ folded }) =>
      bothSides.has(folded) ? 'both' : (sideWords[language].get(folded) ?? []),
    ),
  )
}

/** How many words may stand between a side and its structure: "right posterior upper lobe". */
const reach = 3

/** Structures with their sides. A sentence that compares sides gives none. */
export function sidedStructuresIn(
  sentence: Sentence,
  language: 'en' | 'fr',
): readonly SidedStructure[] {
  const found = phrasesIn(sentence, pairedStructures[language])
  if (found.length === 0 || sentence.some(({ folded }) => otherSide.has(folded))) return []
  return found.flatMap(({ meaning: structure, from, to }) => {
    const at = sideOf(sentence, { from, to }, language)
    const side = sideWords[language].get(sentence[at]?.folded ?? '')
    if (!side) return []
    return [{ structure, side, from: Math.min(at, from), to: Math.max(at + 1, to) }]
  })
}

/** Where the side stands: before the structure in English; after it in French, where "droit" is also a right. */
function sideOf(
  sentence: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
  language: 'en' | 'fr',
): number {
  const isSide = (at: number) => sideWords[language].has(sentence[at]?.folded ?? '')
  const isNear = (at: number) => !/[,;:.]/.test(sentence[at]?.gap ?? '')
  if (language === 'en') {
    for (let at = from - 1; at >= Math.max(0, from - 1 - reach) && isNear(at + 1); at--) {
      if (isSide(at)) return at
    }
    return -1
  }
  for (let at = to; at < Math.min(sentence.length, to + 1 + reach) && isNear(at); at++) {
    if (isSide(at)) return at
  }
  return -1
}

/** The only side that a sentence names, or null. */
export function onlySideIn(sentence: Sentence, language: 'en' | 'fr'): Side | null {
  const sides = new Set(sentence.flatMap(({ folded }) => sideWords[language].get(folded) ?? []))
  const [side] = sides
  return sides.size === 1 && side ? side : null
}
