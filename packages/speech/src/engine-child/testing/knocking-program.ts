/** A child that tries to reach a port of this machine in every way that Node has, and tells which ways were open. */

import { createSocket } from 'node:dgram'
import { lookup } from 'node:dns/promises'
import { once } from 'node:events'
import { get } from 'node:http'
import { connect } from 'node:net'
import { answerParent } from '../answer-parent.ts'
import { refuseNetwork } from '../refuse-network.ts'

answerParent<{ readonly refuse: boolean }, { readonly port: number }>(async (settings) => {
  if (settings.refuse) refuseNetwork()
  return async ({ port }) => {
    const ways: Readonly<Record<string, () => Promise<unknown>>> = {
      fetch: () => fetch(`http://127.0.0.1:${port}`),
      http: async () => once(get(`http://127.0.0.1:${port}`), 'response'),
      net: async () => once(connect(port, '127.0.0.1'), 'connect'),
      udp: () => new Promise((sent) => createSocket('udp4').send('x', port, '127.0.0.1', sent)),
      dns: () => lookup('localhost'),
    }
    const open: string[] = []
    for (const [way, knock] of Object.entries(ways)) {
      const opened = await Promise.resolve()
        .then(knock)
        .then(
          () => true,
          () => false,
        )
      if (opened) open.push(way)
    }
    return open
  }
})
