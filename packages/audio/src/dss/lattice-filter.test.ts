import { expect, test } from 'vitest'
import { createLatticeFilter } from './lattice-filter.ts'

function run(reflections: readonly number[], input: readonly number[]): readonly number[] {
  const output = new Float64Array(input.length)
  const filter = createLatticeFilter(reflections.length)
  filter.run(Float64Array.from(reflections), Float64Array.from(input), output)
  return Array.from(output)
}

test('without reflections it lets everything through', () => {
  expect(run([0, 0, 0], [1, -2, 3])).toEqual([1, -2, 3])
})

test('one reflection is a fading echo of the sample before', () => {
  expect(run([-0.5], [1, 0, 0, 0])).toEqual([1, 0.5, 0.25, 0.125])
})

test('two reflections are the recursion of second order that they stand for', () => {
  const [first, second] = [0.25, -0.5]
  const input = [1, 0, 0.5, 0, 0, 2]
  // Levinson: a1 = k1 + k1 k2, a2 = k2.
  const expected: number[] = []
  for (const [n, sample] of input.entries()) {
    const [one = 0, two = 0] = [expected[n - 1], expected[n - 2]]
    expected.push(sample - (first + first * second) * one - second * two)
  }
  expect(run([first, second], input)).toEqual(expected)
})

test('forgets with a reset', () => {
  const filter = createLatticeFilter(2)
  const reflections = Float64Array.of(0.3, 0.3)
  const [fresh, again] = [new Float64Array(4), new Float64Array(4)]
  const impulse = Float64Array.of(1, 0, 0, 0)
  filter.run(reflections, impulse, fresh)
  filter.reset()
  filter.run(reflections, impulse, again)
  expect(again).toEqual(fresh)
})
