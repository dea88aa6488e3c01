import type { Recognition, TimeRange, WordRange } from './recognition.ts'
import type { Run, Source, TracedText } from './source.ts'

/**
 * Operations on traced text. Offsets are UTF-16 code units of `textOf(text)`, the units of a
 * JavaScript string and of a browser's selection.
 *
 * The law that each of them keeps: the runs, in order, are the text; no run is empty; every dictated
 * run still names words that were recognised.
 */

export function textOf(text: TracedText): string {
  let whole = ''
  for (const run of text) whole += run.text
  return whole
}

export function lengthOf(text: TracedText): number {
  let length = 0
  for (const run of text) length += run.text.length
  return length
}

export function concat(...texts: readonly TracedText[]): TracedText {
  return texts.flat()
}

/**
 * The text from offset `from` up to, not including, `to`.
 *
 * A dictated run that is cut keeps its whole word range and its rules: which of its words made which
 * letter is not known, and naming too many is honest where naming too few is not.
 */
export function slice(text: TracedText, from: number, to: number): TracedText {
  if (!Number.isInteger(from) || !Number.isInteger(to) || from < 0 || to < from) {
    throw new RangeError(`no slice from ${from} to ${to}`)
  }
  const sliced: Run[] = []
  let start = 0
  for (const run of text) {
    const end = start + run.text.length
    if (from < to && start < to && end > from) {
      const piece = run.text.slice(Math.max(from - start, 0), Math.min(to, end) - start)
      sliced.push(piece.length === run.text.length ? run : { text: piece, source: run.source })
    }
    start = end
  }
  if (to > start) throw new RangeError(`no slice to ${to} in a text of length ${start}`)
  refuseHalfCharacter(text, from)
  refuseHalfCharacter(text, to)
  return sliced
}

export function insert(text: TracedText, at: number, insertion: TracedText): TracedText {
  return replace(text, at, at, insertion)
}

export function replace(
  text: TracedText,
  from: number,
  to: number,
  replacement: TracedText,
): TracedText {
  if (to < from) throw new RangeError(`nothing to replace from ${from} to ${to}`)
  return concat(slice(text, 0, from), replacement, slice(text, to, lengthOf(text)))
}

/**
 * Joins neighbours that come from the same place. Dictated runs and blanks stay apart: each run of
 * words can be played by itself, and each blank has to be filled.
 */
export function coalesce(text: TracedText): TracedText {
  const joined: Run[] = []
  for (const run of text) {
    const last = joined.at(-1)
    if (last && isSamePlace(last.source, run.source)) {
      joined[joined.length - 1] = { text: last.text + run.text, source: last.source }
    } else {
      joined.push(run)
    }
  }
  return joined
}

/** Where in the audio these words were said. */
export function timeRangeOf(range: WordRange, recognition: Recognition): TimeRange {
  if (!isInside(range, recognition)) {
    throw new RangeError(`no words ${range.from} to ${range.to} in recognition ${recognition.id}`)
  }
  let startMs = Number.POSITIVE_INFINITY
  let endMs = Number.NEGATIVE_INFINITY
  for (const word of recognition.words.slice(range.from, range.to)) {
    startMs = Math.min(startMs, word.startMs)
    endMs = Math.max(endMs, word.endMs)
  }
  return { startMs, endMs }
}

/** True if no run is empty and every word that a run names was recognised. */
export function isLawful(text: TracedText, recognitions: readonly Recognition[]): boolean {
  return firstBreach(text, recognitions) === null
}

/** Throws on text that does not answer for itself: a bug in what made it, not somebody's mistake. */
export function assertLawful(text: TracedText, recognitions: readonly Recognition[]): void {
  const breach = firstBreach(text, recognitions)
  if (breach) throw new Error(`traced text is not lawful: ${breach}`)
}

/** Says where, with ids and numbers only: the text itself may be a patient's. */
function firstBreach(text: TracedText, recognitions: readonly Recognition[]): string | null {
  const known = new Map(recognitions.map((recognition) => [recognition.id, recognition]))
  for (const [index, run] of text.entries()) {
    if (run.text === '') return `run ${index} is empty`
    const range = wordsOf(run.source)
    if (range === undefined) continue
    const recognition = known.get(range.recognitionId)
    if (!recognition) return `run ${index} names unknown recognition ${range.recognitionId}`
    if (!isInside(range, recognition)) {
      return `run ${index} names words ${range.from} to ${range.to} of ${recognition.words.length}`
    }
  }
  return null
}

function wordsOf(source: Source): WordRange | undefined {
  if (source.kind === 'dictated') return source.words
  return source.kind === 'context' ? undefined : source.over
}

function isInside(range: WordRange, recognition: Recognition): boolean {
  const { from, to } = range
  return (
    range.recognitionId === recognition.id &&
    Number.isInteger(from) &&
    Number.isInteger(to) &&
    0 <= from &&
    from < to &&
    to <= recognition.words.length
  )
}

function isSamePlace(a: Source, b: Source): boolean {
  if (a.kind === 'template' && b.kind === 'template') {
    return (
      a.template === b.template &&
      a.version === b.version &&
      a.default === b.default &&
      isSameRange(a.over, b.over)
    )
  }
  if (a.kind === 'context' && b.kind === 'context') return a.field === b.field
  if (a.kind === 'typed' && b.kind === 'typed') {
    return a.by === b.by && a.at === b.at && isSameRange(a.over, b.over)
  }
  return false
}

function isSameRange(a: WordRange | undefined, b: WordRange | undefined): boolean {
  return a?.recognitionId === b?.recognitionId && a?.from === b?.from && a?.to === b?.to
}

/** Half of a surrogate pair is not a character; a text cut there cannot be stored as UTF-8. */
function refuseHalfCharacter(text: TracedText, at: number): void {
  if (isHighSurrogate(unitAt(text, at - 1)) && isLowSurrogate(unitAt(text, at))) {
    throw new RangeError(`offset ${at} is inside a character`)
  }
}

function unitAt(text: TracedText, at: number): number {
  let start = 0
  for (const run of text) {
    if (at < start + run.text.length) return run.text.charCodeAt(at - start)
    start += run.text.length
  }
  return Number.NaN
}

const isHighSurrogate = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLowSurrogate = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
