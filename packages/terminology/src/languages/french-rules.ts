import {
  readFrenchGauge,
  readFrenchSuture,
  readFrenchToolNumber,
} from '../clinical/french-instruments.ts'
import { frenchLevelStarts, readFrenchLevels } from '../clinical/french-levels.ts'
import {
  readFrenchApgar,
  readFrenchGleason,
  readFrenchNumbered,
  readFrenchPlus,
} from '../clinical/french-numbered.ts'
import { readFrenchObstetric } from '../clinical/french-obstetric.ts'
import { frenchRomanRule } from '../clinical/french-roman.ts'
import { tnmRule } from '../clinical/tnm.ts'
import { readFrenchCallNumber } from '../codes/french-call-number.ts'
import { commandRules } from '../commands/command-rules.ts'
import { frenchCommands, frenchEscapes, frenchReplace } from '../commands/french-commands.ts'
import { frenchMarks } from '../commands/french-marks.ts'
import { readBreak } from '../commands/line-breaks.ts'
import { readLoneMark, readMark } from '../commands/read-mark.ts'
import { readHeading } from '../headings/read-heading.ts'
import { frenchNumberWords } from '../numbers/french-cardinal.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import { readNumber } from '../numbers/read-number.ts'
import { digits, type Rule } from '../reading/rule.ts'
import { readFrenchClock } from '../times/french-clock.ts'

/** What any number may begin with. */
const number: ReadonlySet<string> = new Set([...frenchNumberWords, digits])
const obstetric: ReadonlySet<string> = new Set([
  'g',
  ...Array.from({ length: 20 }, (_, count) => `g${count}`),
])

/** Every family of rules in French. The first that reads something wins: the longer reading first. */
export const frenchRules: readonly Rule[] = [
  ...commandRules({ escapes: frenchEscapes, replace: frenchReplace, commands: frenchCommands }),
  { begins: 'any', read: readHeading },
  { begins: 'any', read: readBreak },
  { begins: new Set(frenchMarks.keys()), read: readMark },
  { begins: 'any', read: readLoneMark },
  frenchRomanRule,
  { begins: frenchLevelStarts, read: readFrenchLevels },
  tnmRule(frenchRunAt, () => false),
  { begins: obstetric, read: readFrenchObstetric },
  { begins: number, read: readFrenchCallNumber },
  { begins: number, read: readFrenchSuture },
  { begins: new Set(['numéro']), read: readFrenchToolNumber },
  { begins: number, read: readFrenchGauge },
  { begins: number, read: readFrenchGleason },
  { begins: number, read: readFrenchPlus },
  { begins: number, read: readFrenchApgar },
  { begins: number, read: readFrenchClock },
  { begins: number, read: readFrenchNumbered },
  { begins: 'any', read: readNumber },
]
