import { sharesScoredRun } from '../refuse-scored-texts.ts'
import { clinicFrames } from './clinic-frames.ts'
import { generateTexts } from './generate-texts.ts'
import { lexiconLists, type SpokenTerm, withLists } from './lexicon-lists.ts'
import { moreWords } from './more-words.ts'
import { plainFrames } from './plain-frames.ts'
import { radiologyFrames } from './radiology-frames.ts'
import { wardFrames } from './ward-frames.ts'
import { wordLists } from './word-lists.ts'

const grammar = {
  ...{ ...wordLists, ...moreWords, ...radiologyFrames, ...clinicFrames, ...wardFrames },
  ...plainFrames,
}

/** Kinds of dictation that are commoner stand more than once. */
const roots = [
  ...[
    'radiology',
    'consultation',
    'wardnote',
    'discharge',
    'unmarked',
    'radiology',
    'consultation',
  ],
  ...['wardnote', 'letter', 'operative', 'unmarked', 'consultation', 'wardnote', 'prescription'],
  ...['vitalsonly', 'labsonly', 'dates', 'plain', 'unmarked', 'plain'],
]

/** Not every doctor says the marks: texts of this kind are taken without them. */
const unmarked = 'unmarked'
const marks: ReadonlySet<string> = new Set(['period', 'comma', 'colon', 'semicolon'])

/**
 * Texts written for this project, which the model that ships is made from; the same each time. What is drawn and
 * shares a run of words with a text that engines are scored on is not taken.
 */
export function spokenCorpus(request: {
  readonly words: number
  readonly seed?: number
  /** Named where the frames name such things. */
  readonly terms?: readonly SpokenTerm[]
}): readonly (readonly string[])[] {
  const longer = withLists(grammar, lexiconLists(request.terms ?? []))
  const texts: (readonly string[])[] = []
  let words = 0
  for (const drawn of generateTexts({ grammar: longer, roots, seed: request.seed ?? 20_261_123 })) {
    const text =
      drawn.root === unmarked ? drawn.words.filter((word) => !marks.has(word)) : drawn.words
    if (sharesScoredRun(text)) continue
    texts.push(text)
    words += text.length
    if (words >= request.words) return texts
  }
  return texts
}
