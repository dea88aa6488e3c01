import { englishCommands, englishEscapes, englishReplace } from '../commands/english-commands.ts'
import { englishMarks } from '../commands/english-marks.ts'
import { isEnglishFiller } from '../commands/fillers.ts'
import { englishItemPhrases } from '../commands/item-phrases.ts'
import { englishBreaks } from '../commands/line-breaks.ts'
import { englishSpelling } from '../commands/spelling-words.ts'
import { englishCorrections } from '../corrections/correction-words.ts'
import { englishCounted } from '../doubts/counted-words.ts'
import { englishArticles } from '../doubts/joined-article.ts'
import { englishHeadings } from '../headings/heading-phrases.ts'
import { englishUnits } from '../measures/english-units.ts'
import { englishCardinalOf } from '../numbers/english-cardinal.ts'
import type { Language } from '../reading/reading.ts'
import { englishRules } from './english-rules.ts'

export const english: Language = {
  marks: englishMarks,
  breaks: englishBreaks,
  commands: englishCommands,
  escapes: englishEscapes,
  replace: englishReplace,
  corrections: englishCorrections,
  counted: englishCounted,
  articles: englishArticles,
  headingPhrases: englishHeadings,
  units: englishUnits,
  spacedMarks: new Map(),
  items: { phrases: englishItemPhrases, valueOf: englishCardinalOf },
  spelling: englishSpelling,
  isFiller: isEnglishFiller,
  rules: englishRules,
}
