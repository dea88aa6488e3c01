import type { HeardPiece } from '@plume/records'
import type { Omission, RecognisedWord } from '@plume/transcript'

/**
 * Whisper models were trained on subtitles. Where there is little to hear they say again what they said,
 * describe noises, or thank for watching (whisper.cpp issues 1507 and 1724). What nobody can have said is
 * left out, with a record; what only looks odd stays, and is marked as unsure.
 */
export function omitPhantoms(words: readonly RecognisedWord[]): HeardPiece {
  const omissions: Omission[] = []
  const passes = [omitNotes, omitRepetitions, omitClosingPhrase]
  let left = words
  for (const pass of passes) left = pass(left, omissions)
  return { words: left, omissions: omissions.toSorted((a, b) => a.startMs - b.startMs) }
}

type Pass = (words: readonly RecognisedWord[], omissions: Omission[]) => readonly RecognisedWord[]

function omit(
  words: readonly RecognisedWord[],
  reason: Omission['reason'],
  omissions: Omission[],
): void {
  const [first] = words
  const last = words.at(-1)
  if (!first || !last) return
  const text = words.map((word) => word.text).join(' ')
  omissions.push({ reason, text, startMs: first.startMs, endMs: last.endMs })
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

const longestRepeated = 10
/** Said so often in a row that it is a loop. Fewer times people do repeat themselves. */
const timesInALoop = 4

/** Of a loop, the first saying stays, and is marked as unsure. */
const omitRepetitions: Pass = (words, omissions) => {
  const forms = words.map(({ text }) => plainForm(text))
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
    left.push(...words.slice(at, at + length).map((word) => ({ ...word, confidence: 0 })))
    omit(words.slice(at + length, at + length * times), 'repetition', omissions)
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
    if (times >= timesInALoop) return { length, times }
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

/** Sayings of subtitles, at the end of a piece. None of them is ever part of a report. */
const closingPhrases: readonly (readonly string[])[] = [
  'Thanks for watching',
  'Thank you for watching',
  'Please subscribe',
  'Please subscribe to my channel',
  "Don't forget to subscribe",
  'Subtitles by the Amara.org community',
  'Transcription by CastingWords',
  "Sous-titres réalisés par la communauté d'Amara.org",
  "Sous-titres réalisés para la communauté d'Amara.org",
  'Sous-titrage Société Radio-Canada',
  "Merci d'avoir regardé cette vidéo",
  'Abonnez-vous',
  "N'oubliez pas de vous abonner",
].map((phrase) => plainForm(phrase).split(' '))

const omitClosingPhrase: Pass = (words, omissions) => {
  const tail = words.flatMap((word, index) =>
    plainForm(word.text)
      .split(' ')
      .map((form) => ({ form, index })),
  )
  const said = closingPhrases
    .filter((phrase) => phrase.every((form, n) => tail.at(n - phrase.length)?.form === form))
    .toSorted((a, b) => b.length - a.length)[0]
  const from = said ? tail.at(-said.length)?.index : undefined
  if (from === undefined) return words
  omit(words.slice(from), 'phantom-phrase', omissions)
  // It may have said so more than once.
  return omitClosingPhrase(words.slice(0, from), omissions)
}

/** Small letters, no punctuation around; what hyphens and dots join falls apart. */
function plainForm(text: string): string {
  return text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
}
