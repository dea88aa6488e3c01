import { parseArgs } from 'node:util'
import {
  type CommandEntry,
  type Given,
  type NamedCommand,
  parseArgsOptions,
  type Terminal,
  usageOf,
} from './command.ts'
import { helpOn, overview } from './help-text.ts'
import { nearestNames } from './nearest-names.ts'
import { shown, WrongUsage } from './refused.ts'

/** Finds the command in the arguments, checks what follows it, and runs it. */
export async function runCommand(
  commands: readonly CommandEntry[],
  args: readonly string[],
  terminal: Terminal,
  version: string,
): Promise<void> {
  const [first] = args
  if (first === undefined) throw new WrongUsage(overview(commands).trimEnd())
  if (first === '--version' || first === '-V') {
    terminal.stdout.write(`${version}\n`)
    return
  }
  if (first === 'help' || first === '--help' || first === '-h') {
    terminal.stdout.write(await helpFor(commands, args.slice(1)))
    return
  }
  const { command, rest } = await findCommand(commands, args)
  const ended = rest.indexOf('--')
  const options = ended === -1 ? rest : rest.slice(0, ended)
  if (options.includes('--help') || options.includes('-h')) {
    terminal.stdout.write(helpOn(command))
    return
  }
  await command.run(parseArguments(command, rest), terminal)
}

async function helpFor(
  commands: readonly CommandEntry[],
  words: readonly string[],
): Promise<string> {
  if (words.length === 0) return overview(commands)
  return helpOn((await findCommand(commands, words)).command)
}

async function findCommand(
  commands: readonly CommandEntry[],
  args: readonly string[],
): Promise<{ readonly command: NamedCommand; readonly rest: readonly string[] }> {
  for (const length of [2, 1]) {
    const name = args.slice(0, length).join(' ')
    const entry = commands.find((each) => each.name === name)
    if (entry) return { command: await loaded(entry), rest: args.slice(length) }
  }
  const begun = await Promise.all(
    commands.filter(({ name }) => name.startsWith(`${args[0]} `)).map(loaded),
  )
  if (begun.length > 0) throw new WrongUsage(`usage: ${begun.map(usageOf).join('\n       ')}`)
  const near = nearestNames(
    args[0] ?? '',
    commands.map(({ name }) => name.split(' ')[0] ?? ''),
  )
  const meant = near.length > 0 ? `; near it: ${near.join(', ')}` : ''
  throw new WrongUsage(`there is no command ${shown(args[0] ?? '')}${meant}; see plume help`)
}

async function loaded({ name, summary, load }: CommandEntry): Promise<NamedCommand> {
  return { name, summary, ...(await load()) }
}

function parseArguments(command: NamedCommand, rest: readonly string[]): Given {
  const wrong = (what: string) => new WrongUsage(`${what}\nusage: ${usageOf(command)}`)
  const { values, positionals } = parsed(command, rest, wrong)
  const missing = Object.entries(command.options).find(
    ([name, option]) => option.required && values[name] === undefined,
  )
  if (missing) {
    const [name, { short }] = missing
    throw wrong(`${short ? `-${short}` : `--${name}`} is missing`)
  }
  const absent = command.positionals[positionals.length]
  if (absent !== undefined && !absent.startsWith('[')) throw wrong(`${absent} is missing`)
  const takesMore = command.positionals.at(-1)?.endsWith('...') ?? false
  if (positionals.length > command.positionals.length && !takesMore) {
    throw wrong('too many arguments')
  }
  return { values, positionals }
}

function parsed(
  command: NamedCommand,
  rest: readonly string[],
  wrong: (what: string) => WrongUsage,
): Given {
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: parseArgsOptions(command),
      allowPositionals: true,
    })
    return { positionals, values: single(values) }
  } catch (error) {
    // parseArgs throws TypeErrors whose first sentence names the option.
    throw wrong(error instanceof Error ? (error.message.split('. ')[0] ?? '') : 'wrong arguments')
  }
}

function single(values: Readonly<Record<string, unknown>>): Given['values'] {
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, given]) => {
      const value = Array.isArray(given) ? given.join(',') : given
      return typeof value === 'string' || typeof value === 'boolean' ? [[name, value]] : []
    }),
  )
}
