import { execFile } from 'node:child_process'
import { access, constants } from 'node:fs/promises'
import { delimiter, join } from 'node:path'
import { Failure } from '@plume/records'

/** What `plume engines build whisper` leaves in its folder. */
export const whisperCliName = 'whisper-cli'

/** What the adapter asks for that older ones do not have. */
const neededOptions = ['--output-json-full', '--carry-initial-prompt', '--suppress-nst']

/**
 * Finds whisper.cpp's command: the configured one, else one that was built here, else one on the PATH,
 * else null. A configured one that does not work stops the start (`invalid-configuration`).
 */
export async function findWhisperCli(options: {
  readonly configured?: string
  readonly builtIn?: string
  /** Folders, as in PATH. */
  readonly searchPath: string
}): Promise<string | null> {
  if (options.configured) {
    if (await works(options.configured)) return options.configured
    throw new Failure(
      'invalid-configuration',
      'WHISPER_CLI names no whisper-cli with the options that are needed',
      { retryable: false },
    )
  }
  const folders = [
    ...(options.builtIn ? [options.builtIn] : []),
    ...options.searchPath.split(delimiter).filter(Boolean),
  ]
  for (const folder of folders) {
    const path = join(folder, whisperCliName)
    if ((await isProgram(path)) && (await works(path))) return path
  }
  return null
}

function isProgram(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  )
}

function works(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    execFile(path, ['--help'], { timeout: 10_000, env: {} }, (error, stdout, stderr) => {
      const help = stdout + stderr
      resolve(!error && neededOptions.every((option) => help.includes(option)))
    })
  })
}
