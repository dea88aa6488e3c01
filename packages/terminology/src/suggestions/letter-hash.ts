/** Where a hash begins. */
export const noLetters = 0x811c9dc5 | 0

/** FNV-1a, one word after the other: pieces have the hash of the word that they are together. */
export function hashLetters(letters: string, before: number = noLetters): number {
  let hash = before
  for (let at = 0; at < letters.length; at++) {
    hash = Math.imul(hash ^ letters.charCodeAt(at), 0x01000193)
  }
  return hash
}

/** A set of hashes in few bits, which sometimes says yes to one that is not in it. */
export type HashSet = { readonly has: (hash: number) => boolean }

const bitsEach = 32

export function createHashSet(hashes: readonly number[]): HashSet {
  let size = 1024
  while (size < hashes.length * bitsEach) size *= 2
  const bits = new Uint8Array(size >> 3)
  const placeOf = (hash: number) => (hash ^ (hash >>> 16)) & (size - 1)
  for (const hash of hashes) {
    const place = placeOf(hash)
    bits[place >> 3] = (bits[place >> 3] ?? 0) | (1 << (place & 7))
  }
  return {
    has: (hash) => {
      const place = placeOf(hash)
      return ((bits[place >> 3] ?? 0) & (1 << (place & 7))) !== 0
    },
  }
}
