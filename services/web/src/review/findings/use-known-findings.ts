import type { FindingDecisionReply, FindingReply, ReportReply } from '@plume/contracts'
import type { WordFinding } from '@plume/transcript'
import { useMemo, useState } from 'react'
import type { Problem } from '../../server/problem.ts'
import { useLoaded } from '../../server/use-loaded.ts'
import { useServer } from '../../server/use-server.tsx'
import { useSession } from '../../session/use-session.tsx'

export type Decisions = ReadonlyMap<string, FindingDecisionReply>

/** What the server knows of a report's findings: the writer's, and what was decided about each. */
export type KnownFindings = {
  readonly writer: readonly (WordFinding & { readonly id: string })[]
  readonly decisions: Decisions
  readonly problem: Problem | null
  /** Takes a decision over that the server has kept. */
  readonly decided: (finding: string, decision: FindingDecisionReply) => void
}

const none: readonly FindingReply[] = []

export function useKnownFindings({ id }: ReportReply): KnownFindings {
  const server = useServer()
  const { entered } = useSession()
  const { value, problem } = useLoaded(entered, () => server.reportFindings(id))
  const [made, setMade] = useState<Decisions>(new Map())
  const items = value?.items ?? none
  const writer = useMemo(() => items.flatMap(writtenFinding), [items])
  const decisions = useMemo(() => {
    const loaded = items.flatMap(({ id, decision }) => (decision ? [[id, decision] as const] : []))
    return new Map([...loaded, ...made])
  }, [items, made])
  const decided = (finding: string, decision: FindingDecisionReply) =>
    setMade((before) => new Map(before).set(finding, decision))
  return { writer, decisions, problem, decided }
}

function writtenFinding(item: FindingReply): KnownFindings['writer'] {
  const { id, origin, words, kind, severity, text, reason, proposed, source } = item
  if (origin !== 'writer' || words === null) return []
  const finding = { id, words, kind, severity, text, reason, source }
  return [proposed === undefined ? finding : { ...finding, proposed }]
}
