/** A word of a text, without the marks around it. */
export type PlacedWord = {
  readonly text: string
  readonly start: number
  readonly end: number
  /** What stands between the word before and this one. */
  readonly gap: string
}

/** The words of a text in order; apostrophes and points inside a word are part of it; a hyphen parts two. */
export function wordsInText(text: string): readonly PlacedWord[] {
  const words: PlacedWord[] = []
  let last = 0
  let at = 0
  while (at < text.length) {
    if (!isLetter(text, at)) {
      at += 1
      continue
    }
    const start = at
    do at += 1
    while (isLetter(text, at) || (isInner(text, at) && isLetter(text, at + 1)))
    words.push({ text: text.slice(start, at), start, end: at, gap: text.slice(last, start) })
    last = at
  }
  return words
}

/** Letters and digits; what is beyond Latin and Greek counts, too: it is then a strange word, and no mark. */
function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at)
  if (code < 128) return (code > 96 && code < 123) || (code > 64 && code < 91) || isDigit(code)
  // The micro sign is a letter of a unit: µg.
  if (code === 0xb5) return true
  return code > 191 && code !== 215 && code !== 247 && !(code > 0x1fff && code < 0x2c00)
}

const isDigit = (code: number) => code > 47 && code < 58

function isInner(text: string, at: number): boolean {
  switch (text.charCodeAt(at)) {
    case 39: // '
    case 46: // .
    case 0x2019:
      return true
    case 44: // « 2,5 »
      return isDigit(text.charCodeAt(at - 1)) && isDigit(text.charCodeAt(at + 1))
    default:
      return false
  }
}

/** True if one word follows the other with nothing but a space between them. */
export function follows(word: PlacedWord | undefined): word is PlacedWord {
  return word !== undefined && (word.gap === ' ' || word.gap === '\u00a0' || word.gap === '\u202f')
}
