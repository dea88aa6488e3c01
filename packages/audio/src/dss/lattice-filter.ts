/** Speech from what drives it, through the reflections of the mouth. It remembers. */
export type LatticeFilter = {
  /** One reflection coefficient for each order, the lowest first. */
  readonly run: (reflections: Float64Array, input: Float64Array, output: Float64Array) => void
  readonly reset: () => void
}

/** An all-pole lattice; the order of its sums is the recorders' own, to the last bit. */
export function createLatticeFilter(order: number): LatticeFilter {
  const state = new Float64Array(order)
  const top = order - 1
  return {
    run(reflections, input, output) {
      for (let n = 0; n < input.length; n += 1) {
        let sum = (input[n] ?? 0) - (state[top] ?? 0) * (reflections[top] ?? 0)
        for (let stage = top - 1; stage >= 0; stage -= 1) {
          const reflection = reflections[stage] ?? 0
          const before = state[stage] ?? 0
          sum -= before * reflection
          state[stage + 1] = reflection * sum + before
        }
        state[0] = sum
        output[n] = sum
      }
    },
    reset() {
      state.fill(0)
    },
  }
}
