import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exportModel } from './export-model.ts'
import { type ImportRequest, importModel } from './import-model.ts'
import { hashOfModel } from './model-manifest.ts'
import type { KnownModel } from './model-registry.ts'
import { createModelStore } from './model-store.ts'
import { tarEnd, tarHeader, tarPadding } from './tar-archive.ts'
import {
  aModel,
  bytesOf,
  headerOnlyWhisper,
  sha256Of,
  temporaryFolder,
} from './testing/small-model.ts'

const weights = bytesOf(200_000, 'weights')
const tokens = bytesOf(700, 'tokens')
const single = aModel({ 'ggml.bin': weights }, { id: 'single' })
const several = aModel({ 'a.onnx': weights, 'tokens.txt': tokens }, { id: 'several' })
const known = [single, several]

function anImport(models: readonly KnownModel[] = known) {
  const store = createModelStore(join(temporaryFolder(), 'models'), models)
  const run = (content: Buffer | string, more: Partial<ImportRequest> = {}) => {
    const path = Buffer.isBuffer(content) ? join(temporaryFolder(), 'given.bin') : content
    if (Buffer.isBuffer(content)) writeFileSync(path, content)
    return importModel({
      store,
      path,
      id: null,
      acceptance: { licence: null, who: 'tester' },
      trustedSha256: null,
      onProgress: () => undefined,
      ...more,
    })
  }
  const left = () => (existsSync(store.folder) ? readdirSync(store.folder) : [])
  return { store, run, left }
}

type Entry = { readonly name: string; readonly content: Buffer; readonly says?: number }

function pack(entries: readonly Entry[]): Buffer {
  const parts = entries.flatMap(({ name, content, says }) => [
    tarHeader(name, says ?? content.length, new Date(0)),
    content,
    tarPadding(content.length),
  ])
  return Buffer.concat([...parts, tarEnd])
}

function manifestOf(model: KnownModel, other: object = {}): Entry {
  const { id, engine, languages, files } = model
  const manifest = {
    id,
    engine,
    languages,
    files,
    source: 'test',
    installedAt: '2027-01-02T03:04:05Z',
    licence: 'MIT',
    acceptedLicence: null,
    trustedSha256: null,
    ...other,
  }
  return { name: 'manifest.json', content: Buffer.from(JSON.stringify(manifest)) }
}

const file = (name: string, content: Buffer): Entry => ({ name, content })

describe('a model that is exported and imported', () => {
  test('is the same on the other machine', async () => {
    const here = anImport()
    const there = anImport()
    const path = join(temporaryFolder(), 'several.tar')
    const files = [file('a.onnx', weights), file('tokens.txt', tokens)]
    await here.run(pack([manifestOf(several), ...files]))
    const exported = await exportModel({
      store: here.store,
      id: 'several',
      path,
      onProgress: () => undefined,
    })
    expect(exported).toMatchObject({
      sha256: hashOfModel(
        here.store.known[1]?.files.map(({ name, sha256 }) => ({ name, sha256: sha256 ?? '' })) ??
          [],
      ),
    })
    expect(await there.run(path)).toMatchObject({ id: 'several', source: 'several.tar' })
    for (const { name, content } of files) {
      expect(readFileSync(there.store.pathOf('several', name))).toEqual(content)
    }
    expect(there.left()).toEqual(['several'])
    expect(await there.store.isIntact('several')).toBe(true)
  })

  test('is not exported when it is damaged, and no half archive is left', async () => {
    const { store, run } = anImport()
    await run(weights, { id: 'single' })
    writeFileSync(store.pathOf('single', 'ggml.bin'), bytesOf(weights.length, 'rot'))
    const folder = temporaryFolder()
    const path = join(folder, 'x.tar')
    const request = { store, id: 'single', path, onProgress: () => undefined }
    expect(await exportModel(request)).toMatchObject({ refused: 'model-damaged' })
    expect(readdirSync(folder)).toEqual([])
  })

  test('needs its licence accepted anew', async () => {
    const licence = { name: 'HAI-DEF', url: 'https://x.example/', textToAccept: 'Read it.' }
    const { run, left } = anImport([{ ...single, licence }])
    const accepted = { name: 'HAI-DEF', who: 'somebody there', when: '2027-01-01T00:00:00Z' }
    const archive = pack([
      manifestOf(single, { acceptedLicence: accepted }),
      file('ggml.bin', weights),
    ])
    expect(await run(archive)).toMatchObject({ refused: 'licence-not-accepted' })
    expect(left()).toEqual([])
    const acceptance = { licence: 'HAI-DEF', who: 'jane' }
    expect(await run(archive, { acceptance })).toMatchObject({
      acceptedLicence: { name: 'HAI-DEF', who: 'jane' },
    })
  })
})

