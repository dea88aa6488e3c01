import { isEveryday } from '../lexicon/everyday-words.ts'
import { foldLetters } from '../lexicon/fold-form.ts'
import type { WritingProfile } from '../locale-profile.ts'
import { endsSentence } from '../reading/sentence-end.ts'
import type { BreakSize, Doubt, Manner, Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import { absorbedBefore, withoutEngineMark } from './absorb-marks.ts'
import type { Piece } from './piece.ts'
import { withManner } from './with-manner.ts'
import { writeValue } from './write-value.ts'

/** Words that leave no text: which, and by what rule. */
export type Dropped = { readonly from: number; readonly to: number; readonly rule: string }

/** The spans of one part as pieces of text, and what was dropped on the way. */
export function writePieces(
  spans: readonly Span[],
  tokens: readonly Token[],
  profile: WritingProfile,
): { readonly pieces: readonly Piece[]; readonly dropped: readonly Dropped[] } {
  const pieces: Piece[] = []
  const dropped: Dropped[] = []
  for (const span of spans) {
    if (span.kind === 'dropped') {
      dropped.push({ from: span.from, to: span.to, rule: span.rule })
      continue
    }
    if (span.kind === 'command') continue
    const plain = pieceOf(span, tokens, profile)
    const manner =
      span.manner ?? (goesOn(pieces.at(-1), plain, tokens, profile) ? small : undefined)
    const piece = manner ? withManner(plain, manner, profile) : plain
    if (piece.saidMark || piece.kind === 'break' || piece.kind === 'item') {
      absorb(pieces, dropped, piece, absorbedBy(piece, tokens))
    }
    if (piece.isBlank) absorb(pieces, dropped, piece, absorbedBefore('hyphen'))
    const line = piece.kind === 'item' ? onOwnLine(piece, pieces.at(-1)) : piece
    pieces.push(span.manner?.asides ? { ...piece, asides: span.manner.asides } : line)
    const stop = piece.isBlank && /[.?!]/.exec(tokens[piece.to - 1]?.after ?? '')
    if (stop) pieces.push({ ...piece, kind: 'mark', text: stop[0], left: '', isBlank: false })
  }
  return { pieces, dropped }
}

function onOwnLine(piece: Piece, last: Piece | undefined): Piece {
  return last && last.kind !== 'break' ? { ...piece, text: `\n${piece.text}` } : piece
}

const small: Manner = { letters: 'small' }

/**
 * "No fever. Comma. No chills." is one sentence: the engine's capital after a mark that ends none goes, where the
 * word is one of the language and no name.
 */
function goesOn(
  last: Piece | undefined,
  { kind, text }: Piece,
  tokens: readonly Token[],
  { language }: WritingProfile,
): boolean {
  if (kind !== 'words' || !last?.saidMark || endsSentence(last.saidMark)) return false
  if (closing.test(last.saidMark) || !/[.?!]/.test(tokens[last.to - 1]?.after ?? '')) return false
  const [word = ''] = /^\p{Lu}\p{Ll}*(?![\p{L}\p{N}])/u.exec(text) ?? []
  return word !== 'I' && isEveryday(foldLetters(word), language) && word !== ''
}

const closing = /^close-/
const bracketing = /^(?:open|close)-/

/** The engine's full stop after "close parenthesis" is the sentence's; after "comma" it is its own idea. */
function engineStopAfter({ to, mark }: Span & { readonly kind: 'mark' }, tokens: readonly Token[]) {
  if (!closing.test(mark)) return ''
  return /[.?!]/.exec(tokens[to - 1]?.after ?? '')?.[0] ?? ''
}

/** "Nodule. Open parenthesis. Stable": an engine that ends a sentence after a command ended one before it too. */
function absorbedBy({ saidMark, to }: Piece, tokens: readonly Token[]): ReadonlySet<string> {
  const isApart = /\./.test(tokens[to - 1]?.after ?? '')
  if (saidMark && bracketing.test(saidMark) && isApart) return absorbedBefore('hyphen')
  return absorbedBefore(saidMark ?? 'break')
}

/** Takes the engine's own marks off the last piece, or drops it where it was nothing else. */
function absorb(
  pieces: Piece[],
  dropped: Dropped[],
  { saidMark }: Piece,
  marks: ReadonlySet<string>,
): void {
  const last = pieces.at(-1)
  if (!last || last.kind === 'break' || (last.saidMark && !closing.test(last.saidMark))) return
  const without = withoutEngineMark(last, marks, saidMark === 'period')
  if (without.text === '') {
    pieces.pop()
    dropped.push({ from: last.from, to: last.to, rule: 'mark.engine-mark' })
  } else {
    pieces[pieces.length - 1] = without
  }
}

const noRules: Piece['rules'] = []
const breakTexts: Readonly<Record<BreakSize, string>> = {
  line: '\n',
  paragraph: '\n\n',
  page: '\f',
}

function pieceOf(
  span: Exclude<Span, { kind: 'dropped' | 'command' }>,
  tokens: readonly Token[],
  profile: WritingProfile,
): Piece {
  const { from, to } = span
  switch (span.kind) {
    case 'value': {
      const { text, rules } = writeValue(span.parts, tokens, profile)
      const before = tokens[from]?.before ?? ''
      const after = tokens[to - 1]?.after ?? ''
      // "2 p.m." at the end of a sentence has one point.
      const end = text.endsWith('.') && after.startsWith('.') ? after.slice(1) : after
      return wordsPiece(from, to, before + text + end, rules, span.doubt)
    }
    case 'mark': {
      const { text: mark, left, right } = profile.marks[span.mark]
      const text = mark + (span.said ? engineStopAfter(span, tokens) : '')
      const rule = span.said ? `mark.${span.mark}` : 'filler'
      const rules =
        textOfTokens(tokens, from, to) === text
          ? []
          : [{ rule, before: textOfTokens(tokens, from, to), after: text }]
      const saidMark = span.said ? span.mark : null
      return { kind: 'mark', from, to, text, rules, left, right, saidMark }
    }
    case 'item': {
      const before = textOfTokens(tokens, from, to)
      const text = span.number === null ? '- ' : `${span.number}. `
      const rules = [{ rule: 'list.item', before, after: text }]
      return { kind: 'item', from, to, text, rules, left: '', right: '', saidMark: null }
    }
    case 'blank':
      return { ...wordsPiece(from, to, '____', noRules), isBlank: true }
    case 'break': {
      const text = breakTexts[span.size]
      const rule = `break.${span.size}`
      const rules = span.said ? [{ rule, before: textOfTokens(tokens, from, to), after: text }] : []
      return { kind: 'break', from, to, text, rules, left: '', right: '', saidMark: null }
    }
    case 'prose': {
      const text = textOfTokens(tokens, from, to)
      const spaced = withColonApart(text, profile)
      const rules =
        spaced === text ? noRules : [{ rule: 'mark.colon-space', before: text, after: spaced }]
      return wordsPiece(from, to, spaced, rules, span.doubt)
    }
    default:
      return wordsPiece(from, to, textOfTokens(tokens, from, to), noRules)
  }
}

/** « Conclusion: », as an engine writes it, has a no-break space where the locale has one; « 12: » may be half a time. */
function withColonApart(text: string, { marks }: WritingProfile): string {
  const { left } = marks.colon
  if (left === '' || !text.endsWith(':') || !/\p{L}:$/u.test(text)) return text
  return `${text.slice(0, -1)}${left}:`
}

/** All of the same shape but for a doubt: most pieces are made here. */
function wordsPiece(
  from: number,
  to: number,
  text: string,
  rules: Piece['rules'],
  doubt?: Doubt,
): Piece {
  const piece: Piece = {
    kind: 'words',
    from,
    to,
    text,
    rules,
    left: ' ',
    right: ' ',
    saidMark: null,
  }
  return doubt ? { ...piece, doubt } : piece
}

export function textOfTokens(tokens: readonly Token[], from: number, to: number): string {
  if (to === from + 1) return tokens[from]?.text ?? ''
  return tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(' ')
}
