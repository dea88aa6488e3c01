import dgram from 'node:dgram'
import dns from 'node:dns'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'

/**
 * From here on nothing in this process opens a connection through Node, whatever a library means to fetch: TCP, TLS,
 * HTTP and `fetch` all go through `net.Socket`. The channel to the parent is a pipe, and stays.
 */
export function refuseNetwork(): void {
  net.Socket.prototype.connect = refuse
  net.Server.prototype.listen = refuse
  dgram.Socket.prototype.bind = refuse
  dgram.Socket.prototype.send = refuse
  dgram.Socket.prototype.connect = refuse
  dns.lookup = Object.assign(refuse, { __promisify__: refuse })
  dns.promises.lookup = refuse
  // Or modules that were imported before would go on with what they have.
  syncBuiltinESMExports()
}

function refuse(): never {
  throw new Error('an engine may not use the network')
}
