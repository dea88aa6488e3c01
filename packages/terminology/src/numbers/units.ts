import { indexPhrases, matchPhrase, type PhraseIndex } from '../reading/phrase-index.ts'
import type { Token } from '../reading/token.ts'
import type { NumberLanguage } from './number-language.ts'

/** How a unit is written after its number. */
export type UnitSymbol = {
  readonly symbol: string
  /** The space before it: as for %, as for °, or as for any other unit. */
  readonly space: 'percent' | 'none' | 'unit'
}

export type SpokenUnit =
  | {
      readonly kind: 'symbol'
      readonly unit: UnitSymbol
      /** True where it may stand under a fraction bar: mg/dL, mL/kg. */
      readonly counts: boolean
      /** Next words that show that it is not a unit at all: "two gram negative rods". */
      readonly notBefore?: ReadonlySet<string>
    }
  /** Measures, but stays a word: "5 days", "8 units". Never abbreviated, by safety rule or by habit. */
  | { readonly kind: 'word' }

export type UnitMatch =
  | { readonly kind: 'symbol'; readonly unit: UnitSymbol; readonly to: number }
  | { readonly kind: 'word'; readonly to: number }

/** The unit that begins at a token: "milligrams", "milligrams per decilitre", "days". */
export function matchUnit(
  language: NumberLanguage,
  tokens: readonly Token[],
  at: number,
): UnitMatch | null {
  const match = matchPhrase(language.units, tokens, at)
  if (!match || tokens[at]?.before !== '') return null
  const { meaning, to } = match
  if (meaning.kind === 'word') return { kind: 'word', to }
  const next = tokens[to - 1]?.after === '' ? tokens[to]?.atoms[0] : undefined
  if (next !== undefined && meaning.notBefore?.has(next)) return null
  if (isDegreesAndMore(language, meaning.unit, next)) return null

  if (next === language.perWord && tokens[to]?.after === '') {
    const per = matchPhrase(language.units, tokens, to + 1)
    if (per?.meaning.kind === 'symbol' && per.meaning.counts) {
      const symbol = `${meaning.unit.symbol}/${per.meaning.unit.symbol}`
      return { kind: 'symbol', unit: { ...meaning.unit, symbol }, to: per.to }
    }
  }
  return { kind: 'symbol', unit: meaning.unit, to }
}

/** « trente-sept degrés cinq » says more than its degrees; what, is not for us to guess. */
function isDegreesAndMore(
  language: NumberLanguage,
  unit: UnitSymbol,
  next: string | undefined,
): boolean {
  if (unit.symbol !== '°' || next === undefined) return false
  return /^\d/.test(next) || language.isNumberWord(next)
}

/** Symbol, whether it may be counted for, and how it is said; a final s is added to the last word of each. */
type UnitRow = readonly [symbol: string, counts: boolean, said: string]

/** Micrograms are mcg: µg is misread as mg (ISMP, ISMP Canada). */
const frenchSymbols: readonly UnitRow[] = [
  ['mcg', false, 'microgramme | mcg'],
  ['mg', false, 'milligramme | mg'],
  ['g', false, 'gramme'],
  ['kg', true, 'kilogramme | kg'],
  ['mL', true, 'millilitre | ml'],
  ['dL', true, 'décilitre | dl'],
  ['L', true, 'litre'],
  ['mm', false, 'millimètre | mm'],
  ['cm', false, 'centimètre | cm'],
  ['m', false, 'mètre'],
  ['km', false, 'kilomètre | km'],
  ['mmol', false, 'millimole | mmol'],
  ['mEq', false, 'milliéquivalent | meq'],
]

function symbolsOf(rows: readonly UnitRow[]): readonly (readonly [string, SpokenUnit])[] {
  return rows.flatMap(([symbol, counts, said]) =>
    said.split(' | ').flatMap((phrase) => {
      const unit: SpokenUnit = { kind: 'symbol', unit: { symbol, space: 'unit' }, counts }
      return [[phrase, unit] as const, [`${phrase}s`, unit] as const]
    }),
  )
}

const symbol = (symbol: string, space: UnitSymbol['space']): SpokenUnit => ({
  kind: 'symbol',
  unit: { symbol, space },
  counts: false,
})

/** A unit whose name also begins other things: "gram stain", "kilo hertz". */
const notBefore = (symbol: string, next: string): SpokenUnit => ({
  kind: 'symbol',
  unit: { symbol, space: 'unit' },
  counts: symbol === 'kg',
  notBefore: new Set(next.split(' ')),
})
const kilo = notBefore('kg', 'hertz calories calorie joules joule pascals pascal bases base')

const sameMeaning = (meaning: SpokenUnit, phrases: string) =>
  phrases.split(' | ').map((phrase) => [phrase, meaning] as const)

export const frenchUnits: PhraseIndex<SpokenUnit> = indexPhrases([
  ...symbolsOf(frenchSymbols),
  ...sameMeaning(kilo, 'kilo | kilos'),
  ...sameMeaning(symbol('%', 'percent'), 'pour cent'),
  ...sameMeaning(symbol('°', 'none'), 'degrés'),
  ...sameMeaning(symbol('°C', 'unit'), 'degrés celsius | degré celsius | degrés centigrades'),
  ...sameMeaning(symbol('°F', 'unit'), 'degrés fahrenheit | degré fahrenheit'),
  ...sameMeaning(symbol('mmHg', 'unit'), 'millimètres de mercure | mm de mercure | mmhg'),
  ...sameMeaning(
    { kind: 'word' },
    'unité | unités | unités internationales | seconde | secondes | minute | minutes | heure | heures | jour | jours | semaine | semaines | mois | an | ans | année | années | comprimé | comprimés | capsule | capsules | gélule | gélules | bouffée | bouffées | goutte | gouttes | pouce | pouces | pieds | livres',
  ),
])
