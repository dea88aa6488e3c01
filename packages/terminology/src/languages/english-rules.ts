import { englishMarks } from '../commands/english-marks.ts'
import { readBreak } from '../commands/line-breaks.ts'
import { readLoneMark, readMark } from '../commands/read-mark.ts'
import { englishMonths, englishWeekdays } from '../dates/english-calendar.ts'
import { readEnglishDate } from '../dates/english-date.ts'
import { readEnglishDecade, readEnglishQuarter } from '../dates/english-decade.ts'
import { readHeading } from '../headings/read-heading.ts'
import { readEnglishDimensions } from '../measures/english-dimensions.ts'
import { readEnglishHeight } from '../measures/english-height.ts'
import { readEnglishMeasure } from '../measures/english-measure.ts'
import { englishNumberWords } from '../numbers/english-cardinal.ts'
import { readEnglishFraction } from '../numbers/english-fraction.ts'
import { readEnglishNumber } from '../numbers/english-number.ts'
import { englishOrdinalWords, readEnglishOrdinal } from '../numbers/english-ordinal.ts'
import { readEnglishRange } from '../numbers/english-range.ts'
import { readEnglishRatio } from '../numbers/english-ratio.ts'
import { digits, type Rule } from '../reading/rule.ts'
import { readEnglishAge } from '../times/english-age.ts'
import { readEnglishClock } from '../times/english-clock.ts'

/** What any number may begin with. */
const number: ReadonlySet<string> = new Set([
  ...englishNumberWords,
  digits,
  'a',
  'oh',
  'point',
  'minus',
  'negative',
  'plus',
  'double',
  'triple',
])
const ordinal: ReadonlySet<string> = new Set([...number, ...englishOrdinalWords.keys()])

const dates: ReadonlySet<string> = new Set([
  ...ordinal,
  ...englishMonths.keys(),
  ...englishWeekdays.keys(),
  'the',
])
const clock: ReadonlySet<string> = new Set([...number, 'quarter', 'half', 'o'])

/** Every family of rules in English. The first that reads something wins: the longer reading first. */
export const englishRules: readonly Rule[] = [
  { begins: 'any', read: readHeading },
  { begins: 'any', read: readBreak },
  { begins: new Set(englishMarks.keys()), read: readMark },
  { begins: 'any', read: readLoneMark },
  { begins: dates, read: readEnglishDate },
  { begins: number, read: readEnglishDecade },
  { begins: new Set(['q']), read: readEnglishQuarter },
  { begins: clock, read: readEnglishClock },
  { begins: number, read: readEnglishAge },
  { begins: number, read: readEnglishHeight },
  { begins: number, read: readEnglishRatio },
  { begins: number, read: readEnglishDimensions },
  { begins: ordinal, read: readEnglishOrdinal },
  { begins: number, read: readEnglishFraction },
  { begins: number, read: readEnglishRange },
  { begins: number, read: readEnglishMeasure },
  { begins: number, read: readEnglishNumber },
]
