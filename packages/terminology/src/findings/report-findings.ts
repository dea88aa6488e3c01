import {
  canonicalJson,
  partsWithPaths,
  placeOfWords,
  type ReportPlace,
  type ReportText,
  runsAt,
  type Severity,
  type Source,
  type TracedText,
  textOf,
  type WordFinding,
  type WordRange,
  wordsAt,
} from '@plume/transcript'
import { type LintFinding, type LintPatient, lintSections } from '../lints/index.ts'

/** Something in a report that a person should look at, from whoever found it. */
export type ReportFinding = Omit<WordFinding, 'words'> & {
  /** That of a lint holds words of the report: not for addresses and logs. */
  readonly id: string
  readonly origin: 'writer' | 'lint'
  /** The recognised words that it is about; null where nobody dictated the text. */
  readonly words: WordRange | null
  /** Where they stand now; null once a person has deleted or retyped them. */
  readonly place: ReportPlace | null
}

/** `edited`: its words were deleted or retyped, which settles it until they are back. */
export type FindingState = 'open' | 'looked-at' | 'edited'

/**
 * Everything in a report that a person should look at: what the writer found, and the lints of the text as it stands. The
 * most harmful first, then in the order of the text; what an edit has settled comes last.
 */
export function findingsIn(
  report: ReportText,
  known: {
    readonly writer: readonly (WordFinding & { readonly id: string })[]
    readonly patient: LintPatient
  },
): readonly ReportFinding[] {
  const written = known.writer.map((finding) => ({
    ...finding,
    origin: 'writer' as const,
    place: placeOfWords(report, finding.words, finding.text),
  }))
  return [...written, ...lintsIn(report, known.patient)].sort(byHarm)
}

/** What became of a finding, with the newest that a person decided about it. */
export function stateOfFinding(
  { place }: Pick<ReportFinding, 'place'>,
  verdict: 'taken' | 'looked-at' | 'reopened' | undefined,
): FindingState {
  if (place === null) return 'edited'
  return verdict === 'looked-at' ? 'looked-at' : 'open'
}

const harms: readonly Severity[] = ['high', 'medium', 'low']

function byHarm(a: ReportFinding, b: ReportFinding): number {
  if (a.place === null || b.place === null) return Number(!a.place) - Number(!b.place)
  return (
    harms.indexOf(a.severity) - harms.indexOf(b.severity) ||
    a.place.part - b.place.part ||
    a.place.start - b.place.start ||
    a.place.end - b.place.end
  )
}

/** What a doctor may say something wrong in: sections, and what has found no place in one. */
function lintsIn(report: ReportText, patient: LintPatient): readonly ReportFinding[] {
  const linted = partsWithPaths(report).flatMap(({ path, text }, part) => {
    const title = /^\/sections\/(\d+)\//.exec(path)?.[1]
    if (title === undefined && path !== '/unplaced') return []
    return [{ part, text, title: report.sections[Number(title)]?.heading ?? '' }]
  })
  const found = lintSections(
    linted.map(({ title, text }) => ({ title, text: textOf(text) })),
    { locale: report.template.locale, patient },
  )
  const named = createNames()
  return found.flatMap((finding) => {
    const section = linted[finding.part]
    return section ? [lintAt(section, finding, named)] : []
  })
}

function lintAt(
  { part, text }: { readonly part: number; readonly text: TracedText },
  { part: _, start, end, ...finding }: LintFinding,
  named: (name: string) => string,
): ReportFinding {
  return {
    id: named(nameOf(finding, runsAt(text, start, end))),
    origin: 'lint',
    words: wordsAt(text, start, end),
    place: { part, start, end },
    ...finding,
  }
}

/** What it says and where the text comes from: when one of these changes it is another finding. */
function nameOf({ kind, text, reason }: Omit<WordFinding, 'words'>, runs: TracedText): string {
  return canonicalJson([kind, text, reason, runs.map(({ source }) => withoutRules(source))])
}

function withoutRules(source: Source): unknown {
  return source.kind === 'dictated' ? source.words : source
}

/** Numbers what would have the same name, in the order of the text. */
function createNames(): (name: string) => string {
  const times = new Map<string, number>()
  return (name) => {
    const before = times.get(name) ?? 0
    times.set(name, before + 1)
    return before === 0 ? name : `${name} ${before}`
  }
}
