import { partsOfReport } from './parts-of-report.ts'
import type { WordRange } from './recognition.ts'
import type { ReportText } from './report-text.ts'
import type { Run, Source, TracedText } from './source.ts'

/** UTF-16 positions `[start, end)` in one text of a report; `part` is its place among `partsOfReport`. */
export type ReportPlace = { readonly part: number; readonly start: number; readonly end: number }

/** A stretch of neighbouring runs that stand for words, with its text. */
type Standing = ReportPlace & { readonly text: string }

/**
 * Where in a report the words still stand, as dictated text or as a gap or template's text in their place; null once a
 * person has deleted them or typed over them. `text`, as it was written of them, makes the place as narrow as can be.
 */
export function placeOfWords(
  report: ReportText,
  words: WordRange,
  text: string,
): ReportPlace | null {
  const says = inkOf(text)
  const standing = partsOfReport(report)
    .flatMap((part, index) => standingIn(part, index, words))
    .filter((stretch) => says.test(stretch.text))
  for (const stretch of standing) {
    const at = text === '' ? -1 : stretch.text.indexOf(text)
    if (at >= 0) {
      const start = stretch.start + at
      return { part: stretch.part, start, end: start + text.length }
    }
  }
  const [first] = standing
  return first ? withoutSpaces(first) : null
}

/** The words from the first to the last that the text `[start, end)` was written from; null where it was not. */
export function wordsAt(text: TracedText, start: number, end: number): WordRange | null {
  let found: WordRange | null = null
  for (const { source } of runsAt(text, start, end)) {
    const words = wordsStoodFor(source)
    if (words) found = joined(found, words)
  }
  return found
}

/** The runs, whole, that have a character in `[start, end)`. */
export function runsAt(text: TracedText, start: number, end: number): TracedText {
  return [...placed(text)]
    .filter(({ run, from }) => from < end && from + run.text.length > start)
    .map(({ run }) => run)
}

/** Of a word that was retyped its space or its mark may be left: that says nothing of it. A gap is underscores. */
function inkOf(text: string): RegExp {
  return /[\p{L}\p{N}]/u.test(text) ? /[\p{L}\p{N}_]/u : /\S/
}

function standingIn(text: TracedText, part: number, words: WordRange): readonly Standing[] {
  const stretches: Standing[] = []
  for (const { run, from } of placed(text)) {
    if (!standsFor(run.source, words)) continue
    const last = stretches.at(-1)
    const end = from + run.text.length
    if (last?.end === from) {
      stretches[stretches.length - 1] = { ...last, end, text: last.text + run.text }
    } else {
      stretches.push({ part, start: from, end, text: run.text })
    }
  }
  return stretches
}

/** What a person typed over words settles whatever was doubtful about them. */
function standsFor(source: Source, words: WordRange): boolean {
  const own = wordsStoodFor(source)
  return (
    own !== undefined &&
    own.recognitionId === words.recognitionId &&
    own.from < words.to &&
    words.from < own.to
  )
}

function wordsStoodFor(source: Source): WordRange | undefined {
  if (source.kind === 'dictated') return source.words
  return source.kind === 'template' || source.kind === 'blank' ? source.over : undefined
}

function joined(a: WordRange | null, b: WordRange): WordRange {
  if (a === null || a.recognitionId !== b.recognitionId) return a ?? b
  return { ...a, from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
}

function* placed(text: TracedText): Generator<{ readonly run: Run; readonly from: number }> {
  let from = 0
  for (const run of text) {
    yield { run, from }
    from += run.text.length
  }
}

function withoutSpaces({ part, start, end, text }: Standing): ReportPlace {
  const before = text.length - text.trimStart().length
  const after = text.length - text.trimEnd().length
  return { part, start: start + before, end: end - after }
}
