import { spelledBefore } from '../codes/spelled-before.ts'
import { neverCompared } from '../numbers/english-frames.ts'
import { isPlausibleHundred } from '../numbers/english-left-out.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
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
  sustaining sustained peaked peaking maxed topped output outputs drainage residual residuals tones fht fhr shocked cardioverted defibrillated dosed titrated plateaued plateau
`)
/** Between what is measured and its value; after the value, who says that it was a time. */
const betweenSetting = wordSet(`
  at is was were are of remains remained stays stayed stable steady now currently still up down about around before after
  until since by settled controlled held holding sitting hovering maintained kept capped fixed in be been being found noted
`)
/** "pacer set at one ten", "held at one fifty": only of what happens is a time set. */
const setAt = wordSet('set dialed dialled')
const events = wordSet(`
  appointment appointments meeting meetings surgery visit visits alarm alarms clock timer follow followup procedure call reminder
  interview conference date time
`)

/** What families of drugs end in (mostly stems of INN and USAN), long enough to end hardly any everyday word. */
const drugEndings = [
  'pril sartan statin azole azosin olol alol dipine semide thiazide formin gliptin gliflozin glutide glitazone gliclazide buride',
  'parin xaban gatran grel grelor cillin mycin micin floxacin cycline penem bactam vir vudine fungin',
  'azepam azolam azine apine idone piprazole oxetine traline pramine triptyline faxine zodone propion',
  'codone morphone orphine tanil tanyl adone caine curonium profen coxib oxicam setron phylline terol tropium sonide asone solone',
  'thyroxine thyronine barbital toin gabalin pentin racetam trigine ramate platin rubicin taxel trexate mab tinib ciclib limus',
  'lukast dronate parinux nephrine pressin tramadol trexone phenidate etamine darone benzaprine odopa',
  'idine afil triptan fenib parib zomib cept prost vaptan zolid fibrate pitant gepant orexant mustine losin dosin utamide aramide',
  'eramide ribine citabine trexed poetin grastim cristine blastine stigmine chloroquine trop[ie]ne tadine alopram profol apentin',
  'estradiol gestrel progesterone testosterone cortisone nisone nisolone setide relin reotide zepine zepoxide sacodyl lafenacin',
].flatMap((row) => row.split(' '))
const drugEnding = new RegExp(`(?:^cef[a-z]+|${drugEndings.join('|')})$`)

/** Drugs that are no kin of those, by generic and trade names. */
const drugs = wordSet(`
  warfarin coumadin insulin lantus humalog novolog lithium aspirin asa hydralazine nitroglycerin nitro isosorbide bisacodyl
  levophed milrinone dobutamine dopamine precedex versed ativan dilaudid lasix synthroid seroquel zoloft prozac effexor wellbutrin
  depakote valproate valproic divalproex keppra lamictal topamax neurontin lyrica tegretol dilantin tylenol advil acetaminophen
  naproxen allopurinol colchicine plaquenil eliquis xarelto plavix lipitor crestor lopressor toprol coreg carvedilol norvasc
  potassium magnesium calcium bicarb bicarbonate buspirone abilify zyprexa risperdal haloperidol oxytocin pitocin ketorolac
  toradol celebrex digoxin cardizem diltiazem verapamil medrol finasteride labetalol cyclosporine naloxone naltrexone
  codeine meperidine lacosamide phenylephrine ephedrine hydroxyzine diphenhydramine benadryl methocarbamol baclofen
  ursodiol docusate senna lactulose loperamide sucralfate rifampin isoniazid ethambutol nitrofurantoin macrobid ranexa
  azathioprine mesalamine hydroxyurea tamoxifen letrozole donepezil memantine modafinil clobazam trazodone zolpidem zopiclone
  levodopa ropinirole pramipexole flecainide propafenone spironolactone eplerenone bumetanide acetazolamide mannitol
`)
/** "levothyroxine started at one twelve" may be its dose; what is given or stopped "at nine fifty" is so at a time. */
const startedAt = wordSet('started restarted resumed continued initiated increased decreased')
/** Words of every day that end as a drug does. */
const noDrugs = wordSet(`
cocaine magazine mongrel rapine triumvir oxidine
`)

/** Beginning with these it is done so often, and is no time of the day. */
const howOften =
  /^(?:daily|nightly|weekly|monthly|twice|once|three times|four times|two times|every|each|at bedtime|at night|at hs|b i d|bid|t i d|tid|q \w|qhs|qd|qam|qpm|p r n|prn|in the morning and|with meals)\b/

const isDrug = (word: string) =>
  drugs.has(word) || (word.length > 5 && drugEnding.test(word) && !noDrugs.has(word))

/** Whether the words before a number say that something is at that value; `from` is its first atom. */
export function isSetting(reading: Reading, from: number): boolean {
  const { before } = around(reading, from)
  const at = before.findIndex((word) => !betweenSetting.has(word))
  const word = before[at] ?? ''
  if (setAt.has(word)) return !before.slice(at + 1).some((other) => events.has(other))
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
  const drugAt = isStart
    ? before.findIndex((word, back) => back > at && !betweenSetting.has(word))
    : at
  if (isDrug(before[drugAt] ?? '')) return true
  if (!before.some((word) => neverCompared.has(word)) && isPlausibleHundred(reading, from, value))
    return true
  const after = [0, 1, 2].map((ahead) => close(atoms, to + ahead)).join(' ')
  return previous(atoms, from) === 'at' && !isLikelyTime && howOften.test(after)
}

function around(reading: Reading, from: number) {
  const token = reading.atoms[from]?.token ?? 0
  return aroundOf(reading, token, token + 1)
}
