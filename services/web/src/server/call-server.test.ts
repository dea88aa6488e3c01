import { errorCatalogue } from '@plume/contracts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Call, createCallServer } from './call-server.ts'

type Seen = { readonly path: string; readonly token: string | null }

function refusal(code: keyof typeof errorCatalogue): Response {
  const { status, en, fr } = errorCatalogue[code]
  return Response.json({ code, message: { en, fr }, requestId: 'r-1' }, { status })
}

const change: Call<unknown> = {
  method: 'POST',
  path: '/api/x',
  reads: { safeParse: (data) => ({ success: true, data }) },
  json: {},
}

/** A caller whose server gives these answers, one after the other. */
function aCaller(answers: readonly (Response | Error)[], renews = true) {
  const seen: Seen[] = []
  const waiting = [...answers]
  let token = 'old'
  const ended = vi.fn()
  vi.stubGlobal('fetch', async (path: string, { headers }: { headers: Headers }) => {
    seen.push({ path, token: headers.get('x-csrf-token') })
    const answer = waiting.shift()
    if (!answer || answer instanceof Error) throw answer
    return answer
  })
  const call = createCallServer({
    idleSeconds: () => 5,
    csrfToken: () => token,
    onSessionEnded: ended,
    async renewToken() {
      token = 'new'
      return renews
    },
  })
  return { call, seen, ended }
}

afterEach(() => vi.unstubAllGlobals())

describe('calling the server', () => {
  it('renews an old token once and tries again', async () => {
    const { call, seen } = aCaller([refusal('csrf-refused'), Response.json({ fine: true })])
    expect(await call(change)).toEqual({ value: { fine: true } })
    expect(seen.map(({ token }) => token)).toEqual(['old', 'new'])
  })

  it('does not try again in somebody else’s session', async () => {
    const { call, seen } = aCaller([refusal('csrf-refused')], false)
    expect(await call(change)).toMatchObject({ problem: { code: 'csrf-refused' } })
    expect(seen).toHaveLength(1)
  })

  it('tells when the session has ended', async () => {
    const { call, ended } = aCaller([refusal('not-signed-in')])
    await call(change)
    expect(ended).toHaveBeenCalledOnce()
  })

  it.each([
    ['no server', new TypeError('fetch failed'), 'server-unreachable'],
    ['a page of a proxy', new Response('<html>', { status: 502 }), 'unreadable-answer'],
    ['an empty error', new Response('', { status: 500 }), 'unreadable-answer'],
  ])('turns %s into a problem, not an exception', async (_what, answer, code) => {
    const { call } = aCaller([answer])
    expect(await call(change)).toEqual({ problem: { code, requestId: null } })
  })

  it('sends no token with a read', async () => {
    const { call, seen } = aCaller([Response.json(null)])
    await call({ ...change, method: 'GET' })
    expect(seen[0]?.token).toBeNull()
  })
})
