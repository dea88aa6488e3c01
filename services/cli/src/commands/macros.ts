import { randomUUID } from 'node:crypto'
import { isRefusal } from '@plume/records'
import {
  findMacro,
  formatMacros,
  type Macro,
  parseMacros,
  readMacroBody,
} from '@plume/report-templates'
import type { MacroStore, StoredMacro } from '@plume/storage'
import type { Locale } from '@plume/transcript'
import type { Command, Given, Terminal } from '../command.ts'
import { storage, withDatabase } from '../join-database.ts'
import { sayNothingThere } from '../nothing-there.ts'
import { readWholeText } from '../read-whole-text.ts'
import { Refused, WrongUsage } from '../refused.ts'
import { writeOutput } from '../write-output.ts'

const longestFile = 2_000_000
const locales: readonly Locale[] = ['en-CA', 'fr-CA', 'en-US', 'fr-FR']

const author = {
  type: 'string',
  value: 'LOGIN',
  help: 'the doctor whose own they are (default: the site’s)',
} as const
const locale = { type: 'string', value: 'L', help: `one of ${locales.join(', ')}` } as const

export const macrosList: Command = {
  positionals: [],
  options: { author, locale, json: { type: 'boolean', help: 'one array' } },
  run: async ({ values }, terminal) => {
    const macros = await ownMacros(values, terminal)
    if (values.json) {
      const shown = macros.map(({ id, name, locale: of, spoken, version, body }) => ({
        id,
        name,
        locale: of,
        spoken,
        version,
        body,
      }))
      terminal.stdout.write(`${JSON.stringify(shown)}\n`)
      return
    }
    if (macros.length === 0) {
      const remedy = 'plume macros import FILE takes a file of them in.'
      return sayNothingThere(terminal, 'are no macros here yet', remedy)
    }
    const width = Math.max(...macros.map(({ name }) => name.length))
    for (const { name, locale: of, version, spoken } of macros) {
      const also = spoken.length > 0 ? `  also: ${spoken.join(', ')}` : ''
      terminal.stdout.write(`${name.padEnd(width)}  ${of}  version ${version}${also}\n`)
    }
  },
}

export const macrosImport: Command = {
  positionals: ['FILE'],
  options: { author, 'dry-run': { type: 'boolean', help: 'check the file; open no database' } },
  details: [
    'A macro is a line of three hyphens, its facts (name, locale, say), a line of three hyphens, and its',
    'text, with {{label}} or {{label: choice | choice}} where something is filled in. All or nothing.',
  ],
  run: async ({ positionals: [path = ''], values }, terminal) => {
    const macros = await readMacros(path)
    if (values['dry-run']) {
      terminal.stderr.write(`${macros.length} macros, nothing wrong\n`)
      return
    }
    const taken = await withMacros(values, terminal, ({ store, authorId }) =>
      store.takeIn(authorId, macros, randomUUID, (count) => ({
        kind: 'macros-imported',
        authorId,
        macros: count,
        actor: null,
        at: new Date(),
      })),
    )
    if (isRefusal(taken)) {
      throw new Refused(
        taken.refused,
        'another macro of the same owner and locale can be called by one of these names',
        'See plume macros list; change the names under say.',
      )
    }
    terminal.stderr.write(`${taken.added} added, ${taken.replaced} replaced\n`)
  },
}

export const macrosExport: Command = {
  positionals: [],
  options: {
    author,
    locale,
    output: { type: 'string', short: 'o', value: 'FILE', help: 'default: standard output' },
  },
  run: async ({ values }, terminal) => {
    const text = formatMacros(await ownMacros(values, terminal))
    if (typeof values.output === 'string') await writeOutput(values.output, text)
    else terminal.stdout.write(text)
  },
}

