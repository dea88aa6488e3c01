import type { Locale } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { lintKinds } from './lint-finding.ts'
import { lintSections, lintText } from './lint-text.ts'

type Row = readonly [text: string, found?: string, proposed?: string]

function lookFor(kind: string, locale: Locale, patient = {}) {
  return (text: string): readonly string[] =>
    lintText(text, { locale, patient })
      .filter((finding) => finding.kind === kind)
      .map((finding) => [finding.text, finding.proposed ?? ''].join(' -> '))
}

/** Rows of a text, the words that are found, and what is proposed; a row with a text alone gives nothing. */
function holds(kind: string, rows: Readonly<Record<string, readonly Row[]>>, patient = {}): void {
  for (const [locale, texts] of Object.entries(rows)) {
    const cases = texts.map(([text, found = '', proposed = '']) => ({ text, found, proposed }))
    test.each(cases)(`${locale}: $text`, ({ text, found, proposed }) => {
      const expected = found === '' ? [] : [`${found} -> ${proposed}`]
      expect(lookFor(kind, locale as Locale, patient)(text)).toEqual(expected)
    })
  }
}

describe('abbreviations that have hurt people', () => {
  holds('do-not-use-abbreviation', {
    'en-CA': [
      ['Insulin glargine 8U at bedtime.', '8U', '8 units'],
      ['Heparin 5,000 IU.', 'IU', 'international units'],
      ['Levothyroxine 88 µg daily.', 'µg', 'mcg'],
      ['Ramipril 5 mg OD.', 'OD', 'daily'],
      ['Latanoprost 1 drop OD.', 'OD', 'right eye'],
      ['Prednisone 20 mg for 3/7.', '3/7', '3 days'],
      ['D/C furosemide.', 'D/C', 'discontinue'],
      ['D/C home today.', 'D/C', 'discharge'],
      ['D/C meds as listed.', 'D/C', ''],
      ['Levothyroxine 50 ug daily.', 'ug', 'mcg'],
      ['Levothyroxine 50ug daily.', '50ug', '50 mcg'],
      ['Heparin 5,000 units subQ b.i.d.', 'subQ', 'subcut'],
      ['Heparin 5,000 units sub q b.i.d.', 'sub q', 'subcut'],
      ['Enoxaparin 40 mg Sub-Q daily.', 'Sub-Q', 'subcut'],
      ['Sub Q enoxaparin was given.', 'Sub Q', 'subcut'],
      ['Enoxaparin subq 40 mg daily.', 'subq', 'subcut'],
      ['Enoxaparin 40 mg s.c. daily.', 's.c', 'subcut'],
      ['Heparin 5,000 units sub q 2 hours before surgery.', 'sub q', ''],
      ['The sub-question is open.'],
      ['Heparin 5,000 units was a sub, q.8 h.'],
      ['Heparin 5,000 units subcut q.12 h.'],
      ['The patient and Dr. S.C. Roy discussed metoprolol 25 mg.'],
      ['The ug/L value is normal.'],
      ['DC cardioversion was successful.'],
      ['Salbutamol 2.5 mg in 3 cc of saline.', 'cc', 'mL'],
      ['ALT 40 U/L, TSH 2.1 mU/L, hCG 25 IU/L.'],
      ['Strength is 3/5 for 3 of the muscles.'],
      ['Letter cc to Dr. Roy.'],
      ['The U wave is prominent.'],
      ['MS is suspected. OS was 12 months.'],
    ],
    'fr-CA': [
      ['Insuline 8 U au coucher.', 'U', 'unités'],
      ['Lévothyroxine 88\u00a0µg die.', 'µg', 'mcg'],
      ['Prednisone 20\u00a0mg pendant 3/7.', '3/7', '3 jours'],
      ['Énoxaparine 40\u00a0mg sub q die.', 'sub q', 'sous-cutané'],
      ['Énoxaparine 40\u00a0mg sub-Q die.', 'sub-Q', 'sous-cutané'],
      ['Énoxaparine 40\u00a0mg sous-cutanée die.'],
      ['Méthotrexate sodique, MTX 15\u00a0mg par semaine.', 'MTX', 'méthotrexate'],
      ['ALT 40\u00a0U/L.'],
      ['Le pouls est régulier ou non.'],
    ],
  })
})

