import { amountAt } from './amount.ts'
import type { Sentence } from './lint-document.ts'
import { phraseAt, phrases } from './phrases.ts'

/** How often a dose is given; `timesADay` is the least that the words allow. */
export type DoseFrequency = { readonly timesADay: number; readonly isWeekly: boolean }

const named = phrases(
  Object.entries({
    1: 'daily, once daily, once a day, every day, par jour, une fois par jour, 1 fois par jour, die, quotidien, chaque jour, every morning, every night, every evening, nightly, at bedtime, in the morning, chaque matin, chaque soir, le matin, le soir, au coucher, qam, q.a.m, qhs, q.h.s',
    2: 'b.i.d, bid, twice daily, twice a day, 2 times daily, 2 times a day, deux fois par jour, 2 fois par jour',
    3: 't.i.d, tid, 3 times daily, 3 times a day, three times a day, three times daily, trois fois par jour, 3 fois par jour',
    4: 'q.i.d, qid, 4 times daily, 4 times a day, four times a day, four times daily, quatre fois par jour, 4 fois par jour',
    5: '5 times daily, 5 times a day, five times a day, five times daily, cinq fois par jour, 5 fois par jour',
    6: '6 times daily, 6 times a day, six times a day, six times daily, six fois par jour, 6 fois par jour',
    8: '8 times daily, 8 times a day, eight times a day, eight times daily, huit fois par jour, 8 fois par jour',
    0: 'weekly, once weekly, once a week, every week, per week, par semaine, 1 fois par semaine, une fois par semaine, hebdomadaire',
  }).flatMap(([times, list]) => list.split(', ').map((phrase) => [phrase, Number(times)] as const)),
)

/** How far after a dose how often is still said of it. */
const reach = 6

/** What is said of how often in the words `[from, to)` after a dose. */
export function frequencyAfter(
  sentence: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
  language: 'en' | 'fr',
): DoseFrequency | null {
  for (let at = from; at < Math.min(to, from + reach); at++) {
    // "0.5 mg IV, then 0.25 mg every 6 hours": the next dose has its own.
    if (amountAt(sentence, at, language)?.unit.measure === 'mass') return null
    const phrase = phraseAt(sentence, at, named)
    if (phrase) {
      const isWeekly = phrase.meaning === 0 || saysWeek(sentence, phrase.to)
      return {
        timesADay: isWeekly ? 0 : Math.min(phrase.meaning, rangeStart(sentence, at)),
        isWeekly,
      }
    }
    const hours = hoursBetween(sentence, at, language)
    if (hours) return { timesADay: 24 / hours, isWeekly: false }
  }
  return null
}

const small = new Map(
  ['1 one un', '2 two deux', '3 three trois', '4 four quatre', '5 five cinq'].flatMap(
    (names, nth) => names.split(' ').map((name) => [name, nth + 1] as const),
  ),
)

/** The 4 of "4 to 6 times a day", « 4 à 6 fois par jour », "4-6 times"; else no bound. */
function rangeStart(sentence: Sentence, at: number): number {
  const isWord = /^(?:to|or|a|ou)$/.test(sentence[at - 1]?.folded ?? '')
  if (!isWord && sentence[at]?.gap !== '-') return Number.POSITIVE_INFINITY
  const first = sentence[at - (isWord ? 2 : 1)]?.folded ?? ''
  return small.get(first) ?? Number.POSITIVE_INFINITY
}

/** "daily, 5 days a week". */
function saysWeek(sentence: Sentence, at: number): boolean {
  return sentence
    .slice(at, at + 4)
    .some(({ folded }) => /^(?:week|weeks|semaine|semaines)$/.test(folded))
}

/** "q.8 h.", "q8h", "every 8 hours", « aux 8 heures », « toutes les 8 heures »; of "q.4-6 h." the 6. */
function hoursBetween(sentence: Sentence, at: number, language: 'en' | 'fr'): number | null {
  const first = sentence[at]?.folded ?? ''
  const joined = /^q\.?(\d{1,2})h?$/.exec(first)
  if (joined) return lastOfRange(sentence, at, Number(joined[1]))
  const opens = language === 'fr' ? /^(?:aux|les)$/ : /^every$/
  const count = sentence[at + 1]?.folded ?? ''
  if (!opens.test(first) || !/^\d{1,2}$/.test(count)) return null
  const last = lastOfRange(sentence, at + 1, Number(count))
  const unit = sentence
    .slice(at + 2, at + 5)
    .some(({ folded }) => /^(?:h|hours|heures)$/.test(folded))
  return unit ? last : null
}

/** "4-6", "4 to 6", « 4 à 6 ». */
function lastOfRange(sentence: Sentence, at: number, first: number): number | null {
  const isWord = /^(?:to|a)$/.test(sentence[at + 1]?.folded ?? '')
  const next = sentence[at + (isWord ? 2 : 1)]
  const isRange = (isWord || next?.gap === '-') && /^\d{1,2}h?$/.test(next?.folded ?? '')
  const last = isRange ? Number.parseInt(next?.folded ?? '', 10) : first
  return last > 0 && last <= 24 ? last : null
}
