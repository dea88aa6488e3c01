import type { Run, TracedText, WordRange } from '@plume/transcript'

/** A full stop after these ends no sentence. In capitals: "172 ms." ends one. */
const abbreviations =
  /(?:^|[\s(])(?:Dr|Drs|Dre|Mr|Mrs|Ms|Prof|St|Ste|No|no|vs|approx|fig|M|Mme|Mlle|env|c|e\.g|i\.e)\.$/

/** With the mark and the space around it, in characters. */
const longestAbbreviation = 12

/** Where in a text its sentences begin, the first at 0: after a mark that ends one, and at each new line. */
export function sentenceStarts(text: string): readonly number[] {
  const starts = [0]
  for (const { 0: gap, index } of text.matchAll(/\s+/g)) {
    const to = index + gap.length
    if (index === 0 || to === text.length) continue
    const before = text.slice(Math.max(0, index - longestAbbreviation), index)
    const isEnd = /[.!?…][)»”"]*$/.test(before) && !abbreviations.test(before)
    if (isEnd || gap.includes('\n')) starts.push(to)
  }
  return starts
}

/** The text cut at these offsets, which rise from 0; linear, where cutting piece by piece is not. */
export function cutAt(text: TracedText, starts: readonly number[]): readonly TracedText[] {
  const pieces: Run[][] = starts.map(() => [])
  let piece = 0
  let at = 0
  for (const run of text) {
    let { text: rest } = run
    while (rest !== '') {
      while ((starts[piece + 1] ?? Number.POSITIVE_INFINITY) <= at) piece += 1
      const room = (starts[piece + 1] ?? Number.POSITIVE_INFINITY) - at
      const head = rest.length <= room ? rest : rest.slice(0, room)
      pieces[piece]?.push(
        head.length === run.text.length ? run : { text: head, source: run.source },
      )
      rest = rest.slice(head.length)
      at += head.length
    }
  }
  return pieces
}

/**
 * The words that a text was dictated with, as one range; null if a person, a record or other words have a part in it,
 * or two recognitions. What a template wrote by itself beside them does not count.
 */
export function wordsSaid(text: TracedText): WordRange | null {
  let range: WordRange | null = null
  for (const { source } of text) {
    if (source.kind === 'template' && source.over === undefined) continue
    if (source.kind !== 'dictated') return null
    range = joinRanges(range ?? source.words, source.words)
    if (range === null) return null
  }
  return range
}

function joinRanges(a: WordRange, b: WordRange): WordRange | null {
  if (a.recognitionId !== b.recognitionId) return null
  const [from, to] = [Math.min(a.from, b.from), Math.max(a.to, b.to)]
  return { recognitionId: a.recognitionId, from, to }
}

/** Without white space at the end of its last run; a run that is nothing else stays, for it may be a dictated break. */
export function trimEnd(text: TracedText): TracedText {
  const last = text.at(-1)
  const trimmed = last?.text.trimEnd()
  if (!last || !trimmed || trimmed === last.text) return text
  return [...text.slice(0, -1), { text: trimmed, source: last.source }]
}