describe('why an abbreviation is dangerous, in a sentence', () => {
  const reasonOf = (text: string, locale: Locale) => lintText(text, { locale })[0]?.reason

  test.each([
    ['Insulin 8 U.', '“U” has been read as “0”, “4” or “cc”; write “units”.'],
    ['Insulin 8U.', '“U” has been read as “0”, “4” or “cc”; write “8 units”.'],
    ['Heparin 5,000 units SQ.', '“SQ” has been read as “5 every”; write “subcut”.'],
    ['Heparin sub q daily.', '“sub q” has been read as “every”; write “subcut”.'],
    ['Zopiclone qhs.', '“qhs” has been read as “every hour”; write “at bedtime”.'],
    ['D/C meds.', '“D/C” has been read as “discharge” or “discontinue”; write out what is meant.'],
    ['Prednisone for 2/52.', '“2/52” has been read as a fraction; write “2 weeks”.'],
  ])('English: %s', (text, reason) => {
    expect(reasonOf(text, 'en-CA')).toBe(reason)
  })

  test.each([
    ['Insuline 8U.', '« U » a déjà été lu « 0 », « 4 » ou « cc »; écrire « 8 unités ».'],
    ['Héparine SQ 5000 unités.', '« SQ » a déjà été lu « 5 chaque »; écrire « sous-cutané ».'],
    ['Héparine sub q die.', '« sub q » a déjà été lu « chaque »; écrire « sous-cutané ».'],
    [
      'D/C médicaments.',
      '« D/C » a déjà été lu « congé » ou « cesser »; écrire en toutes lettres ce qui est voulu.',
    ],
    [
      'Prednisone pendant 2/52.',
      '« 2/52 » a déjà été lu comme une fraction; écrire « 2 semaines ».',
    ],
  ])('French: %s', (text, reason) => {
    expect(reasonOf(text, 'fr-CA')?.replaceAll('\u00a0', ' ')).toBe(reason)
  })
})

describe('how much harm a finding stands for', () => {
  test.each([
    ['Insulin 8 U.', 'high'],
    ['Warfarin 5.0 mg.', 'high'],
    ['Digoxin .125 mg.', 'high'],
    ['A .5 cm nodule.', 'medium'],
    ['Lidocaine 5 cc was injected.', 'medium'],
    ['Enoxaparin 40 mg sub q daily.', 'medium'],
    ['Heparin sub q 2 hours before surgery.', 'high'],
    ['APAP 500 mg.', 'low'],
    ['Vincristine 2 mg intrathecally.', 'high'],
    ['Allergic to penicillin. Amoxicillin 500 mg was given.', 'high'],
    ['Allergic to penicillin. Cefazolin 2 g was given.', 'medium'],
    ['Hydralazine 25 mg t.i.d. and hydroxyzine 25 mg t.i.d.', 'medium'],
  ])('%s is %s', (text, severity) => {
    expect(lintText(text, { locale: 'en-CA' }).map((each) => each.severity)).toEqual([severity])
  })
})

