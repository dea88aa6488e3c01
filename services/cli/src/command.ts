import type { Readable, Writable } from 'node:stream'
import type { ParseArgsConfig } from 'node:util'
import type { CliConfig } from './config.ts'

export type OptionHelp = {
  readonly type: 'string' | 'boolean'
  readonly short?: string
  /** What stands for the value in the usage line; none for a switch. */
  readonly value?: string
  readonly required?: true
  /** May be given several times; the values come as one, with commas between them. */
  readonly multiple?: true
  readonly help: string
}

/** Standard input and outputs, each a terminal's or not. */
export type Input = Readable & { readonly isTTY?: boolean; setRawMode?(isRaw: boolean): unknown }
export type Output = Writable & { readonly isTTY?: boolean }

/** What a command may touch of the world, so that tests and `main.ts` decide what that is. */
export type Terminal = {
  readonly stdin: Input
  readonly stdout: Output
  readonly stderr: Output
  readonly environment: NodeJS.ProcessEnv
  readonly config: CliConfig
  /** Aborted by Ctrl-C. A command that asks for it cleans up before it ends. */
  interruption(): AbortSignal
}

export type Given = {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** What a command takes and does. Help, usage lines and argument checks are made from it. */
export type Command = {
  /**
   * As the usage line says them. The last may be left out where it is written `[LIKE THIS]`, and be several where it is
   * written `LIKE THIS...`.
   */
  readonly positionals: readonly string[]
  readonly options: Readonly<Record<string, OptionHelp>>
  /** More for `plume help NAME`, a line each. */
  readonly details?: readonly string[]
  run(given: Given, terminal: Terminal): Promise<void>
}

/** A line of the help page. Its command is loaded when it is asked for: all of them together take seconds. */
export type CommandEntry = {
  /** One word or two, as it is typed. */
  readonly name: string
  readonly summary: string
  readonly load: () => Promise<Command>
}

export type NamedCommand = Command & Pick<CommandEntry, 'name' | 'summary'>

export function parseArgsOptions(command: Command): NonNullable<ParseArgsConfig['options']> {
  return Object.fromEntries(
    Object.entries(command.options).map(([name, { type, short, multiple }]) => [
      name,
      { type, ...(short ? { short } : {}), ...(multiple ? { multiple } : {}) },
    ]),
  )
}

export function usageOf(command: NamedCommand): string {
  const options = Object.entries(command.options).map(([name, option]) => {
    const flag = option.short ? `-${option.short}` : `--${name}`
    const text = option.value ? `${flag} ${option.value}` : flag
    return option.required ? text : `[${text}]`
  })
  return ['plume', command.name, ...command.positionals, ...options].join(' ')
}
