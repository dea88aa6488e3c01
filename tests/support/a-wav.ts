/** A valid one-second 16 kHz mono WAV of quiet noise; another `seed` gives other bytes. */
export function aWav(seed: number, seconds = 1): Uint8Array<ArrayBuffer> {
  const samples = 16_000 * seconds
  const bytes = Buffer.alloc(44 + samples * 2)
  bytes.write('RIFF', 0, 'latin1')
  bytes.writeUInt32LE(36 + samples * 2, 4)
  bytes.write('WAVEfmt ', 8, 'latin1')
  bytes.writeUInt32LE(16, 16)
  bytes.writeUInt16LE(1, 20)
  bytes.writeUInt16LE(1, 22)
  bytes.writeUInt32LE(16_000, 24)
  bytes.writeUInt32LE(32_000, 28)
  bytes.writeUInt16LE(2, 32)
  bytes.writeUInt16LE(16, 34)
  bytes.write('data', 36, 'latin1')
  bytes.writeUInt32LE(samples * 2, 40)
  let state = seed + 1
  for (let index = 0; index < samples; index += 1) {
    // A linear congruential generator (Numerical Recipes, 2nd ed., p. 284): repeatable noise.
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    bytes.writeInt16LE((state >>> 20) - 2048, 44 + index * 2)
  }
  return new Uint8Array(bytes)
}
