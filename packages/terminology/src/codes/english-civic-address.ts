import { englishNumberWords } from '../numbers/english-cardinal.ts'
import { englishOrdinalWords } from '../numbers/english-ordinal.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
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
  const to = streetEnd(atoms, nameFrom)
  if (to === null) return null
  const name = atoms.slice(nameFrom, to).map(({ text }) => text[0]?.toUpperCase() + text.slice(1))
  const span = valueFrom(reading, 'code', [
    { from, to: nameFrom, rule: 'code.civic-address', write: number },
    { from: nameFrom, to, rule: 'code.civic-address', left: 'space', write: name.join(' ') },
  ])
  return span && [span]
}

/** At the start of a sentence, or after a word that leads to an address. */
function isHouse(reading: Reading, from: number): boolean {
  const token = reading.atoms[from]?.token ?? 0
  const { wordsSoFar } = aroundOf(reading, token, token + 1)
  return wordsSoFar === 0 || houseLeads.has(previous(reading.atoms, from))
}

/** The atom after the kind of street, with one or two words of its name before it. */
function streetEnd(atoms: readonly Atom[], from: number): number | null {
  for (let at = from; at <= from + longestName; at++) {
    const word = close(atoms, at)
    if (streetTypes.has(word)) return at > from ? at + 1 : null
    const isName = /^[a-z]{2,}$/.test(word) && !neverStreets.has(word)
    if (!isName || englishNumberWords.has(word) || englishOrdinalWords.has(word)) return null
  }
  return null
}
