/** Labels as `TextDecoder` knows them; `windows-1252` is also how ISO-8859-1 is read, by the standard. */
export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'

/** What the first bytes of a file say; null where only the whole of it can tell. */
export function sniffEncoding(start: Uint8Array): TextEncoding | 'binary' | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8'
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le'
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be'
  return encodingByZeros(start)
}

/** In UTF-16 every second byte of Western text is zero; any other zero is no text at all. */
function encodingByZeros(start: Uint8Array): TextEncoding | 'binary' | null {
  let even = 0
  let odd = 0
  for (const [at, byte] of start.entries()) {
    if (byte !== 0) continue
    if (at % 2 === 0) even++
    else odd++
  }
  if (even + odd === 0) return null
  const half = start.length / 2
  if (even === 0 && odd > half * 0.7) return 'utf-16le'
  if (odd === 0 && even > half * 0.7) return 'utf-16be'
  return 'binary'
}

/** Tells whether bytes given in pieces are UTF-8 throughout. */
export function createUtf8Check(): {
  readonly add: (bytes: Uint8Array) => void
  readonly isUtf8: () => boolean
} {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let valid = true
  const attempt = (decode: () => void) => {
    try {
      if (valid) decode()
    } catch {
      valid = false
    }
  }
  return {
    add: (bytes) => attempt(() => decoder.decode(bytes, { stream: true })),
    isUtf8: () => {
      attempt(() => decoder.decode())
      return valid
    },
  }
}
