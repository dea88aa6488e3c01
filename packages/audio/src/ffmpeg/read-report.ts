import type { Readable } from 'node:stream'

const bytesKept = 64 * 1024

/** What ffmpeg writes to its standard error, as it comes. No amount of it costs memory. */
export type Report = {
  readonly text: () => string
  /** Resolves when what ffmpeg says of its input is there: before the first sample, or at the end. */
  readonly input: Promise<void>
}

export function readReport(stderr: Readable): Report {
  let text = ''
  const input = new Promise<void>((resolve) => {
    stderr
      .setEncoding('utf8')
      .on('data', (more: string) => {
        text += more.slice(0, bytesKept - text.length)
        if (text.includes('\nOutput #0') || text.length === bytesKept) resolve()
      })
      .once('close', resolve)
  })
  return { text: () => text, input }
}
