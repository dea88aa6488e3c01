import type { Atom } from '../reading/atoms.ts'
import { close, matchAtoms } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'

export type Currency = {
  readonly sign: string
  /** What a hundredth is called. */
  readonly hundredth?: RegExp
  /** "pounds" are a weight unless hundredths follow. */
  readonly needsHundredths?: true
}

const cents = /^cents?$/
const pence = /^(?:pence|pennies|penny)$/

/** Signs as Canadian and British style writes them: the country's letters only where it was said. */
const currencies = indexPhrases<Currency>(
  (
    [
      ['dollar | dollars', { sign: '$', hundredth: cents }],
      ['canadian dollar | canadian dollars', { sign: 'CA$', hundredth: cents }],
      [
        'us dollar | us dollars | u s dollar | u s dollars | american dollar | american dollars',
        { sign: 'US$', hundredth: cents },
      ],
      ['australian dollar | australian dollars', { sign: 'A$', hundredth: cents }],
      ['new zealand dollar | new zealand dollars', { sign: 'NZ$', hundredth: cents }],
      ['hong kong dollar | hong kong dollars', { sign: 'HK$', hundredth: cents }],
      ['singapore dollar | singapore dollars', { sign: 'S$', hundredth: cents }],
      ['euro | euros', { sign: '€', hundredth: cents }],
      ['yen | japanese yen', { sign: '¥' }],
      ['yuan | chinese yuan', { sign: 'CN¥' }],
      ['rupee | rupees | indian rupee | indian rupees', { sign: '₹' }],
      ['south korean won | korean won', { sign: '₩' }],
      ['swiss franc | swiss francs', { sign: 'CHF ' }],
      ['pound sterling | pounds sterling', { sign: '£', hundredth: pence }],
      ['british pound | british pounds', { sign: '£', hundredth: pence }],
      ['pound | pounds', { sign: '£', hundredth: pence, needsHundredths: true }],
    ] as const
  ).flatMap(([said, currency]) => said.split(' | ').map((phrase) => [phrase, currency] as const)),
)

/** The currency that begins at an atom after its number. */
export function englishCurrencyAt(atoms: readonly Atom[], at: number) {
  return close(atoms, at) === '' ? null : matchAtoms(currencies, atoms, at)
}
