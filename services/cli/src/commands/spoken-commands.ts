import { type CommandFamily, commandFamilies } from '@plume/terminology'
import type { Command } from '../command.ts'
import { storage } from '../join-database.ts'
import { WrongUsage } from '../refused.ts'
import { authorOption, withAuthor } from '../with-author.ts'

const author = authorOption('the doctor who dictates')

export const listSpokenCommands: Command = {
  positionals: [],
  options: author,
  run: async ({ values }, terminal) => {
    const { createAuthorCommands } = await storage()
    const off = await withAuthor(terminal, String(values.author), ({ database, id }) =>
      createAuthorCommands(database).offFor(id),
    )
    for (const family of commandFamilies) {
      terminal.stdout.write(`${family}\t${off.includes(family) ? 'off' : 'on'}\n`)
    }
  },
}

export const setSpokenCommands: Command = {
  positionals: [],
  options: {
    ...author,
    off: { type: 'string', value: 'FAMILY[,FAMILY]', help: 'whose words are written instead' },
  },
  details: ['Without --off all of them are on. Holds for dictations that are written from now on.'],
  run: async ({ values }, terminal) => {
    const off = readFamilies(String(values.off ?? ''))
    const { createAuthorCommands } = await storage()
    await withAuthor(terminal, String(values.author), ({ database, id }) =>
      createAuthorCommands(database).replace(id, off, {
        kind: 'spoken-commands-replaced',
        authorId: id,
        off: off.length,
        actor: null,
        at: new Date(),
      }),
    )
    terminal.stderr.write(`${off.length} families off\n`)
  },
}

function readFamilies(list: string): readonly CommandFamily[] {
  const named = new Set(list.split(',').filter(Boolean))
  const known = commandFamilies.filter((family) => named.has(family))
  if (known.length === named.size) return known
  throw new WrongUsage(`--off takes families: ${commandFamilies.join(', ')}`)
}
