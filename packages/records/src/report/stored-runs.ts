import {
  canonicalJson,
  type Run,
  type Source,
  type TracedText,
  type WordRange,
} from '@plume/transcript'

/** More pieces of one run than anybody makes by hand; what is beyond them counts as typed. */
const mostPieces = 200

export type StoredRuns = {
  /** Takes the run's text out of what is left of a stored run with its source; false if there is none. */
  claim(run: Run): boolean
  /** Whether the words are those of a stored run, or of several: from where one begins to where one ends. */
  knowsWords(words: WordRange): boolean
  /** Whether runs of these sources stood side by side, with nothing between them, in a stored version. */
  knowsNeighbours(left: Run, right: Run): boolean
}

/**
 * The runs of the stored versions, each to be claimed once. What the machine wrote counts for its
 * sources, so that undoing a deletion brings the dictated words back; all else is from `previous`.
 */
export function createStoredRuns(
  machine: readonly TracedText[],
  previous: readonly TracedText[],
): StoredRuns {
  const left = new Map<string, string[]>()
  const neighbours = new Set<string>()
  const begins = new Set<string>()
  const ends = new Set<string>()

  function gather(texts: readonly TracedText[]): void {
    const found = new Map<string, string[]>()
    for (const text of texts) {
      for (const [index, run] of text.entries()) {
        const key = canonicalJson(run.source)
        const pieces = found.get(key)
        if (pieces) pieces.push(run.text)
        else found.set(key, [run.text])
        const over = wordsOf(run.source)
        if (over) {
          begins.add(`${over.recognitionId} ${over.from}`)
          ends.add(`${over.recognitionId} ${over.to}`)
        }
        const next = text[index + 1]
        if (next) neighbours.add(neighbourKey(run, next))
      }
    }
    for (const [key, pieces] of found) if (!left.has(key)) left.set(key, pieces)
  }
  gather(machine)
  gather(previous)

  return {
    claim(run) {
      const pieces = left.get(canonicalJson(run.source)) ?? []
      for (const [index, piece] of pieces.slice(0, mostPieces).entries()) {
        const rest = withoutWords(piece, run.text)
        if (rest === null) continue
        pieces.splice(index, 1, ...rest)
        return true
      }
      return false
    },
    knowsWords: ({ recognitionId, from, to }) =>
      from < to && begins.has(`${recognitionId} ${from}`) && ends.has(`${recognitionId} ${to}`),
    knowsNeighbours: (a, b) => neighbours.has(neighbourKey(a, b)),
  }
}

/** The words that a run says, or stands over. */
export function wordsOf(source: Source): WordRange | undefined {
  if (source.kind === 'dictated') return source.words
  return 'over' in source ? source.over : undefined
}

function neighbourKey(left: Run, right: Run): string {
  return `${canonicalJson(left.source)} ${canonicalJson(right.source)}`
}

/** What is left of `whole` when `part` is taken out between words; null if it cannot be. */
export function withoutWords(whole: string, part: string): readonly string[] | null {
  if (part === whole) return []
  // A number and what belongs to it stay together: "500 mg" of "10 500 mg" is another dose.
  if (/\p{N}/u.test(whole)) return null
  for (let at = whole.indexOf(part); at !== -1; at = whole.indexOf(part, at + 1)) {
    const [before, after] = [whole.slice(0, at), whole.slice(at + part.length)]
    if (isCut(before, part) && isCut(part, after)) return [before, after].filter(Boolean)
  }
  return null
}

/** A run may be cut beside ordinary white space, or before the mark that ends a sentence or clause. */
function isCut(before: string, after: string): boolean {
  if (before === '' || after === '') return true
  return /[ \n\t]$/.test(before) || /^[ \n\t]/.test(after) || /^[.,;:!?]+(?=[ \n\t]|$)/.test(after)
}

/** True where two texts make one word or number of what were two. */
export function gluedAt(left: string, right: string): boolean {
  // After a mark only a figure goes on: "2." and "5".
  if (/[.,;:!?)\]»”]$/u.test(left)) return /^\p{N}/u.test(right)
  return /[^ \n\t([«“]$/u.test(left) && /^[^ \n\t.,;:!?)\]»”]/u.test(right)
}
