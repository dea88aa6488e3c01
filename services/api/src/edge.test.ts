import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { errorReply } from '@plume/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { password } from '../../../tests/support/people.ts'
import { type RunningApi, startApi } from '../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

/** Sends bytes as they are, and reads until the server hangs up. */
async function raw(bytes: string): Promise<string> {
  const socket = connect(Number(new URL(api.origin).port), '127.0.0.1')
  socket.write(bytes)
  return text(socket)
}

describe('requests that no program of ours sends', () => {
  test.each(['/%zz', '/api/reports/%00', '/%2e%2e/%2e%2e/etc/passwd', '/assets/%00', '//', '/api'])(
    '%s is refused in the usual form, and not repeated',
    async (path) => {
      const answer = await raw(`GET ${path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n`)
      const [head = '', body = ''] = answer.split('\r\n\r\n')
      expect(head).toMatch(/^HTTP\/1\.1 4\d\d /)
      expect(errorReply.parse(JSON.parse(body)).code).toMatch(/^(invalid|route|not-signed)/)
      expect(body).not.toContain(path.slice(1) || path)
    },
  )

  test('what is no HTTP is answered, and is in no log', async () => {
    const answer = await raw('Patient: Zebediah Canary\r\n\r\n')
    expect(answer).toMatch(/^HTTP\/1\.1 400 /)
    expect(api.logged()).not.toMatch(/Zebediah/)
  })

  test('a text too long to save is too large, not wrong', async () => {
    const client = await api.as('secretary')
    const id = '00000000-0000-4000-8000-000000000000'
    const answer = await client.send('PUT', `/api/reports/${id}/text`, {
      text: 'x'.repeat(9 * 1024 * 1024),
    })
    expect([answer.status, answer.body.code]).toEqual([413, 'request-too-large'])
  })

  test('a body that is no JSON is a wrong request', async () => {
    const client = await api.as('secretary')
    const answer = await client.fetch('POST', '/api/session', '{', {
      'content-type': 'application/json',
    })
    expect([answer.status, (await answer.json()).code]).toEqual([400, 'invalid-request'])
  })
})

describe('who asks', () => {
  test('is not whoever a caller claims to be: guessing is slowed all the same', async () => {
    const statuses: number[] = []
    for (let attempt = 0; attempt < 12; attempt += 1) {
      const { statusCode } = await api.app.inject({
        method: 'POST',
        url: '/api/session',
        headers: { 'x-forwarded-for': `10.0.0.${attempt}` },
        payload: { login: 'forwarded', password: 'wrong' },
      })
      statuses.push(statusCode)
    }
    expect(statuses.at(-1)).toBe(429)
  })

  test('is believed of the proxy that the site names', async () => {
    const behindProxy = await startApi({ PLUME_TRUST_PROXY: '127.0.0.1' })
    try {
      const statuses = new Set<number>()
      for (let attempt = 0; attempt < 12; attempt += 1) {
        const { statusCode } = await behindProxy.app.inject({
          method: 'POST',
          url: '/api/session',
          // The left-most is what the caller says; the proxy adds where it really comes from.
          headers: { 'x-forwarded-for': `10.0.0.${attempt}, 192.0.2.7` },
          payload: { login: 'forwarded', password: 'wrong' },
        })
        statuses.add(statusCode)
      }
      expect([...statuses]).toEqual([401, 429])
    } finally {
      await behindProxy.close()
    }
  })

  test('needs the token of their own session, not of another', async () => {
    const [doctor, secretary] = [await api.as('doctor'), await api.as('secretary')]
    const answer = await api.app.inject({
      method: 'DELETE',
      url: '/api/session',
      headers: {
        ...(await doctor.headers()),
        'x-csrf-token': (await secretary.headers())['x-csrf-token'],
      },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([403, 'csrf-refused'])
  })

  test('gets a cookie that only this host can have set, where there is HTTPS', async () => {
    const secure = await startApi({ PLUME_PUBLIC_ORIGIN: 'https://plume.example' })
    try {
      const answer = await secure.app.inject({
        method: 'POST',
        url: '/api/session',
        payload: { login: 'doctor', password },
      })
      const cookie = String(answer.headers['set-cookie'])
      expect(cookie).toMatch(/^__Host-plume=.*; Secure/)
      expect(answer.headers['strict-transport-security']).toBeDefined()
    } finally {
      await secure.close()
    }
  })
})
