import { isFrenchFiller } from '../commands/fillers.ts'
import { frenchMarks } from '../commands/french-marks.ts'
import { frenchBreaks, readBreak } from '../commands/line-breaks.ts'
import { readLoneMark, readMark } from '../commands/read-mark.ts'
import { frenchHeadings } from '../headings/heading-phrases.ts'
import { readHeading } from '../headings/read-heading.ts'
import { readNumber } from '../numbers/read-number.ts'
import type { Language } from '../reading/reading.ts'

export const french: Language = {
  marks: frenchMarks,
  breaks: frenchBreaks,
  headingPhrases: frenchHeadings,
  isFiller: isFrenchFiller,
  rules: [
    { begins: 'any', read: readHeading },
    { begins: 'any', read: readBreak },
    { begins: new Set(frenchMarks.keys()), read: readMark },
    { begins: 'any', read: readLoneMark },
    { begins: 'any', read: readNumber },
  ],
}
