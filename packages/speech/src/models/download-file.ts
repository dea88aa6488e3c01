import { createHash, type Hash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { setTimeout as pause } from 'node:timers/promises'
import { asRecord, isText } from './check-json.ts'
import { refusalIn, refuse } from './model-refusal.ts'
import { openSource } from './open-source.ts'

export type Download = {
  readonly url: URL
  /** Written to `<path>.part`, which a later call goes on with; the caller renames it. */
  readonly path: string
  readonly bytes: number | null
  /** What is received beyond this is not taken. */
  readonly atMostBytes: number
  readonly signal: AbortSignal | undefined
  readonly onProgress: (bytes: number) => void
  /** Tests wait less. */
  readonly pauses?: readonly number[]
  readonly stalledAfterMs?: number
}

export type Downloaded = {
  readonly bytes: number
  readonly sha256: string
  /** Whether some of it came from an earlier call, so that a wrong hash may be that call's fault. */
  readonly resumed: boolean
}

/** Between tries that brought nothing, in milliseconds. A try that brought something starts over. */
const growingPauses = [1000, 2000, 5000, 10_000, 30_000]
const stalledAfterMs = 60_000

/**
 * Fetches one file, going on where an earlier try stopped (RFC 9110, 14.2 Range; 13.1.5 If-Range).
 * Nothing is checked here but the length: the hash is handed back.
 */
export async function downloadFile(download: Download): Promise<Downloaded> {
  const pauses = download.pauses ?? growingPauses
  const resumed = (await sizeOf(partOf(download.path))) > 0
  for (let fruitless = 0; ; fruitless++) {
    const before = await sizeOf(partOf(download.path))
    try {
      return { ...(await fetchRest(download)), resumed }
    } catch (error) {
      download.signal?.throwIfAborted()
      if (refusalIn(error) || isOfThisDisk(error)) throw error
      if ((await sizeOf(partOf(download.path))) > before) fruitless = -1
      const wait = pauses[Math.max(0, fruitless)]
      if (wait === undefined) {
        refuse('source-unreachable', `${download.url.host} did not send the file: ${reason(error)}`)
      }
      await pause(wait, undefined, { signal: download.signal }).catch(() => undefined)
      download.signal?.throwIfAborted()
    }
  }
}

export function partOf(path: string): string {
  return `${path}.part`
}

/** Forgets what was received of a file. */
export async function removePart(path: string): Promise<void> {
  await rm(partOf(path), { force: true })
  await rm(tagFile(path), { force: true })
}

async function fetchRest(download: Download): Promise<Omit<Downloaded, 'resumed'>> {
  const { path } = download
  const tag = await readTag(download)
  const kept = await sizeOf(partOf(path))
  if (download.bytes !== null && kept === download.bytes) return hashPart(path)

  const stalled = new AbortController()
  const signal = AbortSignal.any([stalled.signal, ...(download.signal ? [download.signal] : [])])
  const watch = startWatch(stalled, download.stalledAfterMs ?? stalledAfterMs)
  try {
    const response = await openSource(download.url, rangeHeaders(kept, tag), signal)
    const from = await startOf(response, kept, download)
    await writeTag(download, response.headers.get('etag'))
    if (response.body === null) throw new Error('the answer has no body')
    const expected = expectedLength(response, from)
    await appendTo(path, from, download, async (write) => {
      for await (const piece of response.body ?? []) {
        watch.refresh()
        await write(piece)
      }
    })
    const bytes = await sizeOf(partOf(path))
    const whole = download.bytes ?? expected
    if (whole !== null && bytes < whole)
      throw new Error(`it ended after ${bytes} of ${whole} bytes`)
    return await hashPart(path)
  } finally {
    clearTimeout(watch)
  }
}

function startWatch(stalled: AbortController, ms: number): NodeJS.Timeout {
  return setTimeout(() => stalled.abort(new Error(`nothing came for ${ms / 1000} s`)), ms)
}

function rangeHeaders(kept: number, tag: string | null): Record<string, string> {
  // Without this, a server may send it compressed, and a range would be one of the compressed bytes.
  const headers: Record<string, string> = { 'accept-encoding': 'identity' }
  if (kept > 0) headers.range = `bytes=${kept}-`
  if (kept > 0 && tag !== null) headers['if-range'] = tag
  return headers
}

/** Where the body begins. 200: the server sends it whole, since it knows no ranges or the file is another. */
async function startOf(response: Response, kept: number, { path }: Download): Promise<number> {
  if (response.status === 200) {
    await removePart(path)
    return 0
  }
  const range = /^bytes (\d+)-\d+\/(?:\d+|\*)$/.exec(response.headers.get('content-range') ?? '')
  if (response.status === 206 && range && Number(range[1]) === kept) return kept
  // 416: what is here is longer than what is there. Anything else is as little use.
  await removePart(path)
  throw new Error(`it answered ${response.status} to bytes=${kept}-`)
}

function expectedLength(response: Response, from: number): number | null {
  const length = Number(response.headers.get('content-length') ?? Number.NaN)
  return Number.isSafeInteger(length) ? from + length : null
}

async function appendTo(
  path: string,
  from: number,
  { atMostBytes, onProgress }: Download,
  receive: (write: (piece: Uint8Array) => Promise<void>) => Promise<void>,
): Promise<void> {
  const file: FileHandle = await open(partOf(path), 'a')
  let bytes = from
  try {
    await receive(async (piece) => {
      bytes += piece.length
      if (bytes > atMostBytes) {
        refuse(
          'wrong-size',
          `${nameIn(path)} is longer than the ${atMostBytes} bytes it should have`,
        )
      }
      await file.writeFile(piece)
      onProgress(bytes)
    })
    await file.sync()
  } finally {
    await file.close()
  }
}

async function hashPart(path: string): Promise<Omit<Downloaded, 'resumed'>> {
  const hash: Hash = createHash('sha256')
  let bytes = 0
  for await (const piece of createReadStream(partOf(path)) as AsyncIterable<Buffer>) {
    hash.update(piece)
    bytes += piece.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}

function tagFile(path: string): string {
  return `${path}.part.json`
}

/** The entity tag of what is in the part. Another address means another file: then it starts over. */
async function readTag({ path, url }: Download): Promise<string | null> {
  const text = await readFile(tagFile(path), 'utf8').catch(() => null)
  const note = asRecord(text === null ? null : parse(text))
  if (note.url !== url.href) {
    await removePart(path)
    return null
  }
  return isText(note.etag) ? note.etag : null
}

async function writeTag({ path, url }: Download, etag: string | null): Promise<void> {
  // A weak tag may not be used here (RFC 9110, 13.1.5).
  const strong = etag !== null && !etag.startsWith('W/') ? etag : null
  await writeFile(tagFile(path), JSON.stringify({ url: url.href, etag: strong }))
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function nameIn(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** Names a path: it is not the network's. */
function isOfThisDisk(error: unknown): boolean {
  return error instanceof Error && 'path' in error && 'syscall' in error
}

function reason(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  return error.cause instanceof Error ? error.cause.message : error.message
}
