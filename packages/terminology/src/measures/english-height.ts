import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { numeralWriting, writeNumeral } from '../numbers/numeral.ts'
import { close, type Step, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

/** "five foot six", "five feet six inches": 5 feet 6 inches. Not 5.6. Also "seven pounds six ounces". */
export function readEnglishHeight(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const large = englishNumeralAt(atoms, from)
  const unit = large ? close(atoms, large.to) : ''
  const pair = pairs.get(unit)
  if (!large?.isWhole || large.value < 1 || !pair || large.isWritten) return null
  const smallFrom = close(atoms, large.to + 1) === 'and' ? large.to + 2 : large.to + 1
  const small = close(atoms, smallFrom) === '' ? null : englishNumeralAt(atoms, smallFrom)
  if (!small || small.value < 0 || small.value >= pair.most) return null
  const isNamed = pair.names.includes(close(atoms, small.to))
  if (
    !isNamed &&
    (!pair.isUsual ||
      large.value > 8 ||
      /^(?:by|feet|foot|point|over|to)$/.test(close(atoms, small.to)))
  )
    return null
  const steps: readonly Step[] = [
    {
      from,
      to: large.to,
      rule: large.rule,
      write: numeralWriting(large.numeral),
    },
    {
      from: large.to,
      to: smallFrom,
      rule: 'measure.height',
      left: 'space',
      write: pair.large,
    },
    {
      from: small.from,
      to: small.to,
      rule: small.rule,
      left: 'space',
      write: (profile) =>
        `${writeNumeral(small.numeral, profile)}${isNamed ? '' : ` ${pair.names[0]}`}`,
    },
  ]
  const span = valueFrom(
    reading,
    'height',
    isNamed
      ? [...steps, { from: small.to, to: small.to + 1, rule: 'measure.height', left: 'space' }]
      : steps,
  )
  return span && [span]
}

type Pair = {
  readonly large: string
  readonly names: readonly string[]
  readonly most: number
  /** The small unit is often left out. */
  readonly isUsual: boolean
}

const feet: Pair = { large: 'feet', names: ['inches', 'inch'], most: 12, isUsual: true }
const pounds: Pair = { large: 'pounds', names: ['ounces', 'ounce'], most: 16, isUsual: false }
const pairs: ReadonlyMap<string, Pair> = new Map([
  ['foot', feet],
  ['feet', feet],
  ['pound', pounds],
  ['pounds', pounds],
])
