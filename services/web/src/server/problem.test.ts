import { errorCatalogue } from '@plume/contracts'
import { describe, expect, it } from 'vitest'
import { referenceOf, sentenceFor, sentenceForText } from './problem.ts'

describe('problems', () => {
  it('speak with the sentence of the error catalogue, in the language asked for', () => {
    expect(sentenceFor('stale-version', 'fr')).toBe(errorCatalogue['stale-version'].fr)
    expect(sentenceFor('stale-version', 'en')).toBe(errorCatalogue['stale-version'].en)
  })

  it('speak in both languages when the server did not answer', () => {
    expect(sentenceFor('server-unreachable', 'en')).not.toBe('')
    expect(sentenceFor('server-unreachable', 'fr')).not.toBe(
      sentenceFor('server-unreachable', 'en'),
    )
  })

  it('give the number in the log only where the server is at fault', () => {
    expect(referenceOf({ code: 'unexpected-failure', requestId: 'r-1' })).toBe('r-1')
    expect(referenceOf({ code: 'blank-left', requestId: 'r-1' })).toBeNull()
    expect(referenceOf({ code: 'server-unreachable', requestId: null })).toBeNull()
  })

  it.each(['no-such-code', 'toString', ''])('treat the unknown code %j as unexpected', (code) => {
    expect(sentenceForText(code, 'en')).toBe(errorCatalogue['unexpected-failure'].en)
  })
})
