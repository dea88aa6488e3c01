import type { Severity } from '@plume/transcript'

/**
 * Abbreviations that have hurt people: the official lists, in our words.
 *
 * | column   | says                                                                                        |
 * | -------- | ------------------------------------------------------------------------------------------- |
 * | written  | the ways it is written, capitals as they are; a hyphen is also a space: "sub-q" is "sub q", too |
 * | where    | what must stand beside it: `anywhere`; `after-number`; `in-dose`: a dose of a drug in the sentence; `after-dose`: right after one; `before-dose`: right before one; `with-drop`: a drop or an ointment in the sentence; `before-count`: right before a number that is no dose; `before-home`, `before-leaving`, `before-unclear`: right before a word for going home, for leaving in any way, or one that goes with leaving and with stopping |
 * | en, fr   | what to write instead; `-` where the language has no such abbreviation, `?` where only the author knows |
 * | misread  | what it has been read as, one thing or another, the same in both languages or `en / fr`      |
 * | severity | `high`: a wrong drug, a dose of another size, a dose at another time of the day or week; `medium`: a wrong site or route, or a drug stopped; `low`: a word that is not understood |
 * | source   | JC: Joint Commission official "Do Not Use" list; ISMP: error-prone abbreviations (2021); ISMP Canada: "Do Not Use" list (2018, 2025); PGTM: drug programme of Quebec's university hospitals |
 */
const table = `
U u | after-number | units | unités | 0, 4, cc | high | JC; ISMP Canada; PGTM
IU iu UI ui | after-number | international units | unités | IV, 10 | high | JC; ISMP Canada; PGTM
QD qd Qd q.d Q.D qD | anywhere | daily | par jour | QID | high | JC; ISMP Canada; PGTM
QOD qod q.o.d Q.O.D QoD | anywhere | every other day | tous les 2 jours | QD, QID | high | JC; ISMP Canada
OD od o.d | after-dose | daily | par jour | right eye / œil droit | high | ISMP Canada
OD | with-drop | right eye | œil droit | overdose, once daily / die | medium | ISMP Canada
OS | with-drop | left eye | œil gauche | by mouth / par la bouche | medium | ISMP Canada
OU | with-drop | both eyes | les deux yeux | each ear / ou | medium | ISMP Canada
AD | with-drop | right ear | oreille droite | OD | medium | ISMP
AS | with-drop | left ear | oreille gauche | OS | medium | ISMP
AU | with-drop | both ears | les deux oreilles | OU | medium | ISMP
MS | before-dose | morphine sulfate | sulfate de morphine | MgSO4 | high | JC
MSO4 MSO₄ | anywhere | morphine sulfate | sulfate de morphine | MgSO4 | high | JC
MgSO4 MgSO₄ | anywhere | magnesium sulfate | sulfate de magnésium | MSO4 | high | JC
ZnSO4 | before-dose | zinc sulfate | sulfate de zinc | morphine | high | ISMP
µg μg ug | after-number | mcg | mcg | mg | high | ISMP Canada; PGTM
cc CC | after-number | mL | ml | u, 00 | medium | ISMP Canada; PGTM
D/C d/c | before-leaving | discharge | donner congé | discontinue / cesser | medium | ISMP; ISMP Canada
D/C d/c | before-unclear | ? | ? | discharge, discontinue / congé, cesser | medium | ISMP; ISMP Canada
D/C d/c | anywhere | discontinue | cesser | discharge / donner congé | medium | ISMP Canada
DC dc | before-home | discharge | donner congé | discontinue / cesser | medium | ISMP; ISMP Canada
SC sc s.c | in-dose | subcut | - | SL | medium | ISMP
SQ sq s.q | in-dose | subcut | sous-cutané | 5 every / 5 chaque | medium | ISMP
sub-q sub-Q Sub-q Sub-Q SUB-Q subq subQ Subq SubQ SUBQ | before-count | ? | ? | subcut, every / sous-cutané, chaque | high | ISMP
sub-q sub-Q Sub-q Sub-Q SUB-Q subq subQ Subq SubQ SUBQ | anywhere | subcut | sous-cutané | every / chaque | medium | ISMP
TIW tiw | anywhere | 3 times weekly | 3 fois par semaine | 3 times daily / 3 fois par jour | high | ISMP
BIW biw | anywhere | twice weekly | 2 fois par semaine | BID | high | ISMP
HS hs H.S h.s | after-dose | at bedtime | au coucher | half-strength / demi-force | medium | ISMP
qhs QHS q.h.s q.hs | anywhere | at bedtime | au coucher | every hour / chaque heure | medium | ISMP
qn QN | after-dose | nightly | chaque nuit | every hour / chaque heure | low | ISMP
q1d Q1D | anywhere | daily | par jour | QID | high | ISMP
HCTZ | before-dose | hydrochlorothiazide | hydrochlorothiazide | hydrocortisone | high | ISMP; ISMP Canada
HCT | before-dose | hydrocortisone | hydrocortisone | hydrochlorothiazide | high | ISMP
AZT | before-dose | zidovudine | zidovudine | azathioprine | high | ISMP; ISMP Canada
MTX | before-dose | methotrexate | méthotrexate | mitoxantrone | high | ISMP
CPZ | before-dose | prochlorperazine | prochlorpérazine | chlorpromazine | high | ISMP
PTU | before-dose | propylthiouracil | propylthiouracile | Purinethol | high | ISMP
TAC | before-dose | triamcinolone | triamcinolone | tetracaine with Adrenalin and cocaine / tacrolimus | high | ISMP
APAP | before-dose | acetaminophen | acétaminophène | ASA / AAS | low | ISMP
`

export type DoNotUseRow = {
  readonly written: readonly string[]
  readonly where: string
  readonly en: string
  readonly fr: string
  readonly misread: Readonly<Record<'en' | 'fr', string>>
  readonly severity: Severity
  readonly source: string
}

/** The rows, in the order in which they are tried. */
export const doNotUseRows: readonly DoNotUseRow[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [written = '', where = '', en = '', fr = '', misread = '', harm, source = ''] =
      line.split(' | ')
    const [inEnglish = '', inFrench = inEnglish] = misread.split(' / ')
    return {
      written: written.split(' '),
      where,
      en,
      fr,
      misread: { en: oneOf(inEnglish, 'en'), fr: oneOf(inFrench, 'fr') },
      severity: harm === 'high' || harm === 'low' ? harm : 'medium',
      source: source.replace(/\bJC\b/, 'Joint Commission'),
    }
  })

/** "0, 4, cc" as a sentence has it: “0”, “4” or “cc”. */
function oneOf(list: string, language: 'en' | 'fr'): string {
  const quoted = list
    .split(', ')
    .map((each) => (language === 'fr' ? `«\u00a0${each}\u00a0»` : `“${each}”`))
  const last = quoted.pop() ?? ''
  if (quoted.length === 0) return last
  return `${quoted.join(', ')} ${language === 'fr' ? 'ou' : 'or'} ${last}`
}

/** « 2/52 » after "for": ISMP Canada 2025 counts fractions of weeks, months and days among the dangerous. */
export const spanDenominators: Readonly<Record<string, Readonly<Record<'en' | 'fr', string>>>> = {
  '52': { en: 'weeks', fr: 'semaines' },
  '12': { en: 'months', fr: 'mois' },
  '7': { en: 'days', fr: 'jours' },
}
