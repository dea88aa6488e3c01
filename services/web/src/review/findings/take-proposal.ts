import type { Source, WordRange } from '@plume/transcript'
import type { Command } from 'prosemirror-state'
import type { DocRange } from '../editor/blanks.ts'
import { keepSources } from '../editor/typed-text.ts'
import { wordsReplaced } from '../editor/words-replaced.ts'
import type { Typist } from '../report-doc/doc-to-report-text.ts'
import { marks, reportSchema } from '../report-doc/schema.ts'

/** Types a proposal over the words that it is for, which stay in the trail: it can still be heard what was said. */
export function takeProposal(
  { from, to }: DocRange,
  proposed: string,
  words: WordRange | null,
  typist: Typist,
): Command {
  return (state, dispatch) => {
    // One run's words where it is about one; those of all of them where it is about several.
    const over = wordsReplaced(state.doc, from, to) ?? words
    const typed = { kind: 'typed', by: typist.id, at: typist.at } as const
    const source: Source = over ? { ...typed, over } : typed
    const text = reportSchema.text(proposed, [marks.source.create({ source })])
    dispatch?.(keepSources(state.tr.replaceWith(from, to, text)).scrollIntoView())
    return true
  }
}
