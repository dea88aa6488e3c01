import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

const rule = 'number.cardinal'

/**
 * « Apgar huit et neuf », « sept à une minute et neuf à cinq minutes »: all in digits, however small. « Huit neuf dix » is
 * 8-9-10, the first, the fifth and the tenth minute.
 */
export function readFrenchApgar(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (!aroundOf(reading, at, at + 1).before.includes('apgar')) return null
  const steps = threeInRow(atoms, from) ?? chainFrom(atoms, from)
  const span = valueFrom(reading, 'number', steps)
  return span && [span]
}

function threeInRow(atoms: readonly Atom[], from: number): readonly Step[] | null {
  const run = frenchRunAt(atoms, from)
  const to = run.at(-1)?.to ?? from
  if (run.length < 2 || run.length > 3 || !run.every(isScore) || frenchUnitAt(atoms, to))
    return null
  const write: Step['write'] = ({ rangeMark }) => run.map(({ digits }) => digits).join(rangeMark)
  return [{ from, to, rule, write }]
}

/** Scores, each with its minute or none, and « et » or « puis » between; a lone score is no chain. */
function chainFrom(atoms: readonly Atom[], from: number): readonly Step[] {
  const steps: Step[] = []
  for (let at = from; ; ) {
    const score = scoreAt(atoms, at)
    const minute = score && minuteAt(atoms, score.to)
    if (!score || (!minute && isCounted(atoms, score.to))) return steps.slice(0, -1)
    steps.push(digitsOf(score), ...(minute?.steps ?? []))
    const to = minute?.to ?? score.to
    if (!/^(?:et|puis)$/.test(close(atoms, to)) || close(atoms, to + 1) === '') {
      return steps.length > 1 ? steps : []
    }
    steps.push(asSaid(to))
    at = to + 1
  }
}

/** « à une minute », « une et cinq minutes » of « huit et neuf à une et cinq minutes ». */
function minuteAt(atoms: readonly Atom[], at: number) {
  const minute = close(atoms, at) === 'à' ? scoreAt(atoms, at + 1) : null
  if (!minute || !/^minutes?$/.test(close(atoms, minute.to))) return null
  return { steps: [asSaid(at), digitsOf(minute), asSaid(minute.to)], to: minute.to + 1 }
}

function scoreAt(atoms: readonly Atom[], at: number): NumberGroup | null {
  const [group, more] = frenchRunAt(atoms, at)
  return group && !more && isScore(group) ? group : null
}

const isScore = ({ digits }: NumberGroup) => /^(?:\d|10)$/.test(digits)

const isCounted = (atoms: readonly Atom[], to: number) =>
  frenchUnitAt(atoms, to) !== null && close(atoms, to) !== 'minutes'

const digitsOf = ({ digits, from, to }: NumberGroup): Step => ({
  from,
  to,
  rule,
  left: 'space',
  write: digits,
})

const asSaid = (at: number): Step => ({ from: at, to: at + 1, rule, left: 'space' })