describe('an archive is refused, and nothing is left', () => {
  const ggml = file('ggml.bin', weights)
  const forged = { files: [{ name: 'ggml.bin', bytes: 10, sha256: sha256Of(bytesOf(10, 'x')) }] }
  const named = (name: string) => ({ files: [{ name, bytes: 1, sha256: '0'.repeat(64) }] })

  test.each<[string, string, Buffer]>([
    ['without a manifest', 'archive-unreadable', pack([ggml])],
    ['with its manifest last', 'archive-unreadable', pack([ggml, manifestOf(single)])],
    [
      'with a manifest that is none',
      'archive-unreadable',
      pack([file('manifest.json', Buffer.from('[]')), ggml]),
    ],
    [
      'with a manifest without an end',
      'archive-unreadable',
      pack([{ ...manifestOf(single), says: 8 ** 11 - 1 }]),
    ],
    [
      'whose manifest names a path',
      'archive-unreadable',
      pack([manifestOf(single, named('../evil')), ggml]),
    ],
    [
      'whose manifest names an absolute path',
      'archive-unreadable',
      pack([manifestOf(single, named('/etc/x')), ggml]),
    ],
    [
      'whose manifest names itself',
      'archive-unreadable',
      pack([manifestOf(single, named('manifest.json')), ggml]),
    ],
    [
      'whose manifest has an id with a path',
      'archive-unreadable',
      pack([manifestOf(single, { id: '../../x' }), ggml]),
    ],
    [
      'with a file that climbs out',
      'archive-unreadable',
      pack([manifestOf(single), file('../evil', weights)]),
    ],
    [
      'with an absolute file',
      'archive-unreadable',
      pack([manifestOf(single), file('/tmp/evil', weights)]),
    ],
    [
      'with one file more',
      'archive-unreadable',
      pack([manifestOf(single), ggml, file('more.bin', tokens)]),
    ],
    ['with a file twice', 'archive-unreadable', pack([manifestOf(single), ggml, ggml])],
    [
      'with a file missing',
      'archive-unreadable',
      pack([manifestOf(several), file('a.onnx', weights)]),
    ],
    [
      'that breaks off',
      'archive-unreadable',
      pack([manifestOf(single), ggml]).subarray(0, 100_000),
    ],
    [
      'with a file longer than it says',
      'wrong-size',
      pack([manifestOf(single), { ...ggml, says: 8 ** 11 - 1 }]),
    ],
    [
      'with other bytes under the right name',
      'checksum-differs',
      pack([manifestOf(single), file('ggml.bin', bytesOf(weights.length, 'other'))]),
    ],
    [
      'whose manifest is forged to fit',
      'wrong-size',
      pack([manifestOf(single, forged), file('ggml.bin', bytesOf(10, 'x'))]),
    ],
    [
      'of a model that Plume does not know',
      'checksum-unknown',
      pack([manifestOf(single, { id: 'mine' }), ggml]),
    ],
  ])('%s', async (_what, refused, archive) => {
    const { run, left } = anImport()
    expect(await run(archive)).toMatchObject({ refused })
    expect(left()).toEqual([])
  })

  test('that says it is larger than the disk', async () => {
    const { run, left } = anImport()
    const bomb = { id: 'mine', files: [{ name: 'x.bin', bytes: 2 ** 52, sha256: '0'.repeat(64) }] }
    const trustedSha256 = '0'.repeat(64)
    expect(await run(pack([manifestOf(single, bomb)]), { trustedSha256 })).toMatchObject({
      refused: 'disk-full',
    })
    expect(left()).toEqual([])
  })

  test('that is interrupted', async () => {
    const { run, left } = anImport()
    const stop = new AbortController()
    const onProgress = () => stop.abort(new Error('Ctrl-C'))
    const importing = run(pack([manifestOf(single), ggml]), { signal: stop.signal, onProgress })
    await expect(importing).rejects.toThrow('Ctrl-C')
    expect(left()).toEqual([])
  })
})

