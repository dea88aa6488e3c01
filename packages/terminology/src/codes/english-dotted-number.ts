import { englishNumberWords } from '../numbers/english-cardinal.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import { digits } from '../reading/rule.ts'
import { wordSet } from '../reading/word-set.ts'
import { dottedNumberRule } from './dotted-number.ts'

export const englishDottedNumberRule = dottedNumberRule({
  begins: new Set([...englishNumberWords, digits]),
  runAt: englishRunAt,
  isPoint: (word) => word === 'dot' || word === 'point',
  isZero: (word) => word === 'oh' || word === 'o',
  leads: wordSet('version versions release firmware software'),
  sections: wordSet('section sections subsection clause'),
})
