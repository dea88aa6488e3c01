import { readEnglishGauge, readEnglishSuture } from '../clinical/english-instruments.ts'
import { englishLeadsRule } from '../clinical/english-leads.ts'
import {
  englishLevelStarts,
  englishSpacedCodeRule,
  readEnglishLevels,
} from '../clinical/english-levels.ts'
import {
  englishObstetricRule,
  readEnglishGestation,
  readEnglishParity,
} from '../clinical/english-obstetric.ts'
import { readEnglishRefraction } from '../clinical/english-refraction.ts'
import { englishRomanRule } from '../clinical/english-roman.ts'
import {
  readEnglishApgar,
  readEnglishPlus,
  readEnglishSum,
  readEnglishTimes,
  readPlusOrMinus,
} from '../clinical/english-scores.ts'
import { tnmRule } from '../clinical/tnm.ts'
import { readEnglishCivicAddress } from '../codes/english-civic-address.ts'
import { englishDottedNumberRule } from '../codes/english-dotted-number.ts'
import { englishElectronicAddressRule } from '../codes/english-electronic-address.ts'
import { readEnglishIcdCode } from '../codes/english-icd-code.ts'
import { readEnglishLetters, readEnglishName } from '../codes/english-letters.ts'
import {
  readEnglishNamedLetter,
  readEnglishNumberWithLetter,
} from '../codes/english-named-letter.ts'
import { englishNameStarts } from '../codes/english-names.ts'
import { readEnglishCallNumber } from '../codes/english-number-frames.ts'
import { englishRulers, readEnglishRegnalName } from '../codes/english-regnal-name.ts'
import { readEnglishSerialNumber } from '../codes/english-serial-number.ts'
import { readEnglishVitamin } from '../codes/english-vitamin.ts'
import { englishTitles, personalTitleRule } from '../codes/personal-title.ts'
import { postalCodeRule } from '../codes/postal-code.ts'
import { commandRules } from '../commands/command-rules.ts'
import { englishCommands, englishEscapes, englishReplace } from '../commands/english-commands.ts'
import { englishMarks } from '../commands/english-marks.ts'
import { englishItemPhrases } from '../commands/item-phrases.ts'
import { englishBreaks, readBreak } from '../commands/line-breaks.ts'
import { numberBesideSignRule } from '../commands/number-beside-sign.ts'
import { readGluedHyphen } from '../commands/read-glued-hyphen.ts'
import { readLoneMark, readMark } from '../commands/read-mark.ts'
import { englishSpelling } from '../commands/spelling-words.ts'
import { englishMonths, englishWeekdays } from '../dates/english-calendar.ts'
import { readEnglishDate, readEnglishMonth } from '../dates/english-date.ts'
import { readEnglishDecade, readEnglishQuarter } from '../dates/english-decade.ts'
import { readEnglishEra } from '../dates/english-era.ts'
import { readEnglishNumericDate } from '../dates/english-numeric-date.ts'
import { writtenDateRule } from '../dates/written-date.ts'
import { readHeading } from '../headings/read-heading.ts'
import { readEnglishDimensions } from '../measures/english-dimensions.ts'
import { englishFrequencies, readEnglishFrequency } from '../measures/english-frequency.ts'
import { readEnglishHeight } from '../measures/english-height.ts'
import { readEnglishMeasure } from '../measures/english-measure.ts'
import { readEnglishMoney } from '../measures/english-money.ts'
import { englishParts, readEnglishPartOfUnit } from '../measures/english-part-of-unit.ts'
import { readEnglishTemperature } from '../measures/english-temperature.ts'
import { englishUnitAt } from '../measures/english-unit-at.ts'
import { englishUnits } from '../measures/english-units.ts'
import { gluedDimensionsRule } from '../measures/glued-dimensions.ts'
import { readGluedUnit } from '../measures/read-glued-unit.ts'
import { englishCardinalOf, englishNumberWords } from '../numbers/english-cardinal.ts'
import { readEnglishFraction } from '../numbers/english-fraction.ts'
import { readEnglishNumber } from '../numbers/english-number.ts'
import { englishOrdinalWords, readEnglishOrdinal } from '../numbers/english-ordinal.ts'
import { readEnglishRange } from '../numbers/english-range.ts'
import { readEnglishRatio } from '../numbers/english-ratio.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import { digits, letters, marksAlone, type Rule } from '../reading/rule.ts'
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
const frequencies: ReadonlySet<string> = new Set([
  'cue',
  'queue',
  ...letters,
  ...englishFrequencies.keys(),
])
const clock: ReadonlySet<string> = new Set([...number, 'quarter', 'half', 'o'])

