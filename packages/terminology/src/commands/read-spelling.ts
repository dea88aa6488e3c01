import { matchPhrase, type PhraseIndex } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import { type Span, valueSpan } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'

export type SpellingWords = {
  /** "spell that", « j'épelle »: what is said before the letters of the word before. */
  readonly opens: PhraseIndex<'spell'>
  /** "as in", « comme »: between a letter and a word that begins with it. */
  readonly likeness: PhraseIndex<'as'>
  /** False where it also compares: « vitamine C comme complément ». Then one alone wants a name. */
  readonly isSureLikeness: boolean
  /** "double", « deux »: the letter after it twice. */
  readonly twice: ReadonlySet<string>
  /** What is said after a letter, and the mark that combines with it. */
  readonly accents: PhraseIndex<string>
  /** Digits in words, in a code: "B as in boy four". */
  readonly digitOf: (atoms: readonly string[]) => number | null
}

/** Two are a pair of initials, more a word. */
const fewest = 2
const longest = 40

type Letters = { readonly text: string; readonly to: number }

/** "Spell that S M Y T H": the command, and the letters as the one word that they make. */
export function readSpelling(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, language, off, last } = reading
  if (off.has('spell') || last === null) return null
  const opens = matchPhrase(language.spelling.opens, tokens, at)
  if (!opens || /[.?!]/.test(tokens[opens.to - 1]?.after ?? '')) return null
  const letters = lettersFrom(reading, opens.to)
  if (letters.text.length < fewest) return null
  return [
    { from: at, to: opens.to, kind: 'command', command: { kind: 'spell' } },
    valueSpan({ from: opens.to, to: letters.to }, 'term', 'spell.letters', () =>
      letters.text.toUpperCase(),
    ),
  ]
}

function lettersFrom(reading: Reading, from: number): Letters {
  const { tokens, language } = reading
  let [text, to] = ['', from]
  while (to < tokens.length && text.length < longest) {
    const next = letterAt(reading, to)
    if (!next) break
    text += next.text
    to = next.to
    const accent = matchPhrase(language.spelling.accents, tokens, to)
    if (accent && tokens[to - 1]?.after === '') {
      text = (text + accent.meaning).normalize('NFC')
      to = accent.to
    }
    if (/[.?!;:]/.test(tokens[to - 1]?.after ?? '')) break
  }
  return { text, to }
}

function letterAt(reading: Reading, at: number): Letters | null {
  const { tokens, language } = reading
  const like = likenessAt(reading, at)
  if (like) return like
  const token = tokens[at]
  if (token?.before !== '') return null
  const after = singleLetters(tokens[at + 1])
  if (language.spelling.twice.has(token.atoms.join(' ')) && after.length === 1)
    return { text: after + after, to: at + 2 }
  const text = singleLetters(token)
  return text === '' ? null : { text, to: at + 1 }
}

/** "S" or "S-M-Y-T-H"; '' where the token is something else. */
function singleLetters(token: Token | undefined): string {
  const atoms = token?.atoms ?? []
  return atoms.every((atom) => /^\p{L}$/u.test(atom)) ? atoms.join('') : ''
}

/** "B as in boy", « B comme Bernard »: only a word with that letter says which one. */
function likenessAt({ tokens, language }: Reading, at: number): Letters | null {
  const letter = singleLetters(tokens[at])
  if (letter.length !== 1 || tokens[at]?.after !== '') return null
  const as = matchPhrase(language.spelling.likeness, tokens, at + 1)
  const word = as && tokens[as.to - 1]?.after === '' ? tokens[as.to] : undefined
  const [atom = ''] = word?.atoms ?? []
  if (!as || atom.length < 2 || plain(atom.charAt(0)) !== plain(letter)) return null
  return { text: letter, to: as.to + 1 }
}

const plain = (letter: string) => letter.normalize('NFD').charAt(0)

/** "B as in boy, D as in dog, four": a code of letters and digits. */
export function readLikeness(reading: Reading, at: number): readonly Span[] | null {
  const { tokens, language, off } = reading
  if (off.has('spell') || tokens[at]?.before !== '') return null
  let [text, to] = ['', at]
  for (let next = likenessAt(reading, to); next; next = likenessAt(reading, to)) {
    text += next.text.toUpperCase()
    to = next.to
    if (!/^,?$/.test(tokens[to - 1]?.after ?? '')) break
  }
  const isName = /^\p{Lu}/u.test(tokens[to - 1]?.core ?? '')
  if (to === at || !(text.length > 1 || isName || language.spelling.isSureLikeness)) return null
  const goesOn = /^,?$/.test(tokens[to - 1]?.after ?? '') && tokens[to]?.before === ''
  const core = tokens[to]?.core ?? ''
  const digit = /^\d+$/.test(core) ? core : language.spelling.digitOf(tokens[to]?.atoms ?? [])
  if (goesOn && digit !== null && tokens[to]) {
    text += digit
    to++
  }
  return [valueSpan({ from: at, to }, 'code', 'code.letters', text)]
}
