import { isFrenchFiller } from '../commands/fillers.ts'
import { frenchCommands, frenchEscapes, frenchReplace } from '../commands/french-commands.ts'
import { frenchMarks } from '../commands/french-marks.ts'
import { frenchBreaks } from '../commands/line-breaks.ts'
import { frenchCorrections } from '../corrections/correction-words.ts'
import { frenchHeadings } from '../headings/heading-phrases.ts'
import { frenchUnits } from '../measures/french-units.ts'
import type { Language } from '../reading/reading.ts'
import { frenchRules } from './french-rules.ts'

export const french: Language = {
  marks: frenchMarks,
  breaks: frenchBreaks,
  commands: frenchCommands,
  escapes: frenchEscapes,
  replace: frenchReplace,
  corrections: frenchCorrections,
  headingPhrases: frenchHeadings,
  units: frenchUnits,
  isFiller: isFrenchFiller,
  rules: frenchRules,
}
