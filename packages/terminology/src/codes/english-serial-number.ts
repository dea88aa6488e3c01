import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** What has a number of letters and digits: an implant, a batch, a licence. */
const announced = wordSet(
  'serial lot batch model part policy licence license passport reference catalogue registration tracking',
)
/** These need no "number" after them, but two letters: "the plate a ten hole one" is no code. */
const oftenCoded = wordSet('plate flight confirmation')
const between = wordSet('number numbers code is was')
const longest = 24

/** "serial number a b one two three c": AB123C, only where such a number was announced. */
export function readEnglishSerialNumber(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const { before } = aroundOf(reading, at, at + 1)
  const frame = before.find((word) => !between.has(word)) ?? ''
  const isNumbered = before.includes('number')
  if (!oftenCoded.has(frame) && !(announced.has(frame) && isNumbered)) return null
  const { text, to } = serialAt(atoms, from)
  if (text.length < 3 || !/[A-Z]/.test(text) || !/\d/.test(text)) return null
  if (!isNumbered && !/^[A-Z]{2,}\d{2,}$/.test(text)) return null
  const step = { from, to, rule: 'code.serial-number', write: () => text }
  const span = valueFrom(reading, 'code', [step])
  return span && [span]
}

/** Single letters and digits that follow each other, with the hyphens that were said. */
function serialAt(atoms: readonly Atom[], from: number) {
  let text = ''
  let to = from
  while (text.length < longest) {
    const word = to === from ? (atoms[from]?.text ?? '') : close(atoms, to)
    if (word === '') break
    // "four five a lead was placed": an article.
    if (word === 'a' && to > from && close(atoms, to + 1) !== '' && !isPiece(close(atoms, to + 1)))
      break
    if (/^[a-z]$/.test(word)) {
      text += word.toUpperCase()
      to += 1
      continue
    }
    const isHyphen = text !== '' && /^(?:dash|hyphen)$/.test(word) && isPiece(close(atoms, to + 1))
    const run = isHyphen ? [] : englishRunAt(atoms, to)
    const last = run.at(-1)
    if (!isHyphen && (!last || run.some(({ shape }) => shape === 'large'))) break
    text += isHyphen ? '-' : run.map(({ digits }) => digits).join('')
    to = last?.to ?? to + 1
  }
  return { text, to }
}

const isPiece = (word: string) =>
  /^[a-z]$|^(?:one|two|three|four|five|six|seven|eight|nine|zero)$/.test(word)
