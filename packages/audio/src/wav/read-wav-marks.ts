import type { FileHandle } from 'node:fs/promises'
import type { RecorderMarks } from '@plume/records'
import { noMarks, olympusMarks } from '../dictaphone/recorder-marks.ts'
import { readAt, wavChunks } from './wav-chunks.ts'

/** No recorder writes more about itself. */
const mostBytes = 8192

type SomeMarks = Partial<RecorderMarks>

/**
 * What a WAV file says beside its sound: Olympus's own chunk `olym`, the broadcast extension `bext`
 * (EBU Tech 3285) and `LIST` of type `INFO` (Microsoft's RIFF). Null where it says nothing.
 */
export async function readWavMarks(file: FileHandle): Promise<RecorderMarks | null> {
  const found: SomeMarks = {}
  for await (const { name, length, body } of wavChunks(file)) {
    const read = readers[name]
    if (read) add(found, read(await readAt(file, body, Math.min(length, mostBytes))))
  }
  return Object.values(found).some((value) => value !== null) ? { ...noMarks, ...found } : null
}

/** The first chunk that says something counts. */
function add(found: SomeMarks, more: SomeMarks): void {
  for (const [name, value] of Object.entries(more)) {
    if (value === null || value === undefined || name in found) continue
    Object.assign(found, { [name]: value })
  }
}

const readers: Readonly<Record<string, (bytes: Buffer) => SomeMarks>> = {
  olym: olympusMarks,
  bext: readBroadcastExtension,
  LIST: readInfo,
}

/** Description (256), originator (32), its reference (32), date (10), time (8). */
function readBroadcastExtension(bytes: Buffer): SomeMarks {
  return {
    comment: textAt(bytes, 0, 256),
    device: textAt(bytes, 256, 32),
    startedAt: localTime(textAt(bytes, 320, 10), textAt(bytes, 330, 8)),
  }
}

/** `INFO`, then sub-chunks of four letters, a length and a text. */
function readInfo(bytes: Buffer): SomeMarks {
  if (bytes.toString('latin1', 0, 4) !== 'INFO') return {}
  const texts = new Map<string, string | null>()
  for (let at = 4; at + 8 <= bytes.length; ) {
    const length = bytes.readUInt32LE(at + 4)
    texts.set(bytes.toString('latin1', at, at + 4), textAt(bytes, at + 8, length))
    at += 8 + length + (length % 2)
  }
  const [date, time] = (texts.get('ICRD') ?? '').split(/[ T]/)
  return {
    authorId: texts.get('IART') ?? null,
    device: texts.get('ISFT') ?? null,
    comment: texts.get('ICMT') ?? texts.get('INAM') ?? null,
    startedAt: localTime(date ?? null, time ?? '00:00:00'),
  }
}

/** Up to the first NUL, as UTF-8 if it is that and else as Latin-1, without control characters. */
function textAt(bytes: Buffer, at: number, length: number): string | null {
  const field = bytes.subarray(at, at + length)
  const end = field.indexOf(0)
  const typed = end === -1 ? field : field.subarray(0, end)
  const utf8 = typed.toString('utf8')
  const text = utf8.includes('\ufffd') ? typed.toString('latin1') : utf8
  return text.replace(/\p{C}/gu, '').trim() || null
}

/** Writers divide with what they like: 2026-01-31, 2026:01:31; 09.30.00. */
function localTime(date: string | null, time: string | null): string | null {
  const [, year, month, day] = /^(\d{4})\D(\d\d)\D(\d\d)$/.exec(date ?? '') ?? []
  const [, hours, minutes, seconds] = /^(\d\d)\D(\d\d)\D(\d\d)/.exec(time ?? '') ?? []
  if (year === undefined || hours === undefined) return null
  const iso = `${year}-${month}-${day}T${hours}:${minutes}:${seconds}`
  const parsed = new Date(`${iso}Z`)
  const exists = !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(iso)
  return exists ? iso : null
}
