/**
 * Abbreviations that have hurt people: the official lists, in our words.
 *
 * | column   | says                                                                                        |
 * | -------- | ------------------------------------------------------------------------------------------- |
 * | written  | the ways it is written, capitals as they are                                                |
 * | where    | what must stand beside it: `anywhere`; `after-number`; `in-dose`: a dose of a drug in the sentence; `after-dose`: right after one; `before-dose`: right before one; `with-drop`: a drop or an ointment in the sentence |
 * | en, fr   | what to write instead; `-` where the language has no such abbreviation                       |
 * | misread  | what it has been read as, the same in both languages or `en / fr`                            |
 * | source   | JC: Joint Commission official "Do Not Use" list; ISMP: error-prone abbreviations (2021); ISMP Canada: "Do Not Use" list (2018, 2025); PGTM: drug programme of Quebec's university hospitals |
 */
const table = `
U u | after-number | units | unités | 0, 4, cc | JC; ISMP Canada; PGTM
IU iu UI ui | after-number | international units | unités | IV, 10 | JC; ISMP Canada; PGTM
QD qd Qd q.d Q.D qD | anywhere | daily | par jour | QID | JC; ISMP Canada; PGTM
QOD qod q.o.d Q.O.D QoD | anywhere | every other day | tous les 2 jours | QD, QID | JC; ISMP Canada
OD od o.d | after-dose | daily | par jour | right eye / œil droit | ISMP Canada
OD | with-drop | right eye | œil droit | overdose, once daily / die | ISMP Canada
OS | with-drop | left eye | œil gauche | by mouth / par la bouche | ISMP Canada
OU | with-drop | both eyes | les deux yeux | each ear / ou | ISMP Canada
AD | with-drop | right ear | oreille droite | OD | ISMP
AS | with-drop | left ear | oreille gauche | OS | ISMP
AU | with-drop | both ears | les deux oreilles | OU | ISMP
MS | before-dose | morphine sulfate | sulfate de morphine | MgSO4 | JC
MSO4 MSO₄ | anywhere | morphine sulfate | sulfate de morphine | MgSO4 | JC
MgSO4 MgSO₄ | anywhere | magnesium sulfate | sulfate de magnésium | MSO4 | JC
ZnSO4 | before-dose | zinc sulfate | sulfate de zinc | morphine | ISMP
µg μg | after-number | mcg | mcg | mg | ISMP Canada; PGTM
cc CC | after-number | mL | ml | u, 00 | ISMP Canada; PGTM
D/C d/c | anywhere | discontinue | cesser | discharge / congé | ISMP Canada
SC sc | in-dose | subcut | - | SL | ISMP
SQ sq | in-dose | subcut | sous-cutané | 5 every / 5 chaque | ISMP
TIW tiw | anywhere | 3 times weekly | 3 fois par semaine | 3 times daily / 3 fois par jour | ISMP
BIW biw | anywhere | twice weekly | 2 fois par semaine | BID | ISMP
HS hs H.S h.s | after-dose | at bedtime | au coucher | half-strength / demi-force | ISMP
qhs QHS q.h.s q.hs | anywhere | at bedtime | au coucher | qh | ISMP
qn QN | after-dose | nightly | chaque nuit | qh | ISMP
q1d Q1D | anywhere | daily | par jour | QID | ISMP
HCTZ | before-dose | hydrochlorothiazide | hydrochlorothiazide | hydrocortisone | ISMP; ISMP Canada
HCT | before-dose | hydrocortisone | hydrocortisone | hydrochlorothiazide | ISMP
AZT | before-dose | zidovudine | zidovudine | azathioprine | ISMP; ISMP Canada
MTX | before-dose | methotrexate | méthotrexate | mitoxantrone | ISMP
CPZ | before-dose | prochlorperazine | prochlorpérazine | chlorpromazine | ISMP
PTU | before-dose | propylthiouracil | propylthiouracile | Purinethol | ISMP
TAC | before-dose | triamcinolone | triamcinolone | tetracaine, Adrenalin, cocaine / tacrolimus | ISMP
APAP | before-dose | acetaminophen | acétaminophène | ASA / AAS | ISMP
`

export type DoNotUseRow = {
  readonly written: readonly string[]
  readonly where: string
  readonly en: string
  readonly fr: string
  readonly misread: Readonly<Record<'en' | 'fr', string>>
  readonly source: string
}

/** The rows, in the order in which they are tried. */
export const doNotUseRows: readonly DoNotUseRow[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [written = '', where = '', en = '', fr = '', misread = '', source = ''] =
      line.split(' | ')
    const [inEnglish = '', inFrench = inEnglish] = misread.split(' / ')
    return {
      written: written.split(' '),
      where,
      en,
      fr,
      misread: { en: inEnglish, fr: inFrench },
      source: source.replace(/\bJC\b/, 'Joint Commission'),
    }
  })

/** « 2/52 » after "for": ISMP Canada 2025 counts fractions of weeks, months and days among the dangerous. */
export const spanDenominators: Readonly<Record<string, Readonly<Record<'en' | 'fr', string>>>> = {
  '52': { en: 'weeks', fr: 'semaines' },
  '12': { en: 'months', fr: 'mois' },
  '7': { en: 'days', fr: 'jours' },
}
