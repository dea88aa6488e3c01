import { readFileSync, writeFileSync } from 'node:fs'
import type { SuiteLanguage } from './read-suite.ts'
import type { LanguageScore, Score } from './score-all.ts'
import { tally } from './score-pairs.ts'

/** How many rows and paragraphs passed when the ratchet was last raised. They may never be fewer. */
export type Passed = {
  readonly safety: number
  readonly all: number
  readonly unchanged: number
}

export type Ratchet = Readonly<Record<SuiteLanguage, Passed>>

const file = new URL('ratchet.json', import.meta.url)

export function readRatchet(): Ratchet {
  const read: Ratchet = JSON.parse(readFileSync(file, 'utf8'))
  return read
}

/** What passes now. */
export function passedNow({ outcomes, unchanged }: LanguageScore): Passed {
  return {
    safety: tally(outcomes.filter(({ pair }) => pair.safety)).passed,
    all: tally(outcomes).passed,
    unchanged: tally(unchanged).passed,
  }
}

/** Writes what passes now where it is more than before; nothing is ever lowered. */
export function raiseRatchet(score: Score): void {
  const before = readRatchet()
  const raised = score.languages.map((each) => [
    each.language,
    highest(before[each.language], passedNow(each)),
  ])
  const after = { ...before, ...Object.fromEntries(raised) }
  writeFileSync(file, `${JSON.stringify(after, null, 2)}\n`)
}

function highest(before: Passed, now: Passed): Passed {
  return {
    safety: Math.max(before.safety, now.safety),
    all: Math.max(before.all, now.all),
    unchanged: Math.max(before.unchanged, now.unchanged),
  }
}
