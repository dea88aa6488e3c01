import type { Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { CorrectionWords } from './correction-words.ts'
import type { Draft } from './draft.ts'
import { endDictation } from './end-dictation.ts'
import { endLetters, keepSpan } from './keep-span.ts'
import { doubtRepair, repair } from './repair.ts'
import { replaceNamed } from './replace-named.ts'
import { setWriting } from './set-writing.ts'
import { spellWord } from './spell-word.ts'
import { strike } from './strike.ts'
import { takeAside } from './take-aside.ts'

/**
 * Obeys the commands among spans. What they take back goes to the dropped, with the rule that says why, and so do
 * they; a command that cannot be obeyed stays as words, in doubt. What is kept is looked at a bounded way back, or
 * taken off for good, so the work grows with the length of the text and no faster.
 */
export function obeyCommands(
  spans: readonly Span[],
  tokens: readonly Token[],
  words: CorrectionWords,
): readonly Span[] {
  if (!spans.some(({ kind }) => kind === 'command')) return spans
  const draft: Draft = {
    tokens,
    words,
    kept: [],
    dropped: [],
    ahead: [...spans],
    writing: { next: null, all: null, join: null },
  }
  for (let at = 0; at < draft.ahead.length; at++) {
    const span = draft.ahead[at]
    if (span && obey(draft, span, at) === 'end') break
  }
  endLetters(draft)
  return [...draft.kept, ...draft.dropped]
}

function obey(draft: Draft, span: Span, at: number): 'end' | 'go-on' {
  if (span.kind === 'dropped') {
    if (span.to > span.from) draft.dropped.push(span)
    return 'go-on'
  }
  if (span.kind !== 'command') {
    keepSpan(draft, span)
    return 'go-on'
  }
  const { command } = span
  switch (command.kind) {
    case 'strike':
      strike(draft, { command: span, at }, command.what)
      return 'go-on'
    case 'repair':
      repair(draft, { command: span, at }, command.isSure)
      return 'go-on'
    case 'hesitate':
      doubtRepair(draft, { command: span, at })
      return 'go-on'
    case 'replace':
      replaceNamed(draft, { command: span, at }, command.old)
      return 'go-on'
    case 'spell':
      spellWord(draft, span, at)
      return 'go-on'
    case 'blank':
      draft.kept.push({ from: span.from, to: span.to, kind: 'blank' })
      return 'go-on'
    case 'aside':
      takeAside(draft, { command: span, at }, command.aside)
      return 'go-on'
    case 'end':
      return endDictation(draft, span) ? 'end' : 'go-on'
    default:
      setWriting(draft, span, command)
      return 'go-on'
  }
}
