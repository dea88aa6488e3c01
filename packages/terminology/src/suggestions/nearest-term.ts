import type { KnownWords } from './known-words.ts'
import type { NearTerm } from './layer-terms.ts'
import { areAlike, soundDistance } from './sound-distance.ts'

/** What was heard, and what is known of its place. */
export type Heard = {
  readonly folded: string
  readonly sounds: string
  /** True where a drug's name belongs: before a dose, after "prescribed". */
  readonly isDrugSlot: boolean
}

export type Nearest = {
  readonly term: NearTerm
  /** 0 for the same word. */
  readonly distance: number
  /** Another term that is as near, or nearly: it cannot be said which was meant. */
  readonly rival: NearTerm | null
}

/** Sound says more than spelling: engines spell what they heard. */
const soundShare = 0.75
/** Two terms that differ by less than this are both meant, as far as anybody can tell. */
const tooClose = 0.02
/** What makes a term likelier or less likely than it sounds. */
const partPenalty = 0.015
const brandPenalty = 0.04
const drugSlotBonus = 0.05
const notDrugPenalty = 0.08
const weightBonus = 0.005
const otherBeginning = 0.03
/** A word that may be right is only doubted where it sounds just like another: up to this distance. */
export const surelyMisheard = 0.055
/** For words of this many letters, for each more, and for the longest. */
const shortestWord = 5
const narrowestLimit = 0.12
const limitPerLetter = 0.02
const widestLimit = 0.16

/** The term that is nearest to what was heard, if any is near enough. */
export function nearestTerm(heard: Heard, known: TermsAround): Nearest | null {
  const limit = limitFor(heard)
  const { best, second } = nearestTwo(heard, limit + tooClose, known)
  if (best === null || best.distance > limit) return null
  const isRival = second !== null && second.distance - best.distance < tooClose
  if (!second || !isRival) return { ...best, rival: null }
  if (!areSpellings(best.term, second.term)) return { ...best, rival: second.term }
  return { ...(second.term.entry.weight > best.term.entry.weight ? second : best), rival: null }
}

type TermsAround = Pick<KnownWords, 'near' | 'holds'>
type Near = { readonly term: NearTerm; readonly distance: number }
type NearestTwo = { best: Near | null; second: Near | null }

function nearestTwo(heard: Heard, limit: number, { near, holds }: TermsAround): NearestTwo {
  const found: NearestTwo = { best: null, second: null }
  near(heard.sounds, (term) => {
    const distance = distanceTo(heard, term, limit)
    if (distance > limit || !holds(term)) return
    if (found.best === null || distance < found.best.distance) {
      found.second = found.best
      found.best = { term, distance }
    } else if (found.second === null || distance < found.second.distance) {
      found.second = { term, distance }
    }
  })
  return found
}

function distanceTo(heard: Heard, term: NearTerm, limit: number): number {
  const bias = biasOf(heard, term)
  const sound = soundDistance(heard.sounds, term.sounds, (limit - bias) / soundShare)
  const sum = soundShare * sound + bias
  if (sum > limit) return 1
  return sum + (1 - soundShare) * spellingDistance(heard.folded, term.folded)
}

function biasOf(heard: Heard, term: NearTerm): number {
  const { isDrugSlot } = heard
  const { entry, isPart } = term
  const isDrug = entry.class === 'drug-brand' || entry.class === 'drug-ingredient'
  const slot = isDrugSlot ? (isDrug ? -drugSlotBonus : notDrugPenalty) : 0
  const beginning = sameBeginning(heard, term) ? 0 : otherBeginning
  const brand = entry.class === 'drug-brand' && !isDrugSlot ? brandPenalty : 0
  return slot + brand + beginning + (isPart ? partPenalty : 0) - (entry.weight - 3) * weightBonus
}

/** Engines keep the beginning of a word more often than its middle. */
function sameBeginning({ sounds }: Heard, term: NearTerm): boolean {
  return areAlike(sounds.charCodeAt(0), term.sounds.charCodeAt(0))
}

/** The longer a word, the more of it may be wrong: "siprofloxasin" is clear, « loza » is not. */
function limitFor({ folded }: Heard): number {
  return Math.min(widestLimit, narrowestLimit + limitPerLetter * (folded.length - shortestWord))
}

/** "Oedema" and "edema" are one word, whichever is written here. */
function areSpellings(a: NearTerm, b: NearTerm): boolean {
  return (
    a.entry.class === b.entry.class &&
    soundDistance(a.sounds, b.sounds) < 0.08 &&
    !a.entry.class.startsWith('drug-')
  )
}

/** Levenshtein's distance over the longer of the two. */
export function spellingDistance(a: string, b: string): number {
  const row = Array.from({ length: b.length + 1 }, (_, at) => at)
  for (let i = 1; i <= a.length; i++) {
    let diagonal = row[0] ?? 0
    row[0] = i
    for (let j = 1; j <= b.length; j++) {
      const above = row[j] ?? 0
      const replaced = diagonal + (a[i - 1] === b[j - 1] ? 0 : 1)
      row[j] = Math.min(replaced, above + 1, (row[j - 1] ?? 0) + 1)
      diagonal = above
    }
  }
  return (row[b.length] ?? 0) / Math.max(1, a.length, b.length)
}
