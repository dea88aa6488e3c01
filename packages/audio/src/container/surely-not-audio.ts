/** How many bytes of an upload `surelyNotAudio` wants to see. */
export const headLength = 4096

/** Shorter than the header of any recording. */
const shortestRecording = 45

/** Pictures, documents and archives, by their first bytes as Latin-1. */
const otherFiles = [
  '\x89PNG',
  '\xff\xd8\xff',
  'GIF8',
  '%PDF',
  'PK\x03\x04',
  'MZ',
  '\x7fELF',
  '\x1f\x8b',
]

/**
 * Whether an upload is certainly no recording. `head` holds its first bytes, all of them if they are
 * fewer than `headLength`. In doubt it is let in: the decoder judges later, and loses nothing.
 */
export function surelyNotAudio(head: Buffer): boolean {
  if (head.length < shortestRecording) return true
  const start = head.toString('latin1', 0, 8)
  return otherFiles.some((magic) => start.startsWith(magic)) || isText(head)
}

/** No control characters but white space: recordings have plenty. AMR begins with text but is not. */
function isText(head: Buffer): boolean {
  return head.every((byte) => byte >= 0x20 || (byte >= 0x09 && byte <= 0x0d))
}
