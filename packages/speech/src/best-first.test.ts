import { expect, test } from 'vitest'
import { bestFirst, type RankedEngine } from './best-first.ts'
import { createScriptedEngine } from './create-scripted-engine.ts'
import { selectEngine } from './find-speech-engines.ts'

const megabyte = 1_000_000

function engine(
  model: string,
  kind: RankedEngine['kind'],
  megabytes: number,
  has: { readonly languages?: readonly ('en' | 'fr')[]; readonly wordTimes?: boolean } = {},
): RankedEngine {
  const made = createScriptedEngine({ words: [], languages: has.languages ?? ['en', 'fr'] })
  const engine = {
    ...made,
    identity: { ...made.identity, model },
    capabilities: { ...made.capabilities, wordTimes: has.wordTimes ?? true },
  }
  return { engine, kind, bytes: megabytes * megabyte }
}

const medasr = engine('medasr', 'medasr', 154, { languages: ['en'] })
const turbo = engine('turbo', 'whisper', 574)
const sherpaTurbo = engine('sherpa-turbo', 'whisper', 1037, { wordTimes: false })
const parakeet = engine('parakeet', 'transducer', 670)
const small = engine('small', 'whisper', 190)
const base = engine('base', 'whisper', 148)
const sherpaSmall = engine('sherpa-small', 'whisper', 375, { wordTimes: false })

test('English dictation goes to MedASR, French to the best that knows it', () => {
  const engines = bestFirst([small, parakeet, turbo, medasr])
  expect(selectEngine(engines, 'en')).toBe(medasr.engine)
  expect(selectEngine(engines, 'fr')).toBe(turbo.engine)
  expect(selectEngine(bestFirst([small, parakeet, medasr]), 'fr')).toBe(parakeet.engine)
})

test('the order is that of what is published of them, whatever order they were found in', () => {
  const expected = [medasr, turbo, sherpaTurbo, parakeet, small, base, sherpaSmall]
  const names = expected.map(({ engine }) => engine.identity.model)
  expect(bestFirst(expected.toReversed()).map(({ identity }) => identity.model)).toEqual(names)
})
