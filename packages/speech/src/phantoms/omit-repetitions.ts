import type { RecognisedWord } from '@plume/transcript'
import { omit, type Pass, unsure } from './omit.ts'
import { plainForms } from './plain-form.ts'

const longestRepeated = 10

/**
 * Said so often in a row that it is a loop. A single word people do repeat, for each of several results
 * ("negative, negative, negative, negative"): fewer times than `ofAWord` it stays, marked as unsure.
 */
const timesInALoop = { ofAWord: 6, ofAPhrase: 4 }
/** From so many times on it is at least odd. "No, no, no" is not. */
const oddTimes = 4

/** Of a loop, the first saying stays, and is marked as unsure. */
export const omitRepetitions: Pass = (words, omissions) => {
  const forms = words.map(({ text }) => plainForms(text).join(' '))
  const left: RecognisedWord[] = []
  let at = 0
  while (at < words.length) {
    const loop = loopAt(forms, at)
    if (loop === null) {
      left.push(...words.slice(at, at + 1))
      at += 1
      continue
    }
    const { length, times } = loop
    const all = words.slice(at, at + length * times).map(unsure)
    const isLoop = times >= (length === 1 ? timesInALoop.ofAWord : timesInALoop.ofAPhrase)
    left.push(...(isLoop ? all.slice(0, length) : all))
    if (isLoop) omit(all.slice(length), 'repetition', omissions)
    at += length * times
  }
  return left
}

function loopAt(forms: readonly string[], at: number): { length: number; times: number } | null {
  for (let length = 1; length <= longestRepeated; length += 1) {
    const phrase = forms.slice(at, at + length)
    if (phrase.length < length || !phrase.some(isWord)) continue
    let times = 1
    while (phrase.every((form, n) => forms[at + times * length + n] === form)) times += 1
    if (times >= oddTimes) return { length, times }
  }
  return null
}

/** Figures and single letters repeat in earnest: in telephone numbers, in what is spelled out. */
function isWord(form: string): boolean {
  return /\p{L}{2}/u.test(form) && !spokenFigures.has(form)
}

const spokenFigures = new Set(
  (
    'zero oh one two three four five six seven eight nine double triple ' +
    'zéro un une deux trois quatre cinq sept huit neuf'
  ).split(' '),
)
