import type { Run, TracedText } from '@plume/transcript'
import { Fragment, type ResolvedPos, Slice } from 'prosemirror-model'
import type { Command } from 'prosemirror-state'
import type { Typist } from '../report-doc/doc-to-report-text.ts'
import { runsToInline, runsToParagraphs } from '../report-doc/report-text-to-doc.ts'
import { isOneLine } from '../report-doc/schema.ts'
import { crossesFrame } from './guard-frame.ts'
import { keepSources } from './typed-text.ts'

/** Puts text in at the selection with its own sources; a typed space parts it from the words beside it. */
export function insertRuns(runs: TracedText, typist: Typist): Command {
  return (state, dispatch) => {
    const { $from, $to, from, to } = state.selection
    if (!$from.parent.inlineContent || crossesFrame(state) || runs.length === 0) return false
    const space: Run = { text: ' ', source: { kind: 'typed', by: typist.id, at: typist.at } }
    const parted = [
      ...(isInk(beside($from, -1)) && isInk(runs[0]?.text[0]) ? [space] : []),
      ...runs,
      ...(isWord(beside($to, 0)) && isInk(runs.at(-1)?.text.at(-1)) ? [space] : []),
    ]
    const tr = state.tr.replaceRange(from, to, sliceOf(parted, $from))
    dispatch?.(keepSources(tr).scrollIntoView())
    return true
  }
}

/** The character before (-1) or after (0) a position in its paragraph. */
function beside($at: ResolvedPos, offset: -1 | 0): string {
  const at = $at.parentOffset + offset
  const { parent } = $at
  if (at < 0 || at + 1 > parent.content.size) return ''
  return parent.textBetween(at, at + 1, '', '\n')
}

function isInk(character: string | undefined): boolean {
  return character !== undefined && /^[^\s([«“]/u.test(character)
}

function isWord(character: string): boolean {
  return /^[\p{L}\p{N}]/u.test(character)
}

function sliceOf(runs: TracedText, $at: ResolvedPos): Slice {
  if (isOneLine($at.parent)) {
    const line = runs.map((run) => ({ ...run, text: run.text.replace(/\s*\n\s*/g, ' ') }))
    return new Slice(Fragment.from(runsToInline(line)), 0, 0)
  }
  const paragraphs = runsToParagraphs(runs)
  const [only] = paragraphs
  if (only && paragraphs.length === 1) return new Slice(only.content, 0, 0)
  return new Slice(Fragment.from(paragraphs), 1, 1)
}
