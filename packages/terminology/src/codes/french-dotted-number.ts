import { frenchNumberWords } from '../numbers/french-cardinal.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import { digits } from '../reading/rule.ts'
import { wordSet } from '../reading/word-set.ts'
import { dottedNumberRule } from './dotted-number.ts'

export const frenchDottedNumberRule = dottedNumberRule({
  begins: new Set([...frenchNumberWords, digits]),
  runAt: frenchRunAt,
  isPoint: (word) => word === 'point',
  isZero: () => false,
  sections: wordSet('section sections article clause'),
  leads: wordSet(`
    version versions chapitre chapitres paragraphe annexe
    python php java node ios android windows macos ubuntu debian firefox chrome postgres
  `),
})
