import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import { formatAddress, type WorklistFilter } from '../address/address.ts'
import { createScope } from '../scope.ts'
import type { Problem } from '../server/problem.ts'
import type { Server } from '../server/server.ts'
import { useChanges, useServer } from '../server/use-server.tsx'
import { useSession } from '../session/use-session.tsx'

/** Many changes in a moment are one reason to look. */
const gatherMs = 400

type Worklist = Extract<Awaited<ReturnType<Server['worklist']>>, { value: unknown }>['value']

export type WorklistGlance = {
  readonly worklist: Worklist | null
  readonly problem: Problem | null
  readonly reload: () => void
}

/** One page of the worklist, kept up to date. What was shown stays until the new page is there. */
export function useWorklist(filter: WorklistFilter): WorklistGlance {
  const server = useServer()
  const { entered } = useSession()
  const [worklist, setWorklist] = useState<Worklist | null>(null)
  const [problem, setProblem] = useState<Problem | null>(null)
  const [asked, setAsked] = useState(0)
  const key = formatAddress({ page: 'worklist', filter })
  const load = useEffectEvent((signal: AbortSignal) => server.worklist(filter, signal))

  // biome-ignore lint/correctness/useExhaustiveDependencies: these are the reasons to look again
  useEffect(() => {
    const asking = new AbortController()
    void load(asking.signal).then((answer) => {
      if (asking.signal.aborted) return
      if ('problem' in answer) return setProblem(answer.problem)
      setProblem(null)
      setWorklist(answer.value)
    })
    return () => asking.abort()
  }, [key, asked, entered])

  const reload = useMemo(() => () => setAsked((count) => count + 1), [])
  useChanges(useGathered(reload))
  return { worklist, problem, reload }
}

/** Calls `act` once, a moment after the first of many calls. */
function useGathered(act: () => void): () => void {
  const scope = useRef<ReturnType<typeof createScope>>(null)
  const waiting = useRef(false)
  useEffect(() => {
    const opened = createScope()
    scope.current = opened
    waiting.current = false
    return () => opened.dispose()
  }, [])
  return () => {
    if (waiting.current) return
    waiting.current = true
    scope.current?.after(gatherMs, () => {
      waiting.current = false
      act()
    })
  }
}
