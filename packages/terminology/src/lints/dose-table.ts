import { wordSet } from '../reading/word-set.ts'
import { type Route, routes } from './administration-routes.ts'

/**
 * How much of a drug is given to adults. The limits are wide on purpose: beyond them is no cautious or
 * generous dose but another drug, another unit or another number. `-` is no limit.
 *
 * | column | says                                                                                        |
 * | ------ | ------------------------------------------------------------------------------------------- |
 * | names  | folded, English and French, common Canadian brands; the first is the name in a reason         |
 * | unit   | of the limits; a drug in `mcg`, `mg` or `g` is never ordered in units, and the reverse        |
 * | least  | the smallest dose that makes sense, for any route                                           |
 * | most   | the largest single dose                                                                     |
 * | other  | `day`: the most in a day; `iv`, `push`, `im`, `sc`, `spinal`, `po`: the largest single dose by this route, in place of `most`; `kg`: the most for each kg, of one dose or of a day; `weekly`: never daily outside of cancer treatment |
 * | unless | words of a sentence that tell of a use with far larger doses                                  |
 * | source | HA: on ISMP's list of high-alert drugs; PM: limits from general knowledge of the product monographs |
 */
const table = `
insulin, insuline, glargine, detemir, degludec, lantus, basaglar, levemir, tresiba, toujeo | units | - | 90 | kg 4 | resistant resistance resistante 500 | HA; PM
regular insulin, insulin regular, insuline reguliere, lispro, aspart, asparte, glulisine, humalog, novorapid, fiasp, apidra, humulin r | units | - | 60 | kg 4 | resistant resistance resistante 500 | HA; PM
heparin, heparine | units | - | 50000 | sc 20000, kg 500 | - | HA; PM
dalteparin, dalteparine, fragmin | units | 1000 | 25000 | day 36000, kg 250 | - | HA; PM
tinzaparin, tinzaparine, innohep | units | 1000 | 30000 | day 36000, kg 250 | - | HA; PM
enoxaparin, enoxaparine, lovenox | mg | 10 | 200 | day 400, kg 3 | - | HA; PM
warfarin, warfarine, coumadin | mg | 0.5 | 20 | day 20 | - | HA; PM
apixaban, eliquis | mg | 2.5 | 10 | day 20 | - | HA; PM
rivaroxaban, xarelto | mg | 2.5 | 20 | day 30 | - | HA; PM
dabigatran, pradaxa | mg | 75 | 220 | day 300 | - | HA; PM
methotrexate | mg | 1 | - | weekly, po 50, spinal 15 | - | HA; PM
vincristine | mg | - | 2.5 | kg 0.1 | - | HA; PM
digoxin, digoxine, lanoxin | mcg | 31 | 1000 | day 1000, iv 1000, kg 60 | - | HA; PM
levothyroxine, synthroid, eltroxin | mcg | 6 | 500 | day 500 | - | PM
liothyronine, cytomel | mcg | 2.5 | 100 | day 150 | - | PM
fentanyl | mcg | 6 | 2000 | iv 2000, spinal 200, kg 150 | - | HA; PM
sufentanil | mcg | 2.5 | 1500 | - | - | HA; PM
hydromorphone, dilaudid | mg | 0.1 | 32 | iv 8, im 8, sc 20, spinal 1, kg 0.3 | - | HA; PM
morphine, statex | mg | 0.5 | 200 | iv 50, im 50, sc 100, spinal 5, kg 1 | - | HA; PM
oxycodone, oxyneo | mg | 1 | 160 | - | - | HA; PM
meperidine, demerol, pethidine | mg | 5 | 150 | day 1200, kg 3 | - | HA; PM
methadone | mg | 0.5 | 200 | day 400, kg 2 | - | HA; PM
codeine | mg | 5 | 200 | day 600, kg 3 | - | HA; PM
tramadol | mg | 12.5 | 400 | day 400 | - | PM
naloxone, narcan | mg | 0.02 | 10 | kg 0.5 | - | PM
potassium, kcl, potassium chloride, chlorure de potassium | mEq | - | 80 | day 300, kg 5 | - | HA; PM
metformin, metformine, glucophage | mg | 125 | 2000 | day 3000 | - | HA; PM
glyburide, diabeta | mg | 1.25 | 20 | day 20 | - | HA; PM
gliclazide, diamicron | mg | 15 | 320 | day 320 | - | HA; PM
lorazepam, ativan | mg | 0.25 | 10 | day 20, iv 8, kg 0.3 | - | PM
diazepam, valium | mg | 0.5 | 50 | iv 30, kg 1 | - | PM
clonazepam, rivotril | mg | 0.125 | 10 | day 20 | - | PM
alprazolam, xanax | mg | 0.125 | 4 | day 10 | - | PM
midazolam, versed | mg | 0.25 | 30 | kg 2 | - | HA; PM
succinylcholine | mg | 2 | 400 | kg 6 | - | HA; PM
rocuronium | mg | 2 | 250 | kg 3 | - | HA; PM
ketamine | mg | 1 | 1500 | iv 500, kg 15 | - | HA; PM
haloperidol, haldol | mg | 0.25 | 30 | day 100, iv 20, kg 0.5 | - | PM
haloperidol decanoate, decanoate d haloperidol | mg | 10 | 450 | - | - | PM
risperidone, risperdal | mg | 0.125 | 50 | - | - | PM
quetiapine, seroquel | mg | 12.5 | 800 | day 1200 | - | PM
olanzapine, zyprexa | mg | 1.25 | 30 | day 40 | - | PM
lithium | mg | 150 | 1800 | day 2400 | - | PM
phenytoin, phenytoine, dilantin | mg | 25 | 2000 | kg 40 | - | PM
clonidine | mg | 0.025 | 0.8 | day 2.4 | - | PM
colchicine | mg | 0.3 | 1.8 | day 3 | - | PM
prednisone, prednisolone | mg | 1 | 200 | day 200, kg 5 | pulse pulses relapse relapses sclerosis neuritis bolus poussee poussees sclerose nevrite | PM
hydrocortisone, solu cortef | mg | 1 | 1000 | kg 20 | - | PM
methylprednisolone, solu medrol, solumedrol | mg | 2 | 2000 | kg 60 | - | PM
dexamethasone, decadron | mg | 0.25 | 100 | kg 2 | - | PM
metoprolol, lopresor | mg | 2.5 | 400 | day 450, iv 15 | - | PM
bisoprolol, monocor | mg | 0.625 | 20 | day 20 | - | PM
carvedilol | mg | 3.125 | 50 | day 100 | - | PM
atenolol, tenormin | mg | 12.5 | 200 | day 200 | - | PM
amlodipine, norvasc | mg | 1.25 | 20 | day 20 | - | PM
ramipril, altace | mg | 1.25 | 20 | day 20 | - | PM
perindopril, coversyl | mg | 1 | 16 | day 16 | - | PM
lisinopril | mg | 1.25 | 80 | day 80 | - | PM
candesartan, atacand | mg | 2 | 32 | day 64 | - | PM
hydrochlorothiazide | mg | 6.25 | 100 | day 200 | - | PM
furosemide, lasix | mg | 5 | 500 | day 2000, iv 500, kg 12 | - | PM
spironolactone, aldactone | mg | 6.25 | 400 | day 400 | - | PM
amiodarone, cordarone | mg | 50 | 1200 | day 2400, iv 450, kg 25 | - | PM
diltiazem | mg | 5 | 480 | day 540, iv 50 | - | PM
hydralazine, apresoline | mg | 5 | 100 | day 400, iv 40, im 40 | - | PM
labetalol | mg | 5 | 800 | day 2400, iv 300 | - | PM
atorvastatin, atorvastatine, lipitor | mg | 5 | 80 | day 80 | - | PM
simvastatin, simvastatine, zocor | mg | 5 | 80 | day 80 | - | PM
rosuvastatin, rosuvastatine, crestor | mg | 2.5 | 40 | day 40 | - | PM
acetaminophen, acetaminophene, paracetamol, tylenol | mg | 80 | 2000 | day 4000, kg 100 | - | PM
ibuprofen, ibuprofene, advil, motrin | mg | 100 | 800 | day 3200, kg 60 | - | PM
aspirin, aspirine | mg | 40 | 1300 | day 5400 | - | PM
naproxen, naproxene | mg | 125 | 1100 | day 1650 | - | PM
ketorolac, toradol | mg | 5 | 60 | day 120, iv 60, kg 2 | - | PM
pantoprazole, pantoloc | mg | 10 | 160 | day 240 | - | PM
amoxicillin, amoxicilline | mg | 50 | 3000 | day 6000, kg 150 | - | PM
ciprofloxacin, ciprofloxacine, cipro | mg | 100 | 1000 | day 1500 | - | PM
levofloxacin, levofloxacine, levaquin | mg | 125 | 1000 | day 1000 | - | PM
azithromycin, azithromycine, zithromax | mg | 100 | 2000 | kg 40 | - | PM
cephalexin, cephalexine, keflex | mg | 125 | 1500 | day 6000, kg 200 | - | PM
gentamicin, gentamicine, tobramycin, tobramycine | mg | - | 1000 | day 1000, im 1000, spinal 20, kg 15 | - | PM
vancomycin, vancomycine | mg | - | 4000 | day 8000, po 500, kg 80 | - | PM
ceftriaxone | mg | 25 | 4000 | day 4000, kg 150 | - | PM
cefazolin, cefazoline | mg | 25 | 3000 | day 12000, kg 200 | - | PM
gabapentin, gabapentine, neurontin | mg | 50 | 1800 | day 4800 | - | PM
pregabalin, pregabaline, lyrica | mg | 12.5 | 450 | day 900 | - | PM
sertraline, zoloft | mg | 12.5 | 200 | day 300 | - | PM
citalopram, celexa | mg | 5 | 60 | day 60 | - | PM
escitalopram, cipralex | mg | 2.5 | 30 | day 40 | - | PM
trazodone | mg | 12.5 | 600 | day 600 | - | PM
zopiclone, imovane | mg | 1.875 | 15 | day 15 | - | PM
hydroxyzine, atarax | mg | 5 | 200 | day 600 | - | PM
epinephrine, adrenaline | mg | - | 5 | iv 2, im 1, sc 1, kg 0.2 | - | HA; PM
adenosine | mg | 0.1 | 18 | kg 0.6 | stress perfusion imagerie | PM
atropine | mg | 0.01 | 6 | kg 0.2 | organophosphate organophosphates organophosphore organophosphores | PM
oxytocin, ocytocine, oxytocine | units | - | 80 | im 10, push 10 | - | HA; PM
ondansetron, zofran | mg | 2 | 32 | day 48, iv 32, kg 0.5 | - | PM
magnesium sulfate, magnesium sulphate, sulfate de magnesium | mg | - | 10000 | push 6000, kg 100 | - | HA; PM
metronidazole, flagyl | mg | 125 | 2000 | day 4000, kg 60 | - | PM
`

