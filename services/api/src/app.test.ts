import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { type ErrorCode, errorCatalogue, errorReply } from '@plume/contracts'
import { Validator } from '@seriousme/openapi-schema-validator'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWav } from '../../../tests/support/a-wav.ts'
import { Client } from '../../../tests/support/client.ts'
import { makePeople, password } from '../../../tests/support/people.ts'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/test-database.ts'
import { buildApp } from './app.ts'
import { buildNeeds } from './build-needs.ts'
import { loadConfig } from './config.ts'

let house: TestDatabase
let folder: string
let app: FastifyInstance
let origin: string
let closeNeeds: () => Promise<void>
let logged = ''

beforeAll(async () => {
  house = await createTestDatabase()
  await makePeople(house.database)
  folder = await mkdtemp(join(tmpdir(), 'plume-api-'))
  const config = loadConfig({ PLUME_DATA_DIR: folder, PLUME_MAX_UPLOAD_MB: '1' })
  const built = await buildNeeds(config, house.database)
  closeNeeds = built.close
  const lines = new Writable({
    write(chunk, _encoding, done) {
      logged += String(chunk)
      done()
    },
  })
  app = await buildApp(built.needs, { logger: pino({ level: 'trace' }, lines) })
  origin = await app.listen({ host: '127.0.0.1', port: 0 })
})
afterAll(async () => {
  await closeNeeds()
  await app.close()
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

const chest = { author: 'doctor', template: 'chest-xray', locale: 'en-CA' }
let nextSeed = 0
const freshWav = () => aWav(nextSeed++)

const signedIn = new Map<string, Promise<Client>>()

/** One session for each person: signing in again and again would look like guessing. */
function as(login: string): Promise<Client> {
  const known = signedIn.get(login) ?? signInAs(login)
  signedIn.set(login, known)
  return known
}

async function signInAs(login: string): Promise<Client> {
  const client = new Client(origin)
  await client.signIn(login, password)
  return client
}

async function storedFiles(): Promise<readonly string[]> {
  const entries = await readdir(join(folder, 'blobs'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

async function dictationsStored(): Promise<number> {
  return (await (await as('secretary')).worklist()).total
}

describe('receiving', () => {
  test('answers 201 with an id and a place, and 200 with the same id for the same bytes', async () => {
    const client = await as('secretary')
    const wav = freshWav()
    const first = await client.upload(wav, { ...chest, patient: { id: 'MRN-1' } })
    expect(first).toMatchObject({
      status: 201,
      body: { status: 'received', template: 'chest-xray' },
    })
    const second = await client.upload(wav, { ...chest, priority: 'stat' })
    expect(second).toMatchObject({ status: 200, body: { id: first.body.id, priority: 'routine' } })
    expect(await client.dictation(first.body.id)).toEqual(first.body)
  })

  test('takes a doctor as the author of what the doctor sends', async () => {
    const client = await as('doctor')
    const { status, body } = await client.upload(freshWav(), { template: 'chest-xray' })
    expect([status, body.authorName]).toEqual([201, 'Test doctor'])
  })

  test('keeps no path of an uploaded name', async () => {
    const client = await as('secretary')
    const { body } = await client.upload(freshWav(), chest, '../../etc/passwd')
    expect(body.fileName).toBe('passwd')
  })

  const text = new Uint8Array(Buffer.from('ffconcat version 1.0\nfile neighbour.wav\n'.repeat(3)))
  test.each<[string, ErrorCode, Uint8Array<ArrayBuffer>, object]>([
    ['an empty file', 'empty-upload', new Uint8Array(0), chest],
    ['ten bytes', 'not-audio', new Uint8Array(10), chest],
    ['text named .wav', 'not-audio', text, chest],
    ['a file over the limit', 'upload-too-large', aWav(9999, 40), chest],
    ['an unknown template', 'unknown-template', aWav(9998), { ...chest, template: 'poem' }],
    ['a template in another language', 'invalid-request', aWav(9997), { ...chest, locale: 'xx' }],
    ['an unknown author', 'unknown-author', aWav(9996), { ...chest, author: 'nobody' }],
    ['a secretary as author', 'unknown-author', aWav(9995), { ...chest, author: 'secretary' }],
    ['no author', 'unknown-author', aWav(9994), { template: 'chest-xray' }],
    [
      'a patient without an id',
      'invalid-request',
      aWav(9993),
      { ...chest, patient: { name: 'X' } },
    ],
    ['an unknown part', 'invalid-request', aWav(9992), { ...chest, colour: 'red' }],
    ['an unknown priority', 'invalid-request', aWav(9991), { ...chest, priority: 'soon' }],
  ])('refuses %s with %s and keeps nothing of it', async (_name, code, bytes, fields) => {
    const before = [await dictationsStored(), (await storedFiles()).length]
    const client = await as('secretary')
    const { status, body } = await client.upload(bytes, { ...chest, ...fields, ...pick(fields) })
    expect(errorReply.parse(body).code).toBe(code)
    expect(status).toBe(errorCatalogue[code].status)
    expect([await dictationsStored(), (await storedFiles()).length]).toEqual(before)
  })

  /** Fields that a row leaves out on purpose. */
  function pick(fields: object) {
    return 'author' in fields ? {} : { author: undefined }
  }

  test('refuses a declared two gigabytes without reading them', async () => {
    const client = await as('secretary')
    const answer = await app.inject({
      method: 'POST',
      url: '/api/dictations',
      headers: {
        ...(await client.headers()),
        'content-type': 'multipart/form-data; boundary=x',
        'content-length': String(2 * 1024 ** 3),
      },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([413, 'upload-too-large'])
  })

  test('refuses a body that is no form', async () => {
    const client = await as('secretary')
    const answer = await client.send('POST', '/api/dictations', { audio: 'x' })
    expect([answer.status, answer.body.code]).toEqual([415, 'wrong-content-type'])
  })

  test('keeps nothing of an upload that breaks off', async () => {
    const before = [await dictationsStored(), (await storedFiles()).length]
    const client = await as('secretary')
    const broken = new AbortController()
    const sending = fetch(`${origin}/api/dictations`, {
      method: 'POST',
      headers: { ...(await client.headers()), 'content-type': 'multipart/form-data; boundary=x' },
      body: new ReadableStream({
        start(controller) {
          const head = Object.entries(chest).map(
            ([name, value]) =>
              `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
          )
          const file =
            '--x\r\ncontent-disposition: form-data; name="audio"; filename="a.wav"\r\n\r\n'
          controller.enqueue(Buffer.from(head.join('') + file))
          controller.enqueue(aWav(777))
          setTimeout(() => broken.abort(), 200)
        },
      }),
      signal: broken.signal,
      ...{ duplex: 'half' },
    })
    await expect(sending).rejects.toThrow()
    await expect
      .poll(async () => [await dictationsStored(), (await storedFiles()).length])
      .toEqual(before)
  })
})

describe('sessions', () => {
  test('answer the same to an unknown login and a wrong password', async () => {
    const client = new Client(origin)
    for (const login of ['nobody', 'doctor']) {
      const answer = await client.send('POST', '/api/session', { login, password: 'wrong' })
      expect([answer.status, answer.body.code]).toEqual([401, 'wrong-login'])
    }
  })

  test('end at sign-out', async () => {
    const client = await signInAs('other-doctor')
    const { status } = await client.send('DELETE', '/api/session')
    expect(status).toBe(204)
    expect((await client.get('/api/dictations')).body.code).toBe('not-signed-in')
  })

  test('refuse a change without the token, with a wrong one, or from another site', async () => {
    const client = await as('secretary')
    const headers = await client.headers()
    const url = '/api/session'
    const { 'x-csrf-token': _token, ...without } = headers
    const wrong = { ...headers, 'x-csrf-token': 'wrong' }
    const foreign = { ...headers, origin: 'https://elsewhere.example' }
    for (const attempt of [without, wrong, foreign]) {
      const answer = await app.inject({ method: 'DELETE', url, headers: attempt })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'csrf-refused'])
    }
    expect((await client.get('/api/session')).status).toBe(200)
  })

  test('slow down guessing', async () => {
    const client = new Client(origin)
    let last = 0
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const wrong = { login: 'guessed', password: 'wrong' }
      last = (await client.send('POST', '/api/session', wrong)).status
    }
    expect(last).toBe(429)
  })

  test('live in a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/api/session',
      payload: { login: 'doctor', password },
    })
    const cookie = String(answer.headers['set-cookie'])
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Strict/)
  })
})

describe('policies', () => {
  test('let nobody in without a session but where a route says so', async () => {
    const open = new Set(['POST /api/session', 'GET /api/health', 'GET /api/openapi.json'])
    const id = '00000000-0000-4000-8000-000000000000'
    const description = (await app.inject('/api/openapi.json')).json()
    const routes = Object.entries<object>(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(routes.length).toBeGreaterThan(20)
    for (const route of routes.filter((each) => !open.has(each))) {
      const [method = '', path = ''] = route.split(' ')
      const url = path.replace('{id}', id).replace('{number}', '1')
      const answer = await app.inject({ method: method as 'GET', url })
      expect([route, answer.statusCode]).toEqual([route, 401])
    }
  })

  test('stop the start when a route declares none', async () => {
    const { Fastify } = { Fastify: (await import('fastify')).default }
    const { guardSessions } = await import('./session-guard.ts')
    const bare = Fastify()
    guardSessions(bare, {} as never)
    expect(() => bare.get('/api/forgotten', () => '')).toThrow('declares no policy')
  })

  test.each([
    ['administrator', 'POST', '/api/dictations'],
    ['administrator', 'GET', '/api/reports'],
    ['secretary', 'POST', '/api/reports/00000000-0000-4000-8000-000000000000/sign'],
  ])('a %s may not %s %s', async (role, method, path) => {
    const client = await as(role)
    const answer = await client.send(method, path, method === 'POST' ? { version: 1 } : undefined)
    expect([answer.status, answer.body.code]).toEqual([403, 'not-allowed'])
  })
})

describe('what does not exist', () => {
  test.each([
    ['/api/dictations/00000000-0000-4000-8000-000000000000', 'dictation-not-found'],
    ['/api/reports/00000000-0000-4000-8000-000000000000', 'report-not-found'],
    ['/api/nothing', 'route-not-found'],
  ])('%s is %s', async (path, code) => {
    const { status, body } = await (await as('secretary')).get(path)
    expect([status, body.code]).toEqual([404, code])
  })

  test('an id that is no id is a wrong request, without repeating it', async () => {
    const { status, body } = await (await as('secretary')).get('/api/reports/jane-roe')
    expect([status, body.code]).toEqual([400, 'invalid-request'])
    expect(JSON.stringify(body)).not.toContain('jane-roe')
  })

  test('a query nobody knows is a wrong request', async () => {
    const { status } = await (await as('secretary')).get('/api/reports?colour=red')
    expect(status).toBe(400)
  })
})

test('the OpenAPI description is valid, is version 3.1, and names every error code', async () => {
  const description = (await app.inject('/api/openapi.json')).json()
  const result = await new Validator().validate(description)
  expect(result.errors).toBeUndefined()
  expect(description.openapi).toBe('3.1.0')
  expect(JSON.stringify(description)).toContain('claimed-by-another')
})

test('health says whether there is a worker, to anybody, and nothing else', async () => {
  const answer = await app.inject('/api/health')
  expect(answer.json()).toEqual({ status: 'degraded', database: true, workers: [] })
})

test('pages and answers carry the headers that keep others out', async () => {
  const { headers } = await app.inject('/api/health')
  expect(headers['content-security-policy']).toContain("default-src 'self'")
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('a patient’s name is in no log line, whatever was asked with it', async () => {
  const name = 'Zebediah Canary'
  const client = await as('secretary')
  await client.upload(freshWav(), { ...chest, patient: { id: name, name } }, `${name}.wav`)
  await client.upload(freshWav(), { ...chest, patient: { name } })
  await client.get(`/api/reports?patientId=${encodeURIComponent(name)}`)
  await client.get(`/api/reports/${encodeURIComponent(name)}`)
  await client.get(`/api/${encodeURIComponent(name)}`)
  await client.send('POST', '/api/session', { login: name, password: name })
  expect(logged).toContain('"route":"/api/dictations"')
  expect(decodeURIComponent(logged.replaceAll('%', '%25'))).not.toMatch(/canary/i)
})
