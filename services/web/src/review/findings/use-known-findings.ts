import type { FindingDecisionReply, FindingReply, ReportReply } from '@plume/contracts'
import type { WordFinding } from '@plume/transcript'
import { useEffect, useMemo, useState } from 'react'
import { createScope } from '../../scope.ts'
import type { Problem } from '../../server/problem.ts'
import { useLoaded } from '../../server/use-loaded.ts'
import { useServer } from '../../server/use-server.tsx'
import { useSession } from '../../session/use-session.tsx'

export type Decisions = ReadonlyMap<string, FindingDecisionReply>

/** `missing`: they could not be loaded, or not in time. They are taken in whenever they come. */
export type Arrival = 'loading' | 'loaded' | 'missing'

/** For how long finalising and signing may be kept waiting, in milliseconds. */
const patience = 5000
/** What could not be loaded is asked for again after so many milliseconds, for as long as the report is open. */
const askedAgainAfter = 10_000

/** What the server knows of a report's findings: the writer's, and what was decided about each. */
export type KnownFindings = {
  readonly writer: readonly (WordFinding & { readonly id: string })[]
  readonly decisions: Decisions
  readonly arrival: Arrival
  readonly problem: Problem | null
  /** Takes a decision over that the server has kept. */
  readonly decided: (finding: string, decision: FindingDecisionReply) => void
}

const none: readonly FindingReply[] = []

export function useKnownFindings({ id }: ReportReply): KnownFindings {
  const server = useServer()
  const { entered } = useSession()
  const [attempt, setAttempt] = useState(0)
  const { value, problem } = useLoaded(`${entered} ${attempt}`, () => server.reportFindings(id))
  useEffect(() => {
    if (!problem) return
    const scope = createScope()
    scope.after(askedAgainAfter, () => setAttempt(attempt + 1))
    return () => scope.dispose()
  }, [problem, attempt])
  const isLate = useIsLate(patience)
  const [made, setMade] = useState<Decisions>(new Map())
  const items = value?.items ?? none
  const writer = useMemo(() => items.flatMap(writtenFinding), [items])
  const decisions = useMemo(() => {
    const loaded = items.flatMap(({ id, decision }) => (decision ? [[id, decision] as const] : []))
    return new Map([...loaded, ...made])
  }, [items, made])
  const decided = (finding: string, decision: FindingDecisionReply) =>
    setMade((before) => new Map(before).set(finding, decision))
  const arrival = value ? 'loaded' : problem || isLate ? 'missing' : 'loading'
  return { writer, decisions, arrival, problem, decided }
}

function useIsLate(ms: number): boolean {
  const [isLate, setLate] = useState(false)
  useEffect(() => {
    const scope = createScope()
    scope.after(ms, () => setLate(true))
    return () => scope.dispose()
  }, [ms])
  return isLate
}

function writtenFinding(item: FindingReply): KnownFindings['writer'] {
  const { id, origin, words, kind, severity, text, reason, proposed, source } = item
  if (origin !== 'writer' || words === null) return []
  const finding = { id, words, kind, severity, text, reason, source }
  return [proposed === undefined ? finding : { ...finding, proposed }]
}
