import type { Command } from '../command.ts'
import { storage, withDatabase } from '../join-database.ts'
import { Refused } from '../refused.ts'

export const lexiconWithdraw: Command = {
  positionals: ['IMPORT'],
  options: {},
  details: [
    'The numbers of imports stand in plume lexicon stats. What a later import replaced stays.',
  ],
  run: async ({ positionals: [id = ''] }, { config, stdout, stderr }) => {
    const { createLexiconStore } = await storage()
    const say = (line: string) => void stderr.write(`${line}\n`)
    await withDatabase(config, say, async (database) => {
      const found = /^\d{1,18}$/.test(id) && (await createLexiconStore(database).withdraw(id))
      if (!found) {
        throw new Refused('unknown-import', `there is no import ${id}`, 'See plume lexicon stats.')
      }
    })
    stdout.write(`import ${id} is taken out\n`)
  },
}
