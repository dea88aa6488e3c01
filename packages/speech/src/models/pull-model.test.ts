import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { KnownModel } from './model-registry.ts'
import { createModelStore } from './model-store.ts'
import { type PullRequest, pullModel } from './pull-model.ts'
import { breakOff, sendFile, serveModels } from './testing/serve-models.ts'
import { aModel, bytesOf, sha256Of, temporaryFolder } from './testing/small-model.ts'

const weights = bytesOf(300_000, 'weights')
const model = aModel({ 'ggml.bin': weights })
const { id } = model

function pullingFrom(
  mirror: string,
  known: readonly KnownModel[] = [model],
  other: Partial<PullRequest> = {},
) {
  const store = createModelStore(temporaryFolder(), known)
  const request: PullRequest = {
    store,
    id,
    mirror,
    acceptance: { licence: null, who: 'tester' },
    trustedSha256: null,
    onProgress: () => undefined,
    pauses: [1, 1],
    ...other,
  }
  const pull = (more: Partial<PullRequest> = {}) => pullModel({ ...request, ...more })
  const part = join(store.folder, `.pull-${id}`, 'ggml.bin.part')
  return { store, pull, part }
}

const installedBytes = (folder: string) => readFileSync(join(folder, id, 'ggml.bin'))

describe('a pull', () => {
  test('installs the file, checked, with a manifest, and leaves nothing else', async () => {
    const { url, asked } = await serveModels((request, response) =>
      sendFile(request, response, weights),
    )
    const progress: number[] = []
    const { store, pull } = pullingFrom(url)
    const installed = await pull({ onProgress: (bytes) => progress.push(bytes) })
    expect(installed).toMatchObject({
      id,
      source: `${url}/${id}/`,
      files: [{ name: 'ggml.bin', bytes: weights.length, sha256: sha256Of(weights) }],
    })
    expect(installedBytes(store.folder)).toEqual(weights)
    expect(readdirSync(store.folder)).toEqual([id])
    expect(readdirSync(join(store.folder, id)).sort()).toEqual(['ggml.bin', 'manifest.json'])
    expect(asked).toEqual([{ url: `/${id}/ggml.bin`, range: undefined, ifRange: undefined }])
    expect(progress.at(-1)).toBe(weights.length)
    expect(await store.find(id)).toEqual(installed)
  })

  test('goes on after a cut connection, with a range, to the same bytes', async () => {
    const { url, asked } = await serveModels((request, response, number) =>
      number === 1 ? breakOff(response, weights, 100_000) : sendFile(request, response, weights),
    )
    const { store, pull } = pullingFrom(url)
    expect(await pull()).toMatchObject({ id })
    expect(asked).toMatchObject([{}, { range: 'bytes=100000-', ifRange: '"one"' }])
    expect(installedBytes(store.folder)).toEqual(weights)
  })

  test('goes on in a later call, where the first gave up', async () => {
    let isBroken = true
    const { url, asked } = await serveModels((request, response, number) => {
      if (number === 1) return breakOff(response, weights, 50_000)
      if (isBroken) return void response.destroy()
      sendFile(request, response, weights)
    })
    const { store, pull, part } = pullingFrom(url)
    expect(await pull()).toMatchObject({ refused: 'source-unreachable' })
    expect(readFileSync(part)).toEqual(weights.subarray(0, 50_000))
    isBroken = false
    expect(await pull()).toMatchObject({ id })
    expect(asked.at(-1)).toMatchObject({ range: 'bytes=50000-' })
    expect(installedBytes(store.folder)).toEqual(weights)
  })

  test('starts over where the server knows no ranges', async () => {
    const { url, asked } = await serveModels((_request, response, number) =>
      number === 1
        ? breakOff(response, weights, 100_000)
        : sendFile({ headers: {} }, response, weights),
    )
    const { store, pull } = pullingFrom(url)
    expect(await pull()).toMatchObject({ id })
    expect(asked).toMatchObject([{}, { range: 'bytes=100000-' }])
    expect(installedBytes(store.folder)).toEqual(weights)
  })

  test('starts over where the file has changed meanwhile', async () => {
    const old = bytesOf(weights.length, 'an older file')
    const { url, asked } = await serveModels((request, response, number) =>
      number === 1
        ? breakOff(response, old, 100_000, '"old"')
        : sendFile(request, response, weights, '"new"'),
    )
    const { store, pull } = pullingFrom(url)
    expect(await pull()).toMatchObject({ id })
    expect(asked).toMatchObject([{}, { ifRange: '"old"' }])
    expect(installedBytes(store.folder)).toEqual(weights)
  })

  test('starts over where the file has changed and the server gives it no tag', async () => {
    const old = bytesOf(weights.length, 'an older file')
    const { url } = await serveModels((request, response, number) =>
      number === 1
        ? breakOff(response, old, 100_000, null)
        : sendFile(request, response, weights, null),
    )
    const { store, pull } = pullingFrom(url, [model], { pauses: [] })
    expect(await pull()).toMatchObject({ refused: 'source-unreachable' })
    expect(await pull()).toMatchObject({ id })
    expect(installedBytes(store.folder)).toEqual(weights)
  })

  test('starts over where more was kept than there is', async () => {
    const { url } = await serveModels((request, response) => sendFile(request, response, weights))
    const unknown = aModel({ 'ggml.bin': weights })
    const files = unknown.files.map((file) => ({ ...file, bytes: null }))
    const { store, pull, part } = pullingFrom(url, [{ ...unknown, files }])
    mkdirSync(join(store.folder, `.pull-${id}`), { recursive: true })
    writeFileSync(part, bytesOf(weights.length + 10, 'too much'))
    writeFileSync(`${part}.json`, JSON.stringify({ url: `${url}/${id}/ggml.bin`, etag: '"one"' }))
    expect(await pull()).toMatchObject({ id })
    expect(installedBytes(store.folder)).toEqual(weights)
  })

  test('waits while a server says that it is busy', async () => {
    const { url, asked } = await serveModels((request, response, number) =>
      number < 3 ? void response.writeHead(503).end() : sendFile(request, response, weights),
    )
    expect(await pullingFrom(url).pull()).toMatchObject({ id })
    expect(asked).toHaveLength(3)
  })

  test('gives up on a server that sends nothing, and says which', async () => {
    const { url } = await serveModels(() => undefined)
    const { pull } = pullingFrom(url, [model], { stalledAfterMs: 50, pauses: [1] })
    expect(await pull()).toMatchObject({
      refused: 'source-unreachable',
      detail: expect.stringContaining(new URL(url).host),
    })
  })

  test('does not ask again for what is not there', async () => {
    const { url, asked } = await serveModels((_request, response) => {
      response.writeHead(404).end()
    })
    expect(await pullingFrom(url).pull()).toMatchObject({ refused: 'source-unreachable' })
    expect(asked).toHaveLength(1)
  })

  test('fetches several files, and after a break only those that are missing', async () => {
    const several = aModel({ 'a.onnx': weights, 'tokens.txt': bytesOf(700, 'tokens') })
    let isBroken = true
    const { url, asked } = await serveModels((request, response) => {
      if (request.url?.endsWith('a.onnx')) return sendFile(request, response, weights)
      if (isBroken) return void response.writeHead(404).end()
      sendFile(request, response, bytesOf(700, 'tokens'))
    })
    const { store, pull } = pullingFrom(url, [several])
    expect(await pull()).toMatchObject({ refused: 'source-unreachable' })
    expect(await store.installedModels()).toEqual([])
    isBroken = false
    expect(await pull()).toMatchObject({ id })
    expect(asked.map((each) => each.url.split('/').at(-1))).toEqual([
      'a.onnx',
      'tokens.txt',
      'tokens.txt',
    ])
    expect(readdirSync(join(store.folder, id)).sort()).toEqual([
      'a.onnx',
      'manifest.json',
      'tokens.txt',
    ])
  })

  test('replaces what is installed only once the new one is whole', async () => {
    let content = weights
    const { url } = await serveModels((request, response) => sendFile(request, response, content))
    const { store, pull } = pullingFrom(url)
    await pull()
    content = bytesOf(weights.length, 'wrong')
    expect(await pull()).toMatchObject({ refused: 'checksum-differs' })
    expect(await store.isIntact(id)).toBe(true)
    content = weights
    expect(await pull()).toMatchObject({ id })
    expect(readdirSync(store.folder)).toEqual([id])
  })
})

