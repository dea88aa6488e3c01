import { errorReply } from '@plume/contracts'
import { type Answer, localProblem, serverProblem } from './problem.ts'

/** What a zod schema can do, as far as calls need it. */
type Reader<Value> = {
  safeParse(
    input: unknown,
  ): { readonly success: true; readonly data: Value } | { readonly success: false }
}

export type Call<Value> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  readonly path: string
  readonly reads: Reader<Value>
  readonly json?: object
  readonly signal?: AbortSignal
}

export type CallServer = <Value>(call: Call<Value>) => Promise<Answer<Value>>

/** Reads an answer that has nothing in it worth reading. */
export const nothing: Reader<null> = { safeParse: () => ({ success: true, data: null }) }

type Page = { csrfToken(): string | null; idleSeconds(): number }

export function createCallServer(needs: {
  readonly csrfToken: () => string | null
  /** Fetches the token anew; false if the session is gone or somebody else's. */
  readonly renewToken: () => Promise<boolean>
  /** For how long nobody has touched the page: the server counts only people's use of a session. */
  readonly idleSeconds: () => number
  /** The server no longer knows who is asking. */
  readonly onSessionEnded: () => void
}): CallServer {
  return async function callServer(call) {
    const answer = await ask(call, needs)
    if ('value' in answer) return answer
    if (answer.problem.code === 'not-signed-in') needs.onSessionEnded()
    // Another tab of the same browser began a new session, and so a new token.
    const isOldToken = answer.problem.code === 'csrf-refused' && (await needs.renewToken())
    return isOldToken ? ask(call, needs) : answer
  }
}

async function ask<Value>(call: Call<Value>, page: Page): Promise<Answer<Value>> {
  const response = await send(call, page)
  if ('problem' in response) return response
  const body = await readBody(response)
  if (!response.ok) return readProblem(body)
  const read = call.reads.safeParse(body)
  return read.success ? { value: read.data } : localProblem('unreadable-answer')
}

async function send<Value>(call: Call<Value>, page: Page) {
  const csrfToken = page.csrfToken()
  const headers = new Headers({ accept: 'application/json' })
  headers.set('x-plume-idle', String(page.idleSeconds()))
  if (call.json) headers.set('content-type', 'application/json')
  if (call.method !== 'GET' && csrfToken) headers.set('x-csrf-token', csrfToken)
  try {
    return await fetch(call.path, {
      method: call.method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(call.json ? { body: JSON.stringify(call.json) } : {}),
      ...(call.signal ? { signal: call.signal } : {}),
    })
  } catch {
    return localProblem(call.signal?.aborted ? 'cancelled' : 'server-unreachable')
  }
}

async function readBody(response: Response): Promise<unknown> {
  try {
    const text = await response.text()
    return text === '' ? null : JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Anything that is not Plume's own error shape (a proxy's page, say) is unreadable. */
export function readProblem(body: unknown) {
  const reply = errorReply.safeParse(body)
  return reply.success ? serverProblem(reply.data) : localProblem('unreadable-answer')
}
