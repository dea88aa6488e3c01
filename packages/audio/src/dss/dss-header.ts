/** What a dictaphone wrote at the start of a `.dss` or `.ds2` file. Nothing in it can be relied on. */
export type DssHeader = {
  readonly container: 'dss' | 'ds2'
  readonly encrypted: DssEncryption | null
  /** Where the sound begins. */
  readonly headerBytes: number
  /** Three numbers of loose meaning: version, quality, release. */
  readonly versions: readonly [number, number, number] | null
  /** Null where the recorder put its own name: nobody told it who speaks. */
  readonly authorId: string | null
  /** As written, the recorder's own name too. */
  readonly rawAuthorId: string | null
  readonly fileNumber: number | null
  /** The recorder's local time without a zone, as YYYY-MM-DDThh:mm:ss. */
  readonly startedAt: string | null
  /** Of the last edit: later than start and length together if somebody came back to it. */
  readonly endedAt: string | null
  readonly declared: DeclaredLength | null
  /** Grundig and Philips name the maker and the model here. */
  readonly deviceTag: string | null
  readonly priority: number | null
  readonly comment: string | null
}

export type DssEncryption =
  | { readonly mode: 'aes-128' | 'aes-256'; readonly salt: Uint8Array; readonly check: number }
  | { readonly mode: 'unknown' }

/** The six digits are whole seconds, cut off. */
export type DeclaredLength = { readonly ms: number; readonly from: 'milliseconds' | 'hhmmss' }

/** With so many bytes of the file, the header is whole. */
export const longestDssHeaderBytes = 16 * 512

/** From the file's first bytes, or null if they are of something else. */
export function parseDssHeader(head: Uint8Array): DssHeader | null {
  const magic = latin(head, 1, 3)
  const headerBlocks = head[0] ?? 0
  if (magic !== 'dss' && magic !== 'ds2' && magic !== 'enc') return null
  if (headerBlocks < 2 || headerBlocks > 16) return null

  // Behind the header there is sound, which must not be read as text.
  const bytes = head.subarray(0, headerBlocks * 512)
  const deviceTag = readDeviceTag(bytes)
  const isOlympus = headerBlocks <= 3 && deviceTag === null
  const rawAuthorId = readText(bytes, 0x0c, 16)
  return {
    container: magic === 'dss' ? 'dss' : 'ds2',
    encrypted: magic === 'enc' ? readEncryption(bytes) : null,
    headerBytes: headerBlocks * 512,
    versions: readVersions(bytes),
    authorId: rawAuthorId && isDeviceName(rawAuthorId) ? null : rawAuthorId,
    rawAuthorId,
    fileNumber: readNumber(bytes, 0x1c, 4),
    startedAt: readLocalTime(bytes, 0x26),
    endedAt: readLocalTime(bytes, 0x32),
    declared: readLength(bytes, isOlympus),
    deviceTag,
    priority: isOlympus ? readPriority(bytes) : null,
    comment: isOlympus ? readText(bytes, 0x31e, 100) : null,
  }
}

/** What Olympus recorders write alike into other files: a WAV's `olym` chunk, an MP3's `XOLY` frame. */
export type OlympusFields = Pick<DssHeader, 'fileNumber' | 'startedAt' | 'endedAt' | 'declared'> & {
  /** Where DSS has the author, these have the recorder. */
  readonly model: string | null
}

/** From the bytes of such a chunk or frame (ExifTool, `Olympus.pm`: the layout is that of DSS). */
export function parseOlympusFields(bytes: Uint8Array): OlympusFields {
  return {
    model: readText(bytes, 0x0c, 16),
    fileNumber: readNumber(bytes, 0x1c, 4),
    startedAt: readLocalTime(bytes, 0x26),
    endedAt: readLocalTime(bytes, 0x32),
    declared: readLength(bytes, true),
  }
}

/** DICT, DS2300, DM-720: what a recorder calls its author until somebody sets a name. */
function isDeviceName(author: string): boolean {
  return /^(?:DICT|D[SM][ _-]?[1-9][0-9]{2,4}[A-Z]?)$/i.test(author)
}

