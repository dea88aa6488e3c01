/** The letters of a word as one number, and what the number of those before it is multiplied by to hold both. */
export type LetterHash = { readonly hash: number; readonly shift: number }

/** A large odd number, that of FNV-1a: a polynomial in it, modulo 2^32. */
const base = 0x01000193

export function hashLetters(letters: string): LetterHash {
  let hash = 0
  let shift = 1
  for (let at = 0; at < letters.length; at++) {
    hash = (Math.imul(hash, base) + letters.charCodeAt(at)) | 0
    shift = Math.imul(shift, base)
  }
  return { hash, shift }
}

/** The hash of a word that goes on with another's letters, without another look at any of them. */
export function joinHash(before: number, { hash, shift }: LetterHash): number {
  return (Math.imul(before, shift) + hash) | 0
}

/** Adds the hashes of the first word of some, of the first two, and so on up to all of them. */
export function hashesAtSpaces(words: string, hashes: number[]): void {
  let hash = 0
  for (let at = 0; at < words.length; at++) {
    const code = words.charCodeAt(at)
    if (code === space) hashes.push(hash)
    hash = (Math.imul(hash, base) + code) | 0
  }
  hashes.push(hash)
}

const space = 0x20

/** A set of hashes in few bits, which sometimes says yes to one that is not in it. */
export type HashSet = { readonly has: (hash: number) => boolean }

const bitsEach = 32

export function createHashSet(hashes: readonly number[]): HashSet {
  let sizeBits = 10
  while (2 ** sizeBits < hashes.length * bitsEach) sizeBits += 1
  const bits = new Uint8Array((2 ** sizeBits) >> 3)
  const placeOf = (hash: number) => spread(hash) >>> (32 - sizeBits)
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

/**
 * Spreads what differs in any bit over all of them, as MurmurHash3 ends. A product alone would not do: the hashes of
 * words that end alike lie as far from each other as those of the words before their ends.
 */
function spread(hash: number): number {
  const upper = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  const lower = Math.imul(upper ^ (upper >>> 13), 0xc2b2ae35)
  return lower ^ (lower >>> 16)
}
