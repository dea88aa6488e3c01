import { type ImportFormat, type Suggested, suggestClass } from '@plume/terminology'
import type { Made } from './import-list.ts'
import type { OpenList } from './open-list.ts'
import type { Survey } from './survey-list.ts'
import type { Trial } from './try-on-reference.ts'

type Print = (line: string) => void

const shownCategories = 30
const shownChanges = 40

/** What the list is, its categories, and which lines cannot be read. Lines are named, not shown. */
export function printSurvey(list: OpenList, survey: Survey, print: Print): void {
  print(`${list.format} (${list.layout}): ${survey.candidates} terms`)
  printCategories(list.format, survey, print)
  for (const [reason, count] of survey.leftOut) print(`left out, ${reason}: ${count}`)
  for (const [reason, { count, lines }] of survey.rejected) {
    const more = count > lines.length ? ' …' : ''
    print(`rejected, ${reason}: ${count} (lines ${lines.join(', ')}${more})`)
  }
}

function printCategories(format: ImportFormat, { categories }: Survey, print: Print): void {
  for (const [name, { count, samples }] of [...categories].slice(0, shownCategories)) {
    const suggested = suggestClass(format, name, samples)
    print(`  ${name}: ${count}, such as ${samples.join('; ')}; suggested class: ${suggested}`)
  }
  const more = categories.size - shownCategories
  if (more > 0) print(`  … and ${more} more categories`)
}

export function printMade(made: Made, classes: ReadonlyMap<string, Suggested>, print: Print): void {
  const byClass = [...made.byClass].map(([name, count]) => `${name} ${count}`).join(', ')
  print(`entries: ${made.entries}${byClass === '' ? '' : ` (${byClass})`}`)
  const ignored = [...classes].filter(([, kind]) => kind === 'ignore').map(([name]) => name)
  if (made.ignored > 0) print(`ignored: ${made.ignored} (${ignored.join(', ')})`)
  if (made.kept > 0) {
    print(`kept from rewriting, because they may be everyday words: ${made.kept}`)
  }
}

/** What a list would change, most frequent first. Only words of the lexicon are shown. */
export function printTrial(trial: Trial, print: Print): void {
  print(`reference texts: ${trial.texts}, of which ${trial.changed} would change`)
  if (trial.fixed + trial.broken > 0) print(`fixes ${trial.fixed}, breaks ${trial.broken}`)
  const changes = [...trial.changes].sort((a, b) => b[1] - a[1])
  for (const [change, count] of changes.slice(0, shownChanges)) print(`  ${change}  (${count})`)
  if (changes.length > shownChanges) print(`  … and ${changes.length - shownChanges} more`)
}
