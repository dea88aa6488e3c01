import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const rule = 'code.postal-code'
const between = wordSet('est le la au du de code')

/** The large towns of France and Belgium; « le havre » begins with an article. */
const towns = wordSet(`
  paris marseille lyon toulouse nice nantes montpellier strasbourg bordeaux lille rennes reims toulon grenoble dijon angers
  nîmes villeurbanne clermont aix brest tours amiens limoges annecy perpignan metz besançon orléans rouen mulhouse caen nancy
  avignon poitiers versailles cannes antibes créteil pau rochelle calais colmar bourges quimper valence chambéry troyes
`)

/**
 * « code postal soixante-quinze mille un » is 75001, however it is said; so is « trente-quatre mille montpellier », a number of
 * five digits before a town; « cedex zéro trois » is 03.
 */
export function readFrenchPostalNumber(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const run = frenchRunAt(atoms, from)
  const isCedex = previous(atoms, from) === 'cedex'
  // Most numbers are one and shorter.
  if (run.length < 2 && run[0]?.digits.length !== 5 && !isCedex) return null
  const to = run.at(-1)?.to
  const code = run.map(({ digits }) => digits).join('')
  if (to === undefined || run.some(({ shape }) => shape === 'written')) return null
  const step: Step = { from, to, rule, write: code }
  if (!(isCedex ? /^\d{2}$/ : /^\d{5}$/).test(code)) return null
  const town = isBeforeTown(atoms, run, to)
  if (!isCedex && !town && !isAnnounced(reading, at)) return null
  const span = valueFrom(reading, 'code', [step])
  if (!span || !town || !atoms[to]?.closes) return span && [span]
  const name = atoms[to]?.token ?? 0
  const capital = { letters: 'title' } as const
  return [span, { from: name, to: name + 1, kind: 'prose', manner: capital }]
}

function isAnnounced(reading: Reading, at: number): boolean {
  const { before } = aroundOf(reading, at, at + 1)
  return before.find((word) => !between.has(word)) === 'postal'
}

/** « soixante-quinze zéro zéro un paris »: as one number, or with its zeros. */
const isBeforeTown = (atoms: readonly Atom[], run: readonly NumberGroup[], to: number) =>
  towns.has(close(atoms, to)) && (run.length === 1 || run.some(({ digits }) => digits === '0'))
