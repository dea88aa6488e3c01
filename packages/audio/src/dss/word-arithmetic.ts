// Olympus' Standard Play works in whole numbers, and its rounding is part of the format. Products pass 31
// bits, so shifts are divisions that round down.

/** To 16 bits without the lowest: -32768 has no counterpart, and is never given. */
export function clip(value: number): number {
  return Math.max(-32_767, Math.min(32_767, value))
}

/** To all of 16 bits. */
export const toWord = (value: number) => Math.max(-32_768, Math.min(32_767, value))
export const isWord = (value: number) => toWord(value) === value

export const shiftDown = (value: number, bits: number) => Math.floor(value / 2 ** bits)
/** A product of two fractions of 32768, rounded. */
export const timesFraction = (a: number, b: number) => shiftDown(a * b + 0x4000, 15)
/** `value` and `share` of another. */
export const plusShare = (value: number, share: number, other: number) =>
  shiftDown(value * 0x8000 + share * other + 0x4000, 15)
