import { frenchMeasured } from '../measures/french-measured.ts'
import { englishDigits, englishTens } from '../numbers/english-cardinal.ts'
import { leftOutHundreds, measuredNouns, neverCompared } from '../numbers/english-frames.ts'
import { frenchDigits, frenchTens } from '../numbers/french-cardinal.ts'
import { wordSet } from '../reading/word-set.ts'

/** How often, how many of a dose form, how long. */
type Counted = 'times' | 'dose' | 'span'

/** What a language counts, and the ends of its numbers. All as atoms. */
export type CountedWords = {
  readonly counted: ReadonlyMap<string, Counted>
  /** After "times", these make a frequency of it. */
  readonly afterTimes: ReadonlySet<string>
  /** After a time, these say that it lies before or after something. */
  readonly afterSpans: ReadonlySet<string>
  /** Before a number of tablets, these say that it is what was handed out, or swallowed at once. */
  readonly supplied: ReadonlySet<string>
  readonly ones: ReadonlySet<string>
  readonly digits: ReadonlySet<string>
  readonly tens: ReadonlySet<string>
  readonly hundreds: ReadonlySet<string>
  readonly decimalMarks: ReadonlySet<string>
  /** What is counted, in the form that goes with one alone. */
  readonly singular: ReadonlySet<string>
  /** Zeros among the digits of a fraction. */
  readonly zeros: ReadonlySet<string>
  /** Names of values, and what may stand between one and its value. */
  readonly measured: ReadonlySet<string>
  readonly toMeasured: ReadonlySet<string>
  /** Spans of which nobody says hundredths. */
  readonly wholeSpans: ReadonlySet<string>
  /** Between the two ends of a range. */
  readonly between: ReadonlySet<string>
}

function fromOneOn(digits: ReadonlyMap<string, number>): ReadonlySet<string> {
  return new Set([...digits].flatMap(([word, value]) => (value > 0 ? [word] : [])))
}

function countedAs(words: Readonly<Record<Counted, string>>): ReadonlyMap<string, Counted> {
  const kinds = ['times', 'dose', 'span'] as const
  return new Map(kinds.flatMap((kind) => [...wordSet(words[kind])].map((word) => [word, kind])))
}

/** "weight twenty two weeks after birth", "grade": time is counted after these as well. */
const alsoTimed = wordSet('weight weighs weighed weighing grade')

const alsoMeasured = wordSet(`
  bp ef lvef fraction hct hematocrit haematocrit a1c gfr egfr bicarb bicarbonate chloride hgb plt wbc uric procalcitonin
`)

/** Labs and vital signs; rooms and flights have no value. */
const englishValues: ReadonlySet<string> = new Set(
  [
    ...alsoMeasured,
    ...measuredNouns,
    ...[...leftOutHundreds.keys()].map((name) => name.split(' ').at(-1) ?? ''),
  ].filter((name) => !neverCompared.has(name) && !alsoTimed.has(name)),
)

export const englishCounted: CountedWords = {
  counted: countedAs({
    times: 'time times',
    dose: `tablet tablets tab tabs pill pills capsule capsules caplet caplets puff puffs drop drops spray sprays
      patch patches lozenge lozenges sachet sachets suppository suppositories teaspoon teaspoons tablespoon tablespoons
      amp amps ampoule ampoules vial vials`,
    span: 'minute minutes hour hours day days week weeks month months year years',
  }),
  afterTimes: wordSet('a an per daily weekly every each day'),
  afterSpans: wordSet('ago later after before earlier prior post'),
  supplied:
    wordSet(`dispense dispensed supply of quantity mitte prescribed took taken swallowed ingested another
    remaining total`),
  ones: wordSet('one'),
  digits: fromOneOn(englishDigits),
  tens: new Set(englishTens.keys()),
  hundreds: wordSet('hundred thousand'),
  decimalMarks: wordSet('point'),
  singular: wordSet('time minute hour day week month year'),
  zeros: wordSet('oh o zero'),
  measured: englishValues,
  toMeasured: wordSet(`
    of is was were at to in teen ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen oh and over above
    under below than less greater more about around approximately
  `),
  wholeSpans: wordSet('day days week weeks month months'),
  between: wordSet('to or'),
}

export const frenchCounted: CountedWords = {
  counted: countedAs({
    times: 'fois',
    dose: `comprimé comprimés gélule gélules capsule capsules cachet cachets bouffée bouffées goutte gouttes inhalation
      inhalations pulvérisation pulvérisations sachet sachets timbre timbres ampoule ampoules suppositoire suppositoires
      culot culots cuillère cuillères cuillerée cuillerées`,
    span: 'minute minutes heure heures jour jours nuit nuits semaine semaines mois an ans année années',
  }),
  afterTimes: wordSet('par chaque tous toutes au la le matin jour'),
  afterSpans: wordSet('plus après avant de auparavant'),
  supplied: wordSet(
    'de remettre remis délivrer délivré boîte quantité total pris avalé ingéré encore',
  ),
  ones: wordSet('un une'),
  digits: new Set([...fromOneOn(frenchDigits), 'une']),
  tens: new Set([...frenchTens.keys(), 'vingts']),
  hundreds: wordSet('cent cents mille'),
  decimalMarks: wordSet('virgule point'),
  singular: wordSet('minute heure jour semaine année'),
  zeros: wordSet('zéro zero'),
  measured: new Set([
    ...frenchMeasured,
    ...wordSet(`
      pouls fc fr ta tension pression fréquence saturation sat spo2 plaquettes bnp ferritine cpk lipase amylase lactates
      glycémies fevg pertes rcf neutrophiles hématocrite
    `),
  ]),
  toMeasured: wordSet(`
    à de d' est était sont étaient au sur cardiaque respiratoire artérielle sanguines environ plus moins dix onze douze treize
    quatorze quinze seize et
  `),
  wholeSpans: wordSet('jour jours semaine semaines mois nuit nuits'),
  between: wordSet('à ou'),
}
