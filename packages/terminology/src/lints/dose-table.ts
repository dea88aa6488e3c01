/**
 * How much of a drug is given to adults. The limits are wide on purpose: beyond them is no cautious or
 * generous dose but another drug, another unit or another number. `-` is no limit.
 *
 * | column | says                                                                                    |
 * | ------ | --------------------------------------------------------------------------------------- |
 * | names  | folded, English and French, common Canadian brands; the first is the name in a reason     |
 * | unit   | of the limits; a drug in `mcg`, `mg` or `g` is never ordered in units, and the reverse    |
 * | least  | the smallest dose that makes sense, for any route                                       |
 * | most   | the largest single dose                                                                 |
 * | a day  | the most in a day                                                                       |
 * | note   | `weekly`: never daily outside of cancer treatment                                       |
 * | source | HA: on ISMP's list of high-alert drugs; PM: limits from general knowledge of the product monographs |
 */
const table = `
insulin, insuline, glargine, lispro, aspart, asparte, detemir, degludec, lantus, humalog, novorapid, levemir, tresiba | units | - | 300 | - | - | HA; PM
heparin, heparine | units | - | 50000 | - | - | HA; PM
dalteparin, dalteparine, fragmin | units | 1000 | 25000 | - | - | HA; PM
tinzaparin, tinzaparine, innohep | units | 1000 | 30000 | - | - | HA; PM
enoxaparin, enoxaparine, lovenox | mg | 10 | 300 | 400 | - | HA; PM
warfarin, warfarine, coumadin | mg | 0.5 | 20 | 25 | - | HA; PM
apixaban, eliquis | mg | 2.5 | 10 | 20 | - | HA; PM
rivaroxaban, xarelto | mg | 2.5 | 20 | 30 | - | HA; PM
methotrexate | mg | 1 | - | - | weekly | HA; PM
digoxin, digoxine, lanoxin | mcg | 31 | 1500 | 1500 | - | HA; PM
levothyroxine, synthroid, eltroxin | mcg | 6 | 500 | 600 | - | PM
liothyronine, cytomel | mcg | 2.5 | 100 | 150 | - | PM
fentanyl | mcg | 6 | 1600 | - | - | HA; PM
sufentanil | mcg | 2.5 | 1500 | - | - | HA; PM
hydromorphone, dilaudid | mg | 0.1 | 32 | - | - | HA; PM
morphine, statex | mg | 0.5 | 200 | - | - | HA; PM
oxycodone, oxyneo | mg | 1 | 160 | - | - | HA; PM
codeine | mg | 5 | 200 | 600 | - | HA; PM
tramadol | mg | 12.5 | 400 | 400 | - | PM
potassium, kcl | mEq | - | 100 | 300 | - | HA; PM
metformin, metformine, glucophage | mg | 125 | 2000 | 3000 | - | HA; PM
glyburide, diabeta | mg | 1.25 | 20 | 20 | - | HA; PM
gliclazide, diamicron | mg | 15 | 320 | 320 | - | HA; PM
lorazepam, ativan | mg | 0.25 | 10 | 20 | - | PM
clonazepam, rivotril | mg | 0.125 | 10 | 20 | - | PM
alprazolam, xanax | mg | 0.125 | 4 | 10 | - | PM
midazolam, versed | mg | 0.25 | 30 | - | - | HA; PM
haloperidol, haldol | mg | 0.25 | 30 | 100 | - | PM
haloperidol decanoate, decanoate d haloperidol | mg | 10 | 450 | - | - | PM
risperidone, risperdal | mg | 0.125 | 50 | - | - | PM
quetiapine, seroquel | mg | 12.5 | 800 | 1200 | - | PM
olanzapine, zyprexa | mg | 1.25 | 30 | 40 | - | PM
lithium | mg | 150 | 1800 | 2400 | - | PM
phenytoin, phenytoine, dilantin | mg | 25 | 2000 | - | - | PM
clonidine | mg | 0.025 | 0.8 | 2.4 | - | PM
colchicine | mg | 0.3 | 1.8 | 3 | - | PM
prednisone | mg | 1 | 1250 | - | - | PM
dexamethasone, decadron | mg | 0.25 | 100 | - | - | PM
metoprolol, lopresor | mg | 2.5 | 400 | 450 | - | PM
bisoprolol, monocor | mg | 0.625 | 20 | 20 | - | PM
carvedilol | mg | 3.125 | 50 | 100 | - | PM
atenolol, tenormin | mg | 12.5 | 200 | 200 | - | PM
amlodipine, norvasc | mg | 1.25 | 20 | 20 | - | PM
ramipril, altace | mg | 1.25 | 20 | 20 | - | PM
perindopril, coversyl | mg | 1 | 16 | 16 | - | PM
lisinopril | mg | 1.25 | 80 | 80 | - | PM
candesartan, atacand | mg | 2 | 32 | 64 | - | PM
hydrochlorothiazide | mg | 6.25 | 100 | 200 | - | PM
furosemide, lasix | mg | 5 | 500 | 2000 | - | PM
spironolactone, aldactone | mg | 6.25 | 400 | 400 | - | PM
amiodarone, cordarone | mg | 50 | 1200 | 2400 | - | PM
diltiazem | mg | 5 | 480 | 540 | - | PM
hydralazine, apresoline | mg | 5 | 100 | 400 | - | PM
atorvastatin, atorvastatine, lipitor | mg | 5 | 80 | 80 | - | PM
rosuvastatin, rosuvastatine, crestor | mg | 2.5 | 40 | 40 | - | PM
acetaminophen, acetaminophene, paracetamol, tylenol | mg | 80 | 2000 | 4000 | - | PM
ibuprofen, ibuprofene, advil, motrin | mg | 100 | 800 | 3200 | - | PM
aspirin, aspirine | mg | 40 | 1300 | 5400 | - | PM
naproxen, naproxene | mg | 125 | 1100 | 1650 | - | PM
pantoprazole, pantoloc | mg | 10 | 160 | 240 | - | PM
amoxicillin, amoxicilline | mg | 50 | 3000 | 6000 | - | PM
ciprofloxacin, ciprofloxacine, cipro | mg | 100 | 1000 | 1500 | - | PM
azithromycin, azithromycine, zithromax | mg | 100 | 2000 | - | - | PM
cephalexin, cephalexine, keflex | mg | 125 | 1500 | 6000 | - | PM
gabapentin, gabapentine, neurontin | mg | 50 | 1800 | 4800 | - | PM
pregabalin, pregabaline, lyrica | mg | 12.5 | 450 | 900 | - | PM
sertraline, zoloft | mg | 12.5 | 200 | 300 | - | PM
citalopram, celexa | mg | 5 | 60 | 60 | - | PM
escitalopram, cipralex | mg | 2.5 | 30 | 40 | - | PM
trazodone | mg | 12.5 | 600 | 600 | - | PM
zopiclone, imovane | mg | 1.875 | 15 | 15 | - | PM
hydroxyzine, atarax | mg | 5 | 200 | 600 | - | PM
epinephrine, adrenaline | mg | - | 10 | - | - | HA; PM
ondansetron, zofran | mg | 2 | 32 | 48 | - | PM
metronidazole, flagyl | mg | 125 | 2000 | 4000 | - | PM
`

export type DoseUnit = 'units' | 'mcg' | 'mg' | 'mEq'

/** Limits in the table's own unit. */
export type DoseRow = {
  readonly name: string
  readonly names: readonly string[]
  readonly unit: DoseUnit
  readonly least: number
  readonly most: number
  readonly mostADay: number
  readonly isWeekly: boolean
  readonly source: string
}

const sources = { HA: 'ISMP high-alert list', PM: 'product monographs, wide limits' } as const

export const doseRows: readonly DoseRow[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [list = '', unit, least, most, mostADay, note, source = ''] = line.split(' | ')
    const names = list.split(', ')
    return {
      name: names[0] ?? '',
      names,
      unit: unit as DoseUnit,
      least: limit(least, 0),
      most: limit(most, Number.POSITIVE_INFINITY),
      mostADay: limit(mostADay, Number.POSITIVE_INFINITY),
      isWeekly: note === 'weekly',
      source: source.replace('HA', sources.HA).replace('PM', sources.PM),
    }
  })

function limit(cell: string | undefined, none: number): number {
  return cell === undefined || cell === '-' ? none : Number(cell)
}
