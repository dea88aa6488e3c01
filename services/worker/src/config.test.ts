import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { describeConfig, loadConfig } from './config.ts'

const directory = mkdtempSync(join(tmpdir(), 'plume-config-'))
afterAll(() => rmSync(directory, { recursive: true }))

test('needs no option at all', () => {
  const config = loadConfig({})
  expect(config).toMatchObject({ databaseUrl: null, redisUrl: null, concurrency: null })
  expect(config.blobDir).toBe(join(config.dataDir, 'blobs'))
})

test('keeps everything under the data directory, unless told otherwise', () => {
  const config = loadConfig({ PLUME_DATA_DIR: '/srv/plume', BLOB_DIR: '/mnt/blobs' })
  expect(config).toMatchObject({
    dataDir: '/srv/plume',
    blobDir: '/mnt/blobs',
    keyringFile: '/srv/plume/keyring.json',
    tempDir: '/srv/plume/jobs',
  })
})

test('cannot be changed after the start', () => {
  const config = loadConfig({})
  expect(() => Object.assign(config, { concurrency: 9 })).toThrow(TypeError)
})

test('takes an empty option as one that is not set', () => {
  expect(loadConfig({ DATABASE_URL: '', PLUME_WORKER_CONCURRENCY: '' })).toMatchObject({
    databaseUrl: null,
    concurrency: null,
  })
})

test('reads a secret from the file that _FILE names', () => {
  const file = join(directory, 'url')
  writeFileSync(file, 'postgres://plume:secret@db/plume\n')
  expect(loadConfig({ DATABASE_URL_FILE: file }).databaseUrl).toBe(
    'postgres://plume:secret@db/plume',
  )
})

test.each([
  ['a misspelt option', { PLUME_WORKER_CONCURENCY: '2' }, /PLUME_WORKER_CONCURENCY: there is no/],
  ['a number that is none', { PLUME_LEASE_SECONDS: 'soon' }, /PLUME_LEASE_SECONDS/],
  ['a number out of range', { PLUME_WORKER_CONCURRENCY: '0' }, /PLUME_WORKER_CONCURRENCY/],
  ['a log level there is not', { PLUME_LOG_LEVEL: 'loud' }, /PLUME_LOG_LEVEL/],
  ['a secret twice', { REDIS_URL: 'a', REDIS_URL_FILE: 'b' }, /REDIS_URL and REDIS_URL_FILE/],
  ['a secret file that is gone', { REDIS_URL_FILE: '/nowhere/x' }, /REDIS_URL_FILE: the file/],
])('refuses %s', (_what, env, line) => {
  expect(() => loadConfig(env)).toThrow(line)
})

test('names everything that is wrong at once, and repeats no value', () => {
  const wrong = { PLUME_LEASE_SECONDS: 'hunter2', PLUME_LOG_LEVEL: 'hunter2', PLUME_ODD: 'hunter2' }
  expect(() => loadConfig(wrong)).toThrow(
    expect.objectContaining({
      message: expect.stringMatching(/PLUME_ODD[\s\S]*PLUME_LEASE_SECONDS[\s\S]*PLUME_LOG_LEVEL/),
    }),
  )
  expect(() => loadConfig(wrong)).not.toThrow(/hunter2/)
})

test('shares an environment with the API', () => {
  expect(() => loadConfig({ PLUME_PORT: '8787', PLUME_MAX_UPLOAD_MB: '512' })).not.toThrow()
})

test('says a sentence about every option', () => {
  for (const { name, sentence } of describeConfig()) {
    expect(sentence, name).toMatch(/^[A-Zf].*\.$/)
  }
})
