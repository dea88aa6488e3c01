import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { hasSherpaOnnx } from '@plume/speech'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { writeRandomMedAsr } from '../../../tests/support/onnx/random-sherpa-models.ts'
import { writeRandomTransformersModel } from '../../../tests/support/onnx/random-transformers-model.ts'
import { loadConfig } from './config.ts'
import { chooseEngine, threadsOf } from './hear-recording.ts'

describe.skipIf(!hasSherpaOnnx())('a model in a folder (SKIPPED without sherpa-onnx-node)', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plume-cli-model-'))
    await writeRandomMedAsr(join(folder, 'ours'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  const config = loadConfig({ PLUME_DATA_DIR: '/nowhere' })

  test('is opened by its path, and says which bytes it is', async () => {
    const { identity } = await chooseEngine('en', config, { model: join(folder, 'ours') })
    expect(identity).toMatchObject({ engine: 'sherpa-onnx', model: 'ours' })
    expect(identity.modelSha256).toMatch(/^[0-9a-f]{64}$/)
  })

  test('is refused for a language that it does not know', async () => {
    const opened = chooseEngine('fr', config, { model: join(folder, 'ours') })
    await expect(opened).rejects.toMatchObject({ code: 'engine-unavailable' })
  })

  test('that holds something else is refused', async () => {
    await writeFile(join(folder, 'notes.txt'), 'no model')
    const opened = chooseEngine('en', config, { model: `${folder}/` })
    await expect(opened).rejects.toMatchObject({ code: 'engine-unavailable' })
  })
})

test('a model for transformers.js is refused where that was not added, and the way is told', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'plume-cli-model-'))
  try {
    await writeRandomTransformersModel(folder)
    const config = loadConfig({ PLUME_DATA_DIR: '/nowhere' })
    const opened = chooseEngine('fr', config, { model: folder })
    await expect(opened).rejects.toThrow('plume engines add transformers')
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
})

test.each([
  ['what was set, whatever the machine has', '6', 2, 6],
  ['the cores of the machine or its container', '', 3, 3],
  ['eight at most', '', 64, 8],
  ['the cores, where what was set is no number', 'many', 2, 2],
])('a recognition gets as many threads as %s', async (_what, set, cores, threads) => {
  const config = loadConfig({ PLUME_DATA_DIR: '/nowhere', PLUME_ENGINE_THREADS: set })
  expect(await threadsOf(config, async () => cores)).toBe(threads)
})
