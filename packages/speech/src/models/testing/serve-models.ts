import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'

export type Asked = {
  readonly url: string
  readonly range: string | undefined
  readonly ifRange: string | undefined
}

/** What a test's server does with one request; the first that comes gets `number` 1. */
export type Answer = (request: IncomingMessage, response: ServerResponse, number: number) => void

/** A real web server on a free port of this machine, closed with the test. */
export async function serveModels(
  answer: Answer,
): Promise<{ readonly url: string; readonly asked: readonly Asked[] }> {
  const asked: Asked[] = []
  const server = createServer((request, response) => {
    const { range, 'if-range': ifRange } = request.headers
    asked.push({
      url: request.url ?? '',
      range,
      ifRange: typeof ifRange === 'string' ? ifRange : undefined,
    })
    answer(request, response, asked.length)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : 0
  return { url: `http://127.0.0.1:${port}`, asked }
}

/** As a good server does: ranges, and If-Range with the file's tag. */
export function sendFile(
  { headers }: Pick<IncomingMessage, 'headers'>,
  response: ServerResponse,
  content: Buffer,
  etag: string | null = '"one"',
): void {
  const [, start] = /^bytes=(\d+)-$/.exec(headers.range ?? '') ?? []
  const same = headers['if-range'] === undefined || headers['if-range'] === etag
  if (etag !== null) response.setHeader('etag', etag)
  if (start === undefined || !same) {
    response.writeHead(200, { 'content-length': content.length }).end(content)
    return
  }
  const from = Number(start)
  if (from >= content.length) {
    response.writeHead(416, { 'content-range': `bytes */${content.length}` }).end()
    return
  }
  response
    .writeHead(206, {
      'content-length': content.length - from,
      'content-range': `bytes ${from}-${content.length - 1}/${content.length}`,
    })
    .end(content.subarray(from))
}

/** Promises all of it, sends a part, and hangs up once that part is on its way. */
export function breakOff(
  response: ServerResponse,
  content: Buffer,
  after: number,
  etag: string | null = '"one"',
): void {
  if (etag !== null) response.setHeader('etag', etag)
  response.writeHead(200, { 'content-length': content.length })
  response.write(content.subarray(0, after), () => {
    // What was written has to leave first, or nothing of it arrives.
    setTimeout(() => response.destroy(), 100)
  })
}
