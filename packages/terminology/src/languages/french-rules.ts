import { commandRules } from '../commands/command-rules.ts'
import { frenchCommands, frenchEscapes, frenchReplace } from '../commands/french-commands.ts'
import { frenchMarks } from '../commands/french-marks.ts'
import { readBreak } from '../commands/line-breaks.ts'
import { readLoneMark, readMark } from '../commands/read-mark.ts'
import { readHeading } from '../headings/read-heading.ts'
import { readNumber } from '../numbers/read-number.ts'
import type { Rule } from '../reading/rule.ts'

/** Every family of rules in French. The first that reads something wins: the longer reading first. */
export const frenchRules: readonly Rule[] = [
  ...commandRules({ escapes: frenchEscapes, replace: frenchReplace, commands: frenchCommands }),
  { begins: 'any', read: readHeading },
  { begins: 'any', read: readBreak },
  { begins: new Set(frenchMarks.keys()), read: readMark },
  { begins: 'any', read: readLoneMark },
  { begins: 'any', read: readNumber },
]
