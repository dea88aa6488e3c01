import type { Database, MishearingOwner } from '@plume/storage'
import type { Mishearing } from '@plume/terminology'
import type { Command, Terminal } from '../command.ts'
import { storage, withDatabase } from '../join-database.ts'
import { createMishearingCheck, refusalReasons } from '../lexicon/check-mishearings.ts'
import { mishearingOwner } from '../lexicon/mishearing-owner.ts'
import { bytesOfFile, linesIn, openText } from '../lexicon/open-text.ts'
import { placeFrom, placeOption } from '../lexicon/place-option.ts'
import { sayNothingThere } from '../nothing-there.ts'
import { Refused } from '../refused.ts'

const author = {
  type: 'string',
  value: 'LOGIN',
  help: 'that of one author’s table (default: the site’s)',
} as const

const options = { locale: placeOption, author } as const

export const mishearingsList: Command = {
  positionals: [],
  options: { author },
  run: async ({ values }, terminal) => {
    const lines = await withOwner(terminal, values.author, async (owner, database) => {
      const { createMishearingStore } = await storage()
      return createMishearingStore(database).list(owner)
    })
    if (lines.length === 0) {
      const remedy = 'plume mishearings add HEARD MEANT --locale L adds one.'
      sayNothingThere(terminal, 'are no mishearings in this table yet', remedy)
    }
    for (const { heard, meant, locale } of lines) {
      terminal.stdout.write(`${heard}\t${meant}\t${locale}\n`)
    }
  },
}

export const mishearingsAdd: Command = {
  positionals: ['HEARD', 'MEANT'],
  options,
  details: [
    'Word for word and nothing near it: plume mishearings add "met form in" metformin --locale en',
    'Refused where it could change what was said: words of the language, terms, numbers, sides, negations.',
  ],
  run: async ({ positionals: [heard = '', meant = ''], values }, terminal) => {
    const line = { heard, meant, locale: placeFrom(values.locale) }
    await withOwner(terminal, values.author, (owner, database) => addAll(database, owner, [line]))
    terminal.stderr.write('1 mishearing added\n')
  },
}

export const mishearingsImport: Command = {
  positionals: ['FILE'],
  options,
  run: async ({ positionals: [path = ''], values }, terminal) => {
    const locale = placeFrom(values.locale)
    const lines: Mishearing[] = []
    for await (const text of linesIn((await openText(bytesOfFile(path))).chunks())) {
      const [heard = '', meant = ''] = text.split('\t')
      if (heard.trim() !== '' && !heard.startsWith('#')) lines.push({ heard, meant, locale })
    }
    await withOwner(terminal, values.author, (owner, database) => addAll(database, owner, lines))
    terminal.stderr.write(`${lines.length} mishearings added\n`)
  },
}

export const mishearingsRemove: Command = {
  positionals: ['HEARD'],
  options,
  run: async ({ positionals: [heard = ''], values }, terminal) => {
    const line = { heard, locale: placeFrom(values.locale) }
    const removed = await withOwner(terminal, values.author, async (owner, database) => {
      const { createMishearingStore } = await storage()
      return createMishearingStore(database).remove(owner, line)
    })
    if (!removed) {
      const remedy = 'See plume mishearings list.'
      throw new Refused('unknown-mishearing', 'the table has no such line', remedy)
    }
    terminal.stderr.write('1 mishearing removed\n')
  },
}

/** Every line is checked before the first is added. */
async function addAll(
  database: Database,
  owner: MishearingOwner,
  lines: readonly Mishearing[],
): Promise<void> {
  const { createLexiconStore, createMishearingStore } = await storage()
  const site = await createLexiconStore(database).layer({ layer: 'site', owner: '' })
  const check = createMishearingCheck(site)
  for (const [index, line] of lines.entries()) {
    const refusal = await check(line)
    if (refusal === null) continue
    const where = lines.length > 1 ? `line ${index + 1}, "${line.heard}"` : `"${line.heard}"`
    throw new Refused(
      'mishearing-refused',
      `${where}: ${refusalReasons[refusal]}`,
      'Leave it out: what may be misheard in several ways is suggested, not changed.',
    )
  }
  await createMishearingStore(database).add(owner, lines)
}

function withOwner<Result>(
  { config, stderr }: Terminal,
  login: string | boolean | undefined,
  work: (owner: MishearingOwner, database: Database) => Promise<Result>,
): Promise<Result> {
  const say = (line: string) => void stderr.write(`${line}\n`)
  return withDatabase(config, say, async (database) =>
    work(await mishearingOwner(login, database), database),
  )
}
