import { describe, expect, it } from 'vitest'
import { fasterThan, partWithContext, resumePoint, skipTo, slowerThan, speeds } from './playback.ts'

describe('playback', () => {
  it('steps through every speed and stays at the ends', () => {
    const up: number[] = [speeds[0]]
    for (const _ of speeds) up.push(fasterThan(up.at(-1) ?? 1))
    expect(up).toEqual([...speeds, 2])
    expect(slowerThan(0.5)).toBe(0.5)
    expect(slowerThan(1)).toBe(0.9)
  })

  it.each([
    ['steps back after a pause', 10_000, 60_000, 8_500],
    ['does not step back before the beginning', 700, 60_000, 0],
    ['starts over at the end', 60_000, 60_000, 0],
    ['steps back while the length is not known', 10_000, 0, 8_500],
  ])('%s', (_title, position, length, expected) => {
    expect(resumePoint(position, length)).toBe(expected)
  })

  it.each([
    ['both sides', 10_000, 12_000, 9_500, 12_500],
    ['no more than there is', 200, 59_800, 0, 60_000],
  ])('plays a part with half a second around it: %s', (_title, startMs, endMs, from, to) => {
    expect(partWithContext({ startMs, endMs }, 60_000)).toEqual({ startMs: from, endMs: to })
  })

  it.each([
    [10_000, -3_000, 7_000],
    [1_000, -3_000, 0],
    [59_000, 3_000, 60_000],
  ])('from %d ms, %d ms leads to %d ms', (from, delta, to) => {
    expect(skipTo(from, delta, 60_000)).toBe(to)
  })
})
