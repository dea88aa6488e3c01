import { visible } from '../escape.ts'
import { type Face, type Stretch, stretchesOf } from './fonts.ts'

/** Text in one face; `color` where it is not that of the paragraph. */
export type Piece = { readonly text: string; readonly face: Face; readonly color?: string }

/** Width of a text in points at the size at hand. */
export type Measure = (text: string, face: Face) => number

export type PlacedText = {
  readonly text: string
  readonly face: Face
  /** From the left edge of the line, in points. */
  readonly x: number
  readonly width: number
  readonly color?: string
}
export type Line = readonly PlacedText[]

type Part = Stretch & { readonly width: number; readonly color?: string }
/** What no line break may cut, and the space that was said before it. */
type Word = { readonly parts: readonly Part[]; readonly space: number; readonly width: number }

const graphemes = new Intl.Segmenter('fr', { granularity: 'grapheme' })

/**
 * Breaks text into lines no wider than `width` points: at spaces, after hyphens and slashes, and inside a word only where the
 * word alone is wider than a line. A number stays with what it counts ("8 units"). Words from right to left are set from right to left.
 */
export function layOutLines(
  pieces: readonly Piece[],
  width: number,
  measure: Measure,
): readonly Line[] {
  const lines: Line[] = []
  let line: Word[] = []
  let used = 0
  const close = () => {
    if (line.length > 0) lines.push(place(line))
    line = []
    used = 0
  }
  for (const word of withCounted(wordsOf(pieces, measure), width)) {
    for (const part of word.width > width ? cutWord(word, width, measure) : [word]) {
      const space = line.length === 0 ? 0 : part.space
      if (line.length > 0 && used + space + part.width > width) close()
      used += (line.length === 0 ? 0 : part.space) + part.width
      line.push(part)
    }
  }
  close()
  return lines
}

function wordsOf(pieces: readonly Piece[], measure: Measure): readonly Word[] {
  const words: Word[] = []
  let parts: Part[] = []
  let space = 0
  const close = () => {
    if (parts.length > 0) words.push({ parts, space, width: widthOf(parts) })
    parts = []
    space = 0
  }
  for (const { text, face, color } of pieces) {
    // After a hyphen or slash a line may end; a no-break space is part of its word.
    for (const chunk of visible(text).match(
      /[ \t\n]+|[^ \t\n]+?(?:[-/](?=[\p{L}])|(?=[ \t\n])|$)/gu,
    ) ?? []) {
      if (/^[ \t\n]/.test(chunk)) {
        close()
        space = measure(' ', face)
        continue
      }
      for (const stretch of stretchesOf(chunk, face)) {
        const width = measure(stretch.text, stretch.face)
        parts.push({ ...stretch, width, ...(color && { color }) })
      }
      if (/[-/]$/.test(chunk)) {
        close()
      }
    }
  }
  close()
  return words
}

/** Joins a number to the word after it, where both fit in one line. */
function withCounted(words: readonly Word[], width: number): readonly Word[] {
  const joined: Word[] = []
  for (const word of words) {
    const number = joined.at(-1)
    const both = number && number.width + word.space + word.width
    if (number && both && both <= width && counts(number, word)) {
      joined[joined.length - 1] = { ...number, parts: partsOf(number, word), width: both }
    } else joined.push(word)
  }
  return joined
}

function counts(number: Word, { parts: [first], space }: Word): boolean {
  return (
    space > 0 &&
    /\d$/.test(number.parts.at(-1)?.text ?? '') &&
    /^[\p{L}%°µ]/u.test(first?.text ?? '') &&
    first?.isRightToLeft === false
  )
}

function partsOf(number: Word, { parts, space }: Word): readonly Part[] {
  const face = number.parts.at(-1)?.face ?? 'regular'
  return [...number.parts, { text: ' ', face, isRightToLeft: false, width: space }, ...parts]
}

/** A word that is wider than a line, in parts that are not. */
function cutWord(word: Word, width: number, measure: Measure): readonly Word[] {
  const cut: Word[] = []
  let parts: Part[] = []
  let used = 0
  for (const part of word.parts) {
    for (const { segment } of graphemes.segment(part.text)) {
      const wide = measure(segment, part.face)
      if (used + wide > width && parts.length > 0) {
        cut.push({ parts, space: cut.length === 0 ? word.space : 0, width: widthOf(parts) })
        parts = []
        used = 0
      }
      const last = parts.at(-1)
      if (last && last.face === part.face) {
        const text = last.text + segment
        parts[parts.length - 1] = { ...last, text, width: last.width + wide }
      } else parts.push({ ...part, text: segment, width: wide })
      used += wide
    }
  }
  if (parts.length > 0)
    cut.push({ parts, space: cut.length === 0 ? word.space : 0, width: widthOf(parts) })
  return cut
}

const widthOf = (parts: readonly Part[]) => parts.reduce((sum, { width }) => sum + width, 0)

/** From left to right, each stretch of right-to-left words turned round (a simple case of UAX 9). */
function place(words: readonly Word[]): Line {
  const placed: PlacedText[] = []
  let x = 0
  for (const [index, word] of inVisualOrder(words).entries()) {
    if (index > 0) x += word.space
    for (const part of word.parts) {
      const { text, face, width, color } = part
      const last = placed.at(-1)
      // Text in one face is drawn in one go, with its spaces, so that it is found and copied as it reads.
      if (last && canJoin(last, part)) {
        const gap = index > 0 && word.parts[0] === part && word.space > 0 ? ' ' : ''
        placed[placed.length - 1] = {
          ...last,
          text: last.text + gap + text,
          width: x + width - last.x,
        }
      } else placed.push({ text, face, x, width, ...(color && { color }) })
      x += width
    }
  }
  return placed
}

function canJoin(last: PlacedText, part: Part): boolean {
  return (
    last.face === part.face &&
    last.color === part.color &&
    !part.isRightToLeft &&
    part.face !== 'fallback'
  )
}

function inVisualOrder(words: readonly Word[]): readonly Word[] {
  const ordered: Word[] = []
  let turned: Word[] = []
  const isTurned = (word: Word) => word.parts.some(({ isRightToLeft }) => isRightToLeft)
  for (const word of words) {
    if (isTurned(word)) turned.push(word)
    else {
      ordered.push(...turnedRound(turned), word)
      turned = []
    }
  }
  return [...ordered, ...turnedRound(turned)]
}

/** A space stays between the words that it parted. */
function turnedRound(words: readonly Word[]): readonly Word[] {
  const spaces = [...words.slice(0, 1), ...words.slice(1).reverse()].map(({ space }) => space)
  return words.toReversed().map((word, index) => ({ ...word, space: spaces[index] ?? 0 }))
}
