/**
 * The last 16 bytes of the AES key schedule (FIPS 197, 5.2) of a key of 16 or 32 bytes: what the
 * cipher itself ends with, and a cipher library does not give out.
 */
export function lastRoundKey(key: Uint8Array): Uint8Array {
  const keyWords = key.length / 4
  const rounds = keyWords + 6
  const schedule = new Uint8Array(16 * (rounds + 1))
  schedule.set(key)
  let roundConstant = 1
  for (let word = keyWords; word < schedule.length / 4; word += 1) {
    let mixed = schedule.slice(word * 4 - 4, word * 4)
    if (word % keyWords === 0) {
      mixed = substitute(Uint8Array.of(...mixed.subarray(1), ...mixed.subarray(0, 1)))
      mixed[0] = (mixed[0] ?? 0) ^ roundConstant
      roundConstant = double(roundConstant)
    } else if (keyWords > 6 && word % keyWords === 4) mixed = substitute(mixed)
    for (const [n, byte] of mixed.entries()) {
      schedule[word * 4 + n] = (schedule[(word - keyWords) * 4 + n] ?? 0) ^ byte
    }
  }
  return schedule.subarray(-16)
}

/** Times x in the field of FIPS 197, 4.2. */
const double = (value: number) => ((value << 1) ^ (value & 0x80 ? 0x11b : 0)) & 0xff

const substitute = (bytes: Uint8Array) => bytes.map((byte) => substitutions[byte] ?? 0)

/** FIPS 197, 5.1.1: each value's inverse in the field, then a mixture of its bits. */
const substitutions = ((): Uint8Array => {
  const powers: number[] = []
  // Three generates all values but zero.
  for (let power = 1; powers.length < 255; power = double(power) ^ power) powers.push(power)
  const table = new Uint8Array(256)
  for (const [exponent, value] of powers.entries()) {
    table[value] = mixBits(powers[(255 - exponent) % 255] ?? 0)
  }
  table[0] = mixBits(0)
  return table
})()

function mixBits(value: number): number {
  const rotate = (count: number) => (value << count) | (value >> (8 - count))
  return (value ^ rotate(1) ^ rotate(2) ^ rotate(3) ^ rotate(4) ^ 0x63) & 0xff
}
