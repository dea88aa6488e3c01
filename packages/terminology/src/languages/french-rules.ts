import { readFrenchApgar } from '../clinical/french-apgar.ts'
import { frenchGlasgowStarts, readFrenchGlasgow } from '../clinical/french-glasgow.ts'
import {
  readFrenchGauge,
  readFrenchSuture,
  readFrenchToolNumber,
} from '../clinical/french-instruments.ts'
import { frenchLeadStarts, readFrenchLeads } from '../clinical/french-leads.ts'
import {
  frenchLevelStarts,
  frenchSpacedCodeRule,
  readFrenchLevels,
} from '../clinical/french-levels.ts'
import {
  readFrenchGleason,
  readFrenchNumbered,
  readFrenchPlus,
} from '../clinical/french-numbered.ts'
import { readFrenchGestation, readFrenchObstetric } from '../clinical/french-obstetric.ts'
import { frenchRomanRule } from '../clinical/french-roman.ts'
import { readFrenchSigned } from '../clinical/french-signed.ts'
import { tnmRule } from '../clinical/tnm.ts'
import { readFrenchCallNumber } from '../codes/french-call-number.ts'
import { readFrenchCivicAddress } from '../codes/french-civic-address.ts'
import { frenchDottedNumberRule } from '../codes/french-dotted-number.ts'
import { frenchElectronicAddressRule } from '../codes/french-electronic-address.ts'
import { frenchLetterStarts, readFrenchLetters } from '../codes/french-letters.ts'
import { readFrenchNamedLetter } from '../codes/french-named-letters.ts'
import { frenchNames, readFrenchName } from '../codes/french-names.ts'
import { readFrenchPostalNumber } from '../codes/french-postal-code.ts'
import { readFrenchSerialNumber } from '../codes/french-serial-number.ts'
import { frenchTitles, personalTitleRule } from '../codes/personal-title.ts'
import { postalCodeRule } from '../codes/postal-code.ts'
import { commandRules } from '../commands/command-rules.ts'
import { frenchCommands, frenchEscapes, frenchReplace } from '../commands/french-commands.ts'
import { frenchMarks } from '../commands/french-marks.ts'
import { frenchItemPhrases } from '../commands/item-phrases.ts'
import { frenchBreaks, readBreak } from '../commands/line-breaks.ts'
import { numberBesideSignRule } from '../commands/number-beside-sign.ts'
import { readLoneMark, readMark } from '../commands/read-mark.ts'
import { frenchSpelling } from '../commands/spelling-words.ts'
import { readFrenchDate } from '../dates/french-date.ts'
import { readFrenchNumericDate } from '../dates/french-numeric-date.ts'
import { readFrenchSeason } from '../dates/french-season.ts'
import { writtenDateRule } from '../dates/written-date.ts'
import { readHeading } from '../headings/read-heading.ts'
import { readFrenchDimensions } from '../measures/french-dimensions.ts'
import { frenchElisions, readFrenchElidedOne } from '../measures/french-elided-one.ts'
import {
  frenchFrequencies,
  readFrenchEveryHours,
  readFrenchFrequency,
  readFrenchInterval,
  readFrenchTimes,
} from '../measures/french-frequency.ts'
import { readFrenchHeight, readFrenchMeasure } from '../measures/french-measure.ts'
import { readFrenchMoney } from '../measures/french-money.ts'
import {
  frenchParts,
  readFrenchMixed,
  readFrenchPartOfUnit,
} from '../measures/french-part-of-unit.ts'
import { readFrenchSecondPart } from '../measures/french-second-part.ts'
import { readFrenchTemperature } from '../measures/french-temperature.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchUnits } from '../measures/french-units.ts'
import { readFrenchWrittenValue } from '../measures/french-written-value.ts'
import { gluedDimensionsRule } from '../measures/glued-dimensions.ts'
import { readGluedUnit } from '../measures/read-glued-unit.ts'
import { frenchCardinalOf, frenchNumberWords } from '../numbers/french-cardinal.ts'
import { readFrenchFraction } from '../numbers/french-fraction.ts'
import { readFrenchMixedNumber } from '../numbers/french-mixed.ts'
import { readFrenchLeadingPoint, readFrenchNumber } from '../numbers/french-number.ts'
import { frenchOrdinalWords, readFrenchOrdinal } from '../numbers/french-ordinal.ts'
import { readFrenchRange } from '../numbers/french-range.ts'
import { readFrenchRatio } from '../numbers/french-ratio.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import { digits, letters, marksAlone, type Rule } from '../reading/rule.ts'
import { readFrenchClock } from '../times/french-clock.ts'

