import type { NumberGroup, ReadRun } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

/** How a language says a number of letters and digits. */
export type SerialSpeech = {
  /** What has such a number: an implant, a batch, a licence. */
  readonly announced: ReadonlySet<string>
  /** These need no "number" after them, but two letters: "the plate a ten hole one" is no code. */
  readonly oftenCoded: ReadonlySet<string>
  /** Words between what has the number and the number. */
  readonly between: ReadonlySet<string>
  readonly saysNumber: ReadonlySet<string>
  readonly hyphens: ReadonlySet<string>
  readonly runAt: ReadRun
  /** Words that are a zero by themselves: "oh". */
  readonly isZero: (word: string) => boolean
  /** True for what may be among its digits: "twelve", but not "one hundred". */
  readonly isDigits: (group: NumberGroup) => boolean
}

const longest = 24

/** "serial number a b one two three c", « numéro de série a b un deux trois c »: AB123C, only where it was announced. */
export function readSerialNumber(
  speech: SerialSpeech,
  reading: Reading,
  at: number,
): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const { before } = aroundOf(reading, at, at + 1)
  const frame = before.find((word) => !speech.between.has(word)) ?? ''
  const isNumbered = before.some((word) => speech.saysNumber.has(word))
  if (!speech.oftenCoded.has(frame) && !(speech.announced.has(frame) && isNumbered)) return null
  const { text, to } = serialAt(speech, atoms, from)
  if (text.length < 3 || !/[A-Z]/.test(text) || !/\d/.test(text)) return null
  if (!isNumbered && !/^[A-Z]{2,}\d{2,}[A-Z]*$/.test(text)) return null
  const step = { from, to, rule: 'code.serial-number', write: text }
  const span = valueFrom(reading, 'code', [step])
  return span && [span]
}

/** Single letters and digits that follow each other, with the hyphens that were said. */
function serialAt(speech: SerialSpeech, atoms: readonly Atom[], from: number) {
  const { isZero } = speech
  let text = ''
  let to = from
  while (text.length < longest) {
    const word = to === from ? (atoms[from]?.text ?? '') : close(atoms, to)
    if (word === '') break
    // "four five a lead was placed": an article.
    if (word === 'a' && to > from && close(atoms, to + 1) !== '' && !isPiece(speech, atoms, to + 1))
      break
    if (/^[a-z]$/.test(word)) {
      text += word.toUpperCase()
      to += 1
      continue
    }
    if (text !== '' && isZero(word)) {
      text += '0'
      to += 1
      continue
    }
    const isHyphen = text !== '' && speech.hyphens.has(word) && isPiece(speech, atoms, to + 1)
    const run = isHyphen ? [] : speech.runAt(atoms, to)
    const last = run.at(-1)
    if (!isHyphen && (!last || !run.every(speech.isDigits))) break
    text += isHyphen ? '-' : run.map(({ digits }) => digits).join('')
    to = last?.to ?? to + 1
  }
  return { text, to }
}

/** A letter, or a number. */
const isPiece = ({ runAt }: SerialSpeech, atoms: readonly Atom[], at: number) =>
  /^[a-z]$/.test(close(atoms, at)) || (close(atoms, at) !== '' && runAt(atoms, at).length > 0)
