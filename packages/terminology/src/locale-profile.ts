import type { Locale } from '@plume/transcript'

export type MarkName =
  | 'period'
  | 'comma'
  | 'colon'
  | 'semicolon'
  | 'question'
  | 'exclamation'
  | 'ellipsis'
  | 'hyphen'
  | 'dash'
  | 'item'
  | 'slash'
  | 'apostrophe'
  | 'percent'
  | 'open-parenthesis'
  | 'close-parenthesis'
  | 'open-bracket'
  | 'close-bracket'
  | 'open-quote'
  | 'close-quote'
  | 'ampersand'
  | 'asterisk'
  | 'at'
  | 'number-sign'
  | 'underscore'
  | 'plus-sign'
  | 'equals'
  | 'less-than'
  | 'greater-than'
  | 'plus-minus'
  | 'times'
  | 'plural-apostrophe'

/** How a mark is written: its characters and the space on either side. */
export type MarkShape = { readonly text: string; readonly left: string; readonly right: string }

/** What differs from one place to another in how a report is written. Every such value lives here. */
export type WritingProfile = {
  readonly language: 'en' | 'fr'
  readonly decimalMark: string
  /** Between groups of three digits. */
  readonly groupMark: string
  /** Numbers are grouped from this many digits on: 4000, 10,000 (AAMT; OQLF). */
  readonly groupFrom: number
  /** Between a number and the symbol of its unit. */
  readonly unitSpace: string
  /** Between a number and %. */
  readonly percentSpace: string
  /** Between the ends of a range that has a unit: 5-10 mg. */
  readonly rangeMark: string
  /** Between the sides of what was measured: 2 x 3 cm. */
  readonly dimensionSign: string
  /** Whole numbers from here on are digits in prose, and ordinals too (AMA: 10). */
  readonly digitsFrom: number
  /** "one and a half": 1½, 1 1/2 or 1.5. */
  readonly mixedFraction: 'glyph' | 'slash' | 'decimal'
  /** "March 3, 2024" or "3 March 2024". */
  readonly dateOrder: 'month-first' | 'day-first'
  /** 03/04/2024: in Canada both are written, so that a person has to say which is meant. */
  readonly dateInNumbers: 'month-first' | 'day-first' | 'either'
  /** Between hours and minutes: 2:30. */
  readonly hourMark: string
  /** Digits that minutes have at least: 8 h 5 (OQLF) or 8 h 05. */
  readonly minuteDigits: 1 | 2
  /** Before and after noon. */
  readonly meridiem: { readonly a: string; readonly p: string }
  /** "b i d", "q eight hours": in words ("twice daily", ISMP) or short ("b.i.d.", "q.8 h."). */
  readonly frequency: 'words' | 'abbreviations'
  readonly marks: Readonly<Record<MarkName, MarkShape>>
}

/** What a site writes otherwise than its locale does. */
export type SiteProfile = Partial<Omit<WritingProfile, 'language'>>

const space = ' '
const noBreak = '\u00a0'
const thinNoBreak = '\u202f'

const before = (text: string, left = ''): MarkShape => ({ text, left, right: space })
const after = (text: string, right = ''): MarkShape => ({ text, left: space, right })
const between = (text: string): MarkShape => ({ text, left: '', right: '' })
const apart = (text: string): MarkShape => ({ text, left: space, right: space })

const englishMarks: WritingProfile['marks'] = {
  period: before('.'),
  comma: before(','),
  colon: before(':'),
  semicolon: before(';'),
  question: before('?'),
  exclamation: before('!'),
  ellipsis: before('…'),
  hyphen: between('-'),
  dash: apart('-'),
  item: apart('-'),
  slash: between('/'),
  apostrophe: between("'"),
  percent: before('%'),
  'open-parenthesis': after('('),
  'close-parenthesis': before(')'),
  'open-bracket': after('['),
  'close-bracket': before(']'),
  'open-quote': after('“'),
  'close-quote': before('”'),
  ampersand: apart('&'),
  asterisk: apart('*'),
  at: between('@'),
  'number-sign': after('#'),
  underscore: between('_'),
  'plus-sign': apart('+'),
  equals: apart('='),
  'less-than': apart('<'),
  'greater-than': apart('>'),
  'plus-minus': apart('±'),
  times: apart('x'),
  'plural-apostrophe': before("'"),
}

/** Québec (OQLF): a no-break space before `:` and `%` and inside « », none before `;` `!` `?`. */
const quebecMarks: WritingProfile['marks'] = {
  ...englishMarks,
  colon: before(':', noBreak),
  percent: before('%', noBreak),
  'open-quote': after('«', noBreak),
  'close-quote': before('»', noBreak),
}

const english: WritingProfile = {
  language: 'en',
  decimalMark: '.',
  groupMark: ',',
  groupFrom: 5,
  rangeMark: '-',
  dimensionSign: 'x',
  digitsFrom: 10,
  mixedFraction: 'slash',
  dateOrder: 'month-first',
  dateInNumbers: 'either',
  hourMark: ':',
  minuteDigits: 2,
  frequency: 'abbreviations',
  meridiem: { a: 'a.m.', p: 'p.m.' },
  unitSpace: space,
  percentSpace: '',
  marks: englishMarks,
}

const profiles: Readonly<Record<Locale, WritingProfile>> = {
  'en-CA': english,
  'en-US': { ...english, dateInNumbers: 'month-first' },
  'fr-CA': {
    language: 'fr',
    decimalMark: ',',
    groupMark: noBreak,
    groupFrom: 5,
    rangeMark: '-',
    dimensionSign: 'x',
    digitsFrom: 10,
    mixedFraction: 'slash',
    dateOrder: 'day-first',
    dateInNumbers: 'either',
    hourMark: `${noBreak}h${noBreak}`,
    minuteDigits: 1,
    frequency: 'abbreviations',
    meridiem: { a: '', p: '' },
    unitSpace: noBreak,
    percentSpace: noBreak,
    marks: quebecMarks,
  },
  /** France sets a thin no-break space before the tall marks, and between groups of digits. */
  'fr-FR': {
    language: 'fr',
    decimalMark: ',',
    groupMark: thinNoBreak,
    groupFrom: 5,
    rangeMark: '-',
    dimensionSign: 'x',
    digitsFrom: 10,
    mixedFraction: 'slash',
    dateOrder: 'day-first',
    dateInNumbers: 'day-first',
    hourMark: `${noBreak}h${noBreak}`,
    minuteDigits: 2,
    frequency: 'abbreviations',
    meridiem: { a: '', p: '' },
    unitSpace: noBreak,
    percentSpace: noBreak,
    marks: {
      ...quebecMarks,
      semicolon: before(';', thinNoBreak),
      question: before('?', thinNoBreak),
      exclamation: before('!', thinNoBreak),
    },
  },
}

export function localeProfile(locale: Locale): WritingProfile {
  return profiles[locale]
}
