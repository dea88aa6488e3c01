import { englishUnitAt } from '../measures/english-unit-at.ts'
import { englishNumeralAt } from '../numbers/english-numeral.ts'
import { englishOrdinalAt } from '../numbers/english-ordinal.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, matchAtoms, type Step, valueFrom } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { romanOf } from './roman.ts'

/** What is counted in Roman numerals. Grades, types and phases are Arabic (AMA). */
type RomanNoun = {
  readonly most: number
  /** Words around it without which it is Arabic: "class two" is a class only of these. */
  readonly only?: ReadonlySet<string>
  /** Words around it that make it Arabic: stages of kidney disease and pressure injuries. */
  readonly except?: ReadonlySet<string>
  readonly hasLetter?: true
  readonly isList?: true
  /** Words after it that show that something else was meant: "a factor two increase". */
  readonly notBefore?: ReadonlySet<string>
  /** How the noun itself is written, where it has one way only. */
  readonly name?: string
}

const arabicStages = wordSet(`
  kidney renal ckd pressure ulcer ulcers injury hypertension sleep decubitus sacral heel nephropathy
`)
const romanClasses = wordSet(`
  nyha heart failure functional killip mallampati asa angle ccs angina york airway association lupus
  nephritis antiarrhythmic
`)

const nouns = indexPhrases<RomanNoun>([
  ['stage', { most: 4, except: arabicStages, hasLetter: true }],
  ['class', { most: 6, only: romanClasses }],
  ['cranial nerve', { most: 12, isList: true }],
  ['cranial nerves', { most: 12, isList: true }],
  ['cn', { most: 12, isList: true }],
  ['lead', { most: 3, isList: true }],
  ['leads', { most: 3, isList: true }],
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
  ['world war', { most: 2 }],
])

/** What these nouns begin with. */
export const romanNouns: ReadonlySet<string> = new Set(nouns.keys())

/** "stage three a", "NYHA class three", "cranial nerves two through twelve", "lead two", "factor eight". */
export function readEnglishRoman(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const noun = matchAtoms(nouns, atoms, from)
  if (!noun) return null
  const numbers = numbersAt(atoms, noun.to, noun.meaning)
  const last = numbers.at(-1)
  if (!last || noun.meaning.notBefore?.has(close(atoms, last.to))) return null
  if (englishUnitAt(atoms, last.to) || isOrdinalAfter(atoms, last.to)) return null
  const write = isArabic(reading, from, last.to, noun.meaning) ? String : romanOf
  if (write === String && noun.meaning.only) return null
  const letter = noun.meaning.hasLetter ? letterAt(atoms, last.to) : ''
  const { name } = noun.meaning
  const head: Step = {
    from,
    to: noun.to,
    rule: 'clinical.roman',
    ...(name && { write: () => name }),
  }
  const steps = numbers.map((number, index) =>
    romanStep(number, index === numbers.length - 1 ? letter : '', write),
  )
  const span = valueFrom(reading, 'grade', [head, ...steps])
  return span && [span]
}

/** A number in the list, with the word said before it, if any. */
type Listed = {
  readonly value: number
  readonly from: number
  readonly to: number
  readonly joint: '' | 'and' | 'or' | 'to' | 'through'
}

function romanStep(
  { value, from, to, joint }: Listed,
  letter: string,
  numeral: (value: number) => string,
): Step {
  const end = letter === '' ? to : to + 1
  const roman = numeral(value) + letter.toUpperCase()
  if (joint === 'through' || joint === 'to') {
    return { from, to: end, rule: 'clinical.roman', write: ({ rangeMark }) => rangeMark + roman }
  }
  const text = joint === '' ? roman : `${joint} ${roman}`
  return { from, to: end, rule: 'clinical.roman', left: 'space', write: () => text }
}

function numbersAt(atoms: readonly Atom[], from: number, noun: RomanNoun): readonly Listed[] {
  const numbers: Listed[] = []
  let at = from
  while (close(atoms, at) !== '' && numbers.length < 12) {
    const word = close(atoms, at)
    const joint = numbers.length > 0 && isJoint(word) ? word : ''
    const start = joint === '' ? at : at + 1
    const groups = close(atoms, start) === '' ? [] : englishRunAt(atoms, start)
    const [group] = groups
    const value = Number(group?.digits)
    if (!group || !(value >= 1 && value <= noun.most)) break
    if (englishNumeralAt(atoms, start)?.isWhole === false) break
    numbers.push({ value, from: at, to: group.to, joint })
    at = group.to
    if (!noun.isList) break
  }
  return numbers
}

const isJoint = (word: string): word is 'and' | 'or' | 'to' | 'through' =>
  word === 'and' || word === 'or' || word === 'to' || word === 'through'

function isArabic(
  reading: Reading,
  from: number,
  to: number,
  { only, except }: RomanNoun,
): boolean {
  if (!only && !except) return false
  const { atoms } = reading
  const { before, after } = aroundOf(
    reading,
    atoms[from]?.token ?? 0,
    (atoms[to - 1]?.token ?? 0) + 1,
  )
  const around = [...before, ...after]
  const spelled = [...before].reverse().join('')
  if (only) return !around.some((word) => only.has(word)) && !spelled.endsWith('nyha')
  return except ? around.some((word) => except.has(word)) : false
}

/** "stage three a": only where the letter is not the article of what follows. */
function letterAt(atoms: readonly Atom[], at: number): string {
  const word = close(atoms, at)
  if (!/^[abc]$/.test(word)) return ''
  return word !== 'a' || close(atoms, at + 1) === '' || stageNouns.has(close(atoms, at + 1))
    ? word
    : ''
}

const stageNouns = wordSet(`
  cancer carcinoma adenocarcinoma disease lung breast colon melanoma lymphoma ovarian cervical tumour
  tumor non small squamous invasive gastric rectal prostate and or
`)

const isOrdinalAfter = (atoms: readonly Atom[], at: number) =>
  close(atoms, at) !== '' && englishOrdinalAt(atoms, at) !== null
