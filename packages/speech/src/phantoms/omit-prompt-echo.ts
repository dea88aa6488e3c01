import type { RecognisedWord } from '@plume/transcript'
import { isWithoutVoice, omit, type Pass, unsure } from './omit.ts'
import { formsOf, plainForms } from './plain-form.ts'

/** So many words of the prompt in its order are no accident. Names of sections are fewer. */
const leastEcho = 6
/** Where no voice is, fewer are enough. */
const leastEchoInSilence = 2

/**
 * On silence Whisper gives out what it was told to expect. A doctor may well say the same words, and where
 * there is a voice they stay, marked as unsure; without one nobody said them.
 */
export const omitPromptEcho: Pass = (words, omissions, { prompt, voice }) => {
  const prompted = plainForms(prompt ?? '')
  if (prompted.length === 0) return words
  const left: RecognisedWord[] = []
  let at = 0
  while (at < words.length) {
    const said = words.slice(at, at + longestEcho(words.slice(at), prompted))
    const forms = formsOf(said).length
    const unsaid = forms >= leastEchoInSilence && isWithoutVoice(said, voice)
    if (unsaid) omit(said, 'prompt-echo', omissions)
    else if (forms >= leastEcho) left.push(...said.map(unsure))
    const isEcho = unsaid || forms >= leastEcho
    if (!isEcho) left.push(...words.slice(at, at + 1))
    at += isEcho ? said.length : 1
  }
  return left
}

/** How many words from the first on stand in the prompt, in its order, at any place. */
function longestEcho(words: readonly RecognisedWord[], prompted: readonly string[]): number {
  const forms = formsOf(words)
  let longest = 0
  for (const start of prompted.keys()) {
    let length = 0
    while (length < forms.length && prompted[start + length] === forms[length]?.form) length += 1
    longest = Math.max(longest, length)
  }
  // Whole words only, and none but punctuation after the last.
  const beyond = forms[longest]?.index ?? words.length
  return longest === 0 ? 0 : beyond
}
