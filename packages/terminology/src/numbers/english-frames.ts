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

/** Titres and dilutions are ratios: "one to eighty". */
export const titreFrame = wordSet(
  'titer titre titers titres dilution diluted ana epinephrine ratio',
)

/** Where an eye is examined "twenty twenty" is 20/20. */
export const visionFrame = wordSet('vision acuity visual eye eyes snellen od os ou sees')

/**
 * Where a hundred is often left out, "one twenty" for 120: the word before the number, and the least and the
 * most that the number can plausibly be.
 */
export const leftOutHundreds: ReadonlyMap<string, readonly [least: number, most: number]> = new Map(
  [
    ['pulse', [100, 250]],
    ['heart rate', [100, 250]],
    ['rate', [100, 250]],
    ['systolic', [100, 300]],
    ['pressure', [100, 300]],
    ['weight', [100, 499]],
    ['weighs', [100, 499]],
    ['weighed', [100, 499]],
    ['weighing', [100, 499]],
    ['sodium', [110, 180]],
    ['glucose', [100, 699]],
    ['sugar', [100, 699]],
    ['sugars', [100, 699]],
    ['cholesterol', [100, 499]],
    ['ldl', [100, 399]],
    ['triglycerides', [100, 999]],
    ['platelets', [100, 999]],
    ['hemoglobin', [100, 199]],
    ['haemoglobin', [100, 199]],
    ['ferritin', [100, 999]],
    ['saline', [100, 999]],
    ['infusing', [100, 999]],
    ['running', [100, 999]],
    ['room', [100, 999]],
    ['flight', [100, 999]],
    ['boeing', [100, 999]],
    ['route', [100, 999]],
    ['highway', [100, 999]],
    ['extension', [100, 999]],
    ['apartment', [100, 999]],
    ['suite', [100, 999]],
  ],
)

/**
 * Strengths in mg (Drug Product Database, Health Canada) that are said without "hundred", of drugs that have no form
 * of what was said after the first digit: there is no amoxicillin of 75 mg.
 */
export const saidStrengths: ReadonlyMap<string, readonly number[]> = new Map([
  ['amoxicillin', [875]],
  ['clavulanate', [875]],
  ['acetaminophen', [325, 650]],
  ['metformin', [850]],
])

/** The number after it is in digits, however small: "type two diabetes", "day three". */
export const numberedNouns = wordSet(`
  type grade class day days week weeks number score scored level levels phase step room bed unit ward floor
  version chapter page pages table figure item part volume question exhibit apartment suite gate
  group zone segment segments grades types gravida para abortus apgar gcs glasgow gleason phq gad moca
  mmse pulse respirations resps respiratory temp temperature spo2 sats saturation potassium
  sodium creatinine hemoglobin haemoglobin glucose magnesium phosphate calcium lactate ph inr troponin
  bilirubin albumin wbc kt bun crp tsh ferritin bmi weight height age aged dose
  category tier pod postop birads chromosome trisomy route highway channel
  flight bus train episode season round ages ecog nihss meld karnofsky rankin braden norton bishop
  ballard wells curb aldrete ramsay rass timi hads epds hoehn yahr kellgren tanner
`)

/** Small numbers before these are words, though they look like what is counted: "one of two things". */
export const yearLeads = wordSet('in since year of by from until during before after circa to and')
