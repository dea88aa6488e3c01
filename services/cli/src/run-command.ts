import { parseArgs } from 'node:util'
import { type Command, type Given, parseArgsOptions, type Terminal, usageOf } from './command.ts'
import { helpOn, overview } from './help-text.ts'
import { nearestNames } from './nearest-names.ts'
import { shown, WrongUsage } from './refused.ts'

/** Finds the command in the arguments, checks what follows it, and runs it. */
export async function runCommand(
  commands: readonly Command[],
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
    terminal.stdout.write(helpFor(commands, args.slice(1)))
    return
  }
  const { command, rest } = findCommand(commands, args)
  const ended = rest.indexOf('--')
  const options = ended === -1 ? rest : rest.slice(0, ended)
  if (options.includes('--help') || options.includes('-h')) {
    terminal.stdout.write(helpOn(command))
    return
  }
  await command.run(parseArguments(command, rest), terminal)
}

function helpFor(commands: readonly Command[], words: readonly string[]): string {
  return words.length === 0 ? overview(commands) : helpOn(findCommand(commands, words).command)
}

function findCommand(
  commands: readonly Command[],
  args: readonly string[],
): { readonly command: Command; readonly rest: readonly string[] } {
  for (const length of [2, 1]) {
    const name = args.slice(0, length).join(' ')
    const command = commands.find((each) => each.name === name)
    if (command) return { command, rest: args.slice(length) }
  }
  const begun = commands.filter(({ name }) => name.startsWith(`${args[0]} `))
  if (begun.length > 0) throw new WrongUsage(`usage: ${begun.map(usageOf).join('\n       ')}`)
  const near = nearestNames(
    args[0] ?? '',
    commands.map(({ name }) => name.split(' ')[0] ?? ''),
  )
  const meant = near.length > 0 ? `; near it: ${near.join(', ')}` : ''
  throw new WrongUsage(`there is no command ${shown(args[0] ?? '')}${meant}; see plume help`)
}

/** Exported for its test. */
export function parseArguments(command: Command, rest: readonly string[]): Given {
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
  command: Command,
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
