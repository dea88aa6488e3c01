import { namesDrug } from '../codes/english-drug-names.ts'
import { spelledBefore } from '../codes/spelled-before.ts'
import { neverCompared } from '../numbers/english-frames.ts'
import { isPlausibleHundred } from '../numbers/english-left-out.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'

/**
 * What is at a value or set to one, and not done at a time: "heart rate at one ten", "fluids running at one twenty five".
 * A word too few writes a dose as a time; a word too many leaves a time in doubt.
 */
const settings = wordSet(`
  pulse rate rates hr tach tachy tachycardic tachycardia brady bradycardia sinus rvr bp pressure pressures systolic diastolic
  map weight weighed volume sodium potassium glucose sugar sugars cholesterol ldl triglycerides platelets hemoglobin haemoglobin
  ferritin creatinine bilirubin alt ast alp troponin lipase amylase bnp ck ldh temperature temp fever
  saline infusion infusions drip drips running runs infusing feed feeds oven fluid fluids ringers dextrose hydration maintenance
  bolus boluses tpn lr ns ivf ivfs kcl pacer pacemaker pacing paced ventilator vent
  feeding feedings clearance pump peep w d5w d5ns d10w
  sustaining sustained peaked peaking maxed topped output outputs drainage residual residuals tones fht fhr
  shocked cardioverted defibrillated dosed titrated plateaued plateau
`)
/** Between what is measured and its value; after the value, who says that it was a time. */
const betweenSetting = wordSet(`
  at is was were are of remains remained stays stayed stable steady now currently still up down about around before after
  until since by settled controlled held holding sitting hovering maintained kept capped fixed in be been being found noted
`)
/** "the dose is at one fifty"; "last dose at nine fifty" was given then. */
const doses = wordSet('dose doses dosage')
const oneOfDoses = wordSet(
  'last next first second third previous prior loading morning evening noon night bedtime repeat',
)
/** "he is at one fifty now": nobody is at a time. */
const subjects = wordSet('he she they we i patient')
const isNow = wordSet('at is are was were now currently still again')

/** "pacer set at one ten", "held at one fifty": only of what happens is a time set. */
const setAt = wordSet('set dialed dialled')
const events = wordSet(`
  appointment appointments meeting meetings surgery visit visits alarm alarms clock timer follow followup procedure call reminder
  interview conference date time
`)

/** "levothyroxine started at one twelve" may be its dose; what is given or stopped "at nine fifty" is so at a time. */
const startedAt = wordSet('started restarted resumed continued initiated increased decreased')
/** Beginning with these it is done so often, and is no time of the day. */
const howOften =
  /^(?:daily|nightly|weekly|monthly|twice|once|three times|four times|two times|every|each|at bedtime|at night|at hs|b i d|bid|t i d|tid|q \w|qhs|qd|qam|qpm|p r n|prn|in the morning and|with meals)\b/

/** Whether the words before a number say that something is at that value; `from` is its first atom. */
export function isSetting(reading: Reading, from: number): boolean {
  const { before } = around(reading, from)
  const at = before.findIndex((word) => !betweenSetting.has(word))
  const word = before[at] ?? ''
  if (setAt.has(word)) return !before.slice(at + 1).some((other) => events.has(other))
  if (doses.has(word)) return !oneOfDoses.has(before[at + 1] ?? '')
  if (subjects.has(word) && at > 1) return before.slice(0, at).every((link) => isNow.has(link))
  return settings.has(word) || settings.has(spelledBefore(reading.atoms, from - at))
}

type Said = { readonly from: number; readonly to: number; readonly value: number }

/** "metformin at eight fifty", "qtc at four thirty", "at one fifty daily": a dose or a value, whatever it could be as a time. */
export function isAtValue(
  reading: Reading,
  { from, to, value }: Said,
  isLikelyTime: boolean,
): boolean {
  const { atoms } = reading
  const { before } = around(reading, from)
  const at = before.findIndex((word) => !betweenSetting.has(word))
  const isStart = startedAt.has(before[at] ?? '')
  const named = before
    .slice(isStart ? at + 1 : at)
    .filter((word) => !isStart || !betweenSetting.has(word))
  if (at !== -1 && namesDrug(named)) return true
  if (!before.some((word) => neverCompared.has(word)) && isPlausibleHundred(reading, from, value))
    return true
  const after = [0, 1, 2].map((ahead) => close(atoms, to + ahead)).join(' ')
  return previous(atoms, from) === 'at' && !isLikelyTime && howOften.test(after)
}

function around(reading: Reading, from: number) {
  return aroundAtoms(reading, from, from + 1)
}
