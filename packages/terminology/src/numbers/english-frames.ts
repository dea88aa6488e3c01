import { wordSet } from '../reading/word-set.ts'

/**
 * Words that show what a number near them is. Tables for a clinician to read: a word too many here writes
 * a wrong number, a word too few leaves one spelt out.
 */

/** Beside a small ratio: "grade two over six", "four out of five strength". */
export const ratioFrame = wordSet(`
  grade graded strength power pain murmur score scored scale scores systolic diastolic motor muscle gcs
  mmse moca reflex reflexes pulses pulse apgar rated rates rating ejection severity phq gad visual acuity
  vision
`)

/** What two airway pressures follow: "pressure support ten over five". */
export const airwayFrame = wordSet('bipap cpap support ipap niv')

/** Titres and dilutions are ratios: "one to eighty". */
export const titreFrame = wordSet(
  'titer titre titers titres dilution diluted ana epinephrine ratio',
)

/** Where an eye is examined "twenty twenty" is 20/20. */
export const visionFrame = wordSet('vision acuity visual eye eyes snellen od os ou sees')

/**
 * Where a hundred is often left out, "one twenty" for 120: the one to three words before the number, and the least and the
 * most that the number can plausibly be. Creatinine is not among them: "one twenty" is 1.20 mg/dL or 120 µmol/L.
 */
export const leftOutHundreds: ReadonlyMap<string, readonly [least: number, most: number]> = new Map(
  (
    [
      ['pulse | heart rate | rate | hr | tach | tachycardic | tachycardia', 100, 250],
      ['systolic | systolics | sbp | pressure | pressures', 100, 300],
      ['diastolic | diastolics | dbp', 100, 160],
      ['map | arterial pressure', 100, 160],
      ['weight | weighs | weighed | weighing', 100, 499],
      ['tidal volume', 200, 999],
      ['peak flow', 100, 800],
      ['qt | qtc | qt interval | qtc interval', 300, 700],
      ['pr | qrs | pr interval | qrs duration', 100, 400],
      ['sodium', 110, 180],
      ['osmolality | osmolarity', 200, 450],
      ['glucose | sugar | sugars', 100, 699],
      ['cholesterol', 100, 499],
      ['ldl', 100, 399],
      ['triglycerides', 100, 999],
      ['platelets | platelet count', 100, 999],
      ['c d four | cd four | cd four count | d four count | cd4 | cd4 count', 100, 999],
      ['hemoglobin | haemoglobin', 100, 199],
      ['mcv', 100, 130],
      ['ferritin | fibrinogen | dimer', 100, 999],
      ['crp | esr', 100, 500],
      ['ck | cpk | ast | alt | alp | ggt | ldh | lipase | amylase', 100, 999],
      ['bnp', 100, 999],
      ['ebl | blood loss | urine output', 100, 999],
      // mg of iodine in a millilitre: the number is of the name.
      ['omnipaque', 180, 350],
      ['isovue', 200, 370],
      ['visipaque', 270, 320],
      ['saline | infusing | running', 100, 999],
      ['room | flight | boeing | route | highway | extension | apartment | suite', 100, 999],
    ] as const
  ).flatMap(([words, least, most]) =>
    words.split(' | ').map((word) => [word, [least, most]] as const),
  ),
)

/** Of these nothing is more or less: what runs "over one twenty" runs for so long. */
export const neverCompared = wordSet(`
  saline infusing running room flight boeing route highway extension apartment suite omnipaque isovue visipaque
`)

/** Strengths of a drug in one unit. */
type Strengths = { readonly symbol: string; readonly strengths: readonly number[] }

/**
 * Strengths that are said without "hundred", of drugs that have no form of what was said after the first digit: there is
 * no amoxicillin of 75 mg. The first four drugs from the Drug Product Database (Health Canada), the others from general
 * knowledge, compared with no list.
 */
export const saidStrengths: ReadonlyMap<string, Strengths> = new Map([
  ['amoxicillin', { symbol: 'mg', strengths: [875] }],
  ['clavulanate', { symbol: 'mg', strengths: [875] }],
  ['acetaminophen', { symbol: 'mg', strengths: [325, 650] }],
  ['metformin', { symbol: 'mg', strengths: [850] }],
  ['levofloxacin', { symbol: 'mg', strengths: [750] }],
  ['methocarbamol', { symbol: 'mg', strengths: [750] }],
  ['levothyroxine', { symbol: 'mcg', strengths: [112, 137] }],
])

/** The number after it is in digits, however small: "type two diabetes", "day three". */
export const numberedNouns = wordSet(`
  type grade class day days week weeks number score scored level levels phase step room bed unit ward floor
  version chapter page pages table figure item part volume question exhibit apartment suite gate
  group zone segment segments grades types gravida para abortus apgar gcs glasgow gleason phq gad moca
  fio2 cycle month peep cpap bipap epap ipap asa mac session visit scale
  mmse pulse respirations resps respiratory temp temperature spo2 sats saturation potassium
  sodium creatinine hemoglobin haemoglobin glucose magnesium phosphate calcium lactate ph inr troponin
  bilirubin albumin wbc kt bun crp tsh ferritin bmi weight height age aged dose
  category tier pod postop birads chromosome trisomy route highway channel
  flight bus train episode season round ages ecog nihss meld karnofsky rankin braden norton bishop
  psa ldl hdl ast esr ptt
  ballard wells curb aldrete ramsay rass timi hads epds hoehn yahr kellgren tanner
`)

/** The same with "of", "is" or "goal" between: "PEEP of five", "pain score is four", "inr goal two to three". */
export const measuredNouns = wordSet(`
  peep cpap bipap epap ipap fio fio2 score scores level levels apgar gcs gleason phq gad moca mmse pulse respirations resps saturation
  sats spo2 potassium sodium creatinine hemoglobin haemoglobin glucose magnesium phosphate calcium lactate ph inr
  troponin bilirubin albumin wbc bun crp tsh ferritin bmi grade nihss meld ecog tmax psa ldl hdl ast esr ptt
`)

/** Small numbers before these are words, though they look like what is counted: "one of two things". */
export const yearLeads = wordSet('in since year of by from until during before after circa to and')
