import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createScriptedEngine } from './create-scripted-engine.ts'
import { findSpeechEngines, selectEngine } from './find-speech-engines.ts'
import { hashFile } from './models/hash-file.ts'
import { importModel } from './models/import-model.ts'
import type { ModelManifest } from './models/model-manifest.ts'
import { createModelStore } from './models/model-store.ts'
import { hasSherpaOnnx } from './sherpa-onnx/find-sherpa-onnx.ts'

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

  test('whisper-node comes after it, where it was added, with the same models', async () => {
    const addOnsDir = join(folder, 'engines')
    const added = join(addOnsDir, 'whisper-node', 'node_modules', 'whisper-node')
    await mkdir(added, { recursive: true })
    await writeFile(join(added, 'package.json'), '{}')
    const engines = await findSpeechEngines({ whisper: { ...place(), addOnsDir }, pocketsphinx })
    expect(engines.map(({ identity }) => `${identity.engine}/${identity.model}`)).toEqual([
      'whisper.cpp/our-large',
      'whisper.cpp/our-small',
      'whisper-node/our-large',
      'whisper-node/our-small',
    ])
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

describe.skipIf(!hasSherpaOnnx())('sherpa-onnx (SKIPPED where it is not installed)', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plume-engines-'))
    await install('our-medasr', ['model.int8.onnx', 'tokens.txt'], ['en'])
    await install('our-parakeet', ['encoder.onnx', 'decoder.onnx', 'joiner.onnx', 'tokens.txt'])
    await install('not-known', ['something.onnx'])
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** A model as the store keeps it; no engine is run here. */
  async function install(id: string, names: readonly string[], languages = ['en', 'fr']) {
    const store = createModelStore(join(folder, 'models'))
    await mkdir(join(store.folder, id), { recursive: true })
    const files = []
    for (const name of names) {
      await writeFile(store.pathOf(id, name), name)
      const { bytes, sha256 } = await hashFile(store.pathOf(id, name))
      files.push({ name, bytes, sha256, checkedAtMtimeMs: null })
    }
    const manifest: ModelManifest = {
      id,
      engine: 'sherpa-onnx',
      languages,
      files,
      source: 'a test',
      installedAt: '2026-11-25T00:00:00.000Z',
      licence: null,
      acceptedLicence: null,
      trustedSha256: null,
    }
    await writeFile(store.pathOf(id, 'manifest.json'), JSON.stringify(manifest))
  }

  test('has an engine for each installed model that it knows, without a whisper-cli', async () => {
    const engines = await findSpeechEngines({
      whisper: {
        builtIn: join(folder, 'nowhere'),
        searchPath: '',
        modelsDir: join(folder, 'models'),
        threads: 1,
      },
      pocketsphinx: { binary: '/nowhere/pocketsphinx_continuous' },
    })
    expect(engines.map(({ identity }) => identity.model)).toEqual(['our-medasr', 'our-parakeet'])
    expect(engines.map(({ capabilities }) => capabilities.languages)).toEqual([
      ['en'],
      ['en', 'fr'],
    ])
    expect(engines[1]?.identity).toMatchObject({ engine: 'sherpa-onnx', demonstrationOnly: false })
  })
})
