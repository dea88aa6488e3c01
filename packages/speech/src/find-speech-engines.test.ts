import { expect, test } from 'vitest'
import { createScriptedEngine } from './create-scripted-engine.ts'
import { findSpeechEngines, selectEngine } from './find-speech-engines.ts'

test('a machine without an engine has none, and says so without failing', async () => {
  const nowhere = { binary: '/nowhere/pocketsphinx_continuous' }
  expect(await findSpeechEngines({ pocketsphinx: nowhere })).toEqual([])
})

test('the first engine that knows the language is taken', () => {
  const english = createScriptedEngine({ words: [], languages: ['en'] })
  const both = createScriptedEngine({ words: [], languages: ['en', 'fr'] })
  expect(selectEngine([english, both], 'en')).toBe(english)
  expect(selectEngine([english, both], 'fr')).toBe(both)
  expect(selectEngine([english], 'fr')).toBeNull()
})
