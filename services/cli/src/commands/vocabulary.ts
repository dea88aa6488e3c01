import { readFile } from 'node:fs/promises'
import { vocabularySchema } from '@plume/contracts'
import type { Command, Terminal } from '../command.ts'
import { storage, withDatabase } from '../join-database.ts'
import { sayNothingThere } from '../nothing-there.ts'
import { Refused, refuseFile, WrongUsage } from '../refused.ts'

const author = {
  author: {
    type: 'string',
    value: 'LOGIN',
    required: true,
    help: 'the doctor whose words they are',
  },
} as const

export const listVocabulary: Command = {
  name: 'vocabulary list',
  summary: "An author's own words for the speech engine, most useful first.",
  positionals: [],
  options: author,
  run: async ({ values }, terminal) => {
    const terms = await withAuthor(terminal, String(values.author), ({ authorTerms, id }) =>
      authorTerms.of(id),
    )
    if (terms.length === 0) {
      const remedy = 'plume vocabulary set FILE --author LOGIN sets them.'
      sayNothingThere(terminal, 'are no words of this author yet', remedy)
    }
    for (const term of terms) terminal.stdout.write(`${term}\n`)
  },
}

export const setVocabulary: Command = {
  name: 'vocabulary set',
  summary: "Replaces an author's own words for the speech engine: a term a line.",
  positionals: ['FILE'],
  options: author,
  details: [
    'Most useful first: an engine takes what it has room for (Whisper about 30 terms). No names',
    'of patients: a command line of the engine can be read by other users of the machine.',
  ],
  run: async ({ positionals: [path = ''], values }, terminal) => {
    const terms = await readTerms(path)
    await withAuthor(terminal, String(values.author), ({ authorTerms, id }) =>
      authorTerms.replace(id, terms, {
        kind: 'vocabulary-replaced',
        authorId: id,
        terms: terms.length,
        actor: null,
        at: new Date(),
      }),
    )
    terminal.stderr.write(`${terms.length} terms\n`)
  },
}

async function readTerms(path: string): Promise<readonly string[]> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    throw refuseFile(path, error)
  })
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  const parsed = vocabularySchema.safeParse({ terms: lines })
  if (parsed.success) return parsed.data.terms
  throw new WrongUsage('FILE holds at most 500 lines, none longer than 80 characters')
}

async function withAuthor<Result>(
  { config, stderr }: Terminal,
  login: string,
  work: (found: {
    readonly authorTerms: ReturnType<Awaited<ReturnType<typeof storage>>['createAuthorTerms']>
    readonly id: string
  }) => Promise<Result>,
): Promise<Result> {
  const say = (line: string) => void stderr.write(`${line}\n`)
  const { createAccounts, createAuthorTerms } = await storage()
  return withDatabase(config, say, async (database) => {
    const user = await createAccounts(database).findByLogin(login)
    if (user?.role !== 'doctor') {
      throw new Refused('unknown-author', 'no doctor has that login', 'Name the login of a doctor.')
    }
    return work({ authorTerms: createAuthorTerms(database), id: user.id })
  })
}
