import type { EnginesReply } from '@plume/contracts'
import { useEffect, useEffectEvent, useState } from 'react'
import { createScope } from '../scope.ts'
import type { Problem } from '../server/problem.ts'
import { useServer } from '../server/use-server.tsx'
import { useSession } from '../session/use-session.tsx'

/** As often as workers announce themselves. */
const askEveryMs = 10_000

export type ShownWorker = EnginesReply['workers'][number]

export type EnginesGlance = {
  readonly engines: EnginesReply | null
  /** When that was so, by this machine's clock. */
  readonly at: number
  readonly problem: Problem | null
}

/** What recognises speech, kept up to date. What was shown stays while the server does not answer. */
export function useEngines(): EnginesGlance {
  const server = useServer()
  const { entered } = useSession()
  const [glance, setGlance] = useState<EnginesGlance>({ engines: null, at: 0, problem: null })
  const ask = useEffectEvent(async (signal: AbortSignal) => {
    const answer = await server.engines(signal)
    if (signal.aborted) return
    setGlance((before) =>
      'problem' in answer
        ? { ...before, problem: answer.problem }
        : { engines: answer.value, at: Date.now(), problem: null },
    )
  })
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new session is a reason to look again
  useEffect(() => {
    const scope = createScope()
    void ask(scope.signal)
    scope.every(askEveryMs, () => void ask(scope.signal))
    return () => scope.dispose()
  }, [entered])
  return glance
}
