import { type CommandEntry, type NamedCommand, usageOf } from './command.ts'

export function overview(commands: readonly CommandEntry[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'Plume: medical dictation, from recording to signed report.',
    '',
    'usage: plume COMMAND [...]',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    `  ${'help'.padEnd(width)}  This page; plume help COMMAND says more.`,
    '',
    'Exit codes: 0 done; 1 refused or failed, with one line that says why; 2 wrong usage.',
    '',
  ].join('\n')
}

export function helpOn(command: NamedCommand): string {
  const options = Object.entries(command.options).map(([name, option]) => {
    const flags = [option.short ? `-${option.short}, --${name}` : `--${name}`, option.value]
    return [flags.filter(Boolean).join(' '), option.help] as const
  })
  const width = Math.max(0, ...options.map(([flags]) => flags.length))
  return [
    `usage: ${usageOf(command)}`,
    '',
    command.summary,
    ...(options.length > 0 ? [''] : []),
    ...options.map(([flags, help]) => `  ${flags.padEnd(width)}  ${help}`),
    ...(command.details ? ['', ...command.details] : []),
    '',
  ].join('\n')
}