describe('refused, and nothing is left', () => {
  const emptied = (folder: string) =>
    readdirSync(folder, { recursive: true }).filter((name) => !String(name).endsWith(`.pull-${id}`))

  test.each([
    ['other bytes of the same length', bytesOf(weights.length, 'other'), 'checksum-differs'],
    ['fewer bytes', weights.subarray(0, 1000), 'source-unreachable'],
    ['more bytes', Buffer.concat([weights, weights]), 'wrong-size'],
  ])('%s', async (_what, content, refused) => {
    const { url } = await serveModels((request, response) => sendFile(request, response, content))
    const { store, pull } = pullingFrom(url, [model], { pauses: [] })
    expect(await pull()).toMatchObject({ refused })
    expect(await store.installedModels()).toEqual([])
    if (refused !== 'source-unreachable') expect(emptied(store.folder)).toEqual([])
  })

  test('a disk that is full', async () => {
    const { url } = await serveModels((_request, response) => {
      const range = `bytes 0-${weights.length - 1}/${weights.length}`
      response.writeHead(206, { 'content-range': range }).end(weights)
    })
    const { store, pull, part } = pullingFrom(url)
    mkdirSync(join(store.folder, `.pull-${id}`), { recursive: true })
    // A real ENOSPC: the kernel's device that is always full, under the name that is appended to.
    symlinkSync('/dev/full', part)
    writeFileSync(`${part}.json`, JSON.stringify({ url: `${url}/${id}/ggml.bin`, etag: null }))
    expect(await pull()).toMatchObject({ refused: 'disk-full' })
    expect(emptied(store.folder)).toEqual([])
  })

  test('a model larger than the disk, before anything is asked for', async () => {
    const huge = { ...model, files: [{ name: 'ggml.bin', bytes: 2 ** 52, sha256: '0'.repeat(64) }] }
    const { url, asked } = await serveModels(() => undefined)
    expect(await pullingFrom(url, [huge]).pull()).toMatchObject({ refused: 'disk-full' })
    expect(asked).toEqual([])
  })
})

