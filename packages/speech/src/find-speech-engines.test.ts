import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createScriptedEngine } from './create-scripted-engine.ts'
import { findSpeechEngines, selectEngine } from './find-speech-engines.ts'
import { hashFile } from './models/hash-file.ts'
import { importModel } from './models/import-model.ts'
import { createModelStore } from './models/model-store.ts'

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

describe('whisper.cpp', () => {
  let folder: string
  const pocketsphinx = { binary: '/nowhere/pocketsphinx_continuous' }
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plume-engines-'))
    const help = '--output-json-full --carry-initial-prompt --suppress-nst'
    await writeFile(join(folder, 'whisper-cli'), `#!/bin/sh\necho '${help}'\n`, { mode: 0o755 })
    await install('our-small', 100)
    await install('our-large', 5000)
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** A multilingual model by its header; the rest is of no matter here. */
  async function install(id: string, bytes: number): Promise<void> {
    const path = join(folder, `${id}.bin`)
    const model = Buffer.alloc(bytes)
    model.writeUInt32LE(0x67676d6c, 0)
    model.writeInt32LE(51_865, 4)
    await writeFile(path, model)
    const { sha256 } = await hashFile(path)
    const imported = await importModel({
      store: createModelStore(join(folder, 'models')),
      path,
      id,
      acceptance: { licence: null, who: 'a test' },
      trustedSha256: sha256,
      onProgress: () => {},
    })
    expect(imported).toMatchObject({ id })
  }

  const place = (onDamaged?: (model: string) => void) => ({
    builtIn: folder,
    searchPath: '',
    modelsDir: join(folder, 'models'),
    threads: 1,
    ...(onDamaged ? { onDamaged } : {}),
  })

  test('has an engine for each installed model, the largest first', async () => {
    const engines = await findSpeechEngines({ whisper: place(), pocketsphinx })
    expect(engines.map(({ identity }) => identity.model)).toEqual(['our-large', 'our-small'])
    expect(engines[0]?.identity).toMatchObject({ engine: 'whisper.cpp', demonstrationOnly: false })
    expect(engines[0]?.capabilities.languages).toEqual(['en', 'fr'])
  })

  test('without its program has none', async () => {
    const whisper = { ...place(), builtIn: join(folder, 'nowhere') }
    expect(await findSpeechEngines({ whisper, pocketsphinx })).toEqual([])
  })

  test('a program that was chosen and is none stops the start', async () => {
    const whisper = { ...place(), configured: '/bin/true' }
    await expect(findSpeechEngines({ whisper, pocketsphinx })).rejects.toMatchObject({
      code: 'invalid-configuration',
    })
  })

  test('a model whose bytes have changed is not used, and told', async () => {
    const path = join(folder, 'models', 'our-large', 'our-large.bin')
    const bytes = await readFile(path)
    bytes[100] = 1
    await writeFile(path, bytes)
    const damaged: string[] = []
    const whisper = place((model) => damaged.push(model))
    const engines = await findSpeechEngines({ whisper, pocketsphinx })
    expect(engines.map(({ identity }) => identity.model)).toEqual(['our-small'])
    expect(damaged).toEqual(['our-large'])
  })
})
