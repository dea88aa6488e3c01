import { describe, expect, test } from 'vitest'
import type { Terminal } from './command.ts'
import { commands } from './command-table.ts'
import { loadConfig } from './config.ts'
import { WrongUsage } from './refused.ts'
import { runCommand } from './run-command.ts'

async function run(args: readonly string[]): Promise<string> {
  const written: string[] = []
  const stdout = Object.assign(Object.create(process.stdout), {
    write: (text: string) => written.push(text) > 0,
  })
  const terminal: Terminal = {
    stdin: process.stdin,
    stdout,
    stderr: process.stderr,
    environment: {},
    config: loadConfig({}),
    interruption: () => new AbortController().signal,
  }
  await runCommand(commands, args, terminal, '1.2.3')
  return written.join('')
}

describe('help', () => {
  test.each(commands.map(({ name }) => name))('says how to call %s, in two ways', async (name) => {
    const words = name.split(' ')
    const help = await run(['help', ...words])
    expect(help).toMatch(new RegExp(`^usage: plume ${name}`))
    expect(await run([...words, '--help'])).toBe(help)
  })

  test.each(commands)('explains every option of $name', async ({ name, load }) => {
    const { options } = await load()
    const help = await run(['help', ...name.split(' ')])
    for (const [option, { help: sentence }] of Object.entries(options)) {
      expect(help).toContain(`--${option}`)
      expect(help).toContain(sentence)
    }
  })
})

describe('wrong usage', () => {
  test('names the command that was likeliest meant', async () => {
    await expect(run(['tempaltes', 'list'])).rejects.toThrow(/; near it: templates; see plume help/)
  })

  test.each([
    ['no command', []],
    ['a command there is not', ['transmogrify']],
    ['half a command', ['templates']],
    ['help on a command there is not', ['help', 'transmogrify']],
    ['an option there is not', ['probe', 'x.wav', '--loud']],
    ['an argument too many', ['probe', 'x.wav', 'y.wav']],
    ['an argument too few', ['transcribe']],
    ['a required option left out', ['normalize']],
    ['an option without its value', ['normalize', '--locale']],
    ['a switch with a value', ['probe', 'x.wav', '--json=yes']],
    ['a locale there is not', ['normalize', '--locale', 'en-XX']],
    ['a language there is not', ['transcribe', 'x.wav', '--language', 'de']],
    ['a role there is not', ['user', 'add', 'jane', '--name', 'J', '--role', 'nurse']],
    ['an empty name', ['user', 'add', 'jane', '--name', ' ', '--role', 'doctor']],
    ['a report without -o', ['report', 'x.wav', '--template', 'chest-xray']],
    ['a report in an unknown form', ['report', 'x.wav', '--template', 'chest-xray', '-o', 'x.odt']],
  ])('is %s', async (_what, args) => {
    await expect(run(args)).rejects.toThrow(WrongUsage)
  })
})
