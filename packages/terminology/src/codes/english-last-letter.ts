import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, matchAtoms } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'
import { englishNames } from './english-names.ts'

/**
 * What is spelled before a vertebra or a stage: an image, an operation or a disease that has a place in the spine, a
 * tumour. Not "bu" of BUN, "wb" of WBC and the like: a value loses its last letter to no number.
 */
const beforeLevelOrStage = wordSet(`
  mri mra mrv ct cta xr pet spect emg ncs ncv acdf alif plif tlif xlif olif esi rfa rfl mbb sp ddd djd hnp sci fx
  nsclc sclc crc hcc rcc scc bcc tcc dcis lcis idc ilc pdac
`)

/** What else is spelled before a letter with its number: the parts of a Glasgow score, a complement in lupus, a hormone. */
const partsOf: ReadonlyMap<string, RegExp> = new Map([
  ['gcs', /^(?:e[1-4]|v[1-5]|m[1-6])$/],
  ['sle', /^c[34]$/],
  ['tsh', /^t[34]$/],
])

/** Names of their own: "a p e g tube" is no G-tube after P and E, "e c m o two days" no oxygen. */
const wholeNames = wordSet('peg pej figo ecmo')

/** How many vertebrae a region has, and how far stages go. */
const mostOf: ReadonlyMap<string, number> = new Map([
  ['c', 8],
  ['t', 12],
  ['l', 6],
  ['n', 3],
  ['m', 6],
  ['e', 4],
  ['v', 5],
])

/** Whether the last of several letters begins what follows: "m r i c five", "m r i c spine"; never "b u n twenty two". */
export function ownsLastLetter(atoms: readonly Atom[], letters: string, to: number): boolean {
  if (letters.length < 3) return false
  // "a p x ray", "m r i c spine"
  if (close(atoms, to) !== '' && matchAtoms(englishNames, atoms, to - 1))
    return !wholeNames.has(letters)
  const letter = letters.at(-1) ?? ''
  const number = numberUpTo(atoms, to, mostOf.get(letter) ?? -1)
  if (!number) return false
  const isNamed =
    partsOf.get(letters.slice(0, -1))?.test(`${letter}${number.digits}`) === true ||
    beforeLevelOrStage.has(letters.slice(0, -1))
  return isNamed || goesOn(atoms, number.to, /^[ctl]$/.test(letter) ? letter : '')
}

function numberUpTo(atoms: readonly Atom[], at: number, most: number) {
  const [group, more] = close(atoms, at) === '' ? [] : englishRunAt(atoms, at)
  // "c five six" is two levels; "a b c one two three" is no stage and no vertebra.
  if (!group || (more && englishRunAt(atoms, at).length > 2)) return null
  return /^\d{1,2}$/.test(group.digits) && Number(group.digits) <= most ? group : null
}

/** A second level, or the next part of a stage: "d d d l four l five", "c l l c five to t one", "t two n one". */
function goesOn(atoms: readonly Atom[], to: number, region: string): boolean {
  const at = /^(?:to|through|dash|hyphen|and)$/.test(close(atoms, to)) ? to + 1 : to
  const letter = close(atoms, at)
  const isStage = at === to && /^[nm]$/.test(letter) && /^(?:x|oh?)$/.test(close(atoms, at + 1))
  if (isStage) return true
  const isNext = region !== '' && /^[ctls]$/.test(letter)
  const isPart = at === to && /^[nm]$/.test(letter)
  return (isNext || isPart) && numberUpTo(atoms, at + 1, 12) !== null
}
