import type { FindingDecisionReply } from '@plume/contracts'
import {
  type FindingState,
  findingsIn,
  type ReportFinding,
  stateOfFinding,
} from '@plume/terminology/findings'
import type { Severity } from '@plume/transcript'
import { partsOfReport, type ReportPlace, type ReportText } from '@plume/transcript'
import type { DocRange } from '../editor/blanks.ts'
import { textOf } from '../report-doc/plain-text.ts'

/** A finding of the text on the desk. */
export type DeskFinding = ReportFinding & {
  readonly state: FindingState
  readonly decision: FindingDecisionReply | null
  /** Where its words are in the document. */
  readonly range: DocRange | null
  /** What may be typed in place of exactly the words that it is about. */
  readonly proposal: string | null
}

/** Everything to be looked at in a text, the most harmful first. */
export function deskFindings(
  text: ReportText,
  known: Parameters<typeof findingsIn>[1],
  desk: {
    readonly decisions: ReadonlyMap<string, FindingDecisionReply>
    readonly rangeOf: (place: ReportPlace) => DocRange | null
  },
): readonly DeskFinding[] {
  const parts = partsOfReport(text).map(textOf)
  return findingsIn(text, known).map((finding) => {
    const { id, place, proposed } = finding
    const decision = desk.decisions.get(id) ?? null
    const range = place && desk.rangeOf(place)
    const stands = place && parts[place.part]?.slice(place.start, place.end) === finding.text
    return {
      ...finding,
      state: stateOfFinding(finding, decision?.verdict),
      decision,
      range,
      proposal: (range && stands && proposed) || null,
    }
  })
}

export const isOpen = ({ state }: DeskFinding) => state === 'open'

export const severities: readonly Severity[] = ['high', 'medium', 'low']

/** How many are open of each severity that has any, the most harmful first. */
export function openBySeverity(items: readonly DeskFinding[]) {
  return severities
    .map((severity) => ({
      severity,
      count: items.filter((item) => isOpen(item) && item.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
}

/** The one that the selection touches; of several, the one that was chosen. */
export function findingAt(
  items: readonly DeskFinding[],
  selection: DocRange,
  chosen: string | null,
): DeskFinding | null {
  const touched = items.filter(
    ({ range }) => range && range.from <= selection.to && selection.from <= range.to,
  )
  return touched.find(({ id }) => id === chosen) ?? touched[0] ?? null
}

/** Ids in the order in which one goes on from a finding: those after it, then those before it. */
export function goingOn(items: readonly DeskFinding[], from: string | null): readonly string[] {
  const ids = items.map(({ id }) => id)
  const at = from === null ? -1 : ids.indexOf(from)
  return [...ids.slice(at + 1), ...ids.slice(0, Math.max(at, 0))]
}

/** The first open one in this order; else the first there is. */
export function nextOpen(
  items: readonly DeskFinding[],
  order: readonly string[],
): DeskFinding | null {
  const open = new Map(items.filter(isOpen).map((item) => [item.id, item]))
  const next = order.find((id) => open.has(id))
  return (next === undefined ? undefined : open.get(next)) ?? items.find(isOpen) ?? null
}
