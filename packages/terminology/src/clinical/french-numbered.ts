import { spelledBefore } from '../codes/spelled-before.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { isFrenchCount } from '../numbers/french-count.ts'
import { frenchDecimalWords } from '../numbers/french-decimal.ts'
import {
  frenchNumberedNouns,
  frenchNumberedPlurals,
  frenchScaleNames,
} from '../numbers/french-frames.ts'
import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, next, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const rule = 'number.cardinal'

/** « grade deux », « type un », « gravida trois »: a small number that is a name and not a count. */
export function readFrenchNumbered(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const before = previous(atoms, from)
  const isLinked = before === 'à' && frenchScaleNames.has(previous(atoms, from, 2))
  const noun = isLinked ? previous(atoms, from, 2) : nounBefore(atoms, from)
  if (frenchNumberedPlurals.has(noun)) return readList(reading, from)
  if (!frenchNumberedNouns.has(noun)) return null
  // « un appartement neuf »
  if (atoms[from]?.text === 'neuf' && owners.has(previous(atoms, from, 2))) return null
  const [group, more] = frenchRunAt(atoms, from)
  if (!group || more || group.shape === 'written' || group.shape === 'large') return null
  if (group.shape === 'zero' && close(atoms, group.to) !== '') return null
  const outOf = outOfAt(reading, group)
  if (outOf) return outOf
  if (saysMore(reading, group) || isFrenchCount(atoms, from, group.to)) return null
  const span = valueFrom(reading, 'number', [{ from, to: group.to, rule, write: group.digits }])
  return span && [span]
}

const owners = wordSet('un des mon ton son notre votre leur cet ce')

/** « pages trois à cinq », « les articles deux et trois » */
function readList(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const listed = listFrom(atoms, from, /^(?:à|et|ou)$/)
  const to = listed.at(-1)?.to ?? from
  if (listed.length < 2 || frenchUnitAt(atoms, to) || frenchDecimalWords.has(close(atoms, to)))
    return null
  const span = valueFrom(reading, 'number', listed)
  return span && [span]
}

/** « jour quatre sur sept »: both in digits. */
function outOfAt(reading: Reading, { from, to }: NumberGroup): readonly Span[] | null {
  const { atoms } = reading
  if (close(atoms, to) !== 'sur') return null
  const listed = listFrom(atoms, from, /^sur$/)
  const end = listed.at(-1)?.to ?? to
  if (listed.length !== 3 || frenchUnitAt(atoms, end)) return null
  const span = valueFrom(reading, 'number', listed)
  return span && [span]
}

/** Small numbers with a word between each two, from the first on. */
function listFrom(atoms: readonly Atom[], from: number, joints: RegExp): readonly Step[] {
  const listed: Step[] = []
  for (let start = from; ; ) {
    const [group, more] = frenchRunAt(atoms, start)
    if (!group || more || !/^\d{1,2}$/.test(group.digits)) return listed.slice(0, -1)
    listed.push(step(group))
    const { to } = group
    if (!joints.test(close(atoms, to)) || close(atoms, to + 1) === '') return listed
    if (frenchRunAt(atoms, to + 1).length !== 1) return listed
    listed.push({ from: to, to: to + 1, rule, left: 'space' })
    start = to + 1
  }
}

/** « ecog deux », and « e c o g deux ». */
const nounBefore = (atoms: readonly Atom[], from: number) =>
  spelledBefore(atoms, from) || previous(atoms, from)

/** What follows goes on with the number, or is counted by it. */
function saysMore({ atoms }: Reading, { from, to }: NumberGroup): boolean {
  const word = next(atoms, to)
  if (frenchDecimalWords.has(word)) return frenchNumeralAt(atoms, from)?.to !== to
  if (/^(?:sur|à|a|et|ou)$/.test(word)) return frenchRunAt(atoms, to + 1).length > 0
  return frenchUnitAt(atoms, to) !== null || word === 'plus'
}

const graded = wordSet(`
  œdème œdèmes oedème oedèmes godet réflexe réflexes rotulien rotuliens achilléen achilléens pouls pédieux pédieuse
  radial radiaux fémoral fémoraux poplité poplités tibial protéinurie protéines glycosurie hématurie sang
  leucocytes nitrites cétones cétonurie her her2
`)

/** « œdème deux plus » is 2+. */
export function readFrenchPlus(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const [group, more] = frenchRunAt(atoms, from)
  if (!group || more || !/^[0-4]$/.test(group.digits) || close(atoms, group.to) !== 'plus')
    return null
  if (/^(?:de|que|grand|grande|petit|petite)$/.test(close(atoms, group.to + 1))) return null
  const { before } = aroundOf(reading, at, at + 1)
  if (!before.some((word) => graded.has(word))) return null
  const write = `${group.digits}+`
  const step: Step = { from, to: group.to + 1, rule: 'clinical.plus', write }
  const span = valueFrom(reading, 'grade', [step])
  return span && [span]
}

const equals = wordSet('égale égal égalent')

/** « Gleason trois plus quatre égale sept »: the sum only if it was said. */
export function readFrenchGleason(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (!aroundOf(reading, at, at + 1).before.includes('gleason')) return null
  const first = gradeAt(reading, from)
  const second = first && close(atoms, first.to) === 'plus' ? gradeAt(reading, first.to + 1) : null
  if (!first || !second) return null
  const sum = equals.has(close(atoms, second.to)) ? gradeAt(reading, second.to + 1) : null
  const sign = (signFrom: number, text: string): Step => ({
    from: signFrom,
    to: signFrom + 1,
    rule: 'number.sign',
    left: 'space',
    write: text,
  })
  const steps = [
    step(first),
    sign(first.to, '+'),
    step(second),
    ...(sum ? [sign(second.to, '='), step(sum)] : []),
  ]
  const span = valueFrom(reading, 'number', steps)
  return span && [span]
}

type Grade = { readonly digits: string; readonly from: number; readonly to: number }

function gradeAt({ atoms }: Reading, from: number): Grade | null {
  const [group, more] = frenchRunAt(atoms, from)
  return group && !more && /^(?:[1-9]|10)$/.test(group.digits) ? group : null
}

const step = ({ digits, from, to }: Grade): Step => ({
  from,
  to,
  rule,
  left: 'space',
  write: digits,
})
