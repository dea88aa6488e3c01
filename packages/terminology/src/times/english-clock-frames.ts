import { englishUnitAt } from '../measures/english-unit-at.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'
import { isAtValue, isSetting } from './english-at-value.ts'
import { zoneAt } from './english-zones.ts'

/** Hours and minutes that were said without "a.m.", and where. */
export type SaidTime = {
  readonly from: number
  readonly to: number
  readonly hour: number
  readonly minutes: number
}

/** After the value, who says that it was a time. */
const afterTime = wordSet('was were is are showed shows had')

/** "two thirty" is a time after "at" and the like, a number of a measure; 'doubt' where it may be either. */
export function clockFrame(reading: Reading, said: SaidTime): boolean | 'doubt' {
  const { atoms } = reading
  const { from, to } = said
  if (englishUnitAt(atoms, to) || /^(?:over|point|to|per)$/.test(close(atoms, to))) return false
  if (/^an?$/.test(close(atoms, to)) && englishUnitAt(atoms, to + 1)) return false
  const zone = zoneAt(atoms, to)
  if (zone && !isTest(atoms, zone)) return true
  if (!leadsClock(reading, said)) return false
  if (afterTime.has(close(atoms, to))) return true
  const value = said.hour * 100 + said.minutes
  if (!isSetting(reading, from) && !isAtValue(reading, { from, to, value }, isLikely(said)))
    return true
  return isPartOfDay.test(wordsAfter(atoms, to)) ? 'doubt' : false
}

/** AST is a liver enzyme, and ET an airway's tube: only "p.m." before them makes them zones. */
const isTest = (atoms: readonly Atom[], zone: { readonly value: string; readonly to: number }) =>
  /^(?:AST|ET)$/.test(zone.value) || englishRunAt(atoms, zone.to).length > 0

function leadsClock(reading: Reading, said: SaidTime): boolean {
  const { atoms } = reading
  const { from, to, hour, minutes } = said
  const before = previous(atoms, from)
  if (before === 'at' || isTimeOfEvent(atoms, from)) return true
  if (
    /^(?:about|around|approximately|by|until|exactly)$/.test(before) &&
    previous(atoms, from, 2) === 'at'
  )
    return true
  if (saysWhen.test(wordsAfter(atoms, to))) return leadsTime.has(before)
  if (hour > 12 || minutes % 5 !== 0) return false
  if (leadsTimeAlone.has(before) && minutes % 15 === 0) return true
  return (
    /^(?:appointments?|slot)$/.test(close(atoms, to)) || (isLikely(said) && leadsLikely.has(before))
  )
}

/** "time of death twenty two forty seven". */
export function isTimeOfEvent(atoms: readonly Atom[], from: number): boolean {
  const back = /^(?:is|was)$/.test(previous(atoms, from)) ? 1 : 0
  return (
    /^(?:death|birth|delivery|arrival|incision|onset|call)$/.test(
      previous(atoms, from, back + 1),
    ) &&
    previous(atoms, from, back + 2) === 'of' &&
    previous(atoms, from, back + 3) === 'time'
  )
}

/** "until two thirty"; "increased by one fifty" is no time, nor "before one fifty", but "before eight thirty" is. */
const leadsTimeAlone = wordSet('since until till')
const leadsLikely = wordSet('before after by around about your')

/** From five to twelve, on a quarter: few doses and values look like it. */
export const isLikely = ({ hour, minutes }: Pick<SaidTime, 'hour' | 'minutes'>) =>
  hour >= 5 && hour <= 12 && minutes % 15 === 0

/** After another word it may be a dose or a value: "quetiapine one fifty at night", "sugar one thirty to two p m". */
const leadsTime = new Set([
  '',
  'until',
  'till',
  'before',
  'after',
  'around',
  'about',
  'by',
  'since',
])
export const leadsSpan = (word: string) => leadsTime.has(word) || /^(?:at|from|between)$/.test(word)

const wordsAfter = (atoms: readonly Atom[], at: number) =>
  [0, 1, 2].map((ahead) => close(atoms, at + ahead)).join(' ')

/** "three thirty in the afternoon", "ten fifteen at night": what was said stays, and makes a time of it. */
const isPartOfDay = /^(?:in the (?:morning|afternoon|evening)|at night\b)/
const saysWhen =
  /^(?:in the (?:morning|afternoon|evening)|at night\b|tonight|tomorrow|yesterday|(?:this|last) (?:morning|afternoon|evening|night)\b)/