/** What any number may begin with. */
const number: ReadonlySet<string> = new Set([...frenchNumberWords, digits, 'moins'])
const ordinal: ReadonlySet<string> = new Set([
  ...number,
  ...frenchOrdinalWords.keys(),
  ...[...frenchOrdinalWords.keys()].map((word) => `${word}s`),
])
const obstetric: ReadonlySet<string> = new Set([
  'g',
  'geste',
  ...Array.from({ length: 20 }, (_, count) => `g${count}`),
])

/** Every family of rules in French. The first that reads something wins: the longer reading first. */
export const frenchRules: readonly Rule[] = [
  ...commandRules({
    escapes: frenchEscapes,
    replace: frenchReplace,
    commands: frenchCommands,
    units: frenchUnits,
    items: frenchItemPhrases,
    spelling: frenchSpelling,
  }),
  { begins: 'any', read: readHeading },
  { begins: new Set([...frenchBreaks.keys(), marksAlone]), read: readBreak },
  { begins: new Set(['virgule', 'point']), read: readFrenchLeadingPoint },
  { begins: new Set(frenchMarks.keys()), read: readMark },
  { begins: new Set([marksAlone]), read: readLoneMark },
  frenchElectronicAddressRule,
  frenchDottedNumberRule,
  { begins: new Set(frenchFrequencies.keys()), read: readFrenchFrequency },
  { begins: new Set(['q', 'queue', 'cue']), read: readFrenchInterval },
  postalCodeRule(frenchRunAt, () => false),
  { begins: new Set([...letters, ...number]), read: readFrenchSerialNumber },
  frenchRomanRule,
  { begins: frenchLeadStarts, read: readFrenchLeads },
  { begins: frenchLevelStarts, read: readFrenchLevels },
  frenchSpacedCodeRule,
  { begins: frenchGlasgowStarts, read: readFrenchGlasgow },
  tnmRule(frenchRunAt, () => false),
  { begins: new Set(frenchNames.keys()), read: readFrenchName },
  { begins: new Set([...letters, 'ab', ...number]), read: readFrenchNamedLetter },
  { begins: frenchLetterStarts, read: readFrenchLetters },
  personalTitleRule(frenchTitles),
  { begins: obstetric, read: readFrenchObstetric },
  { begins: new Set(['moins', 'plus']), read: readFrenchSigned },
  { begins: number, read: readFrenchPostalNumber },
  { begins: number, read: readFrenchCivicAddress },
  { begins: new Set([...number, 'plus']), read: readFrenchCallNumber },
  { begins: number, read: readFrenchGestation },
  { begins: number, read: readFrenchSuture },
  { begins: new Set(['numéro']), read: readFrenchToolNumber },
  { begins: number, read: readFrenchGauge },
  { begins: number, read: readFrenchGleason },
  { begins: number, read: readFrenchPlus },
  { begins: number, read: readFrenchApgar },
  writtenDateRule((before) => before === 'le'),
  { begins: number, read: readFrenchNumericDate },
  { begins: number, read: readFrenchSeason },
  { begins: new Set([...number, 'premier']), read: readFrenchDate },
  { begins: number, read: readFrenchEveryHours },
  { begins: number, read: readFrenchTimes },
  { begins: new Set([...number, 'midi', 'minuit']), read: readFrenchClock },
  { begins: number, read: readFrenchHeight },
  { begins: number, read: readFrenchSecondPart },
  { begins: number, read: readFrenchMoney },
  { begins: number, read: readFrenchRatio },
  { begins: number, read: readFrenchDimensions },
  { begins: new Set(frenchElisions.keys()), read: readFrenchElidedOne },
  { begins: frenchParts, read: readFrenchPartOfUnit },
  { begins: number, read: readFrenchMixed },
  { begins: number, read: readFrenchFraction },
  { begins: ordinal, read: readFrenchOrdinal },
  { begins: number, read: readFrenchTemperature },
  { begins: number, read: readFrenchMixedNumber },
  { begins: number, read: readFrenchRange },
  gluedDimensionsRule(frenchUnitAt),
  { begins: new Set([digits]), read: readGluedUnit },
  { begins: new Set([digits]), read: readFrenchWrittenValue },
  { begins: number, read: readFrenchMeasure },
  { begins: number, read: readFrenchNumbered },
  numberBesideSignRule(frenchNumberWords, frenchCardinalOf),
  { begins: number, read: readFrenchNumber },
]