test('an interruption ends it with its own reason, and the next call goes on', async () => {
  const stop = new AbortController()
  const { url, asked } = await serveModels((request, response, number) => {
    if (number > 1) return sendFile(request, response, weights)
    response.writeHead(200, { 'content-length': weights.length, etag: '"one"' })
    response.write(weights.subarray(0, 60_000))
  })
  const { store, pull } = pullingFrom(url)
  const onProgress = (bytes: number) => {
    if (bytes === 60_000) stop.abort(new Error('Ctrl-C'))
  }
  await expect(pull({ signal: stop.signal, onProgress })).rejects.toThrow('Ctrl-C')
  expect(existsSync(join(store.folder, '.lock'))).toBe(false)
  expect(await pull()).toMatchObject({ id })
  expect(asked.at(-1)).toMatchObject({ range: 'bytes=60000-' })
})

describe('addresses', () => {
  test('follows redirects on the same mirror', async () => {
    const { url, asked } = await serveModels((request, response) =>
      request.url?.startsWith('/store')
        ? sendFile(request, response, weights)
        : void response.writeHead(302, { location: '/store/1' }).end(),
    )
    expect(await pullingFrom(url).pull()).toMatchObject({ id })
    expect(asked.map((each) => each.url)).toEqual([`/${id}/ggml.bin`, '/store/1'])
  })

  test('does not follow a mirror to another one in the clear', async () => {
    const other = await serveModels((request, response) => sendFile(request, response, weights))
    const { url } = await serveModels((_request, response) => {
      response.writeHead(302, { location: `${other.url}/x` }).end()
    })
    expect(await pullingFrom(url).pull()).toMatchObject({ refused: 'source-not-allowed' })
    expect(other.asked).toEqual([])
  })

  test('does not follow for ever', async () => {
    const { url, asked } = await serveModels((_request, response) => {
      response.writeHead(302, { location: '/again' }).end()
    })
    expect(await pullingFrom(url).pull()).toMatchObject({ refused: 'source-unreachable' })
    expect(asked).toHaveLength(6)
  })

  test.each(['ftp://mirror.example', 'file:///etc', 'mirror'])('refuses %s', async (mirror) => {
    expect(await pullingFrom(mirror).pull()).toMatchObject({ refused: 'source-not-allowed' })
  })
})

