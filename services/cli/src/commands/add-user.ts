import { roleSchema } from '@plume/contracts'
import type { Command, Output } from '../command.ts'
import { storage, withDatabase } from '../join-database.ts'
import { readPassword } from '../read-password.ts'
import { Refused, WrongUsage } from '../refused.ts'

const leastCharacters = 8
const advisedCharacters = 15

export const addUser: Command = {
  positionals: ['LOGIN'],
  options: {
    name: { type: 'string', value: 'N', required: true, help: 'the name people see' },
    role: {
      type: 'string',
      value: 'R',
      required: true,
      help: 'doctor, secretary or administrator',
    },
  },
  details: [
    'One person, one account. A password is never taken from the command line: it would',
    'stand in the list of processes.',
  ],
  run: async ({ positionals: [login = ''], values }, terminal) => {
    const role = roleSchema.safeParse(values.role)
    if (!role.success) throw new WrongUsage(`--role is one of ${roleSchema.options.join(', ')}`)
    const displayName = String(values.name).trim()
    if (displayName === '') throw new WrongUsage('--name is empty')
    if (login.trim() === '') throw new WrongUsage('LOGIN is empty')

    const password = await readPassword(terminal)
    requireLength(password, terminal.stderr)
    const say = (line: string) => void terminal.stderr.write(`${line}\n`)
    const { createAccounts } = await storage()
    const user = await withDatabase(terminal.config, say, (database) =>
      createAccounts(database).createUser({ login, displayName, role: role.data, password }),
    )
    if ('refused' in user) {
      throw new Refused(
        'login-taken',
        `there is an account ${login} already`,
        'Choose another login.',
      )
    }
    terminal.stdout.write(`${user.id}\n`)
  },
}

function requireLength(password: string, stderr: Output): void {
  const { length } = [...password]
  if (length < leastCharacters) {
    throw new Refused(
      'password-too-short',
      `the password has ${length} characters`,
      `Use ${advisedCharacters} or more; ${leastCharacters} at the very least.`,
    )
  }
  if (length < advisedCharacters) {
    stderr.write(`the password is short: ${advisedCharacters} characters or more are better\n`)
  }
}
