import { appendFile, cp, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readAdaptedModel, shippedModelDir } from './adapted-model.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-adapted-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

test('the model that ships is there, intact, and smaller than 6 MB', async () => {
  const model = await readAdaptedModel(shippedModelDir)
  if (typeof model === 'string') throw new Error(model)
  const files = await Promise.all(
    [model.languageModelPath, model.dictionaryPath].map((p) => stat(p)),
  )
  expect(files.reduce((sum, { size }) => sum + size, 0)).toBeLessThan(6_000_000)
})

test('a model of which a byte has changed is damaged', async () => {
  await cp(shippedModelDir, folder, { recursive: true })
  const model = await readAdaptedModel(folder)
  if (typeof model === 'string') throw new Error(model)
  await appendFile(model.dictionaryPath, 'x')
  expect(await readAdaptedModel(folder)).toBe('damaged')
})

test('a folder without one has none', async () => {
  expect(await readAdaptedModel(folder)).toBe('absent')
})
