import {
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { importModel } from './import-model.ts'
import { createModelStore } from './model-store.ts'
import { aModel, bytesOf, temporaryFolder } from './testing/small-model.ts'

const weights = bytesOf(50_000, 'weights')
const model = aModel({ 'ggml.bin': weights })
const { id } = model

async function installed() {
  const store = createModelStore(join(temporaryFolder(), 'models'), [model])
  const path = join(temporaryFolder(), 'ggml.bin')
  writeFileSync(path, weights)
  const again = () =>
    importModel({
      store,
      path,
      id,
      acceptance: { licence: null, who: 'tester' },
      trustedSha256: null,
      onProgress: () => undefined,
    })
  expect(await again()).toMatchObject({ id })
  return { store, file: store.pathOf(id, 'ggml.bin'), again }
}

describe('an installed model', () => {
  test('is listed, found and intact', async () => {
    const { store } = await installed()
    expect(await store.installedModels()).toMatchObject([{ id }])
    expect(await store.find(id)).toMatchObject({ id })
    expect(await store.isIntact(id)).toBe(true)
    expect(await store.verify(id)).toMatchObject({ id })
  })

  test('is not read again while its size and time are what they were', async () => {
    const { store, file } = await installed()
    const { files } = (await store.find(id)) ?? { files: [] }
    // Half a millisecond more: seconds as a float may come out a little less than they went in.
    const time = ((files[0]?.checkedAtMtimeMs ?? 0) + 0.5) / 1000
    writeFileSync(file, bytesOf(weights.length, 'the quick check does not see this'))
    utimesSync(file, time, time)
    expect(await store.isIntact(id)).toBe(true)
    expect(await store.verify(id)).toMatchObject({ refused: 'model-damaged' })
  })

  test('that was copied with new times is read once, and then is as before', async () => {
    const { store, file } = await installed()
    utimesSync(file, 1000, 1000)
    expect(await store.isIntact(id)).toBe(true)
    expect(await store.find(id)).toMatchObject({ files: [{ checkedAtMtimeMs: 1_000_000 }] })
  })

  test.each<[string, (file: string) => void]>([
    [
      'another byte',
      (file) => writeFileSync(file, Buffer.concat([Buffer.from('x'), weights.subarray(1)])),
    ],
    ['one byte less', (file) => truncateSync(file, weights.length - 1)],
    ['its file gone', (file) => rmSync(file)],
  ])('with %s is damaged', async (_what, damage) => {
    const { store, file } = await installed()
    damage(file)
    // The clock of a file system may be too coarse to tell the two writings apart.
    if (existsSync(file)) utimesSync(file, 1, 1)
    expect(await store.isIntact(id)).toBe(false)
    expect(await store.verify(id)).toMatchObject({ refused: 'model-damaged' })
  })

  test('whose manifest was changed along with its file is damaged', async () => {
    const { store } = await installed()
    const manifest = await store.find(id)
    const files = manifest?.files.map((file) => ({ ...file, sha256: '0'.repeat(64) }))
    writeFileSync(store.pathOf(id, 'manifest.json'), JSON.stringify({ ...manifest, files }))
    expect(await store.isIntact(id)).toBe(false)
    expect(await store.verify(id)).toMatchObject({ refused: 'model-damaged' })
  })

  test('is gone once it is removed', async () => {
    const { store } = await installed()
    mkdirSync(join(store.folder, `.pull-${id}`))
    expect(await store.remove(id)).toMatchObject({ id })
    expect(readdirSync(store.folder)).toEqual([])
    expect(await store.remove(id)).toMatchObject({ refused: 'model-not-installed' })
    expect(await store.verify(id)).toMatchObject({ refused: 'model-not-installed' })
    expect(await store.isIntact(id)).toBe(false)
  })
})

test('a folder that is not there holds no models', async () => {
  const store = createModelStore(join(temporaryFolder(), 'none'), [model])
  expect(await store.installedModels()).toEqual([])
  expect(await store.find('..')).toBeNull()
})

describe('after a crash', () => {
  test('a model that was about to be replaced comes back', async () => {
    const { store, again } = await installed()
    const other = join(store.folder, 'other')
    mkdirSync(other)
    renameSync(other, join(store.folder, '.replaced-other'))
    mkdirSync(join(store.folder, '.staging-x'))
    await again()
    expect(readdirSync(store.folder).sort()).toEqual(['other', id])
  })

  test('the lock of a process that is gone holds nobody up', async () => {
    const { store, again } = await installed()
    // No process has the highest number there can be.
    writeFileSync(join(store.folder, '.lock'), JSON.stringify({ host: hostname(), pid: 2 ** 22 }))
    expect(await again()).toMatchObject({ id })
  })
})

test.each([
  ['of this machine', hostname(), process.pid],
  ['of another machine', 'elsewhere', 1],
])('while another plume works %s, nothing is written', async (_what, host, pid) => {
  const { store, again } = await installed()
  writeFileSync(join(store.folder, '.lock'), JSON.stringify({ host, pid }))
  expect(await again()).toMatchObject({ refused: 'models-busy' })
  expect(await store.remove(id)).toMatchObject({ refused: 'models-busy' })
  expect(await store.isIntact(id)).toBe(true)
})
