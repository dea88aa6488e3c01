import { expect, test } from 'vitest'
import { createRecentPlays } from './recent-plays.ts'

const at = (minutes: number) => new Date(minutes * 60_000)

test('a play is new again after a while, and for every person and recording', () => {
  const plays = createRecentPlays()
  expect(plays.isNew('anna 1', at(0))).toBe(true)
  expect(plays.isNew('anna 1', at(9))).toBe(false)
  expect(plays.isNew('anna 2', at(9))).toBe(true)
  expect(plays.isNew('bert 1', at(9))).toBe(true)
  expect(plays.isNew('anna 1', at(11))).toBe(true)
})
