import { expect, test } from 'vitest'
import { createPulsePositions } from './pulse-positions.ts'

test('gives each set of places to one number', () => {
  const positions = createPulsePositions(9, 4)
  const sets = Array.from({ length: 126 }, (_, index) => String(positions(index)))
  expect(new Set(sets).size).toBe(126)
  expect(sets[0]).toBe('3,2,1,0')
  expect(sets[125]).toBe('8,7,6,5')
  for (const set of sets) {
    const places = set.split(',').map(Number)
    expect(places).toEqual([...places].sort((a, b) => b - a))
    expect(new Set(places).size).toBe(4)
  }
})

/** The limits that the documents of DS2 name for its two codecs. */
test.each([
  [64, 11, 743_595_781_824],
  [72, 7, 1_473_109_704],
])('knows how many sets of %d places and %d pulses there are', (places, pulses, sets) => {
  const positions = createPulsePositions(places, pulses)
  const last = Array.from({ length: pulses }, (_, n) => places - 1 - n)
  expect(Array.from(positions(sets - 1) ?? [])).toEqual(last)
  expect(positions(sets)).toBeNull()
  expect(positions(2 ** 40 - 1)).toBeNull()
})
