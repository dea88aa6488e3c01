import type { HealthReply } from '@plume/contracts'
import { useEffect, useState } from 'react'
import { createScope } from '../scope.ts'
import { useServer } from '../server/use-server.tsx'

/** As often as workers announce themselves: the page of engines and the notice above it say the same. */
const askEveryMs = 10_000

export type HealthGlance =
  | { readonly status: 'unknown' }
  | { readonly status: 'lost' }
  | { readonly status: 'known'; readonly health: HealthReply }

/** The server's own account of itself, asked for every ten seconds. */
export function useHealth(): HealthGlance {
  const server = useServer()
  const [glance, setGlance] = useState<HealthGlance>({ status: 'unknown' })
  useEffect(() => {
    const scope = createScope()
    async function ask() {
      const answer = await server.health()
      if (scope.signal.aborted) return
      setGlance(
        'problem' in answer ? { status: 'lost' } : { status: 'known', health: answer.value },
      )
    }
    void ask()
    scope.every(askEveryMs, () => void ask())
    return () => scope.dispose()
  }, [server])
  return glance
}
