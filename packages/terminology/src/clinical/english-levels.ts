import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** How many vertebrae or roots each region has. */
const regions: ReadonlyMap<string, number> = new Map([
  ['c', 8],
  ['t', 12],
  ['l', 6],
  ['s', 5],
])
/** The last of one region and the first of the next. */
const seams = new Set(['c7t1', 'c8t1', 't12l1', 'l5s1', 'l6s1'])

type Level = { readonly letter: string; readonly number: number; readonly to: number }

/** "l four l five" is L4-L5, "l four five" L4-5, "c seven t one" C7-T1: neighbours in the spine, or nothing. */
export function readEnglishLevels(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const first = levelAt(atoms, from)
  if (!first) return null
  const secondFrom = /^(?:dash|hyphen)$/.test(close(atoms, first.to)) ? first.to + 1 : first.to
  const second = levelAt(atoms, secondFrom, first.letter)
  if (!second || !isNext(first, second) || !isSpine(reading, from, second)) return null
  if (atoms[secondFrom]?.joint === 'hyphen') return null
  const isBare = !close(atoms, secondFrom).startsWith(second.letter)
  const write = () => `${nameOf(first)}-${isBare ? second.number : nameOf(second)}`
  const rule = 'clinical.spine-level'
  const span = valueFrom(reading, 'level', [{ from, to: second.to, rule, write }])
  return span && [span]
}

/** "L4" as an engine writes it. */
export const levelsInOneWord: ReadonlyMap<
  string,
  { readonly letter: string; readonly number: number }
> = new Map(
  [...regions].flatMap(([letter, most]) =>
    Array.from(
      { length: most },
      (_, index) => [`${letter}${index + 1}`, { letter, number: index + 1 }] as const,
    ),
  ),
)

function levelAt(atoms: readonly Atom[], at: number, letter?: string): Level | null {
  const text = letter === undefined ? (atoms[at]?.text ?? '') : close(atoms, at)
  const whole = levelsInOneWord.get(text)
  if (whole) return { ...whole, to: at + 1 }
  const most = regions.get(text)
  if (most === undefined && letter === undefined) return null
  const numberAt = most === undefined ? at : at + 1
  const [group] = close(atoms, numberAt) === '' ? [] : englishRunAt(atoms, numberAt)
  const number = Number(group?.digits)
  const region = most === undefined ? (letter ?? '') : text
  if (!group || !(number >= 1 && number <= (regions.get(region) ?? 0))) return null
  return { letter: region, number, to: group.to }
}

function isNext(a: Level, b: Level): boolean {
  if (a.letter === b.letter) return b.number === a.number + 1
  return seams.has(`${a.letter}${a.number}${b.letter}${b.number}`)
}

/** "s one s two" are heart sounds and "t one t two" images, unless the spine is meant. */
function isSpine(reading: Reading, from: number, { letter, to }: Level): boolean {
  const { atoms } = reading
  const token = atoms[from]?.token ?? 0
  const { before, after } = aroundOf(reading, token, (atoms[to - 1]?.token ?? 0) + 1)
  const around = [...before, ...after]
  if (letter === 's' && atoms[from]?.text.startsWith('s'))
    return around.some((word) => spine.has(word))
  return !(letter === 't' && after.some((word) => images.has(word)))
}

const spine = wordSet(
  'spine sacral sacrum disc disk foramen foramina nerve root level vertebra vertebral',
)
const images = wordSet(
  'weighted images signal hyperintense hyperintensity flair sequences prolongation',
)

const nameOf = ({ letter, number }: Level) => letter.toUpperCase() + number