export type DoseUnit = 'units' | 'mcg' | 'mg' | 'mEq'

/** Limits in the table's own unit. */
export type DoseRow = {
  readonly name: string
  readonly names: readonly string[]
  readonly unit: DoseUnit
  readonly least: number
  readonly most: number
  readonly mostBy: ReadonlyMap<Route, number>
  readonly mostADay: number
  readonly mostAKilogram: number
  readonly isWeekly: boolean
  readonly unless: ReadonlySet<string>
  readonly source: string
}

const sources = { HA: 'ISMP high-alert list', PM: 'product monographs, wide limits' } as const

export const doseRows: readonly DoseRow[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [list = '', unit, least, most, other = '', unless = '', source = ''] = line.split(' | ')
    const names = list.split(', ')
    const limits = new Map(
      other.split(', ').map((each) => {
        const [label = '', amount] = each.split(' ')
        return [label, amount] as const
      }),
    )
    return {
      name: names[0] ?? '',
      names,
      unit: unit as DoseUnit,
      least: limit(least, 0),
      most: limit(most, Number.POSITIVE_INFINITY),
      mostBy: new Map(
        routes
          .filter((route) => limits.has(route))
          .map((route) => [route, Number(limits.get(route))]),
      ),
      mostADay: limit(limits.get('day'), Number.POSITIVE_INFINITY),
      mostAKilogram: limit(limits.get('kg'), Number.POSITIVE_INFINITY),
      isWeekly: limits.has('weekly'),
      unless: wordSet(unless),
      source: source.replace('HA', sources.HA).replace('PM', sources.PM),
    }
  })

function limit(cell: string | undefined, none: number): number {
  return cell === undefined || cell === '-' ? none : Number(cell)
}
