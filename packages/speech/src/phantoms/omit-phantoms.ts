import type { HeardPiece } from '@plume/records'
import type { Omission, RecognisedWord } from '@plume/transcript'
import { type Circumstances, isWithoutVoice, omit, type Pass } from './omit.ts'
import { omitPromptEcho } from './omit-prompt-echo.ts'
import { omitRepetitions } from './omit-repetitions.ts'
import { neverDictated, seldomDictated } from './phantom-phrases.ts'
import { formsOf } from './plain-form.ts'

/**
 * Whisper models were trained on subtitles. Where there is little to hear they say again what they said,
 * describe noises, thank for watching, or give out their prompt (whisper.cpp issues 1507 and 1724). What
 * nobody can have said is left out, with a record; what only looks odd stays, and is marked as unsure.
 */
export function omitPhantoms(
  words: readonly RecognisedWord[],
  circumstances: Circumstances = {},
): HeardPiece {
  const omissions: Omission[] = []
  const passes = [omitNotes, omitPromptEcho, omitRepetitions, omitClosingPhrase]
  let left = words
  for (const pass of passes) left = pass(left, omissions, circumstances)
  return { words: left, omissions: omissions.toSorted((a, b) => a.startMs - b.startMs) }
}

const opening = /^[[(*♪]/u
const closing = /[\])*♪][.,]?$/u
const longestNote = 8

/** `[BLANK_AUDIO]`, `(speaking in foreign language)`, `*coughs*`: said of the sound, not in it. */
const omitNotes: Pass = (words, omissions) => {
  const left: RecognisedWord[] = []
  let at = 0
  while (at < words.length) {
    const ends = opening.test(words[at]?.text ?? '')
      ? words.slice(at, at + longestNote).findIndex(({ text }) => closing.test(text))
      : -1
    const note = words.slice(at, at + ends + 1)
    if (isNote(note)) omit(note, 'not-speech', omissions)
    else left.push(...words.slice(at, at + Math.max(1, ends + 1)))
    at += Math.max(1, ends + 1)
  }
  return left
}

/** A bracket around a number or a letter may be dictated: "(2)", "[b]". */
function isNote(words: readonly RecognisedWord[]): boolean {
  const letters = words
    .map(({ text }) => text)
    .join('')
    .replace(/[^\p{L}]/gu, '')
  return words.length > 0 && letters.length > 1
}

/** At the end of a piece, as often as it stands there. */
const omitClosingPhrase: Pass = (words, omissions, circumstances) => {
  const never = closingWords(words, neverDictated)
  const seldom = closingWords(words, seldomDictated)
  const unsaid =
    never.length > 0 ? never : isWithoutVoice(seldom, circumstances.voice) ? seldom : []
  if (unsaid.length === 0) return words
  omit(unsaid, 'phantom-phrase', omissions)
  return omitClosingPhrase(words.slice(0, words.length - unsaid.length), omissions, circumstances)
}

/** The words at the end that are one of the phrases, the longest first; none where they are not. */
function closingWords(
  words: readonly RecognisedWord[],
  phrases: readonly (readonly string[])[],
): readonly RecognisedWord[] {
  const tail = formsOf(words)
  const said = phrases.find((phrase) =>
    phrase.every((form, n) => tail.at(n - phrase.length)?.form === form),
  )
  const from = said ? tail.at(-said.length)?.index : undefined
  return from === undefined ? [] : words.slice(from)
}