describe('zeros around a decimal mark', () => {
  holds('trailing-zero', {
    'en-CA': [
      ['Warfarin 5.0 mg daily.', '5.0', '5'],
      ['Warfarin 2.50 mg daily.', '2.50', '2.5'],
      ['Insulin 4.0 units.', '4.0', '4'],
      ['Dopamine 5.0 mcg/kg/min.', '5.0', '5'],
      ['Creatinine 1.0 mg/dL.'],
      ['Warfarin 10 mg, INR 2.0.'],
      ['A 7.0 tube; a 4.0 cm mass.'],
      ['Heparin 5,000 units.'],
    ],
    'fr-CA': [
      ['Warfarine 5,0\u00a0mg die.', '5,0', '5'],
      ['Warfarine 2.50 mg die.', '2.50', '2,5'],
      ['Créatinine 1,0\u00a0mg/dL.'],
      ['Héparine 5\u00a0000 unités.'],
    ],
  })
  holds('missing-leading-zero', {
    'en-CA': [
      ['Digoxin .125 mg daily.', '.125', '0.125'],
      ['A (.5 cm) nodule.', '.5', '0.5'],
      ['It was given. 5 mg was enough.'],
      ['Rounds of .22 caliber.'],
      ['Section 3.5 mg.'],
    ],
    'fr-CA': [['Digoxine ,125\u00a0mg die.', ',125', '0,125'], ['Un comprimé, 5\u00a0mg.']],
  })
})

describe('a side that changes between sections', () => {
  holds('laterality-contradiction', {
    'en-CA': [
      [
        'Findings: Tear of the right rotator cuff. Impression: Left shoulder tear.',
        'Left shoulder',
      ],
      ['Findings: Right kidney stone.\nImpression: Left ureter stone.'],
      ['Findings: Both knees. Right knee effusion.\nImpression: Left knee effusion.', 'Left knee'],
      ['Past medical history: Left hip replacement.\nFindings: Right hip pain.'],
      ['Findings: Right knee pain. Left knee pain.\nImpression: Left knee pain.'],
      ['Findings: Right knee normal.\nImpression: Left knee worse than right knee.'],
      ['He left. The knee is right.'],
      [
        'Findings: Left pneumothorax.\nImpression: Bilateral pneumothoraces.',
        'Bilateral pneumothoraces',
      ],
      ['Bilateral effusions. Left effusion only.', 'Left effusion'],
      ['Bilateral effusions. Only the left effusion is large.'],
    ],
    'fr-CA': [
      ['Constatations : Rein droit normal.\nConclusion : Rein gauche normal.', 'Rein gauche'],
      ['Constatations : Genou droit.\nConclusion : Les deux genoux.'],
      ['Indication : Droit de refus.\nConclusion : Genou gauche.'],
    ],
  })
})

test.each<[Locale, string, string]>([
  ['en-CA', 'Findings: Right hydronephrosis.\nImpression: Bilateral hydronephrosis.', 'both sides'],
  ['en-CA', 'Findings: Bilateral hydronephrosis.\nImpression: Right hydronephrosis.', 'one side'],
  ['fr-CA', 'Épanchements bilatéraux. Épanchement gauche seulement.', 'un seul côté'],
])('%s: %s is said to name %s', (locale, text, sides) => {
  const here = locale === 'fr-CA' ? 'ici' : 'here'
  expect(lintText(text, { locale })[0]?.reason).toContain(`; ${here} ${sides}.`)
})

describe('a patient who is of the other sex or another age', () => {
  holds(
    'sex-contradiction',
    {
      'en-CA': [
        ['The ovaries are normal.', 'ovaries'],
        ['She is well.', 'She'],
        ['His sister is pregnant. She is well.'],
        ['Family history: Ovarian cancer.'],
        ['The prostate is normal.'],
      ],
      'fr-CA': [
        ['La patiente est stable.', 'patiente'],
        ['Elle mesure 5\u00a0mm.'],
        ['Sa conjointe est enceinte.'],
      ],
    },
    { sex: 'male' },
  )
  holds(
    'age-contradiction',
    {
      'en-CA': [
        ['This 80-year-old is well.', '80-year-old'],
        ['An 18-month-old boy.', '18-month-old'],
        ['This 18-year-old is well.'],
        ['This 19-year-old is well.'],
        ['His father is an 80-year-old smoker.'],
        ['He smoked since he was a 14-year-old boy.'],
      ],
      'fr-CA': [
        ['Homme de 81 ans.', '81 ans'],
        ['Homme âgé de 18 ans.'],
        ['Il fume depuis l’âge de 12 ans.'],
        ['Suivi de 10 ans.'],
      ],
    },
    { age: 18 },
  )
})

