import type { WritingProfile } from '../locale-profile.ts'
import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import { writeNumeral } from '../numbers/numeral.ts'
import type { SaidNumeral } from '../numbers/said-numeral.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, matchAtoms, valueFrom } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { isPartOver, secondPartAt } from './french-second-part.ts'
import { withHundredths } from './hundredths.ts'

type Currency = {
  readonly sign: string
  /** What a hundredth is called. */
  readonly hundredth?: RegExp
}

const cents = /^(?:cents?|centimes?|sous?)$/

/** Signs after the amount; the country's letters only where it was said: « 20 $ CA » (OQLF). */
const currencies = indexPhrases<Currency>(
  (
    [
      ['dollar | dollars', { sign: '$', hundredth: cents }],
      ['dollar canadien | dollars canadiens', { sign: '$ CA', hundredth: cents }],
      [
        'dollar américain | dollars américains | dollars us | dollars u s',
        { sign: '$ US', hundredth: cents },
      ],
      ['dollar australien | dollars australiens', { sign: '$ AU', hundredth: cents }],
      ['euro | euros', { sign: '€', hundredth: cents }],
      ['franc suisse | francs suisses', { sign: 'CHF', hundredth: cents }],
      ['livre sterling | livres sterling', { sign: '£', hundredth: /^(?:pence|penny)$/ }],
      ['yen | yens', { sign: '¥' }],
      ['roupie | roupies', { sign: '₹' }],
    ] as const
  ).flatMap(([said, currency]) => said.split(' | ').map((phrase) => [phrase, currency] as const)),
)

/** « trente-deux euros et quarante centimes », « vingt euros cinquante »; « deux millions de dollars » keeps its words. */
export function readFrenchMoney(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const said = frenchNumeralAt(atoms, from)
  if (!said || said.value < 0 || close(atoms, said.to) === '') return null
  const currency = matchAtoms(currencies, atoms, said.to)
  if (!currency) return null
  const { sign, hundredth } = currency.meaning
  // « cinq mille dollars trois cents »: 5300, or three cents.
  const cents = hundredth && said.value >= 100 ? centsAt(atoms, currency.to) : null
  if (cents) return doubtUpTo(atoms, from, cents.to)
  const hundredths = hundredthsAfter(reading, said, currency.to, currency.meaning)
  const write = (profile: WritingProfile) =>
    writeNumeral(hundredth ? withHundredths(said.numeral) : said.numeral, profile) +
    (hundredths ? profile.decimalMark + hundredths.digits : '') +
    profile.unitSpace +
    sign.replace(' ', profile.unitSpace)
  const to = hundredths?.to ?? currency.to
  const span = valueFrom(reading, 'money', [{ from, to, rule: 'number.money', write }])
  return span && [span]
}

function hundredthsAfter(
  { atoms }: Reading,
  { isWhole }: SaidNumeral,
  from: number,
  { hundredth }: Currency,
) {
  if (!isWhole || !hundredth) return null
  const at = close(atoms, from) === 'et' ? from + 1 : from
  if (at > from && /^demie?$/.test(close(atoms, at))) return { digits: '50', to: at + 1 }
  const cents = centsAt(atoms, at)
  if (cents) return cents
  const part = secondPartAt(atoms, at)
  if (!part || part.digits.length > 2) return null
  const digits = part.digits.padStart(2, '0')
  if (hundredth.test(close(atoms, part.to))) return { digits, to: part.to + 1 }
  // « vingt euros cinquante », « deux euros cinq », « douze dollars et cinquante », with nothing after it that could be counted.
  const isBare = at === from || part.digits.length === 2
  return isBare && isPartOver(atoms, part.to) ? { digits, to: part.to } : null
}

/** « trois dollars et cinq cents » are five cents, not five hundred; « dix-huit cents » eighteen. */
function centsAt(atoms: readonly Atom[], at: number) {
  const [group, more] = close(atoms, at) === '' ? [] : frenchRunAt(atoms, at)
  if (!group || more || atoms[group.to - 1]?.text !== 'cents') return null
  const hundreds = /^(\d{1,2})00$/.exec(group.digits)
  return hundreds && { digits: (hundreds[1] ?? '').padStart(2, '0'), to: group.to }
}
