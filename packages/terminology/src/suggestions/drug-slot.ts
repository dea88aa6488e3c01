import { foldForm } from '../lexicon/fold-form.ts'
import { wordSet } from '../reading/word-set.ts'
import { follows, type PlacedWord } from './words-in-text.ts'

/** Units in which drugs are given, folded. Millilitres and grams measure too much else. */
const doseUnits = wordSet(`
  mg mcg µg μg ug mcg/h mg/kg mg/day mg/jour milligram milligrams microgram micrograms milligramme milligrammes
  microgramme microgrammes units unit unites unite meq
`)

/** Words after which a drug is named, folded. */
const cues: Readonly<Record<'en' | 'fr', ReadonlySet<string>>> = {
  en: wordSet(`
    prescribe prescribed prescribing takes taking started on received receiving administered restarted discontinued
    stopped
  `),
  fr: wordSet(`
    prescrit prescrite prescrire prend prenait prendre recoit recu debute commence administre cesse arrete sous
  `),
}

/** True if the words from here on are an amount with a unit of drugs: "25 mg", « 5 mcg ». */
export function isDoseAt(words: readonly PlacedWord[], at: number): boolean {
  const number = words[at]
  const unit = words[at + 1]
  if (!follows(number) || !beginsWithDigit(number.text) || !follows(unit)) return false
  return doseUnits.has(unit.text.toLowerCase().replaceAll('é', 'e'))
}

function beginsWithDigit(text: string): boolean {
  const code = text.charCodeAt(0)
  return code > 47 && code < 58
}

/** True if a drug is likely to be named by the words `[from, to)`. */
export function isDrugSlot(
  words: readonly PlacedWord[],
  { from, to }: { readonly from: number; readonly to: number },
  language: 'en' | 'fr',
): boolean {
  if (isDoseAt(words, to)) return true
  return follows(words[from]) && cues[language].has(foldForm(words[from - 1]?.text ?? '', language))
}
