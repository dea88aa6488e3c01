import { englishNumberWords } from '../numbers/english-cardinal.ts'
import { englishOrdinalAt, suffixOf } from '../numbers/english-ordinal.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const streetTypes = wordSet(`
  street avenue road boulevard drive lane crescent court place terrace highway parkway square
`)
/** Before the number of a house. */
const houseLeads = wordSet('at lives living resides address is to from moved of')
const neverStreets = wordSet(`
  the a an of on in at to from by for and or down up along across off near patient patients people block
  blocks way day days week weeks hour hours minute minutes car cars per
`)
const longestName = 2

/** "lives at one twenty three main street": 123 Main Street; "two twenty one b": 221B. Digits are joined as a house number is read. */
export function readEnglishCivicAddress(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const run = englishRunAt(atoms, from)
  const digits = run.map((group) => group.digits).join('')
  const numberTo = run.at(-1)?.to
  if (numberTo === undefined || !/^\d{1,5}$/.test(digits) || !isHouse(reading, from)) return null
  const letter = /^[b-h]$/.test(close(atoms, numberTo)) ? close(atoms, numberTo).toUpperCase() : ''
  const number = digits + letter
  const nameFrom = numberTo + letter.length
  const name = streetAt(atoms, nameFrom, run.at(-1)?.shape === 'tens')
  if (!name) return null
  const span = valueFrom(reading, 'code', [
    { from, to: nameFrom, rule: 'code.civic-address', write: number },
    { from: nameFrom, to: name.to, rule: 'code.civic-address', left: 'space', write: name.text },
  ])
  return span && [span]
}

/** At the start of a sentence, or after a word that leads to an address. */
function isHouse(reading: Reading, from: number): boolean {
  const { wordsSoFar } = aroundAtoms(reading, from, from + 1)
  return wordsSoFar === 0 || houseLeads.has(previous(reading.atoms, from))
}

/**
 * One or two words of a name, or a number, and the kind of street: "east thirty eighth street" is East 38th Street. After
 * "thirty", "eighth" may be of the house: "three thirty eighth street".
 */
function streetAt(atoms: readonly Atom[], from: number, afterTens: boolean) {
  const words: string[] = []
  for (let at = from; words.length <= longestName; ) {
    const word = close(atoms, at)
    if (streetTypes.has(word))
      return words.length > 0 ? { text: [...words, capital(word)].join(' '), to: at + 1 } : null
    const ordinal = word === '' ? null : englishOrdinalAt(atoms, at)
    if (ordinal && afterTens && at === from && ordinal.digits.length === 1) return null
    if (ordinal && !/^(?:street|avenue|road|boulevard)$/.test(close(atoms, ordinal.to))) return null
    const isName =
      /^[a-z]{2,}$/.test(word) && !neverStreets.has(word) && !englishNumberWords.has(word)
    if (!ordinal && !isName) return null
    const isLong = ordinal !== null && ordinal.digits.length > 1
    words.push(isLong ? ordinal.digits + suffixOf(ordinal.digits) : capital(word))
    at = ordinal?.to ?? at + 1
  }
  return null
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
