import type { FileHandle } from 'node:fs/promises'
import type { RecorderMarks } from '@plume/records'
import { noMarks, olympusMarks } from '../dictaphone/recorder-marks.ts'
import { readAt } from '../wav/wav-chunks.ts'

/** No recorder writes more about itself; pictures of covers do, and are passed over. */
const mostTagBytes = 256 * 1024
const mostAtoms = 200

/** What an MP3 or M4A file says of itself beside its sound. Null where it says nothing. */
export async function readForeignMarks(
  file: FileHandle,
  container: string,
): Promise<RecorderMarks | null> {
  const found = await readMarks(file, container)
  const says = Object.values(found).some((value) => value !== null && value !== undefined)
  return says ? { ...noMarks, ...found } : null
}

async function readMarks(file: FileHandle, container: string): Promise<Partial<RecorderMarks>> {
  if (container === 'mp3') return readId3(file)
  if (container === 'mp4') return { startedAt: await readCreationTime(file) }
  return {}
}

/**
 * ID3 version 2.3 or 2.4 (id3.org): frames of four letters, a length and two bytes of flags. `XOLY` is
 * an Olympus recorder's own, laid out as the header of its DSS files (ExifTool, `ID3.pm`).
 */
async function readId3(file: FileHandle): Promise<Partial<RecorderMarks>> {
  const head = await readAt(file, 0, 10)
  const version = head[3] ?? 0
  if (head.toString('latin1', 0, 3) !== 'ID3' || (version !== 3 && version !== 4)) return {}
  const tag = await readAt(file, 10, Math.min(syncSafe(head, 6), mostTagBytes))
  for (let at = 0; at + 10 <= tag.length; ) {
    const name = tag.toString('latin1', at, at + 4)
    if (!/^[A-Z0-9]{4}$/.test(name)) break
    const length = version === 4 ? syncSafe(tag, at + 4) : tag.readUInt32BE(at + 4)
    if (name === 'XOLY') return olympusMarks(tag.subarray(at + 10, at + 10 + length))
    at += 10 + length
  }
  return {}
}

/** Four bytes of seven bits each. */
function syncSafe(bytes: Buffer, at: number): number {
  return bytes.subarray(at, at + 4).reduce((value, byte) => value * 128 + (byte & 0x7f), 0)
}

/** Seconds from 1904-01-01 to 1970-01-01: the movie header's times count from there (ISO 14496-12, 8.2.2). */
const epoch1904 = 2_082_844_800

/** When the recording was made, in UTC and saying so. */
async function readCreationTime(file: FileHandle): Promise<string | null> {
  const { size } = await file.stat()
  const movie = await findAtom(file, 'moov', 0, size)
  const header = movie && (await findAtom(file, 'mvhd', movie.start, movie.end))
  if (!header) return null
  const bytes = await readAt(file, header.start, 12)
  if (bytes.length < 12) return null
  const seconds = bytes[0] === 1 ? Number(bytes.readBigUInt64BE(4)) : bytes.readUInt32BE(4)
  const time = new Date((seconds - epoch1904) * 1000)
  // Many writers leave zero, and some count from 1970: neither is a time of recording.
  const isPlausible = time.getTime() > Date.UTC(1995, 0) && time.getTime() < Date.UTC(2100, 0)
  return isPlausible ? `${time.toISOString().slice(0, 19)}Z` : null
}

type Atom = { readonly start: number; readonly end: number }

/** Where the content of the first such atom lies. */
async function findAtom(
  file: FileHandle,
  wanted: string,
  from: number,
  to: number,
): Promise<Atom | null> {
  let at = from
  for (let atoms = 0; atoms < mostAtoms && at + 8 <= to; atoms += 1) {
    const head = await readAt(file, at, 16)
    if (head.length < 8) return null
    const short = head.readUInt32BE(0)
    const isLong = short === 1 && head.length === 16
    const length = isLong ? Number(head.readBigUInt64BE(8)) : short === 0 ? to - at : short
    const body = isLong ? 16 : 8
    if (length < body) return null
    const end = Math.min(to, at + length)
    if (head.toString('latin1', 4, 8) === wanted) return { start: at + body, end }
    at += length
  }
  return null
}
