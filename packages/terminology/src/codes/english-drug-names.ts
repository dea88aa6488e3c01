import { wordSet } from '../reading/word-set.ts'

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
  jevity osmolite glucerna nepro peptamen ensure isosource vivonex
  codeine meperidine lacosamide phenylephrine ephedrine hydroxyzine diphenhydramine benadryl methocarbamol baclofen
  ursodiol docusate senna lactulose loperamide sucralfate rifampin isoniazid ethambutol nitrofurantoin macrobid ranexa
  azathioprine mesalamine hydroxyurea tamoxifen letrozole donepezil memantine modafinil clobazam trazodone zolpidem zopiclone
  levodopa ropinirole pramipexole flecainide propafenone spironolactone eplerenone bumetanide acetazolamide mannitol
`)

/** Words of every day that end as a drug does. */
const noDrugs = wordSet('cocaine magazine mongrel rapine triumvir oxidine')

/** What may be said after a drug as a part of its name. */
const salts = wordSet(`
  chloride sulfate sulphate tartrate succinate sodium gluconate carbonate citrate phosphate acetate maleate besylate hydrochloride
  mesylate glargine lispro aspart detemir degludec regular nph er sr xr xl cr la
`)

const isDrug = (word: string) =>
  drugs.has(word) || (word.length > 5 && drugEnding.test(word) && !noDrugs.has(word))

/** Whether words, the nearest first, begin with the name of a drug: "metoprolol tartrate", "effexor x r". */
export function namesDrug(before: readonly string[]): boolean {
  const at = before.findIndex((word) => !salts.has(word) && !/^[a-z]$/.test(word))
  return isDrug(before[at] ?? '') || isDrug(before[at - 1] ?? '')
}
