import { frenchWeekdays } from '../dates/french-months.ts'
import { isFrenchNumberWord } from '../numbers/french-cardinal.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous } from '../reading/match-atoms.ts'
import { wordSet } from '../reading/word-set.ts'

/** An hour, and the atom after it. */
export type Said = { readonly value: number; readonly to: number }

/** Before a time: « vers dix heures », « jusqu'à midi vingt ». */
const leads = wordSet("à vers dès avant jusqu'à")

/** « demain dix heures », « depuis hier dix-huit heures », « aujourd'hui quinze heures », « lundi neuf heures » */
const days: ReadonlySet<string> = new Set(['demain', 'hier', 'hui', ...frenchWeekdays])

/** What has its hour and does not last from seven on: « la réunion de quinze heures », « la dose de vingt heures ». */
const appointments = wordSet(
  'réunion consultation visite messe train rencontre tournée appel repas dose prise relève vous',
)

/** Before what lasts or comes round: « pendant deux heures trente », « aux six heures ». */
const lasting = wordSet(`
  pendant durant depuis dure durée durait duré dans après aux les chaque q total
  moins plus dernières premières prochaines
`)
/** « à six heures de vie », « à vingt-quatre heures postopératoires »: so long after something. */
const afterLapse = wordSet(`
  de d' post postopératoires postopératoire plus après suivant suivantes près par intervalle
`)

/** « de dix heures à midi », « lundi neuf heures à dix heures », « entre neuf heures et midi »: between two times. */
const jointAfter = (word: string) =>
  word === 'entre' ? 'et' : word === 'de' || days.has(word) ? 'à' : null

export const frenchClockFrames = { leads, jointAfter, isFramed, lasts }

/** « après dix-sept heures » is a time, « après dix heures » more often what has passed. */
const isLate = ({ value }: Said) => value >= 13 && value <= 23

/** Where what was said lasts, or comes round. */
function lasts(atoms: readonly Atom[], from: number, hour: Said): boolean {
  const word = lead(atoms, from)
  if (!lasting.has(word)) return false
  return word !== 'après' || !isLate(hour) || afterLapse.has(close(atoms, hour.to))
}

/** The word before, over « environ » and the like. */
const lead = (atoms: readonly Atom[], from: number) =>
  /^(?:environ|près|presque|de|d')$/.test(previous(atoms, from))
    ? previous(atoms, from, 2) || previous(atoms, from)
    : previous(atoms, from)

/** Where an hour on its own is a time. */
function isFramed(atoms: readonly Atom[], from: number, hour: Said): boolean {
  if (saysPartOfDay(atoms, hour.to)) return true
  const next = close(atoms, hour.to)
  if (/^(?:pile|précises?|tapantes?)$/.test(next)) return true
  if (afterLapse.has(next)) return false
  const before = previous(atoms, from)
  // « une durée de deux heures à trois heures »: both last.
  if (before === 'à') return !/^heures?$/.test(previous(atoms, from, 2)) && !sharesUnit(atoms, from)
  if (leads.has(before) || before === 'après') return true
  // « hier deux heures avant son arrivée »
  if (next === 'avant') return false
  const secondLast = previous(atoms, from, 2)
  if (before === 'matin' || before === 'soir') return secondLast === 'ce' || days.has(secondLast)
  if (before === 'de') return isAppointment(atoms, from, hour)
  return days.has(before) || (before === 'est' && secondLast === 'il')
}

/** « de huit à seize heures » shares its unit: a range; « le quinze à dix heures » is a day and a time. */
function sharesUnit(atoms: readonly Atom[], from: number): boolean {
  if (previous(atoms, from, 2) === '' || frenchRunAt(atoms, from - 2).length === 0) return false
  let at = from - 2
  const goesOn = (word: string) => word === 'et' || isFrenchNumberWord(word)
  while (at > from - 5 && goesOn(previous(atoms, at))) at--
  const before = previous(atoms, at)
  return before !== 'le' && !frenchWeekdays.has(before)
}

/** « la réunion de quinze heures »; « la réunion de deux heures », « une dose de vingt-quatre heures » last. */
function isAppointment(atoms: readonly Atom[], from: number, { value }: Said): boolean {
  const noun = previous(atoms, from, 2)
  if (!appointments.has(noun) || value < 7 || value > 23) return false
  const before = previous(atoms, from, 3)
  return noun === 'vous' ? before === 'rendez' : /^(?:l'|la|le|cette|ce|du|au)$/.test(before)
}

/** « dix heures du matin », « trois heures de l'après-midi » */
function saysPartOfDay(atoms: readonly Atom[], at: number): boolean {
  const word = close(atoms, at)
  if (word === 'du') return /^(?:matin|soir)$/.test(close(atoms, at + 1))
  return word === 'de' && close(atoms, at + 1) === "l'" && close(atoms, at + 2) === 'après'
}