describe('a number that changes between sections', () => {
  holds('number-contradiction', {
    'en-CA': [
      ['Findings: A 5 mm nodule.\nImpression: A 15 mm nodule.', '15 mm'],
      ['Findings: LVEF 55%.\nImpression: LVEF 35%.', '35'],
      ['Findings: A 12 mm nodule.\nImpression: A 1.2 cm nodule.'],
      ['Findings: A 4.8 cm mass.\nImpression: A 5 cm mass.'],
      ['Findings: A 5 mm left nodule.\nImpression: An 8 mm right nodule.'],
      ['Findings: A 5 mm nodule, 4 mm in 2020.\nImpression: 8 mm nodule.'],
      ['Findings: A 5 mm nodule.\nImpression: An 8 mm cyst.'],
      ['Findings: A 12 x 21 mm nodule.\nImpression: A 12 mm nodule.'],
      ['Findings: A 12 x 21 mm nodule.\nImpression: A 12 x 31 mm nodule.', '12 x 31 mm'],
      ['A 12 mm nodule is seen. The 21 mm nodule is solid.', '21 mm'],
      ['A 12 mm nodule is seen. The 12 x 21 mm nodule is solid.'],
      ['A 12 mm nodule is seen.\nThe 21 mm nodule is solid.'],
    ],
    'fr-CA': [
      ['Constatations : Kyste de 2,5\u00a0cm.\nConclusion : Kyste de 25\u00a0cm.', '25\u00a0cm'],
      ['Constatations : Kyste de 2,5\u00a0cm.\nConclusion : Kyste de 25\u00a0mm.'],
      ['Un kyste de 2,5\u00a0cm est vu. Le kyste de 25\u00a0cm est simple.', '25\u00a0cm'],
      ['Un kyste de 2,5\u00a0cm est vu. L’autre kyste de 25\u00a0cm est simple.'],
    ],
  })
})

describe('yes that becomes no', () => {
  holds('negation-contradiction', {
    'en-CA': [
      ['There is no evidence of no fracture.', 'no evidence of no'],
      [
        'Findings: No pleural effusion, pneumothorax or mass.\nImpression: Small pneumothorax.',
        'pneumothorax',
      ],
      ['Findings: Acute appendicitis.\nImpression: No appendicitis.', 'appendicitis'],
      ['No, no fever.'],
      ['Findings: No large effusion.\nImpression: Small effusion.'],
      ['Findings: No effusion on the left.\nImpression: Right effusion.'],
      ['Findings: No pneumonia.\nImpression: Pneumonia cannot be excluded.'],
      ['Indication: Pneumonia.\nFindings: No pneumonia.'],
      ['Findings: No acute fracture.\nImpression: Old fracture.'],
    ],
    'fr-CA': [
      ['Il n’y a pas pas de fièvre.', 'pas pas'],
      ['Constatations : Aucun épanchement.\nConclusion : Épanchement gauche.', 'Épanchement'],
      ['Constatations : Pas de masse.\nConclusion : Pas de masse.'],
      ['Constatations : Sans pneumonie.\nConclusion : Pneumonie possible.'],
    ],
  })
})

