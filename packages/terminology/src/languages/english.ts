import { englishMarks } from '../commands/english-marks.ts'
import { isEnglishFiller } from '../commands/fillers.ts'
import { englishBreaks, readBreak } from '../commands/line-breaks.ts'
import { readLoneMark, readMark } from '../commands/read-mark.ts'
import { englishHeadings } from '../headings/heading-phrases.ts'
import { readHeading } from '../headings/read-heading.ts'
import {
  englishCardinalOf,
  englishFractionOf,
  englishYearOf,
  isEnglishJoint,
  isEnglishNumberWord,
} from '../numbers/english-cardinal.ts'
import type { NumberLanguage } from '../numbers/number-language.ts'
import { readNumber } from '../numbers/read-number.ts'
import { englishUnits } from '../numbers/units.ts'
import type { Language } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'

const months = wordSet(`
  january february march april may june july august september october november december
`)
const ordinal =
  /^(?:first|second|thirds?|(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|\p{L}+teen|\p{L}+tie|hundred|thousand)ths?|\d{1,2}(?:st|nd|rd|th))$/u

/** "in twenty twenty-four", "March twenty twenty-four", "March twenty-third twenty twenty-four". */
function announcesYear(before: readonly string[]): boolean {
  const [last = '', ...earlier] = before
  if (/^(?:in|since|year)$/.test(last) || months.has(last)) return true
  if (last === 'of') return months.has(earlier[0] ?? '')
  return ordinal.test(last) && earlier.slice(0, 2).some((atom) => months.has(atom))
}

const englishNumbers: NumberLanguage = {
  isNumberWord: isEnglishNumberWord,
  isJoint: isEnglishJoint,
  joints: wordSet('and'),
  ordinal,
  cardinalOf: englishCardinalOf,
  fractionOf: englishFractionOf,
  decimalWords: wordSet('point'),
  isOne: (atoms) => atoms.length === 1 && atoms[0] === 'one',
  units: englishUnits,
  perWord: 'per',
  overWord: 'over',
  rangeWords: wordSet('to or by'),
  repeatWords: wordSet('times'),
  ratioFrame: wordSet('grade strength power pain murmur score systolic motor muscle gcs mmse'),
  months,
  dayBeforeMonth: false,
  yearOf: englishYearOf,
  announcesYear,
}

export const english: Language = {
  marks: englishMarks,
  breaks: englishBreaks,
  headingPhrases: englishHeadings,
  isFiller: isEnglishFiller,
  numbers: englishNumbers,
  rules: [
    { begins: 'any', read: readHeading },
    { begins: 'any', read: readBreak },
    { begins: new Set(englishMarks.keys()), read: readMark },
    { begins: 'any', read: readLoneMark },
    { begins: 'any', read: readNumber },
  ],
}
