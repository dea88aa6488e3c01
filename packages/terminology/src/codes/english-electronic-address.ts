import { englishNumberWords } from '../numbers/english-cardinal.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import { wordSet } from '../reading/word-set.ts'
import { electronicAddressRule } from './electronic-address.ts'

/** Before one bare word at a domain: "available at example dot com" is no mailbox. */
const mailFrame = wordSet('email emails emailed mail mailed address contact write writes')
/** "send the report to results at lab dot com": what is sent to one bare word goes to a mailbox. */
const sending = wordSet(`
  send sends sent sending resend forward forwards forwarded forwarding reply replies replied respond copy copies copied
  cc message messages feedback
`)
/** "email me the results at example dot com": what has an article is no mailbox. */
const determiners = wordSet('the a an this that these those all any our your my his her their its')

/** Right before one bare word at a domain; after another word it may be the end of a name: "contact john smith at gmail dot com". */
const beforeMailbox = wordSet(`
  at to is was address addresses email emails emailed mail mailed e cc bcc contact and or comma colon from by via write writes for mailbox
`)

function isMailbox(before: readonly string[], wordsSoFar: number): boolean {
  const [last = ''] = before
  if (determiners.has(last) || (wordsSoFar > 0 && !beforeMailbox.has(last))) return false
  if (wordsSoFar === 0 || last === 'cc' || before.some((word) => mailFrame.has(word))) return true
  return last === 'to' && before.some((word) => sending.has(word))
}

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
    seen reviewed admitted treated booked registered listed posted published followed follow done started ordered work works
    working employed look looked sign signed log logged shop apply read check stay meet met live lives please call called go
  `),
  numberWords: englishNumberWords,
  runAt: englishRunAt,
  isMailbox,
  another: wordSet('and or comma to'),
  isPage: () => true,
  pointsInMailbox: 12,
})
