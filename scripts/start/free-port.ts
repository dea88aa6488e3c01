import { once } from 'node:events'
import { createServer } from 'node:net'
import { CannotStart, say } from './say.ts'

const tries = 20

/** The first free port on this machine from `first` on; says so when it is not the first. */
export async function freePort(first: number): Promise<number> {
  for (let port = first; port < first + tries; port += 1) {
    if (await isFree(port)) return port
    say(`Port ${port} is taken; trying ${port + 1}.`)
  }
  throw new CannotStart(`Ports ${first} to ${first + tries - 1} are all taken. Set PLUME_PORT.`)
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer()
  try {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return true
  } catch {
    return false
  } finally {
    server.close()
  }
}
