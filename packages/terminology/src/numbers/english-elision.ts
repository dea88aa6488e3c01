import type { NumberGroup } from './english-run.ts'

/** 120 for "one twenty", 105 for "one oh five": a hundred left out. Null where the groups are not that. */
export function leftOutHundred(groups: readonly NumberGroup[]): number | null {
  const [first, second, third, ...more] = groups
  if (first?.shape !== 'digit' || !second || more.length > 0) return null
  if (second.shape === 'oh') {
    return third?.shape === 'digit' ? Number(`${first.digits}0${third.digits}`) : null
  }
  if (third || !/^(?:teen|tens|two-digit)$/.test(second.shape)) return null
  return Number(first.digits + second.digits)
}

/** The year of "nineteen ninety-four", "twenty oh five", "eighteen twelve"; null where it is none. */
export function yearOfGroups(groups: readonly NumberGroup[]): number | null {
  const [century, rest, last, ...more] = groups
  if (!century || !rest || more.length > 0 || !centuries.has(century.digits)) return null
  if (century.shape === 'written') return null
  if (rest.shape === 'oh') {
    return last?.shape === 'digit' ? Number(`${century.digits}0${last.digits}`) : null
  }
  if (last || !/^(?:teen|tens|two-digit)$/.test(rest.shape)) return null
  return Number(century.digits + rest.digits)
}

const centuries = new Set(['14', '15', '16', '17', '18', '19', '20', '21'])
