import { commandRules } from '../commands/command-rules.ts'
import { isFrenchFiller } from '../commands/fillers.ts'
import { frenchCommands, frenchEscapes, frenchReplace } from '../commands/french-commands.ts'
import { frenchMarks } from '../commands/french-marks.ts'
import { frenchBreaks, readBreak } from '../commands/line-breaks.ts'
import { readLoneMark, readMark } from '../commands/read-mark.ts'
import { frenchCorrections } from '../corrections/correction-words.ts'
import { frenchHeadings } from '../headings/heading-phrases.ts'
import { readHeading } from '../headings/read-heading.ts'
import { readNumber } from '../numbers/read-number.ts'
import type { Language } from '../reading/reading.ts'

export const french: Language = {
  marks: frenchMarks,
  breaks: frenchBreaks,
  commands: frenchCommands,
  escapes: frenchEscapes,
  replace: frenchReplace,
  corrections: frenchCorrections,
  headingPhrases: frenchHeadings,
  isFiller: isFrenchFiller,
  rules: [
    ...commandRules({ escapes: frenchEscapes, replace: frenchReplace, commands: frenchCommands }),
    { begins: 'any', read: readHeading },
    { begins: 'any', read: readBreak },
    { begins: new Set(frenchMarks.keys()), read: readMark },
    { begins: 'any', read: readLoneMark },
    { begins: 'any', read: readNumber },
  ],
}
