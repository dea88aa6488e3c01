import type { Atom } from '../reading/atoms.ts'
import { close } from '../reading/match-atoms.ts'
import { rememberAt } from '../reading/remember-at.ts'
import type { Shape } from './shape.ts'

/** One cardinal, or what the engine wrote in digits, among numbers said one after the other. */
export type NumberGroup = {
  /** Its digits, also a written "37.5"; "oh" is 0, "double five" is 55. */
  readonly digits: string
  readonly shape: Shape | 'oh' | 'repeated' | 'written'
  readonly from: number
  /** The atom after it. */
  readonly to: number
}

/** Numbers said one after the other with nothing between them: "one twenty" is 1 and 20. */
export type ReadRun = (atoms: readonly Atom[], from: number) => readonly NumberGroup[]

/** The number at an atom; `goesOn` where another was said just before it. */
export type ReadGroup = (
  atoms: readonly Atom[],
  from: number,
  goesOn: boolean,
) => NumberGroup | null

export function readRun(
  atoms: readonly Atom[],
  from: number,
  readGroup: ReadGroup,
): readonly NumberGroup[] {
  const first = readGroup(atoms, from, false)
  if (!first) return noGroups
  const groups = [first]
  for (let at = first.to; ; ) {
    const group = readGroup(atoms, at, true)
    if (!group) return groups
    groups.push(group)
    at = group.to
  }
}

/** Most words are no numbers: one value for all of them. */
const noGroups: readonly NumberGroup[] = []

/** Remembered, as `rememberAt` says. */
export function rememberRuns(readGroup: ReadGroup): ReadRun {
  return rememberAt((atoms, from) => readRun(atoms, from, readGroup))
}

const writtenNumber = /^[-+]?(?:\d{1,15}(?:[.,]\d{1,9})*|\.\d{1,9})$/

/** A number that the engine wrote in digits; null where there is none, or hyphens make a code of it. */
export function writtenGroup(
  atoms: readonly Atom[],
  from: number,
  goesOn: boolean,
): NumberGroup | null {
  const text = goesOn ? close(atoms, from) : (atoms[from]?.text ?? '')
  if (!mayBeWritten(text) || !writtenNumber.test(text) || isCode(atoms, from)) return null
  return { digits: text, shape: 'written', from, to: from + 1 }
}

/** One look at the first character: most words are letters. */
function mayBeWritten(text: string): boolean {
  return text !== '' && text.charCodeAt(0) < 58
}

/** "2024-03-15", "514-555-0123", "CA-125": digits that hyphens hold together are no number. */
function isCode(atoms: readonly Atom[], at: number): boolean {
  const after = atoms[at + 1]
  return atoms[at]?.joint === 'hyphen' || (after?.joint === 'hyphen' && /^\d/.test(after.text))
}
