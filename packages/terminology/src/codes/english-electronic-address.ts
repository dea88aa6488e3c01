import { englishNumberWords } from '../numbers/english-cardinal.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'
import { electronicAddressRule } from './electronic-address.ts'

/** Before one bare word at a domain: "available at example dot com" is no mailbox. */
const mailFrame = wordSet('email emails emailed mail mailed address contact write writes')

/** "john dot smith at gmail dot com", "w w w dot example dot org slash help". */
export const englishElectronicAddressRule = electronicAddressRule({
  joiners: indexPhrases([
    ['dot', '.'],
    ['underscore', '_'],
    ['dash', '-'],
    ['hyphen', '-'],
    ['plus', '+'],
  ]),
  at: indexPhrases([
    ['at', '@'],
    ['at sign', '@'],
  ]),
  slash: indexPhrases([['slash', '/']]),
  colon: indexPhrases([['colon', ':']]),
  letters: new Map(),
  topLevels: wordSet(`
    com org net edu gov mil int info biz name museum xyz tv online site shop store tech blog cloud health care clinic
    hospital ca qc us uk fr be ch eu de au nz es nl se dk fi pl pt ie gr jp cn kr ru br mx za io ai app dev co
    html htm php pdf doc docx xls xlsx csv txt jpg jpeg png gif zip xml json exe
  `),
  neverNames: wordSet(`
    at dot slash the an and or of to in on is was are it us me him her them we you my your his their this
    that for from with by more online here found available located visit see
  `),
  numberWords: englishNumberWords,
  runAt: englishRunAt,
  isMailbox: (before, wordsSoFar) => wordsSoFar === 0 || before.some((word) => mailFrame.has(word)),
  isPage: () => true,
  pointsInMailbox: 12,
})
