import type { Command } from '../commands/command.ts'
import type { Span } from '../reading/span.ts'
import { type Draft, drop, isWords, keepWords } from './draft.ts'
import { changeLast } from './keep-span.ts'

type WritingCommand = Extract<
  Command,
  { kind: 'letters' | 'letters-off' | 'join' | 'join-off' | 'style' | 'filler' }
>

/** "All caps", "no space", "bold": how the words around are written. */
export function setWriting(draft: Draft, span: Span, command: WritingCommand): void {
  const { writing } = draft
  switch (command.kind) {
    case 'letters':
      if (command.reach === 'on') writing.all = command.how
      else if (command.reach === 'next') writing.next = command.how
      else if (!changeLast(draft, (manner) => ({ ...manner, letters: command.how }))) {
        keepWords(draft, span)
        return
      }
      break
    case 'letters-off':
      writing.all = null
      handBackStop(draft, span)
      break
    case 'join':
      if (isWords(draft.kept.at(-1)) && command.reach === 'next') withoutStop(draft)
      writing.join = command.reach === 'on' ? 'start' : 'next'
      break
    case 'join-off':
      writing.join = null
      handBackStop(draft, span)
      break
    case 'style':
      if (command.edge === 'end') handBackStop(draft, span)
      break
    case 'filler':
      withoutStop(draft)
      break
  }
  drop(draft, span, `${command.kind}.command`)
}

/** "Urgent, end bold.": the engine's full stop is that of the words before. */
function handBackStop(draft: Draft, span: Span): void {
  const stop = /[.?!]/.exec(draft.tokens[span.to - 1]?.after ?? '')?.[0]
  if (stop) changeLast(draft, (manner) => ({ ...manner, stop }))
}

/** The engine's comma before a command is where the speaker took breath. */
function withoutStop(draft: Draft): void {
  if (draft.tokens[(draft.kept.at(-1)?.to ?? 0) - 1]?.after === ',') {
    changeLast(draft, (manner) => ({ ...manner, stop: '' }))
  }
}
