/**
 * The program of whisper-node's child process. Its import changes the directory of the process that it is in, and
 * may end it; nothing but this child is in that process.
 */
import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { answerParent, NotHere } from '../engine-child/answer-parent.ts'
import { programOfWhisperNode } from './program.ts'

export type WhisperNodeSettings = {
  /** Where `plume engines add` put it. */
  readonly folder: string
  /** Named by us: it stands in a line that a shell reads. */
  readonly modelPath: string
  readonly threads: number
  readonly language: string
  readonly fallback: boolean
}
/** Named by us, too. */
export type WhisperNodeQuestion = { readonly wavPath: string }

/** What is used of whisper-node 1.1.1, which has no declarations of its own. */
type WhisperNode = {
  readonly createCppCommand: (wanted: object) => string
  readonly run: (command: string, options: object) => Promise<string>
}

answerParent<WhisperNodeSettings, WhisperNodeQuestion>(async (settings) => {
  const { createCppCommand, run } = await load(settings.folder)
  const { modelPath, language, threads, fallback } = settings
  const options = { word_timestamps: true, language }
  // What it has no options for: whole words instead of tokens, no tokens for noises, and threads.
  const more = `--split-on-word --suppress-nst -t ${threads}${fallback ? '' : ' --no-fallback'}`
  return ({ wavPath }) => {
    const command = createCppCommand({ filePath: wavPath, modelPath, options })
    // Otherwise what was heard would lie in a file of the system's own folder for a moment.
    return run(`${command} ${more}`, { silent: true, async: true })
  }
})

/**
 * Its own parts instead of its front door, which leaves out the first line that it reads, whatever that is, and
 * gives nothing at all where there is none.
 */
async function load(folder: string): Promise<WhisperNode> {
  await access(programOfWhisperNode(folder)).catch(missing)
  const require = createRequire(join(folder, 'package.json'))
  try {
    const { createCppCommand } = require('whisper-node/dist/whisper.js')
    return { createCppCommand, run: require('whisper-node/dist/shell.js').default }
  } catch {
    return missing()
  }
}

function missing(): never {
  throw new NotHere('whisper-node is not here, or not whole: plume engines add whisper-node')
}
