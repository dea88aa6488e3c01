import type { ReadRun } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** A vertebra or a nerve root: its region's letter and its number; `to` is the atom after it. */
export type Level = { readonly letter: string; readonly number: number; readonly to: number }

/** How a language says them. */
export type LevelLanguage = {
  /** How many vertebrae or roots each region has. */
  readonly regions: ReadonlyMap<string, number>
  readonly runAt: ReadRun
  /** Words said for the hyphen between two levels. */
  readonly dashes: ReadonlySet<string>
  /** Whether something is counted there: "c five six milligrams" is no level. */
  readonly isCounted: (atoms: readonly Atom[], at: number) => boolean
}

/** The last of one region and the first of the next; D is French for T. */
const seams = new Set(['c7t1', 'c8t1', 'c7d1', 'c8d1', 't12l1', 'd12l1', 'l5s1', 'l6s1'])

/** "L4" as an engine writes it. */
export function levelsInOneWord(
  regions: LevelLanguage['regions'],
): ReadonlyMap<string, { readonly letter: string; readonly number: number }> {
  return new Map(
    [...regions].flatMap(([letter, most]) =>
      Array.from(
        { length: most },
        (_, index) => [`${letter}${index + 1}`, { letter, number: index + 1 }] as const,
      ),
    ),
  )
}

export type LevelReader = {
  readonly levelAt: (atoms: readonly Atom[], at: number, letter?: string) => Level | null
  /** Two neighbours that are said one after the other, as "L4-L5"; null where they are not. */
  readonly pairAt: (reading: Reading, from: number) => Pair | null
}

export type Pair = {
  readonly first: Level
  readonly second: Level
  readonly spans: readonly Span[]
}

/** "l four l five" is L4-L5, "l four five" L4-5, "c seven t one" C7-T1: neighbours in the spine, or nothing. */
export function levelReader({ regions, runAt, dashes, isCounted }: LevelLanguage): LevelReader {
  const inOneWord = levelsInOneWord(regions)

  function levelAt(atoms: readonly Atom[], at: number, letter?: string): Level | null {
    const text = letter === undefined ? (atoms[at]?.text ?? '') : close(atoms, at)
    const whole = inOneWord.get(text)
    if (whole) return { ...whole, to: at + 1 }
    const most = regions.get(text)
    if (most === undefined && letter === undefined) return null
    const numberAt = most === undefined ? at : at + 1
    const [group] = close(atoms, numberAt) === '' ? [] : runAt(atoms, numberAt)
    const number = Number(group?.digits)
    const region = most === undefined ? (letter ?? '') : text
    if (!group || !(number >= 1 && number <= (regions.get(region) ?? 0))) return null
    return { letter: region, number, to: group.to }
  }

  function pairAt(reading: Reading, from: number): Pair | null {
    const { atoms } = reading
    const first = levelAt(atoms, from)
    if (!first) return null
    const secondFrom = dashes.has(close(atoms, first.to)) ? first.to + 1 : first.to
    const second = levelAt(atoms, secondFrom, first.letter)
    if (!second || !isNext(first, second) || atoms[secondFrom]?.joint === 'hyphen') return null
    if (isCounted(atoms, second.to) || isComplement(reading, from, first, second)) return null
    const isBare = !close(atoms, secondFrom).startsWith(second.letter)
    const write = `${nameOf(first)}-${isBare ? second.number : nameOf(second)}`
    const rule = 'clinical.spine-level'
    const span = valueFrom(reading, 'level', [{ from, to: second.to, rule, write }])
    return span && { first, second, spans: [span] }
  }

  return { levelAt, pairAt }
}

/** "complement c three c four low", « c trois c quatre abaissés »: proteins of the blood, where they are measured. */
function isComplement({ atoms }: Reading, from: number, first: Level, second: Level): boolean {
  if (nameOf(first) !== 'C3' || nameOf(second) !== 'C4') return false
  return measured.has(close(atoms, second.to)) || /^compl[eé]ments?$/.test(previous(atoms, from))
}

const measured = wordSet(`
  low normal decreased reduced high elevated pending levels complement
  abaissé abaissés bas diminué diminués normaux élevés effondrés consommés
`)

function isNext(a: Level, b: Level): boolean {
  if (a.letter === b.letter) return b.number === a.number + 1
  return seams.has(`${a.letter}${a.number}${b.letter}${b.number}`)
}

export const nameOf = ({ letter, number }: Omit<Level, 'to'>) => letter.toUpperCase() + number
