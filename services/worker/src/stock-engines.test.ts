import { Failure, type SpeechEngine, type SpeechLanguage } from '@plume/records'
import { createScriptedEngine, selectEngine } from '@plume/speech'
import { pino } from 'pino'
import { afterEach, expect, test } from 'vitest'
import type { SmokeResult } from './smoke-test/smoke-test.ts'
import { type EngineStock, stockEngines } from './stock-engines.ts'

const log = pino({ level: 'silent' })
const passed: SmokeResult = { passed: true, clipMs: 6000, workMs: 2000 }
const noise: SmokeResult = { passed: false, reason: 'heard-other-words', shareHeard: 0 }

let stock: EngineStock
afterEach(() => stock.close())

function engine(model: string, demonstrationOnly = false): SpeechEngine {
  const scripted = createScriptedEngine({ words: [], languages: ['en', 'fr'] })
  return { ...scripted, identity: { ...scripted.identity, model, demonstrationOnly } }
}

/** Engines whose smoke test goes as told, by model and language. */
async function stockOf(
  found: readonly SpeechEngine[],
  results: Readonly<Record<string, SmokeResult>>,
  damagedModels: readonly string[] = [],
): Promise<EngineStock> {
  stock = await stockEngines({
    installed: { find: async () => found, damagedModels: () => damagedModels },
    smokeTest: async ({ identity }, language) => results[`${identity.model} ${language}`] ?? passed,
    log,
    lookAgain: { whileNoneMs: 5, whileOneFailsMs: 5 },
  })
  return stock
}

const modelFor = (language: SpeechLanguage) =>
  selectEngine(stock.ready(), language)?.identity.model ?? null

test('an engine that passes is ready in all its languages, with the speed of the slowest', async () => {
  await stockOf([engine('good')], { 'good fr': { passed: true, clipMs: 6000, workMs: 3000 } })
  expect(stock.ready().map(({ capabilities }) => capabilities.languages)).toEqual([['en', 'fr']])
  expect(stock.checked()).toMatchObject([{ clipSpeed: 2 }])
})

test('a language whose clip fails is not announced, and the next engine hears it', async () => {
  await stockOf([engine('large'), engine('small')], { 'large fr': noise })
  expect(modelFor('en')).toBe('large')
  expect(modelFor('fr')).toBe('small')
  expect(stock.checked()[0]?.languages).toEqual([
    { language: 'en', state: 'ready' },
    { language: 'fr', state: 'not-used', reason: 'heard-other-words' },
  ])
})

test('an engine that hears noise gets no dictation', async () => {
  await stockOf([engine('noisy')], { 'noisy en': noise, 'noisy fr': noise })
  expect(stock.ready()).toEqual([])
  expect(stock.checked()).toMatchObject([{ clipSpeed: null }])
})

test('a demonstration engine does not replace a real one that broke', async () => {
  await stockOf([engine('real'), engine('demo', true)], { 'real en': noise })
  expect(modelFor('en')).toBeNull()
  expect(modelFor('fr')).toBe('real')
})

test('nor one whose model is damaged', async () => {
  await stockOf([engine('demo', true)], {}, ['whisper-tiny.en'])
  expect(modelFor('en')).toBeNull()
  expect(modelFor('fr')).toBe('demo')
})

test('where nothing real is installed, a demonstration engine is used', async () => {
  await stockOf([engine('demo', true)], {})
  expect(modelFor('en')).toBe('demo')
})

test('an engine that failed is tried again, one that passed is not', async () => {
  const tried: string[] = []
  let healthy = false
  stock = await stockEngines({
    installed: { find: async () => [engine('good'), engine('ill')], damagedModels: () => [] },
    smokeTest: async ({ identity }, language) => {
      tried.push(`${identity.model} ${language}`)
      return identity.model === 'good' || healthy ? passed : noise
    },
    log,
    lookAgain: { whileNoneMs: 5, whileOneFailsMs: 5 },
  })
  expect(stock.ready()).toHaveLength(1)
  healthy = true
  await expect.poll(() => stock.ready().length).toBe(2)
  expect(tried.filter((each) => each === 'good en')).toHaveLength(1)
})

test('one that is installed later is found without a restart', async () => {
  const found: SpeechEngine[] = []
  await stockOf(found, {})
  found.push(engine('late'))
  await expect.poll(() => modelFor('en')).toBe('late')
})

test('a chosen program that is none stops the start', async () => {
  const wrong = new Failure('invalid-configuration', 'WHISPER_CLI is none', { retryable: false })
  const installed = { find: () => Promise.reject(wrong), damagedModels: () => [] }
  await expect(stockEngines({ installed, smokeTest: async () => passed, log })).rejects.toBe(wrong)
})
