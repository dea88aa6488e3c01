import { expect, test } from 'vitest'
import { aLawSamples, muLawSamples } from './g711.ts'

const bytes = Array.from({ length: 256 }, (_, byte) => byte)

/** ITU-T G.711 table 2a: decision values of 14 bits, `(2 * mantissa + 33) * 2^segment - 33`. */
function muLaw(byte: number): number {
  const code = 255 - byte
  const [sign, segment, mantissa] = [code >= 128 ? -1 : 1, Math.floor(code / 16) % 8, code % 16]
  return sign * ((2 * mantissa + 33) * 2 ** segment - 33) * 4
}

/** ITU-T G.711 table 1a: 13 bits, middle of each step; even bits inverted. */
function aLaw(byte: number): number {
  const code = byte ^ 0x55
  const [sign, segment, mantissa] = [code >= 128 ? 1 : -1, Math.floor(code / 16) % 8, code % 16]
  const magnitude = segment === 0 ? 2 * mantissa + 1 : (2 * mantissa + 33) * 2 ** (segment - 1)
  return sign * magnitude * 8
}

test('every mu-law byte has the value of G.711', () => {
  expect([...muLawSamples]).toEqual(bytes.map(muLaw).map((value) => value + 0))
})

test('every A-law byte has the value of G.711', () => {
  expect([...aLawSamples]).toEqual(bytes.map(aLaw))
})
