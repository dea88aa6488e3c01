import { describe, expect, it } from 'vitest'
import { mostPrinted, printPath } from './print-kinds.ts'

describe('the page for the printer', () => {
  it.each([
    ['reports', '/api/print?reports=a,b'],
    ['each', '/api/print?reports=a,b&each=true'],
    ['dl', '/api/print?reports=a,b&what=envelopes&size=dl'],
  ] as const)('for %s is at %s', (kind, path) => {
    expect(printPath(['a', 'b'], kind)).toBe(path)
  })

  it('has no more reports than the server prints', () => {
    const ids = Array.from({ length: mostPrinted + 1 }, (_, at) => `${at}`)
    expect(printPath(ids, 'reports').split(',')).toHaveLength(mostPrinted)
  })
})