/** Every family of rules in English. The first that reads something wins: the longer reading first. */
export const englishRules: readonly Rule[] = [
  ...commandRules({
    escapes: englishEscapes,
    replace: englishReplace,
    commands: englishCommands,
    units: englishUnits,
    items: englishItemPhrases,
    spelling: englishSpelling,
  }),
  { begins: 'any', read: readHeading },
  { begins: new Set([...englishBreaks.keys(), marksAlone]), read: readBreak },
  { begins: new Set(englishMarks.keys()), read: readMark },
  { begins: new Set([marksAlone]), read: readLoneMark },
  { begins: 'any', read: readGluedHyphen },
  englishElectronicAddressRule,
  englishDottedNumberRule,
  postalCodeRule(englishRunAt, (word) => word === 'oh' || word === 'o'),
  { begins: new Set([...letters, ...number]), read: readEnglishSerialNumber },
  { begins: letters, read: readEnglishIcdCode },
  { begins: new Set(['vitamin', 'b']), read: readEnglishVitamin },
  { begins: new Set(['q']), read: readEnglishQuarter },
  englishRomanRule,
  englishLeadsRule,
  englishObstetricRule,
  { begins: englishNameStarts, read: readEnglishName },
  personalTitleRule(englishTitles),
  { begins: englishRulers, read: readEnglishRegnalName },
  { begins: frequencies, read: readEnglishFrequency },
  { begins: englishLevelStarts, read: readEnglishLevels },
  englishSpacedCodeRule,
  tnmRule(englishRunAt, (word) => word === 'oh' || word === 'o'),
  { begins: letters, read: readEnglishNamedLetter },
  { begins: letters, read: readEnglishLetters },
  { begins: new Set(['minus', 'plus', digits]), read: readEnglishRefraction },
  { begins: new Set(['plus']), read: readPlusOrMinus },
  { begins: new Set(['times']), read: readEnglishTimes },
  { begins: number, read: readEnglishNumberWithLetter },
  { begins: new Set([...number, 'o']), read: readEnglishCallNumber },
  { begins: number, read: readEnglishCivicAddress },
  { begins: number, read: readEnglishParity },
  { begins: number, read: readEnglishGestation },
  { begins: number, read: readEnglishSuture },
  { begins: new Set([...number, 'number']), read: readEnglishGauge },
  { begins: number, read: readEnglishSum },
  { begins: number, read: readEnglishPlus },
  { begins: number, read: readEnglishApgar },
  writtenDateRule(() => false),
  { begins: number, read: readEnglishNumericDate },
  { begins: dates, read: readEnglishDate },
  { begins: new Set([...englishMonths.keys(), ...englishWeekdays.keys()]), read: readEnglishMonth },
  { begins: number, read: readEnglishDecade },
  { begins: number, read: readEnglishEra },
  { begins: clock, read: readEnglishClock },
  { begins: number, read: readEnglishAge },
  { begins: number, read: readEnglishHeight },
  { begins: number, read: readEnglishMoney },
  { begins: number, read: readEnglishRatio },
  { begins: number, read: readEnglishDimensions },
  { begins: englishParts, read: readEnglishPartOfUnit },
  { begins: ordinal, read: readEnglishOrdinal },
  { begins: number, read: readEnglishFraction },
  { begins: number, read: readEnglishRange },
  gluedDimensionsRule(englishUnitAt),
  { begins: new Set([digits]), read: readGluedUnit },
  { begins: number, read: readEnglishTemperature },
  { begins: number, read: readEnglishMeasure },
  numberBesideSignRule(englishNumberWords, englishCardinalOf),
  { begins: number, read: readEnglishNumber },
]
