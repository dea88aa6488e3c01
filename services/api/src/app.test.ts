import { Validator } from '@seriousme/openapi-schema-validator'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aWav } from '../../../tests/support/a-wav.ts'
import { Client } from '../../../tests/support/client.ts'
import { password } from '../../../tests/support/people.ts'
import { type RunningApi, startApi } from '../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const chest = { author: 'doctor', template: 'chest-xray', locale: 'en-CA' }
let nextSeed = 0
const freshWav = () => aWav(nextSeed++)

describe('sessions', () => {
  test('answer the same to an unknown login and a wrong password', async () => {
    const client = new Client(api.origin)
    for (const login of ['nobody', 'doctor']) {
      const answer = await client.send('POST', '/api/session', { login, password: 'wrong' })
      expect([answer.status, answer.body.code]).toEqual([401, 'wrong-login'])
    }
  })

  test('end at sign-out', async () => {
    const client = await api.signInAs('other-doctor')
    const { status } = await client.send('DELETE', '/api/session')
    expect(status).toBe(204)
    expect((await client.get('/api/dictations')).body.code).toBe('not-signed-in')
  })

  test('refuse a change without the token, with a wrong one, or from another site', async () => {
    const client = await api.as('secretary')
    const headers = await client.headers()
    const url = '/api/session'
    const { 'x-csrf-token': _token, ...without } = headers
    const wrong = { ...headers, 'x-csrf-token': 'wrong' }
    const foreign = { ...headers, origin: 'https://elsewhere.example' }
    for (const attempt of [without, wrong, foreign]) {
      const answer = await api.app.inject({ method: 'DELETE', url, headers: attempt })
      expect([answer.statusCode, answer.json().code]).toEqual([403, 'csrf-refused'])
    }
    expect((await client.get('/api/session')).status).toBe(200)
  })

  test('slow down guessing', async () => {
    const client = new Client(api.origin)
    let last = 0
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const wrong = { login: 'guessed', password: 'wrong' }
      last = (await client.send('POST', '/api/session', wrong)).status
    }
    expect(last).toBe(429)
  })

  test('live in a cookie that scripts cannot read and other sites cannot send', async () => {
    const answer = await api.app.inject({
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
    const description = (await api.app.inject('/api/openapi.json')).json()
    const routes = Object.entries<object>(description.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    )
    expect(routes.length).toBeGreaterThan(20)
    for (const route of routes.filter((each) => !open.has(each))) {
      const [method = '', path = ''] = route.split(' ')
      const url = path.replace('{id}', id).replace('{number}', '1')
      const answer = await api.app.inject({ method: method as 'GET', url })
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
    ['secretary', 'GET', '/api/service/engines'],
    ['doctor', 'GET', '/api/service/engines'],
    ['secretary', 'POST', '/api/reports/00000000-0000-4000-8000-000000000000/sign'],
  ])('a %s may not %s %s', async (role, method, path) => {
    const client = await api.as(role)
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
    const { status, body } = await (await api.as('secretary')).get(path)
    expect([status, body.code]).toEqual([404, code])
  })

  test('an id that is no id is a wrong request, without repeating it', async () => {
    const { status, body } = await (await api.as('secretary')).get('/api/reports/jane-roe')
    expect([status, body.code]).toEqual([400, 'invalid-request'])
    expect(JSON.stringify(body)).not.toContain('jane-roe')
  })

  test('a query nobody knows is a wrong request', async () => {
    const { status } = await (await api.as('secretary')).get('/api/reports?colour=red')
    expect(status).toBe(400)
  })
})

test('the OpenAPI description is valid, is version 3.1, and names every error code', async () => {
  const description = (await api.app.inject('/api/openapi.json')).json()
  const result = await new Validator().validate(description)
  expect(result.errors).toBeUndefined()
  expect(description.openapi).toBe('3.1.0')
  expect(JSON.stringify(description)).toContain('claimed-by-another')
})

test('health says whether there is a worker, to anybody, and nothing else', async () => {
  const answer = await api.app.inject('/api/health')
  expect(answer.json()).toEqual({ status: 'degraded', database: true, workers: [] })
})

test('pages and answers carry the headers that keep others out', async () => {
  const { headers } = await api.app.inject('/api/health')
  expect(headers['content-security-policy']).toContain("default-src 'self'")
  expect(headers['cache-control']).toBe('no-store')
  expect(headers['x-content-type-options']).toBe('nosniff')
})

test('a patient’s name is in no log line, whatever was asked with it', async () => {
  const name = 'Zebediah Canary'
  const client = await api.as('secretary')
  await client.upload(freshWav(), { ...chest, patient: { id: name, name } }, `${name}.wav`)
  await client.upload(freshWav(), { ...chest, patient: { name } })
  await client.get(`/api/reports?patientId=${encodeURIComponent(name)}`)
  await client.get(`/api/reports/${encodeURIComponent(name)}`)
  await client.get(`/api/${encodeURIComponent(name)}`)
  await client.send('POST', '/api/session', { login: name, password: name })
  expect(api.logged()).toContain('"route":"/api/dictations"')
  expect(decodeURIComponent(api.logged().replaceAll('%', '%25'))).not.toMatch(/canary/i)
})