describe('what a person has to say', () => {
  const bound = {
    name: 'HAI-DEF',
    url: 'https://terms.example/',
    textToAccept: 'Read the terms.',
  }

  test('a licence that binds has to be accepted by its name, and it is noted who did', async () => {
    const { url, asked } = await serveModels((request, response) =>
      sendFile(request, response, weights),
    )
    const { pull } = pullingFrom(url, [{ ...model, licence: bound }])
    expect(await pull()).toMatchObject({
      refused: 'licence-not-accepted',
      detail: expect.stringContaining('https://terms.example/'),
    })
    expect(await pull({ acceptance: { licence: 'yes', who: 'jane' } })).toMatchObject({
      refused: 'licence-not-accepted',
    })
    expect(asked).toEqual([])
    const now = () => new Date('2027-01-02T03:04:05Z')
    expect(await pull({ acceptance: { licence: 'HAI-DEF', who: 'jane' }, now })).toMatchObject({
      acceptedLicence: { name: 'HAI-DEF', who: 'jane', when: '2027-01-02T03:04:05.000Z' },
    })
  })

  test('a model without a published hash needs the one that is computed', async () => {
    const { url } = await serveModels((request, response) => sendFile(request, response, weights))
    const files = [{ name: 'ggml.bin', bytes: null, sha256: null }]
    const { store, pull } = pullingFrom(url, [{ ...model, files, verified: false }])
    expect(await pull()).toMatchObject({ refused: 'checksum-unknown' })
    expect(await pull({ trustedSha256: '0'.repeat(64) })).toMatchObject({
      refused: 'checksum-differs',
      detail: expect.stringContaining(sha256Of(weights)),
    })
    expect(readdirSync(store.folder)).toEqual([])
    const trustedSha256 = sha256Of(weights)
    expect(await pull({ trustedSha256 })).toMatchObject({ trustedSha256 })
  })

  test('a hash that is given for a known model has to be right as well', async () => {
    const { url } = await serveModels((request, response) => sendFile(request, response, weights))
    expect(await pullingFrom(url).pull({ trustedSha256: '0'.repeat(64) })).toMatchObject({
      refused: 'checksum-differs',
    })
  })

  test('an id that there is not', async () => {
    const { pull } = pullingFrom('http://127.0.0.1:9')
    expect(await pull({ id: '../../etc' })).toMatchObject({ refused: 'unknown-model' })
  })

  test('a model that the system brings', async () => {
    const system = { ...model, source: null, files: [], systemPackage: 'pocketsphinx-en-us' }
    const { pull } = pullingFrom('http://127.0.0.1:9', [system])
    expect(await pull()).toMatchObject({ refused: 'model-from-system' })
  })
})
