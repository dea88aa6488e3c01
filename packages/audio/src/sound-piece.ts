import { endianness } from 'node:os'

/** A piece of mono sound: floats between -1 and 1, or 16-bit levels as codecs give them. */
export type SoundPiece = Float32Array | Int16Array

/** What counts as full scale in it. */
export function fullScale(piece: SoundPiece): number {
  return piece instanceof Int16Array ? 0x8000 : 1
}

/** As 16-bit levels, rounded and clipped. */
export function toLevels(piece: SoundPiece): Int16Array {
  if (piece instanceof Int16Array) return piece
  const levels = new Int16Array(piece.length)
  for (let index = 0; index < piece.length; index += 1) {
    const level = Math.round((piece[index] ?? 0) * 0x8000)
    levels[index] = Math.max(-0x8000, Math.min(0x7fff, level))
  }
  return levels
}

/** As floats between -1 and 1. */
export function toFloats(piece: SoundPiece): Float32Array {
  if (piece instanceof Float32Array) return piece
  const samples = new Float32Array(piece.length)
  for (let index = 0; index < piece.length; index += 1)
    samples[index] = (piece[index] ?? 0) / 0x8000
  return samples
}

const isLittleEndian = endianness() === 'LE'

/** The bytes of a file, two each, as levels. Shares the memory where it can. */
export function levelsOf(bytes: Buffer): Int16Array {
  const count = Math.floor(bytes.length / 2)
  const isAligned = bytes.byteOffset % 2 === 0
  if (isLittleEndian && isAligned) return new Int16Array(bytes.buffer, bytes.byteOffset, count)
  const copy = Buffer.from(bytes.subarray(0, count * 2))
  if (!isLittleEndian) copy.swap16()
  return new Int16Array(copy.buffer.slice(copy.byteOffset, copy.byteOffset + copy.length))
}

/** Levels as the bytes of a file. */
export function bytesOf(levels: Int16Array): Buffer {
  const bytes = Buffer.from(levels.buffer, levels.byteOffset, levels.byteLength)
  return isLittleEndian ? bytes : Buffer.from(bytes).swap16()
}
