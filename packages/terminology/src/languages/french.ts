import { isFrenchFiller } from '../commands/fillers.ts'
import { frenchMarks } from '../commands/french-marks.ts'
import { frenchBreaks, readBreak } from '../commands/line-breaks.ts'
import { readLoneMark, readMark } from '../commands/read-mark.ts'
import { frenchHeadings } from '../headings/heading-phrases.ts'
import { readHeading } from '../headings/read-heading.ts'
import {
  frenchCardinalOf,
  frenchFractionOf,
  isFrenchJoint,
  isFrenchNumberWord,
} from '../numbers/french-cardinal.ts'
import type { NumberLanguage } from '../numbers/number-language.ts'
import { readNumber } from '../numbers/read-number.ts'
import { frenchUnits } from '../numbers/units.ts'
import type { Language } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'

const frenchNumbers: NumberLanguage = {
  isNumberWord: isFrenchNumberWord,
  isJoint: isFrenchJoint,
  joints: wordSet('et'),
  ordinal: /^(?:premi[eè]re?s?|\p{L}+ièmes?)$/u,
  cardinalOf: frenchCardinalOf,
  fractionOf: frenchFractionOf,
  decimalWords: wordSet('virgule point'),
  isOne: ([only, ...more]) => more.length === 0 && (only === 'un' || only === 'une'),
  units: frenchUnits,
  perWord: 'par',
  overWord: 'sur',
  rangeWords: wordSet('à ou par'),
  repeatWords: wordSet('fois'),
  ratioFrame: wordSet('grade force douleur souffle score eva échelle glasgow mmse motricité'),
  months: wordSet(`
    janvier février mars avril mai juin juillet août septembre octobre novembre décembre
  `),
  dayBeforeMonth: true,
  yearOf: () => null,
  announcesYear: () => false,
}

export const french: Language = {
  marks: frenchMarks,
  breaks: frenchBreaks,
  headingPhrases: frenchHeadings,
  isFiller: isFrenchFiller,
  numbers: frenchNumbers,
  rules: [
    { begins: 'any', read: readHeading },
    { begins: 'any', read: readBreak },
    { begins: new Set(frenchMarks.keys()), read: readMark },
    { begins: 'any', read: readLoneMark },
    { begins: 'any', read: readNumber },
  ],
}