function readEncryption(bytes: Uint8Array): DssEncryption {
  const kind = readNumber(bytes, 0x146, 2)
  const check = readNumber(bytes, 0x158, 2)
  if (check === null || (kind !== 1 && kind !== 2)) return { mode: 'unknown' }
  return {
    mode: kind === 1 ? 'aes-128' : 'aes-256',
    salt: Uint8Array.from(bytes.subarray(0x148, 0x158)),
    check,
  }
}

function readVersions(bytes: Uint8Array): DssHeader['versions'] {
  const [version, quality, release] = [4, 6, 8].map((at) => readNumber(bytes, at, 2))
  if (version == null || quality == null || release == null) return null
  return [version, quality, release]
}

/** Such as GR/PH9607_000000, where Olympus has the length. */
function readDeviceTag(bytes: Uint8Array): string | null {
  return /^[A-Z]{2}\/[A-Z0-9]+_[0-9]+/.exec(latin(bytes, 0x200, 32))?.[0] ?? null
}

/** The milliseconds count where they say the same as the seconds, which every recorder writes. */
function readLength(bytes: Uint8Array, isOlympus: boolean): DeclaredLength | null {
  const [hours, minutes, seconds] = readPairs(bytes, 0x3e, 3) ?? []
  if (hours === undefined || minutes === undefined || seconds === undefined) return null
  if (minutes > 59 || seconds > 59) return null
  const wholeMs = ((hours * 60 + minutes) * 60 + seconds) * 1000
  const ms = isOlympus ? readNumber(bytes, 0x200, 4) : null
  if (ms !== null && Math.abs(ms - wholeMs) < 2000) return { ms, from: 'milliseconds' }
  return { ms: wholeMs, from: 'hhmmss' }
}

function readPriority(bytes: Uint8Array): number | null {
  const priority = bytes[0x319] ?? 0xff
  return priority === 0xff ? null : priority
}

/** YYMMDDhhmmss, if there is such a moment. */
function readLocalTime(bytes: Uint8Array, at: number): string | null {
  const [year = 0, month = 0, ...rest] = readPairs(bytes, at, 6) ?? []
  const [day = 0, hours = 0, minutes = 0, seconds = 0] = rest
  // The first such recorders are of the nineteen-nineties.
  const time = new Date(0)
  time.setUTCFullYear(year < 90 ? 2000 + year : 1900 + year, month - 1, day)
  time.setUTCHours(hours, minutes, seconds)
  const exists =
    time.getUTCMonth() === month - 1 &&
    time.getUTCDate() === day &&
    time.getUTCHours() === hours &&
    time.getUTCMinutes() === minutes &&
    time.getUTCSeconds() === seconds
  return exists ? time.toISOString().slice(0, 19) : null
}

function readPairs(bytes: Uint8Array, at: number, count: number): readonly number[] | null {
  const digits = latin(bytes, at, count * 2)
  if (digits.length < count * 2 || /[^0-9]/.test(digits)) return null
  return Array.from({ length: count }, (_, pair) => Number(digits.slice(pair * 2, pair * 2 + 2)))
}

/** Little-endian. */
function readNumber(bytes: Uint8Array, at: number, size: number): number | null {
  if (at + size > bytes.length) return null
  return bytes.subarray(at, at + size).reduceRight((value, byte) => value * 256 + byte, 0)
}

/** Up to the first NUL, without the padding and without what no person types. */
function readText(bytes: Uint8Array, at: number, size: number): string | null {
  const field = bytes.subarray(at, at + size)
  const end = field.indexOf(0)
  const typed = (end < 0 ? field : field.subarray(0, end)).filter((byte) => byte !== 0xff)
  const text = Array.from(typed, toWindows1252).join('')
  return text.replace(/\p{C}/gu, '').trim() || null
}

/** Node 20's own decoder of that name takes these 32 for control characters, as Latin-1 has them. */
const above0x7f = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'

const toWindows1252 = (byte: number) => above0x7f[byte - 0x80] ?? String.fromCharCode(byte)

function latin(bytes: Uint8Array, at: number, size: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + size))
}
