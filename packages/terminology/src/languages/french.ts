import { isFrenchFiller } from '../commands/fillers.ts'
import { frenchCommands, frenchEscapes, frenchReplace } from '../commands/french-commands.ts'
import { frenchMarks } from '../commands/french-marks.ts'
import { frenchItemPhrases } from '../commands/item-phrases.ts'
import { frenchBreaks } from '../commands/line-breaks.ts'
import { frenchSpelling } from '../commands/spelling-words.ts'
import { frenchCorrections } from '../corrections/correction-words.ts'
import { frenchCounted } from '../doubts/counted-words.ts'
import { frenchArticles } from '../doubts/joined-article.ts'
import { frenchHeadings } from '../headings/heading-phrases.ts'
import { frenchUnits } from '../measures/french-units.ts'
import { frenchCardinalOf } from '../numbers/french-cardinal.ts'
import type { Language } from '../reading/reading.ts'
import { frenchRules } from './french-rules.ts'

export const french: Language = {
  marks: frenchMarks,
  breaks: frenchBreaks,
  commands: frenchCommands,
  escapes: frenchEscapes,
  replace: frenchReplace,
  corrections: frenchCorrections,
  counted: frenchCounted,
  articles: frenchArticles,
  headingPhrases: frenchHeadings,
  units: frenchUnits,
  spacedMarks: new Map([
    [':', 'colon'],
    [';', 'semicolon'],
    ['?', 'question'],
    ['!', 'exclamation'],
  ]),
  items: { phrases: frenchItemPhrases, valueOf: frenchCardinalOf },
  spelling: frenchSpelling,
  isFiller: isFrenchFiller,
  rules: frenchRules,
}
