import type { WritingProfile } from '../locale-profile.ts'
import { englishMixedAt } from '../numbers/english-mixed.ts'
import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { writeMixed } from '../numbers/mixed-number.ts'
import { numeralWriting, writeNumeral } from '../numbers/numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

/** "five foot six", "five feet six and a half inches": 5 feet 6 1/2 inches. Not 5.6. Also "seven pounds six ounces". */
export function readEnglishHeight(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const large = englishNumeralAt(atoms, from)
  const unit = large ? close(atoms, large.to) : ''
  const pair = pairs.get(unit)
  if (!large?.isWhole || large.value < 1 || !pair || large.isWritten) return null
  const smallFrom = close(atoms, large.to + 1) === 'and' ? large.to + 2 : large.to + 1
  const small = smallAt(atoms, smallFrom)
  if (!small || small.value < 0 || small.value >= pair.most) return null
  const isNamed = pair.names.includes(close(atoms, small.to))
  if (!isNamed && !(pair.isUsual && large.value <= 8 && endsHeight(atoms, small.to))) return null
  const rule = 'measure.height'
  const steps: readonly Step[] = [
    { from, to: large.to, rule: large.rule, write: numeralWriting(large.numeral) },
    {
      from: large.to,
      to: smallFrom,
      rule,
      left: 'space',
      write: large.value === 1 ? pair.one : pair.large,
    },
    {
      from: small.from,
      to: small.to,
      rule: small.rule,
      left: 'space',
      write: (profile) => `${small.write(profile)}${isNamed ? '' : ` ${pair.names[0]}`}`,
    },
  ]
  const name: Step = { from: small.to, to: small.to + 1, rule, left: 'space' }
  const span = valueFrom(reading, 'height', isNamed ? [...steps, name] : steps)
  return span && [span]
}

/** Inches or ounces, a half among them. */
function smallAt(atoms: readonly Atom[], from: number) {
  if (close(atoms, from) === '') return null
  const mixed = englishMixedAt(atoms, from)
  if (mixed !== null && mixed !== 'doubt') {
    const value = Number(mixed.integer)
    const write = (profile: WritingProfile) => writeMixed(mixed, profile)
    return { from, to: mixed.to, value, rule: 'number.fraction', write }
  }
  const said = englishNumeralAt(atoms, from)
  if (!said) return null
  const { to, value, rule, numeral } = said
  return {
    from,
    to,
    value,
    rule,
    write: (profile: WritingProfile) => writeNumeral(numeral, profile),
  }
}

const endsHeight = (atoms: readonly Atom[], at: number) =>
  !/^(?:by|feet|foot|point|over|to)$/.test(close(atoms, at))

type Pair = {
  readonly large: string
  readonly one: string
  readonly names: readonly string[]
  readonly most: number
  /** The small unit is often left out. */
  readonly isUsual: boolean
}

const feet: Pair = {
  large: 'feet',
  one: 'foot',
  names: ['inches', 'inch'],
  most: 12,
  isUsual: true,
}
const pounds: Pair = {
  large: 'pounds',
  one: 'pound',
  names: ['ounces', 'ounce'],
  most: 16,
  isUsual: false,
}
const pairs: ReadonlyMap<string, Pair> = new Map([
  ['foot', feet],
  ['feet', feet],
  ['pound', pounds],
  ['pounds', pounds],
])
