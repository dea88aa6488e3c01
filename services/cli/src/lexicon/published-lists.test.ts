import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { suggestClass } from '@plume/terminology'
import { describe, expect, test } from 'vitest'
import { createStarterKnowledge, entryBatches, type Made } from './import-list.ts'
import { openList } from './open-list.ts'
import { surveyList } from './survey-list.ts'

const shared = fileURLToPath(new URL('../../../../../shared/terminology/', import.meta.url))
const files = existsSync(shared)
  ? readdirSync(shared, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:tsv|txt|json|zip)$/.test(name),
    )
  : ['(they are not here)']
const none: ReadonlySet<string> = new Set()

describe.skipIf(!existsSync(shared))('the lists of ../shared/terminology', () => {
  test.each(files)('%s is recognised, read and makes entries', async (name) => {
    const list = await openList(join(shared, name), null)
    const survey = await surveyList(list.items(), 'fr')
    const classes = new Map(
      [...survey.categories].map(([category, { samples }]) => [
        category,
        suggestClass(list.format, category, samples),
      ]),
    )
    const made: Made = { entries: 0, ignored: 0, kept: 0, byClass: new Map() }
    const making = {
      source: name,
      locale: 'fr',
      classes,
      known: createStarterKnowledge(),
      everyday: { en: () => none, fr: () => none },
    } as const
    for await (const _ of entryBatches(list.items(), making, made, () => {}));
    // One-letter cells are columns of codes: `tier`.
    const rejected = [...survey.rejected]
      .filter(([reason]) => reason !== 'too-short')
      .reduce((sum, [, { count }]) => sum + count, 0)
    expect(made.entries).toBeGreaterThan(20)
    expect(made.entries + made.ignored).toBe(survey.candidates)
    // The most has the inventory of commands, where many cells are marks.
    expect(rejected).toBeLessThan(survey.candidates * 0.3)
  })
})
