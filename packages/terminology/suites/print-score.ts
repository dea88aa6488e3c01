import type { LanguageScore, Score } from './score-all.ts'
import { type Outcome, type Tally, tally } from './score-pairs.ts'
import type { SilentChange, Verdict } from './score-recogniser.ts'

type Print = (line?: string) => void

const names = { en: 'English', fr: 'French' } as const

/** Prints the whole score beside its targets; gives the number of targets that are missed. */
export function printScore(score: Score, print: Print): number {
  const missed = score.languages.flatMap((each) => printLanguage(each, print))
  return [...missed, ...printReal(score, print)].filter(Boolean).length
}

/** One target of the product: prints the value, and whether it is met. */
function target(print: Print, name: string, value: string, aim: string, met: boolean): boolean {
  print(`  ${name.padEnd(40)}${value.padStart(16)}   ${aim.padEnd(18)} ${met ? 'met' : 'MISSED'}`)
  return !met
}

function printLanguage(score: LanguageScore, print: Print): readonly boolean[] {
  const { outcomes, unchanged, lints } = score
  print(`${names[score.language]}: spoken to written`)
  print(`  ${'class'.padEnd(18)}${'all'.padStart(14)}${'safety rows'.padStart(24)}`)
  for (const [name, rows] of byClass(outcomes)) {
    const safe = rows.filter(({ pair }) => pair.safety)
    print(`  ${name.padEnd(18)}${ratio(tally(rows))}${safe.length ? ratio(tally(safe)) : ''}`)
  }
  const safety = tally(outcomes.filter(({ pair }) => pair.safety))
  const all = tally(outcomes)
  const same = tally(unchanged)
  const spacing = outcomes.filter(({ spacingOnly }) => spacingOnly).length
  print()
  if (spacing > 0) print(`  ${spacing} of the failing rows differ in the kind of a space alone`)
  const full = (each: Tally) => each.passed === each.total
  const missed = [
    target(print, 'safety rows', ratio(safety).trim(), '100 %', full(safety)),
    target(print, 'all rows', ratio(all).trim(), 'at least 97 %', percent(all) >= 97),
    target(print, 'finished paragraphs unchanged', ratio(same).trim(), 'all', full(same)),
    ...printLints(lints, print),
  ]
  print()
  return missed
}

function printLints(
  { outcomes, falseAlarms, words }: LanguageScore['lints'],
  print: Print,
): readonly boolean[] {
  const right = tally(outcomes)
  const rate = (falseAlarms.length / words) * 10_000
  const value = `${rate.toFixed(1)} (${falseAlarms.length})`
  return [
    target(print, 'lint rows', ratio(right).trim(), 'all', right.passed === right.total),
    target(print, 'false alarms of lints', value, 'under 3 / 10,000', rate < 3),
  ]
}

function printReal({ real }: Score, print: Print): readonly boolean[] {
  print('Real speech (English medical talks)')
  if (!real) {
    print('  skipped: the recogniser pairs (asr-pairs) are not beside this repository')
    return []
  }
  const missed: boolean[] = []
  for (const [form, { words, commands }] of Object.entries(real.falseCommands)) {
    const rate = (commands.length / words) * 10_000
    const value = `${rate.toFixed(2)} (${commands.length})`
    missed.push(target(print, `false commands, ${form}`, value, 'under 1 / 10,000', rate < 1))
  }
  const { recogniser, unheard } = real
  missed.push(...printChanges(recogniser.changes, recogniser.words, print))
  missed.push(...printSuggestions(recogniser, print))
  print(`  (${recogniser.words} recognised words; ${unheard} clips not heard as English left out)`)
  return missed
}

function printChanges(
  changes: readonly SilentChange[],
  words: number,
  print: Print,
): readonly boolean[] {
  const count = (verdict: Verdict) => changes.filter((each) => each.verdict === verdict).length
  const right = { passed: count('kept') + count('right'), total: changes.length }
  const wrong = changes.filter(({ verdict }) => verdict === 'broken')
  const broken = (wrong.reduce((sum, each) => sum + each.words, 0) / words) * 10_000
  const guarded = wrong.filter(({ touchesProtected }) => touchesProtected).length
  print(
    `  silent changes: ${count('kept')} in form alone, ${count('right')} put right, ` +
      `${count('broken')} broken, ${count('still-wrong')} wrong before and after`,
  )
  return [
    target(
      print,
      'silent changes right',
      ratio(right).trim(),
      'at least 98 %',
      percent(right) >= 98,
    ),
    target(print, 'broken words per 10,000', broken.toFixed(2), 'at most 0.2', broken <= 0.2),
    target(print, 'broken in a protected class', `${guarded}`, 'none', guarded === 0),
  ]
}

function printSuggestions(
  score: NonNullable<Score['real']>['recogniser'],
  print: Print,
): readonly boolean[] {
  const right = tally(score.suggestions.map((each) => ({ passed: each.right })))
  const flags = (score.flags / score.words) * 10_000
  const few = target(print, 'flags per 10,000 words', flags.toFixed(1), 'at most 30', flags <= 30)
  if (right.total === 0) {
    print('  suggestions: none made')
    return [few]
  }
  const good = percent(right) >= 60
  return [few, target(print, 'suggestions right', ratio(right).trim(), 'at least 60 %', good)]
}

function byClass(outcomes: readonly Outcome[]): ReadonlyMap<string, readonly Outcome[]> {
  const classes = new Map<string, Outcome[]>()
  for (const outcome of outcomes) {
    const rows = classes.get(outcome.pair.class) ?? []
    rows.push(outcome)
    classes.set(outcome.pair.class, rows)
  }
  return classes
}

const percent = ({ passed, total }: Tally) => (total === 0 ? 100 : (passed / total) * 100)

/** Rounded down, so that 100 % is only said of all. */
function ratio(each: Tally): string {
  const share = Math.floor(percent(each) * 10) / 10
  return `${each.passed}/${each.total}`.padStart(12) + `${share.toFixed(1)} %`.padStart(9)
}
