import type { LexiconCount, StoredImport } from '@plume/storage'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import type { Locale } from '@plume/transcript'
import type { Command } from '../command.ts'
import { storage, withDatabase } from '../join-database.ts'

type Count = Pick<LexiconCount, 'owner' | 'locale' | 'class' | 'status' | 'entries'> & {
  readonly layer: string
}

export const lexiconStats: Command = {
  positionals: [],
  options: {
    starter: { type: 'boolean', help: 'only the lexicon that comes with Plume; opens no database' },
    json: { type: 'boolean', help: 'one object' },
  },
  run: async ({ values }, { config, stdout, stderr }) => {
    const say = (line: string) => void stderr.write(`${line}\n`)
    const own = values.starter
      ? { version: null, counts: [], imports: [] }
      : await withDatabase(config, say, async (database) => {
          const store = (await storage()).createLexiconStore(database)
          return {
            version: await store.version(),
            counts: await store.counts(),
            imports: await store.imports(),
          }
        })
    const counts: readonly Count[] = [...starterCounts(), ...own.counts]
    if (values.json) {
      stdout.write(`${JSON.stringify({ ...own, counts })}\n`)
      return
    }
    for (const line of [...inWords(counts), ...own.imports.map(importInWords)]) {
      stdout.write(`${line}\n`)
    }
  },
}

const locales: readonly Locale[] = ['en-CA', 'en-US', 'fr-CA', 'fr-FR']

/** What holds in each place, by class. */
function starterCounts(): readonly Count[] {
  return locales.flatMap((locale) => {
    const byClass = new Map<string, number>()
    for (const { class: kind } of loadStarterLexicon(locale).entries) {
      byClass.set(kind, (byClass.get(kind) ?? 0) + 1)
    }
    return [...byClass].sort().map(([kind, entries]) => ({
      layer: 'starter',
      owner: '',
      locale,
      class: kind,
      status: 'active',
      entries,
    }))
  })
}

function inWords(counts: readonly Count[]): readonly string[] {
  const groups = new Map<string, Count[]>()
  for (const count of counts) {
    const name = [count.layer, count.owner, count.locale].filter((part) => part !== '').join(' ')
    groups.set(name, [...(groups.get(name) ?? []), count])
  }
  return [...groups].flatMap(([name, inGroup]) => [
    `${name}: ${inGroup.reduce((sum, { entries }) => sum + entries, 0)}`,
    ...inGroup.map(
      ({ class: kind, status, entries }) =>
        `  ${kind.padEnd(16)}${String(entries).padStart(7)}${status === 'active' ? '' : `  ${status}`}`,
    ),
  ])
}

function importInWords(each: StoredImport): string {
  const owner = each.owner === '' ? each.layer : `${each.layer} ${each.owner}`
  const when = each.importedAt.toISOString().slice(0, 10)
  const state = each.withdrawnAt ? 'withdrawn' : `${each.entries} entries`
  return `import ${each.id}: ${each.source} (${each.format}), ${owner}, ${when}, ${state}`
}
