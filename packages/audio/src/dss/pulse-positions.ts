/** Descending, in an array that the next call writes again; null for a number no encoder writes. */
export type PulsePositions = (index: number) => Uint8Array | null

/**
 * Where the pulses of a subframe are. A set of places p1 < p2 < ... is written as one number, the sum
 * of all "pn choose n" (the combinatorial number system), which has no gap below "places choose
 * pulses". A higher number cannot be: the frame was cut out of the file wrongly.
 */
export function createPulsePositions(places: number, pulses: number): PulsePositions {
  const positions = new Uint8Array(pulses)
  // Row n, place p: "p choose n". All are whole numbers that a double holds.
  const rows = Array.from({ length: pulses + 1 }, (_, n) =>
    Float64Array.from({ length: places + 1 }, (_, place) => choose(place, n)),
  )
  const combinations = choose(places, pulses)

  return (index) => {
    if (index >= combinations) return null
    let left = index
    let place = places - 1
    for (let n = pulses; n > 0; n -= 1) {
      const row = rows[n] ?? positions
      while ((row[place] ?? 0) > left) place -= 1
      positions[pulses - n] = place
      left -= row[place] ?? 0
    }
    return positions
  }
}

function choose(from: number, count: number): number {
  let ways = 1
  for (let n = 0; n < count; n += 1) ways = (ways * (from - n)) / (n + 1)
  return ways
}