describe('an archive of a model that Plume does not know', () => {
  const archive = pack([
    manifestOf(several, { id: 'mine' }),
    file('a.onnx', weights),
    file('tokens.txt', tokens),
  ])

  test('is installed with the hash that sha256sum gives for its files', async () => {
    const { store, run } = anImport()
    const lines = `${sha256Of(weights)}  a.onnx\n${sha256Of(tokens)}  tokens.txt\n`
    const trustedSha256 = sha256Of(lines)
    expect(await run(archive, { trustedSha256 })).toMatchObject({ id: 'mine', trustedSha256 })
    expect(await store.isIntact('mine')).toBe(true)
  })

  test('is refused with another hash', async () => {
    const { run, left } = anImport()
    const trustedSha256 = sha256Of(weights)
    expect(await run(archive, { trustedSha256 })).toMatchObject({ refused: 'checksum-differs' })
    expect(left()).toEqual([])
  })
})

describe('a bare file', () => {
  test('is installed as the model that it is, whatever it is called', async () => {
    const { store, run } = anImport()
    expect(await run(weights, { id: 'single' })).toMatchObject({ id: 'single' })
    expect(readFileSync(store.pathOf('single', 'ggml.bin'))).toEqual(weights)
  })

  test('with the right name and the right beginning but no weights is refused', async () => {
    const header = headerOnlyWhisper()
    const whole = aModel({ 'ggml.bin': Buffer.concat([header, weights]) }, { id: 'whisper' })
    const { run, left } = anImport([whole])
    expect(await run(header, { id: 'whisper' })).toMatchObject({ refused: 'wrong-size' })
    const padded = Buffer.concat([header, Buffer.alloc(weights.length)])
    expect(await run(padded, { id: 'whisper' })).toMatchObject({ refused: 'checksum-differs' })
    expect(left()).toEqual([])
  })

  test('of a Whisper that Plume does not know needs its hash, and then is one', async () => {
    const { store, run, left } = anImport()
    const mine = Buffer.concat([headerOnlyWhisper(), weights])
    expect(await run(mine, { id: 'mine' })).toMatchObject({ refused: 'checksum-unknown' })
    expect(await run(mine, { id: 'mine', trustedSha256: '0'.repeat(64) })).toMatchObject({
      refused: 'checksum-differs',
    })
    expect(left()).toEqual([])
    const trustedSha256 = sha256Of(mine)
    expect(await run(mine, { id: 'mine', trustedSha256 })).toMatchObject({
      engine: 'whisper.cpp',
      languages: ['en'],
      trustedSha256,
    })
    expect(await store.isIntact('mine')).toBe(true)
  })

  test.each([
    ['one that is no Whisper', 'mine', 'not-a-model'],
    ['one of several files', 'several', 'archive-unreadable'],
    ['an id that is a path', '../x', 'unknown-model'],
  ])('is refused: %s', async (_what, id, refused) => {
    const { run, left } = anImport()
    const trustedSha256 = sha256Of(weights)
    expect(await run(weights, { id, trustedSha256 })).toMatchObject({ refused })
    expect(left()).toEqual([])
  })
})