export const macrosPreview: Command = {
  positionals: ['NAME'],
  options: {
    author,
    locale,
    file: { type: 'string', value: 'FILE', help: 'from a file; no database is opened' },
  },
  run: async ({ positionals: [name = ''], values }, terminal) => {
    const macros =
      typeof values.file === 'string'
        ? inLocale(await readMacros(values.file), values)
        : await ownMacros(values, terminal)
    const [first] = macros
    const macro = findMacro(macros, name, wantedLocale(values) ?? first?.locale ?? 'en-CA')
    terminal.stdout.write(`${shownText(macro ?? onlyNamed(macros, name))}\n`)
  },
}

export const macrosRemove: Command = {
  positionals: ['NAME'],
  options: { author, locale },
  run: async ({ positionals: [name = ''], values }, terminal) => {
    const { id, authorId } = onlyNamed(await ownMacros(values, terminal), name)
    await withMacros(values, terminal, ({ store }) =>
      store.remove(id, {
        kind: 'macro-removed',
        macroId: id,
        authorId,
        actor: null,
        at: new Date(),
      }),
    )
  },
}

/** The one macro of this name; with the same name in several locales, one of them has to be given. */
function onlyNamed<Kind extends Macro>(macros: readonly Kind[], name: string): Kind {
  const found = locales.flatMap((each) => {
    const macro = findMacro(
      macros.filter((candidate) => candidate.locale === each),
      name,
      each,
    )
    return macro ? [macro] : []
  })
  const [only, another] = found
  if (another) throw new WrongUsage('several locales have a macro of this name: give --locale')
  if (only) return only
  throw new Refused('macro-not-found', 'there is no macro of that name', 'See plume macros list.')
}

function shownText(macro: Macro): string {
  return readMacroBody(macro.body)
    .parts.map((part) => {
      if (part.kind === 'text') return part.text
      return part.choices.length > 0
        ? `[${part.label}: ${part.choices.join(' | ')}]`
        : `[${part.label}]`
    })
    .join('')
}

async function readMacros(path: string): Promise<readonly Macro[]> {
  const parsed = parseMacros(await readWholeText(path, longestFile))
  if (!('problems' in parsed)) return parsed
  const [first] = parsed.problems
  const more = parsed.problems.length - 1
  throw new Refused(
    'macros-unreadable',
    `line ${first?.line}, column ${first?.column}: ${first?.message.replace(/\.$/, '')}`,
    more > 0 ? `Correct it, and ${more} more.` : 'Correct it.',
  )
}

function wantedLocale(values: Given['values']): Locale | null {
  if (values.locale === undefined) return null
  const found = locales.find((each) => each === values.locale)
  if (found === undefined) throw new WrongUsage(`--locale is one of ${locales.join(', ')}`)
  return found
}

function inLocale<Kind extends Macro>(macros: readonly Kind[], values: Given['values']): Kind[] {
  const wanted = wantedLocale(values)
  return macros.filter((macro) => wanted === null || macro.locale === wanted)
}

/** Those of the named author, or of the site, and of nobody else. */
async function ownMacros(
  values: Given['values'],
  terminal: Terminal,
): Promise<readonly StoredMacro[]> {
  wantedLocale(values)
  const kept = await withMacros(values, terminal, async ({ store, authorId }) =>
    (await store.of(authorId)).filter((macro) => macro.authorId === authorId),
  )
  return inLocale(kept, values)
}

async function withMacros<Result>(
  values: Given['values'],
  { config, stderr }: Terminal,
  work: (found: {
    readonly store: MacroStore
    readonly authorId: string | null
  }) => Promise<Result>,
): Promise<Result> {
  const say = (line: string) => void stderr.write(`${line}\n`)
  const { createAccounts, createMacroStore } = await storage()
  return withDatabase(config, say, async (database) => {
    const store = createMacroStore(database)
    if (typeof values.author !== 'string') return work({ store, authorId: null })
    const user = await createAccounts(database).findByLogin(values.author)
    if (user?.role !== 'doctor') {
      throw new Refused('unknown-author', 'no doctor has that login', 'Name the login of a doctor.')
    }
    return work({ store, authorId: user.id })
  })
}
