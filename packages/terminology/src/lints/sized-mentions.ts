import { negations } from '../doubts/low-confidence.ts'
import { wordSet } from '../reading/word-set.ts'
import type { Sentence } from './lint-document.ts'
import { measuredFindings } from './measured-findings.ts'
import { phrasesIn } from './phrases.ts'
import type { Size } from './sizes.ts'

/** A finding that a sentence speaks of. */
export type SizedMention = {
  readonly noun: string
  readonly size: Size | null
  /** "The nodule", and not "a nodule". */
  readonly isAgain: boolean
  /** "The 12 mm nodule": its size tells it from others. */
  readonly isToldApart: boolean
  /** Several of them, or another one. */
  readonly isMore: boolean
  /** What it is called: "solid", "liver". */
  readonly described: readonly string[]
}

const again = {
  en: wordSet('the this that'),
  fr: wordSet('le la ce cet cette du au ledit ladite'),
} as const
const once = {
  en: wordSet('a an one'),
  fr: wordSet('un une'),
} as const

/** Some of them, or one beside them. */
const more = wordSet(`
  another other others second third additional further new both largest larger biggest smaller smallest dominant remaining multiple several
  few each two three four five many
  autre autres second seconde deuxieme troisieme supplementaire nouveau nouvelle plus gros grosse restant restante plusieurs
  quelques chaque deux trois quatre cinq
`)

/** Words of a name that describe nothing. */
const plain = wordSet(`
  same said known above described mentioned aforementioned index of in at on within the this that a an about approximately roughly size
  meme dit decrit decrite mentionne mentionnee connu connue de du des d dans au aux a sur en le la l un une environ taille
`)

/** Words with which another part of the sentence begins. */
const ends = wordSet(`
  and or but with from by to which that who whose as if while was were has have had shows show seen contains causing abutting
  wall rim margin margins component depth distance located adjacent near
  et ou mais avec par qui que dont ou si etait a-t ont avait montre vu vue contient paroi marge marges composante profondeur distance
  situe situee pres contre
`)

/** Between a finding and what it measures. */
const links = wordSet(`
  of measuring measures measure is size sized diameter
  de mesurant mesure mesures fait est taille diametre
`)
const about = wordSet('about approximately roughly around nearly environ pres')
const verbs = wordSet('is are measures measure measuring est mesure mesurant fait')

/** After a length that is no size: "3 cm from the carina", "3 cm wide", "in length". */
const elsewhere = wordSet(`
  long wide high thick from away below above beyond deep distal proximal lateral medial superior inferior anterior posterior cranial caudal off
  sous distant distance audessus distale proximale
`)
const oneDimension = wordSet(
  'length width height depth thickness longueur largeur hauteur profondeur epaisseur',
)

/** Before a number that tells one from another: "series 3, image 60". */
const labels = wordSet(
  'image images series serie slice coupe segment level niveau station zone lead im se phase',
)

/** How many words a name may be long on either side of its noun. */
const reach = 10

/** Every finding that a sentence names, with the size that is said of it. */
export function sizedMentionsIn(
  sentence: Sentence,
  sizes: readonly Size[],
  language: 'en' | 'fr',
): readonly SizedMention[] {
  const nouns = phrasesIn(sentence, measuredFindings[language])
  if (nouns.length === 0) return []
  const before = new Map(sizes.map((size) => [size.to, size]))
  const after = new Map(sizes.map((size) => [size.from, size]))
  const labelled = sentence.flatMap(({ folded }, at) =>
    labels.has(sentence[at - 1]?.folded ?? '') ? folded : [],
  )
  return nouns.flatMap(({ meaning: noun, from, to }, nth) => {
    const head = headOf(sentence, from, { sizes: before, language })
    if (head.isDenied) return []
    const last = Math.min(nouns[nth + 1]?.from ?? sentence.length, to + reach)
    const tail = tailOf(sentence, { from: to, to: last }, after)
    const words = [...head.words, ...tail.words]
    const mention: SizedMention = {
      noun,
      size: head.size ?? tail.size,
      isAgain: head.isAgain,
      isToldApart: head.size !== null || tail.isApposed,
      isMore: isPlural(sentence[to - 1]?.folded ?? '') || words.some((word) => more.has(word)),
      described: [...words.filter((word) => !plain.has(word)), ...labelled.slice(0, reach)],
    }
    return [mention]
  })
}

const isPlain = (gap: string | undefined) => /^[\s-]+$/.test(gap ?? '')

type Head = {
  readonly size: Size | null
  readonly words: readonly string[]
  readonly isAgain: boolean
  readonly isDenied: boolean
}

/** What stands before a noun, back to its article: "the solid 12 mm". */
function headOf(
  sentence: Sentence,
  noun: number,
  {
    sizes,
    language,
  }: { readonly sizes: ReadonlyMap<number, Size>; readonly language: 'en' | 'fr' },
): Head {
  const words: string[] = []
  let size: Size | null = null
  let isAgain = false
  let isDenied = false
  let at = noun
  while (at > noun - reach) {
    isAgain = language === 'fr' && /^l['’]/i.test(sentence[at]?.text ?? '')
    if (isAgain || at === 0 || !isPlain(sentence[at]?.gap)) break
    const measured = language === 'en' ? sizes.get(at) : undefined
    if (measured) {
      size = measured
      at = measured.from
      continue
    }
    const word = sentence[at - 1]?.folded ?? ''
    isAgain = again[language].has(word)
    isDenied = negations[language].has(word)
    if (isAgain || isDenied || once[language].has(word) || ends.has(word) || verbs.has(word)) break
    words.push(word)
    at -= 1
  }
  return { size, words, isAgain: isAgain && words.length < 6, isDenied }
}

type Tail = {
  readonly size: Size | null
  readonly words: readonly string[]
  /** « Le nodule de 12 mm ». */
  readonly isApposed: boolean
}

/** What stands after a noun, up to its size: "in the left lung measures 12 mm". */
function tailOf(
  sentence: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
  sizes: ReadonlyMap<number, Size>,
): Tail {
  const words: string[] = []
  let isApposed = true
  for (let at = from; at < to; at++) {
    const word = sentence[at]?.folded ?? ''
    const gap = sentence[at]?.gap ?? ''
    const size = sizes.get(at)
    if (size) {
      const link = about.has(sentence[at - 1]?.folded ?? '') ? at - 2 : at - 1
      const isLinked = links.has(sentence[link]?.folded ?? '') || /^\s?\($/.test(gap)
      const isIts = isLinked && !isElsewhere(sentence, size.to)
      return { size: isIts ? size : null, words, isApposed: isIts && isApposed }
    }
    if (!isPlain(gap) || ends.has(word) || (at === from && isVerbOfOne(word))) break
    if (verbs.has(word)) isApposed = false
    // What follows the verb is said of the finding and no part of its name.
    else if (isApposed) words.push(word)
  }
  return { size: null, words, isApposed: false }
}

/** "The stone causes". */
function isVerbOfOne(word: string): boolean {
  return /[^s]s$/.test(word) && !verbs.has(word)
}

/** "3 cm from the carina", "in length". */
function isElsewhere(sentence: Sentence, at: number): boolean {
  const [first, second] = [sentence[at]?.folded ?? '', sentence[at + 1]?.folded ?? '']
  if (elsewhere.has(first)) return true
  return /^(?:in|en|de)$/.test(first) && oneDimension.has(second)
}

/** "Masses", "calculi"; not "abscess", "thrombus", "stenosis". */
function isPlural(word: string): boolean {
  return /[si]$/.test(word) && !/(?:ss|us|sis|bces)$/.test(word)
}