describe('doses that nobody gives', () => {
  holds('implausible-dose', {
    'en-CA': [
      ['Methotrexate 15 mg daily.', '15 mg'],
      ['Methotrexate 15 mg weekly.'],
      ['Acetaminophen 1000 mg every 4 hours.', '1000 mg'],
      ['Acetaminophen 1000 mg every 6 hours.'],
      ['Insulin 10 mg.', '10 mg'],
      ['Heparin 5,000 units b.i.d.'],
      ['Heparin 500,000 units.', '500,000 units'],
      ['50 mg of fentanyl was given.', '50 mg'],
      ['Digoxin 0.25 mg daily.'],
      ['Digoxin 25 mg daily.', '25 mg'],
      ['Potassium 400 mEq.', '400 mEq'],
      ['Potassium chloride 40 mEq p.o., then furosemide 40 mg.'],
      ['Digoxin level 1.2 mcg/L.'],
      ['Amoxicillin-clavulanate 875/125 mg b.i.d.'],
      ['Metformin 50 mg b.i.d.', '50 mg'],
    ],
    'fr-CA': [
      ['Méthotrexate 15\u00a0mg die.', '15\u00a0mg'],
      ['Lévothyroxine 0,1\u00a0mg die.'],
      ['Héparine 5\u00a0000 unités BID.'],
      ['Héparine 500\u00a0000 unités.', '500\u00a0000 unités'],
      ['20\u00a0mg d’hydromorphone aux 4 heures.'],
      ['Acétaminophène 1000\u00a0mg aux 4 heures.', '1000\u00a0mg'],
    ],
  })
})

describe('drugs that look like others', () => {
  holds('lookalike-drug', {
    'en-CA': [
      ['Bupropion 100 mg for anxiety.', 'Bupropion'],
      ['Bupropion 150 mg for depression.'],
      ['Clonidine 0.1 mg for hypertension.'],
      ['Metformin 500 mg b.i.d. and metronidazole 500 mg t.i.d.'],
      ['Glyburide 5 mg daily and hydralazine 10 mg t.i.d.'],
    ],
    'fr-CA': [
      ['Hydralazine 25\u00a0mg TID pour le prurit.', 'Hydralazine'],
      ['Hydralazine 25\u00a0mg TID pour l’hypertension.'],
    ],
  })
})

describe('any text', () => {
  const anyText = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom(
          ...'no pas left right knee genou droit insulin 5 .5 5.0 mg U OD D/C Findings: Impression: \n\n . , µg ans 5/52'.split(
            ' ',
          ),
        ),
      )
      .map((words) => words.join(' ')),
  )

  test('gives findings whose places hold their words', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom<Locale>('en-CA', 'fr-CA'), (text, locale) => {
        const patient = { sex: 'male', age: 40 } as const
        for (const finding of lintText(text, { locale, patient })) {
          expect(text.slice(finding.start, finding.end)).toBe(finding.text)
          expect(finding.text).not.toBe('')
          expect(lintKinds).toContain(finding.kind)
        }
      }),
    )
  })

  test('gives the same for a text and for its sections', () => {
    const [inText] = lintText('Findings: Warfarin 5.0 mg.', { locale: 'en-CA' })
    const sections = [{ title: 'Findings', text: 'Warfarin 5.0 mg.' }]
    const [inSection] = lintSections(sections, { locale: 'en-CA' })
    expect([inText?.text, inText?.start]).toEqual(['5.0', 19])
    expect([inSection?.text, inSection?.start, inSection?.part]).toEqual(['5.0', 9, 0])
  })

  test.each([
    'no ',
    'left knee ',
    'insulin 10U, ',
    'hydralazine 25 mg hydroxyzine 25 mg ',
    'Findings: 5 mm nodule.\nImpression: 8 mm nodule.\n',
    'vincristine morphine 2 mg IV ',
    'allergic to penicillin, amoxicillin 500 mg, ',
    'penicillin allergy, challenge, sub q, if allergic, ',
    'bilateral effusions, left effusion only, ',
    'The 12 mm nodule and a 21 x 12 mm nodule ',
    'three nodules and no pneumothorax, the left wrist fracture. ',
    '1.1',
    '\u0000\u202e',
  ])('of 200,000 characters of %j is read to its end', (piece) => {
    const text = piece.repeat(Math.ceil(200_000 / piece.length))
    const last = 'Impression: Warfarin 5.0 mg.'
    const findings = lintText(`${text}\n${last}`, { locale: 'en-CA' })
    expect(findings.some(({ kind }) => kind === 'trailing-zero')).toBe(true)
  })
})
