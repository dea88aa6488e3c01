/** Reads numbers bit by bit, the top bit of the first byte first. Past the end there are zeros. */
export function createBitReader(bytes: Uint8Array) {
  let position = 0
  return {
    /** The next `count` bits, 52 at most, as an exact number. */
    take(count: number): number {
      let value = 0
      for (let taken = 0; taken < count; taken += 1) {
        const byte = bytes[position >> 3] ?? 0
        // Not shifted: from 32 bits on a shift would lose the top.
        value = value * 2 + ((byte >> (7 - (position & 7))) & 1)
        position += 1
      }
      return value
    },
  }
}

export type BitReader = ReturnType<typeof createBitReader>
