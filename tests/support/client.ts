import { readFile } from 'node:fs/promises'
import type {
  DictationReply,
  ErrorReply,
  ReportReply,
  SessionReply,
  WorklistReply,
} from '@plume/contracts'

export type UploadFields = {
  readonly author?: string | undefined
  readonly template: string
  readonly locale?: string
  readonly priority?: string
  readonly workType?: string
  readonly patient?: object
}

export type Answer<Body> = { readonly status: number; readonly body: Body & Partial<ErrorReply> }

/** A person at the API: keeps the session cookie and the CSRF token, as a browser would. */
export class Client {
  #cookies = new Map<string, string>()
  #csrfToken = ''
  readonly origin: string

  constructor(origin: string) {
    this.origin = origin
  }

  async signIn(login: string, password: string): Promise<SessionReply> {
    const { body } = await this.send<SessionReply>('POST', '/api/session', { login, password })
    this.#csrfToken = body.csrfToken
    return body
  }

  get<Body>(path: string): Promise<Answer<Body>> {
    return this.send<Body>('GET', path)
  }

  async text(path: string): Promise<string> {
    return (await this.fetch('GET', path)).text()
  }

  async send<Body>(method: string, path: string, json?: object): Promise<Answer<Body>> {
    const answer = await this.fetch(method, path, json ? JSON.stringify(json) : undefined, {
      ...(json ? { 'content-type': 'application/json' } : {}),
    })
    const text = await answer.text()
    return { status: answer.status, body: JSON.parse(text === '' ? '{}' : text) }
  }

  async upload(
    audio: string | Uint8Array<ArrayBuffer>,
    fields: UploadFields,
    fileName = 'dictation.wav',
  ): Promise<Answer<DictationReply>> {
    const form = new FormData()
    for (const [name, value] of Object.entries(fields)) {
      if (value === undefined) continue
      form.set(name, typeof value === 'string' ? value : JSON.stringify(value))
    }
    const bytes = typeof audio === 'string' ? new Uint8Array(await readFile(audio)) : audio
    form.set('audio', new Blob([bytes]), fileName)
    const answer = await this.fetch('POST', '/api/dictations', form)
    return { status: answer.status, body: JSON.parse(await answer.text()) }
  }

  async dictation(id: string): Promise<DictationReply> {
    return (await this.get<DictationReply>(`/api/dictations/${id}`)).body
  }

  async worklist(query = ''): Promise<WorklistReply> {
    return (await this.get<WorklistReply>(`/api/dictations?${query}`)).body
  }

  async report(id: string): Promise<ReportReply> {
    return (await this.get<ReportReply>(`/api/reports/${id}`)).body
  }

  /** What proves who is asking, for requests made in another way. */
  async headers(): Promise<Record<string, string>> {
    return { cookie: this.#cookieHeader(), 'x-csrf-token': this.#csrfToken }
  }

  #cookieHeader(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  async fetch(
    method: string,
    path: string,
    body?: string | FormData,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const answer = await fetch(this.origin + path, {
      method,
      headers: {
        cookie: this.#cookieHeader(),
        origin: this.origin,
        ...(this.#csrfToken ? { 'x-csrf-token': this.#csrfToken } : {}),
        ...headers,
      },
      ...(body === undefined ? {} : { body }),
    })
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
      this.#cookies.set(name, value)
    }
    return answer
  }
}
