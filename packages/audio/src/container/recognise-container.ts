/**
 * What a file seems to be from its first bytes.
 *
 * `dictaphone` is DSS or DS2 in any form; `foreign` is audio that needs another decoder than ours.
 */
export type Container =
  | { readonly kind: 'wav' }
  | { readonly kind: 'dictaphone'; readonly name: string }
  | { readonly kind: 'foreign'; readonly name: string }
  | { readonly kind: 'unknown' }

/** How many bytes `recogniseContainer` looks at. */
export const containerHeadLength = 64

type Signature = { readonly name: string; readonly at: number; readonly bytes: string }

/** Bytes as Latin-1 text. */
const foreign: readonly Signature[] = [
  { name: 'mp3', at: 0, bytes: 'ID3' },
  { name: 'flac', at: 0, bytes: 'fLaC' },
  { name: 'ogg', at: 0, bytes: 'OggS' },
  { name: 'mp4', at: 4, bytes: 'ftyp' },
  { name: 'webm', at: 0, bytes: '\x1a\x45\xdf\xa3' },
  { name: 'amr', at: 0, bytes: '#!AMR' },
  { name: 'asf', at: 0, bytes: '\x30\x26\xb2\x75\x8e\x66\xcf\x11' },
  { name: 'aiff', at: 8, bytes: 'AIFF' },
  { name: 'aiff', at: 8, bytes: 'AIFC' },
  { name: 'w64', at: 0, bytes: 'riff\x2e\x91\xcf\x11' },
  { name: 'caf', at: 0, bytes: 'caff' },
  { name: 'au', at: 0, bytes: '.snd' },
]

/** Pictures in the container of MP4: a photograph of a telephone sent by mistake. */
const picture = /^....ftyp(heic|heix|mif1|msf1|avif)/s

/** Tells from the first `containerHeadLength` bytes what kind of file it is. */
export function recogniseContainer(head: Buffer): Container {
  const text = head.toString('latin1')
  if (picture.test(text)) return { kind: 'unknown' }
  if (/^(RIFF|RF64|BW64)....WAVE/s.test(text)) return { kind: 'wav' }
  const dictaphone = dictaphoneName(head)
  if (dictaphone) return { kind: 'dictaphone', name: dictaphone }
  const known = foreign.find(({ at, bytes }) => text.startsWith(bytes, at))
  if (known) return { kind: 'foreign', name: known.name }
  return frameSync(head)
}

/**
 * Bare MPEG audio of layer II or III, or ADTS frames: eleven or twelve set bits, then fields that may
 * not be reserved. Layer I is used by nobody, and looks like the first bytes of UTF-16 text.
 */
function frameSync(head: Buffer): Container {
  const [first = 0, second = 0, third = 0] = head
  if (first !== 0xff) return { kind: 'unknown' }
  if ((second & 0xf6) === 0xf0) return { kind: 'foreign', name: 'aac' }
  const layer = second & 0x06
  const mpegLayer =
    (second & 0xe0) === 0xe0 && (second & 0x18) !== 0x08 && (layer === 0x02 || layer === 0x04)
  const bitRate = third >> 4
  const rate = (third >> 2) & 3
  const plausible = mpegLayer && bitRate !== 0 && bitRate !== 15 && rate !== 3
  return plausible ? { kind: 'foreign', name: 'mp3' } : { kind: 'unknown' }
}

/** First byte: length of the header in 512-byte blocks, 2 to 16. `enc` is an encrypted DS2. */
function dictaphoneName(head: Buffer): string | null {
  const [blocks = 0] = head
  if (blocks < 2 || blocks > 16) return null
  const magic = head.toString('latin1', 1, 4)
  if (magic === 'dss') return 'dss'
  return magic === 'ds2' || magic === 'enc' ? 'ds2' : null
}
