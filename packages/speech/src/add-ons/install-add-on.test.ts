import { mkdir, mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addOnNames, addOnOf } from './add-on-table.ts'
import { findAddOn } from './find-add-on.ts'
import { installAddOn } from './install-add-on.ts'

let enginesDir: string
beforeAll(async () => {
  enginesDir = await mkdtemp(join(tmpdir(), 'plume-add-ons-'))
})
afterAll(() => rm(enginesDir, { recursive: true, force: true }))

/** Port 9 discards (RFC 863), and nothing listens on it here. */
const noRegistry = {
  PATH: process.env.PATH,
  npm_config_registry: 'http://127.0.0.1:9',
  npm_config_fetch_retries: '0',
}
const nowhere = { searchPath: '' }

describe.each(addOnNames)('%s', (name) => {
  test('names every package that it needs, by version and hash, and no place to fetch it from', async () => {
    const addOn = addOnOf(name)
    const lock = JSON.parse(await readFile(addOn.lockFile, 'utf8'))
    expect(lock.packages[''].dependencies).toEqual({ [addOn.package]: addOn.version })
    expect(lock.packages[`node_modules/${addOn.package}`].license).toBe(addOn.licence)
    const { '': _root, ...needed } = lock.packages
    for (const entry of Object.values<Record<string, unknown>>(needed)) {
      expect(entry.integrity).toMatch(/^sha512-/)
      expect(entry).not.toHaveProperty('resolved')
    }
  })

  test('is not there before it was added', async () => {
    expect(await findAddOn(enginesDir, name)).toBeNull()
  })
})

test('without a network the reason is told, and nothing is left', async () => {
  const npm_config_cache = join(enginesDir, 'cache')
  await mkdir(npm_config_cache)
  const adding = installAddOn({
    name: 'transformers',
    enginesDir: join(enginesDir, 'engines'),
    environment: { ...noRegistry, npm_config_cache },
    whisper: nowhere,
  })
  await expect(adding).rejects.toMatchObject({
    code: 'engine-unavailable',
    message: expect.stringContaining('the npm registry cannot be reached'),
  })
  expect(await readdir(join(enginesDir, 'engines'))).toEqual([])
}, 60_000)

test('whisper-node says that whisper-cli comes first', async () => {
  const adding = installAddOn({
    name: 'whisper-node',
    enginesDir,
    environment: noRegistry,
    whisper: nowhere,
  })
  await expect(adding).rejects.toThrow('plume engines build whisper')
})
