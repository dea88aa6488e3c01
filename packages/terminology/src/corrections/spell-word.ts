import type { Span } from '../reading/span.ts'
import { type Draft, drop, keepWords, takeBack } from './draft.ts'
import { kindOf } from './value-kind.ts'

/**
 * "Smith, spell that, S M Y T H": the letters stand in place of the word before, for a person to hear. A number, a
 * side or a phrase is no word that anybody spells: there both stay.
 */
export function spellWord(draft: Draft, command: Span, at: number): void {
  const { kept, ahead, tokens, words } = draft
  const was = kept.at(-1)
  const letters = ahead[at + 1]
  if (letters?.kind !== 'value') {
    keepWords(draft, command, 'open-correction')
    return
  }
  const isWord = was?.kind === 'prose' || (was?.kind === 'value' && was.type === 'term')
  if (!was || !isWord || was.to > was.from + 1 || kindOf(was, tokens, words) !== null) {
    keepWords(draft, command, 'open-correction')
    return
  }
  const text = tokens[was.from]?.core ?? ''
  const isName = /^\p{Lu}/u.test(text) || was.manner?.letters === 'title'
  const letterCase = isName ? 'name' : 'smalls'
  takeBack(draft, kept.length - 1, 'spell.struck')
  drop(draft, command, 'spell.command')
  ahead[at + 1] = {
    ...letters,
    doubt: 'spelled-word',
    manner: { ...was.manner, letters: letterCase, inPlaceOf: { rule: 'spell.replaced', text } },
  }
}
