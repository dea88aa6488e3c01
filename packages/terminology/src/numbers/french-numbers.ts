import { wordSet } from '../reading/word-set.ts'
import {
  frenchCardinalOf,
  frenchFractionOf,
  isFrenchJoint,
  isFrenchNumberWord,
} from './french-cardinal.ts'
import type { NumberLanguage } from './number-language.ts'
import { frenchUnits } from './units.ts'

/** How French says numbers. */
export const frenchNumbers: NumberLanguage = {
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
