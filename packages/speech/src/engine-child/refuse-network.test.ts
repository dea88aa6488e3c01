import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from 'vitest'
import { askChild } from './ask-child.ts'

/** Which ways a child found open, and how often somebody called here. */
async function knock(refuse: boolean): Promise<{ open: readonly string[]; calls: number }> {
  let calls = 0
  const server = createServer((_, response) => response.end('here'))
  server.on('connection', () => {
    calls += 1
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const answers = askChild({
    program: new URL('./testing/knocking-program.ts', import.meta.url),
    settings: { refuse },
    questions: [{ port: (server.address() as AddressInfo).port }],
    readAnswer: (answer) => (Array.isArray(answer) ? answer.map(String) : null),
    timeoutToStartMs: 60_000,
    timeoutOf: () => 60_000,
  })
  try {
    for await (const open of answers) return { open, calls }
    return { open: [], calls }
  } finally {
    server.closeAllConnections()
    server.close()
  }
}

test('a child that refused the network reaches nothing, not even this machine', async () => {
  expect(await knock(true)).toEqual({ open: [], calls: 0 })
}, 120_000)

test('without that every way was open', async () => {
  const { open, calls } = await knock(false)
  expect(open).toEqual(['fetch', 'http', 'net', 'udp', 'dns'])
  expect(calls).toBeGreaterThan(0)
}, 120_000)
