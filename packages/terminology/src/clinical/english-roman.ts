import { isLetterA } from '../codes/english-named-letter.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { englishOrdinalAt } from '../numbers/english-ordinal.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import { close } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'
import { type RomanNoun, romanRule } from './roman-nouns.ts'

const arabicStages = wordSet(`
  kidney renal ckd pressure ulcer ulcers injury hypertension sleep decubitus sacral heel nephropathy
`)
const romanClasses = wordSet(`
  nyha heart failure functional killip mallampati asa angle ccs angina york airway association lupus
  nephritis antiarrhythmic
`)

/** "in lead two", "inferior leads two and three"; who will lead two teams, or what leads one to believe, is no lead. */
const beforeLead = wordSet(`
  in on of from with by for the limb ecg ekg rhythm standard bipolar inferior lateral anterior using monitor pacing
`)

const reports = ['BI', 'TI', 'LI', 'PI', 'O', 'Lung']

/** "bi rads four a": BI-RADS 4A, and the like (American College of Radiology). */
const categories = reports.flatMap((report) => {
  const noun: RomanNoun = { most: 6, isArabic: true, hasLetter: true, name: `${report}-RADS` }
  const said = report.toLowerCase()
  return ['', ' category'].flatMap((category) =>
    [`${said} rads${category}`, `${said}rads${category}`].map(
      (phrase) => [phrase, category ? { ...noun, name: `${noun.name} category` } : noun] as const,
    ),
  )
})

/** Grades, types and phases are Arabic (AMA). */
const nouns = indexPhrases<RomanNoun>([
  ...categories,
  ['nyha', { most: 4, name: 'NYHA' }],
  ['n y h a', { most: 4, name: 'NYHA' }],
  ['stage', { most: 4, except: arabicStages, hasLetter: true }],
  ['class', { most: 6, only: romanClasses }],
  ['cranial nerve', { most: 12, isList: true }],
  ['cranial nerves', { most: 12, isList: true }],
  ['cn', { most: 12, isList: true }],
  ['lead', { most: 3, isList: true, onlyAfter: beforeLead, notBefore: wordSet('to') }],
  ['leads', { most: 3, isList: true, onlyAfter: beforeLead, notBefore: wordSet('to') }],
  ['factor', { most: 13, notBefore: wordSet('increase higher lower more less times') }],
  ['axis', { most: 5 }],
  ['angiotensin', { most: 2 }],
  ['bipolar', { most: 2 }],
  ['killip', { most: 4, name: 'Killip' }],
  ['mallampati', { most: 4, name: 'Mallampati' }],
  ['billroth', { most: 2, name: 'Billroth' }],
  ['mobitz', { most: 2, name: 'Mobitz' }],
  ['mobitz type', { most: 2, name: 'Mobitz type' }],
  ['le fort', { most: 3, name: 'Le Fort' }],
  ['salter harris', { most: 5, name: 'Salter-Harris' }],
  ['salter harris type', { most: 5, name: 'Salter-Harris type' }],
  ['world war', { most: 2, name: 'World War' }],
])

/** "stage three a": only where the letter is not the article of what follows. */
const stageNouns = wordSet(`
  cancer carcinoma adenocarcinoma disease lung breast colon melanoma lymphoma ovarian cervical tumour
  tumor non small squamous invasive gastric rectal prostate and or ckd kidney chronic renal
`)

export const englishRomanRule = romanRule({
  nouns,
  runAt: englishRunAt,
  joints: new Map([
    ['and', 'word'],
    ['or', 'word'],
    ['to', 'range'],
    ['through', 'range'],
  ]),
  saysMore: (atoms, from, to) =>
    englishNumeralAt(atoms, from)?.isWhole === false ||
    englishUnitAt(atoms, to) !== null ||
    (close(atoms, to) !== '' && englishOrdinalAt(atoms, to) !== null),
  isLetter: (atoms, at) => stageNouns.has(close(atoms, at + 1)) || isLetterA(atoms, at),
  spelled: /nyha$/,
  spelledException: 'ckd',
})
