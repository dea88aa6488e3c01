import type { BlockMode } from '../dss-blocks.ts'

/** A whole number from 0 up to, and not including, `below`; the same row for the same seed. */
export type Random = (below: number) => number

export function seededRandom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    // The generator of Numerical Recipes, twice: pulse positions have 40 bits.
    const next = () => {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0
      return state / 2 ** 32
    }
    return Math.floor((next() + next() / 2 ** 32) * below) % below
  }
}

/** Pulse positions that there are: 11 of 64 places, 7 of 72. */
const qpPositions = 743_595_781_824
const spPositions = 1_473_109_704

/** Frames as an encoder could have written them: no impossible number, nothing that grows forever. */
export function randomFrame(random: Random, mode: BlockMode): Uint8Array {
  if (mode === 0) {
    return spFrame(random, { reflection: middling, pitchGains: 12, pulseGains: 40 })
  }
  if (mode === 6) return qpFrame(random, [])
  return random(4) === 0 ? shortFrame(random) : qpFrame(random, [[1, 1]])
}

export function randomFrames(random: Random, mode: BlockMode, count: number): Uint8Array[] {
  return Array.from({ length: count }, () => randomFrame(random, mode))
}

/** A value and its width in bits. */
type Field = readonly [value: number, bits: number]

const qpReflectionBits = [7, 7, 6, 6, 5, 5, 5, 5, 5, 4, 4, 4, 4, 3, 3]
const spReflectionBits = [5, 5, 4, 4, 4, 4, 4, 4, 3, 3, 3, 3, 3, 3]

function qpFrame(random: Random, flag: readonly Field[]): Uint8Array {
  const subframe = (): Field[] => [
    [random(256), 8],
    // A gain below one: the pitch dies away.
    [random(16), 6],
    [random(qpPositions), 40],
    [random(40), 6],
    ...heights(random, 11),
  ]
  return packBits([...flag, ...qpReflections(random, flag), ...[0, 1, 2, 3].flatMap(subframe)])
}

function shortFrame(random: Random): Uint8Array {
  const flag: Field[] = [[0, 1]]
  const gains = [0, 1, 2, 3].map((): Field => [random(32), 5])
  return packBits([...flag, ...qpReflections(random, flag), ...gains])
}

/** The flag takes the place of the last coefficient's lowest bit. */
function qpReflections(random: Random, flag: readonly Field[]): Field[] {
  return [...qpReflectionBits, 3 - flag.length].map((bits) => middling(random, bits))
}

/** Standard Play so soft that nothing rings up to 16 bits, though its reflections are from all of the tables. */
export function softSpFrame(random: Random): Uint8Array {
  return spFrame(random, { reflection: anyRow, pitchGains: 4, pulseGains: 4 })
}

type SpRange = {
  readonly reflection: (random: Random, bits: number) => Field
  readonly pitchGains: number
  readonly pulseGains: number
}

function spFrame(random: Random, { reflection, pitchGains, pulseGains }: SpRange): Uint8Array {
  const subframe = (): Field[] => [
    [random(pitchGains), 5],
    [random(spPositions), 31],
    [random(pulseGains), 6],
    ...heights(random, 7),
  ]
  const pitch: Field = [random(151 * 48 ** 3), 24]
  return packBits([
    ...spReflectionBits.map((bits) => reflection(random, bits)),
    ...[0, 1, 2, 3].flatMap(subframe),
    pitch,
  ])
}

function anyRow(random: Random, bits: number): Field {
  return [random(2 ** bits), bits]
}

/** From the middle half of the table: its ends ring for seconds. */
function middling(random: Random, bits: number): Field {
  const half = 2 ** (bits - 1)
  return [half / 2 + random(half), bits]
}

function heights(random: Random, count: number): Field[] {
  return Array.from({ length: count }, () => [random(8), 3])
}

function packBits(fields: readonly Field[]): Uint8Array {
  const bits = fields.map(([value, width]) => value.toString(2).padStart(width, '0')).join('')
  return Uint8Array.from({ length: Math.ceil(bits.length / 8) }, (_, byte) =>
    Number.parseInt(bits.slice(byte * 8, byte * 8 + 8).padEnd(8, '0'), 2),
  )
}
