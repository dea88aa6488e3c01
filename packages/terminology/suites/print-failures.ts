import { escapeSpaces } from './read-suite.ts'
import type { Score } from './score-all.ts'

type Print = (line?: string) => void

/** Prints what failed in one class of rows, or in one of the parts that are no class. */
export function printFailures(score: Score, name: string, print: Print): void {
  const part = parts[name]
  if (part) part(score, print)
  else printRows(score, name, print)
}

const parts: Readonly<Record<string, (score: Score, print: Print) => void>> = {
  unchanged: printChangedProse,
  commands: printFalseCommands,
  changes: printChanges,
  suggestions: printSuggestions,
}

function printRows(score: Score, name: string, print: Print): void {
  const known = score.languages.flatMap(({ outcomes }) => outcomes.map(({ pair }) => pair.class))
  if (name !== 'all' && !known.includes(name)) {
    const names = [...new Set(known), ...Object.keys(parts), 'all']
    print(`no class is called ${name}; there are ${names.join(', ')}`)
    return
  }
  const failed = score.languages
    .flatMap(({ outcomes }) => outcomes)
    .filter(({ pair, passed }) => !passed && (name === 'all' || pair.class === name))
  for (const { pair, got } of failed) {
    print(`${pair.id} ${pair.locale} ${pair.mode}${pair.safety ? ' SAFETY' : ''}`)
    print(`  spoken    ${escapeSpaces(pair.spoken)}`)
    print(`  expected  ${escapeSpaces(pair.written)}`)
    print(`  got       ${escapeSpaces(got)}`)
  }
  print(`${failed.length} failing`)
}

function printChangedProse(score: Score, print: Print): void {
  for (const { text, got, passed } of score.languages.flatMap(({ unchanged }) => unchanged)) {
    if (passed) continue
    print(`expected  ${escapeSpaces(text)}`)
    print(`got       ${escapeSpaces(got)}`)
    print()
  }
}

function printFalseCommands({ real }: Score, print: Print): void {
  for (const [form, { commands }] of Object.entries(real?.falseCommands ?? {})) {
    for (const { heard, written } of commands) print(`${form}: “${heard}” became “${written}”`)
  }
}

function printChanges({ real }: Score, print: Print): void {
  for (const each of real?.recogniser.changes ?? []) {
    if (each.verdict === 'kept') continue
    const guarded = each.touchesProtected ? ' PROTECTED' : ''
    print(
      `${each.verdict}${guarded}: “${each.heard}” became “${each.written}”, said “${each.reference}”`,
    )
  }
}

function printSuggestions({ real }: Score, print: Print): void {
  for (const each of real?.recogniser.suggestions ?? []) {
    const verdict = each.right ? 'right' : 'wrong'
    print(`${verdict}: “${each.text}” to “${each.proposed}”, said “${each.reference}”`)
  }
}
