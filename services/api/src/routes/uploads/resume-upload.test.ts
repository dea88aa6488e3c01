import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWav } from '../../../../../tests/support/a-wav.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'
import { createResumableUploads } from './resumable-uploads.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi({ PLUME_MAX_UPLOAD_MB: '1' })
})
afterAll(() => api.close())

const chest = { author: 'doctor', template: 'chest-xray', filename: 'DICT0001.wav' }

function metadata(fields: Readonly<Record<string, string>>): string {
  return Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',')
}

async function ask(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>> = {},
  body?: Uint8Array<ArrayBuffer>,
  login = 'secretary',
) {
  const client = await api.as(login)
  return fetch(api.origin + path, {
    method,
    headers: { ...(await client.headers()), 'tus-resumable': '1.0.0', ...headers },
    ...(body ? { body } : {}),
  })
}

async function create(length: number, fields: Readonly<Record<string, string>> = chest) {
  return ask('POST', '/api/uploads', {
    'upload-length': String(length),
    'upload-metadata': metadata(fields),
  })
}

const send = (path: string, offset: number, bytes: Uint8Array<ArrayBuffer>, login?: string) =>
  ask(
    'PATCH',
    path,
    { 'upload-offset': String(offset), 'content-type': 'application/offset+octet-stream' },
    bytes,
    login,
  )

describe('a resumable upload', () => {
  test('that broke off goes on where it stopped, and becomes the dictation of all its bytes', async () => {
    const wav = aWav(1)
    const created = await create(wav.length)
    expect(created.status).toBe(201)
    const place = created.headers.get('location') ?? ''
    expect((await send(place, 0, wav.slice(0, 10_000))).status).toBe(204)

    const head = await ask('HEAD', place)
    expect(head.headers.get('upload-offset')).toBe('10000')
    const last = await send(place, 10_000, wav.slice(10_000))
    expect(last.status).toBe(204)

    const id = last.headers.get('plume-dictation') ?? ''
    const dictation = await (await api.as('secretary')).dictation(id)
    expect(dictation).toMatchObject({ fileName: 'DICT0001.wav', byteLength: wav.length })
    const [{ sha256 = '' } = {}] = await storedBlobs(id)
    expect(await buffer(await api.needs.blobs.open(sha256))).toEqual(Buffer.from(wav))
    expect(await readdir(join(api.folder, 'uploads'))).toEqual([])
  })

  async function storedBlobs(id: string) {
    return api.database.db.selectFrom('dictations').select('sha256').where('id', '=', id).execute()
  }

  test('is nobody else’s to look at, to go on with, or to end', async () => {
    const place = (await create(1000)).headers.get('location') ?? ''
    expect((await ask('HEAD', place, {}, undefined, 'doctor')).status).toBe(404)
    expect((await send(place, 0, aWav(2).slice(0, 10), 'doctor')).status).toBe(404)
    expect((await ask('DELETE', place, {}, undefined, 'doctor')).status).toBe(404)
    expect((await ask('DELETE', place)).status).toBe(204)
  })

  test.each([
    ['an unknown template', { ...chest, template: 'poem' }, 422, 'unknown-template'],
    ['an unknown author', { ...chest, author: 'nobody' }, 422, 'unknown-author'],
    ['an unknown field', { ...chest, colour: 'red' }, 400, 'invalid-request'],
  ])('is refused at its beginning for %s', async (_name, fields, status, code) => {
    const answer = await create(1000, fields)
    expect([answer.status, (await answer.json()).code]).toEqual([status, code])
  })

  test('is refused at its beginning when it is too large', async () => {
    const answer = await create(2 * 1024 * 1024)
    expect([answer.status, (await answer.json()).code]).toEqual([413, 'upload-too-large'])
  })

  test('that turns out to be no recording is refused at its end, and nothing is kept', async () => {
    const before = await api.dictationsStored()
    const text = new Uint8Array(Buffer.from('ffconcat version 1.0\nfile neighbour.wav\n'.repeat(9)))
    const place = (await create(text.length)).headers.get('location') ?? ''
    const answer = await send(place, 0, text)
    expect([answer.status, (await answer.json()).code]).toEqual([422, 'not-audio'])
    expect(await api.dictationsStored()).toBe(before)
    expect((await ask('HEAD', place)).status).toBe(404)
  })

  test('needs the page’s own token', async () => {
    const answer = await ask('POST', '/api/uploads', {
      'upload-length': '10',
      'x-csrf-token': 'wrong',
    })
    expect(answer.status).toBe(403)
  })

  test('whose last byte came just before the server was killed is not lost', async () => {
    const wav = aWav(3)
    const place = (await create(wav.length)).headers.get('location') ?? ''
    const directory = join(api.folder, 'uploads')
    await writeFile(join(directory, place.split('/').at(-1) ?? ''), wav)
    const before = await api.dictationsStored()
    const again = createResumableUploads(api.needs, { path: '/api/uploads', directory })
    expect(await again.recover()).toBe(1)
    expect(await again.recover()).toBe(0)
    expect(await api.dictationsStored()).toBe(before + 1)
  })
})
