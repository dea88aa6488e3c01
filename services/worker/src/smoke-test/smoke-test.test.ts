import { Failure } from '@plume/records'
import { createPocketSphinxEngine, createScriptedEngine } from '@plume/speech'
import type { RecognisedWord } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { shareHeard } from './share-heard.ts'
import { smokeClip } from './smoke-clips.ts'
import { smokeTest } from './smoke-test.ts'

const pocketsphinx = await createPocketSphinxEngine()
const isThere = !('unavailable' in pocketsphinx)

const says = (spoken: string) => createScriptedEngine({ words: wordsOf(spoken) })
const wordsOf = (spoken: string): RecognisedWord[] =>
  spoken.split(' ').map((text) => ({ text, startMs: 0, endMs: 10, confidence: 1 }))

test.each(['en', 'fr'] as const)('the %s clip is sound of some seconds', (language) => {
  const { durationMs, expected } = smokeClip(language)
  expect(durationMs).toBeGreaterThan(4000)
  expect(durationMs).toBeLessThan(10_000)
  expect(expected.length).toBeGreaterThanOrEqual(8)
})

test('the two clips look for words that the other language has not', () => {
  const [english, french] = [smokeClip('en').expected, smokeClip('fr').expected]
  expect(shareHeard(english, french)).toBe(0)
  expect(shareHeard(french, english)).toBe(0)
})

test('words count whatever their capitals, accents and company', () => {
  const expected = ['cœur', 'épaule', 'lungs', 'clear']
  expect(shareHeard(expected, ['Coeur,', 'l’EPAULE', 'the lungs.', 'unclear'])).toBe(0.75)
})

test.each([
  ['en', 'patient feels better this morning lungs a clear the left soldier'],
  ['fr', 'le patient sang mieux se matin les poumons sont clair les pôles gauche'],
] as const)('an engine that hears %s as small models do passes', async (language, heard) => {
  expect(await smokeTest(says(heard), language)).toMatchObject({ passed: true })
})

test.each([
  ['phrases about nothing', 'thank you for watching please like and subscribe'],
  ['noise', 'you you you the the left a a a'],
  ['the wrong language', 'the patients sent me a set of bouquets'],
])('an engine that hears %s fails', async (_what, heard) => {
  const failed = { passed: false, reason: 'heard-other-words' }
  expect(await smokeTest(says(heard), 'en')).toMatchObject(failed)
  expect(await smokeTest(says(heard), 'fr')).toMatchObject(failed)
})

test('an engine that hears nothing fails', async () => {
  const deaf = createScriptedEngine({ words: [] })
  expect(await smokeTest(deaf, 'en')).toMatchObject({ passed: false, shareHeard: 0 })
})

test('an engine that crashes fails with its reason, and without a throw', async () => {
  const failWith = new Failure('engine-crashed', 'it is gone', { retryable: true })
  const crashing = createScriptedEngine({ words: [], failWith })
  expect(await smokeTest(crashing, 'en')).toEqual({
    passed: false,
    reason: 'engine-crashed',
    shareHeard: null,
  })
})

describe.runIf(isThere)('PocketSphinx', () => {
  test('hears the English clip', async () => {
    if ('unavailable' in pocketsphinx) return
    const result = await smokeTest(pocketsphinx, 'en')
    expect(result).toMatchObject({ passed: true })
  })

  test('knows no French, and fails the French clip', async () => {
    if ('unavailable' in pocketsphinx) return
    const result = await smokeTest(pocketsphinx, 'fr')
    expect(result).toMatchObject({ passed: false, reason: 'heard-other-words' })
  })
})
test.skipIf(isThere)('SKIPPED: needs PocketSphinx', () => {})
