import { readFile } from 'node:fs/promises'
import { vocabularySchema } from '@plume/contracts'
import type { Command } from '../command.ts'
import { storage } from '../join-database.ts'
import { sayNothingThere } from '../nothing-there.ts'
import { refuseFile, WrongUsage } from '../refused.ts'
import { authorOption, withAuthor } from '../with-author.ts'

const author = authorOption('the doctor whose words they are')

export const listVocabulary: Command = {
  positionals: [],
  options: author,
  run: async ({ values }, terminal) => {
    const { createAuthorTerms } = await storage()
    const terms = await withAuthor(terminal, String(values.author), ({ database, id }) =>
      createAuthorTerms(database).of(id),
    )
    if (terms.length === 0) {
      const remedy = 'plume vocabulary set FILE --author LOGIN sets them.'
      sayNothingThere(terminal, 'are no words of this author yet', remedy)
    }
    for (const term of terms) terminal.stdout.write(`${term}\n`)
  },
}

export const setVocabulary: Command = {
  positionals: ['FILE'],
  options: author,
  details: [
    'Most useful first: an engine takes what it has room for (Whisper about 30 terms). No names',
    'of patients: a command line of the engine can be read by other users of the machine.',
  ],
  run: async ({ positionals: [path = ''], values }, terminal) => {
    const terms = await readTerms(path)
    const { createAuthorTerms } = await storage()
    await withAuthor(terminal, String(values.author), ({ database, id }) =>
      createAuthorTerms(database).replace(id, terms, {
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
