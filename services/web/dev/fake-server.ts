/**
 * DEVELOPMENT ONLY. A stand-in for the API, with invented data in memory, to look at the pages
 * without a database: `tsx services/web/dev/fake-server.ts`, then sign in as "secretary" or "doctor"
 * with any password. Nothing of it is built into the workstation.
 */
import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { extname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { DictationReply, ErrorCode, ReportReply, UserReply } from '@plume/contracts'
import { errorCatalogue } from '@plume/contracts'
import type { ReportText } from '@plume/transcript'
import { dictations, recognition, reports, templates, users } from './fake-data.ts'
import { aToneWav } from './tone-wav.ts'

const dist = fileURLToPath(new URL('../dist/', import.meta.url))
const port = 8791
const policy =
  "default-src 'self'; style-src 'self'; script-src 'self'; media-src 'self' blob:; img-src 'self' data:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'"

let user: UserReply | null = null
let sessionEnded = false
let failSaves = 0
const streams = new Set<ServerResponse>()
const versions = new Map<
  string,
  { number: number; by: UserReply | null; at: string; text: ReportText }[]
>()
for (const report of reports.values()) {
  versions.set(
    report.id,
    Array.from({ length: report.currentVersion }, (_, index) => ({
      number: index + 1,
      by: index === 0 ? null : (users[0] ?? null),
      at: report.version.savedAt,
      text: report.text,
    })),
  )
}

createServer((request, response) => {
  answer(request, response).catch((error: unknown) => {
    response.writeHead(500).end(String(error))
  })
}).listen(port, '127.0.0.1')

async function answer(request: IncomingMessage, response: ServerResponse) {
  response.setHeader('content-security-policy', policy)
  const url = new URL(request.url ?? '/', 'http://plume.local')
  if (!url.pathname.startsWith('/api/')) return sendFile(url.pathname, response)
  const route = `${request.method} ${url.pathname}`
  if (route === 'POST /api/dictations') return receive(request, response)
  const body: unknown = JSON.parse((await text(request)) || 'null')
  const json = (value: unknown, status = 200) => sendJson(response, value, status)
  const refuse = (code: ErrorCode) =>
    json({ code, message: errorCatalogue[code], requestId: 'req-1' }, errorCatalogue[code].status)

  // Switches for trying things out.
  if (route === 'POST /api/fake/end-session') {
    sessionEnded = true
    return json({})
  }
  if (route === 'POST /api/fake/fail-saves') {
    failSaves = Number(url.searchParams.get('count'))
    return json({})
  }
  if (route === 'GET /api/health') {
    return json({
      status: 'ok',
      database: true,
      workers: [
        {
          id: 'w1',
          engines: [
            { engine: 'pocketsphinx', model: 'en-us', demonstrationOnly: true, languages: ['en'] },
          ],
        },
      ],
    })
  }
  if (route === 'POST /api/session') {
    const { login, password } = body as { login: string; password: string }
    const found = users.find((one) => one.login === login)
    if (!found || password === 'wrong') return refuse('wrong-login')
    user = found
    sessionEnded = false
    return json({ user, csrfToken: 'token' })
  }
  if (!user || sessionEnded) return refuse('not-signed-in')
  if (route === 'GET /api/session') return json({ user, csrfToken: 'token' })
  if (route === 'DELETE /api/session') {
    user = null
    return json(null)
  }
  if (route === 'GET /api/users') return json({ items: users })
  if (route === 'GET /api/templates') return json({ items: templates })
  if (route === 'GET /api/dictations') return json(worklist(url.searchParams))
  if (route === 'GET /api/events') {
    response.writeHead(200, { 'content-type': 'text/event-stream' })
    response.write(': hello\n\n')
    streams.add(response)
    response.on('close', () => streams.delete(response))
    return undefined
  }
  const [, , area, key = '', part, number] = url.pathname.split('/')
  if (area === 'dictations') {
    if (part === 'audio') return sendAudio(request, response)
    if (part === 'recording') {
      return json({
        facts: {
          container: 'wav',
          codec: 'pcm_s16le',
          durationMs: 24_000,
          sampleRateHz: 8000,
          channels: 1,
          narrowband: true,
          possiblyTruncated: false,
          silent: false,
          decoder: 'built-in',
        },
        peaks: Array.from(
          { length: 800 },
          (_, at) => Math.abs(Math.sin(at / 9) * Math.cos(at / 41)) * 0.8 + 0.05,
        ),
        recognition,
        playable: true,
      })
    }
    if (part === 'retry') {
      change(key, (dictation) => ({ ...dictation, status: 'queued', failureReason: null }))
      return json(null, 202)
    }
  }
  const report = reports.get(key)
  if (area !== 'reports' || !report) return refuse('report-not-found')
  const list = versions.get(report.id) ?? []
  const summary = (at: number) => {
    const version = list[at - 1]
    return {
      number: at,
      kind: at === 1 ? 'machine' : 'edit',
      savedBy: version?.by?.id ?? null,
      savedByName: version?.by?.displayName ?? null,
      savedAt: version?.at ?? report.version.savedAt,
      hash: 'f'.repeat(64),
    }
  }
  const setReport = (next: Partial<ReportReply>) => {
    const changed = { ...report, ...next }
    reports.set(report.id, changed)
    tell('report', report.id)
    const { status, currentVersion, claimedBy, claimedByName } = changed
    return json({ status, currentVersion, claimedBy, claimedByName })
  }
  switch (`${request.method} ${part ?? ''}`) {
    case 'GET ':
      if (url.searchParams.get('format') === 'text') return response.end(report.text.title)
      return json({ ...report, version: summary(report.currentVersion) })
    case 'GET versions':
      if (!number) return json({ items: list.map((version) => summary(version.number)) })
      return json({
        ...report,
        text: list[Number(number) - 1]?.text,
        version: summary(Number(number)),
      })
    case 'POST claim': {
      const { takeOver } = body as { takeOver: boolean }
      if (report.claimedBy && report.claimedBy !== user.id && !takeOver)
        return refuse('claimed-by-another')
      return setReport({ status: 'in-review', claimedBy: user.id, claimedByName: user.displayName })
    }
    case 'DELETE claim':
      return setReport({ status: 'draft', claimedBy: null, claimedByName: null })
    case 'PUT text': {
      const save = body as { baseVersion: number; text: ReportText }
      if (failSaves > 0) {
        failSaves -= 1
        return refuse('database-unreachable')
      }
      if (report.claimedBy !== user.id) return refuse('claimed-by-another')
      if (save.baseVersion !== report.currentVersion) return refuse('stale-version')
      const at = new Date().toISOString()
      list.push({ number: report.currentVersion + 1, by: user, at, text: save.text })
      return setReport({ currentVersion: report.currentVersion + 1, text: save.text })
    }
    case 'POST finalise':
      if (JSON.stringify(report.text).includes('"kind":"blank"')) return refuse('blank-left')
      return setReport({ status: 'finalised', claimedBy: null, claimedByName: null })
    case 'POST reopen':
      return setReport({ status: 'in-review', claimedBy: user.id, claimedByName: user.displayName })
    case 'POST sign':
      return setReport({
        status: 'signed',
        signature: {
          by: user.id,
          byName: user.displayName,
          at: new Date().toISOString(),
          version: report.currentVersion,
          hash: 'f'.repeat(64),
        },
      })
    case 'POST addenda': {
      const at = new Date().toISOString()
      const { text: added } = body as { text: string }
      const addendum = {
        by: user.id,
        at,
        text: [{ text: added, source: { kind: 'typed', by: user.id, at } as const }],
      }
      const next = { ...report.text, addenda: [...report.text.addenda, addendum] }
      list.push({ number: report.currentVersion + 1, by: user, at, text: next })
      return setReport({
        status: 'addended',
        currentVersion: report.currentVersion + 1,
        text: next,
      })
    }
    default:
      return refuse('route-not-found')
  }
}

function worklist(query: URLSearchParams) {
  const withReports = dictations.map((dictation): DictationReply => {
    const report = [...reports.values()].find((one) => one.dictationId === dictation.id)
    return report
      ? {
          ...dictation,
          report: {
            id: report.id,
            status: report.status,
            version: report.currentVersion,
            claimedByName: report.claimedByName,
          },
        }
      : dictation
  })
  const items = withReports.filter(
    (one) =>
      matches(query, 'status', one.status) &&
      matches(query, 'reportStatus', one.report?.status) &&
      matches(query, 'priority', one.priority) &&
      matches(query, 'authorId', one.authorId),
  )
  return { items, total: items.length, page: 1, pageSize: 50 }
}

function matches(query: URLSearchParams, name: string, value: string | undefined): boolean {
  return !query.has(name) || query.get(name) === value
}

async function receive(request: IncomingMessage, response: ServerResponse) {
  let bytes = 0
  for await (const chunk of request) {
    bytes += (chunk as Buffer).length
    // A slow network, so that the progress bar can be seen.
    await new Promise((resolve) => setTimeout(resolve, 15))
  }
  const [first] = dictations
  if (!first) return
  const added: DictationReply = {
    ...first,
    id: `00000002-0000-4000-8000-${String(Date.now()).slice(-12)}`,
    status: 'received',
    priority: 'routine',
    byteLength: bytes,
    receivedAt: new Date().toISOString(),
    durationMs: null,
  }
  dictations.push(added)
  sendJson(response, added, 201)
}

function change(id: string, next: (dictation: DictationReply) => DictationReply) {
  const at = dictations.findIndex((one) => one.id === id)
  const found = dictations[at]
  if (found) dictations[at] = next(found)
  tell('dictation', id)
}

function tell(kind: 'dictation' | 'report', id: string) {
  for (const stream of streams) stream.write(`data: ${JSON.stringify({ kind, id })}\n\n`)
}

const tone = aToneWav(24)

function sendAudio(request: IncomingMessage, response: ServerResponse) {
  const [, from = '0', to = ''] = /bytes=(\d+)-(\d*)/.exec(request.headers.range ?? '') ?? []
  const end = to === '' ? tone.length - 1 : Number(to)
  response.writeHead(request.headers.range ? 206 : 200, {
    'content-type': 'audio/wav',
    'accept-ranges': 'bytes',
    'content-length': end - Number(from) + 1,
    ...(request.headers.range ? { 'content-range': `bytes ${from}-${end}/${tone.length}` } : {}),
  })
  response.end(tone.subarray(Number(from), end + 1))
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

async function sendFile(path: string, response: ServerResponse) {
  const name = extname(path) === '' ? 'index.html' : path.slice(1)
  const bytes = await readFile(join(dist, name)).catch(() => null)
  if (!bytes) {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'content-type': types[extname(name)] ?? 'application/octet-stream' })
  response.end(bytes)
}

async function text(request: IncomingMessage): Promise<string> {
  let all = ''
  for await (const chunk of request) all += String(chunk)
  return all
}

function sendJson(response: ServerResponse, value: unknown, status: number) {
  response.writeHead(status, { 'content-type': 'application/json' })
  response.end(JSON.stringify(value))
}
