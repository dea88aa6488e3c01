import type { Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import type { CorrectionWords } from './correction-words.ts'
import {
  type Draft,
  drop,
  handOnCapital,
  isSentenceEnd,
  isWords,
  keepWords,
  takeBack,
} from './draft.ts'
import { soundsCorrected } from './open-correction.ts'
import { kindOf, mayReplace } from './value-kind.ts'

/** Words that may be said again before what is put right: "to the right knee", « à la hanche gauche ». */
const longestLead = 4
/** Words that may be said again after it: "left lower lobe, correction, right lower lobe". */
const longestTail = 6

type Replacement = {
  /** Where it is in `draft.ahead`. */
  readonly index: number
  readonly kind: string
  /** The words said before it. */
  readonly lead: readonly Token[]
  /** Its first token, and the one after it. */
  readonly from: number
  readonly to: number
}

/**
 * "Left knee, correction, right knee": puts a side, number, date, level or the like in place of the last one of its
 * own kind, with the words around it that were said again. Everything else stays as it was said: what was said again
 * must be the same words, or nothing. Sure commands that could not be obeyed are shown.
 */
export function repair(
  draft: Draft,
  { command, at }: { readonly command: Span; readonly at: number },
  isSure: boolean,
): void {
  const replacement = replacementFrom(draft, at + 1)
  const like = replacement && likeBefore(draft, replacement)
  const isSlip =
    replacement &&
    like &&
    !mayBeDose(draft, command) &&
    !mayBeTreatment(draft, command, like, replacement)
  const from = isSlip ? placeOf(draft, like, replacement) : null
  if (!replacement || from === null) {
    const isOpen =
      like !== null ||
      soundsCorrected(draft, at + 1) ||
      (isSure && (isApart(draft, command) || meetsValues(draft, replacement)))
    keepWords(draft, command, isOpen ? 'open-correction' : undefined)
    return
  }
  const struck = draft.kept.slice(from)
  takeBack(draft, from, 'repair.struck')
  drop(draft, command, 'repair.command')
  putInPlace(draft, struck, replacement, at + 1)
}

/** "5 mg, no, 10 mg": both stay, and where one may be meant in place of the other, that is shown. */
export function doubtRepair(
  draft: Draft,
  { command, at }: { readonly command: Span; readonly at: number },
): void {
  const replacement = replacementFrom(draft, at + 1)
  const like = replacement && likeBefore(draft, replacement)
  const isOpen = replacement && like ? placeOf(draft, like, replacement) !== null : false
  keepWords(draft, command, isOpen ? 'open-correction' : undefined)
}

function replacementFrom({ ahead, tokens, words }: Draft, start: number): Replacement | null {
  const lead: Token[] = []
  for (let index = start; index < start + longestLead + 1; index++) {
    const span = ahead[index]
    if (!span) return null
    const kind = kindOf(span, tokens, words)
    if (kind) return { index, kind, lead, from: span.from, to: span.to }
    const token = tokens[span.from]
    if (span.kind !== 'prose' || !token || token.after !== '' || token.before !== '') return null
    lead.push(token)
  }
  return null
}

/** What was kept last of the kind of a replacement, and the words kept after it. */
type Like = { readonly index: number; readonly tail: readonly Token[] }

function likeBefore({ kept, tokens, words }: Draft, { kind }: Replacement): Like | null {
  const last = kept.at(-1)
  // "The right breast, I mean the left": the mark before goes with what is put right.
  const isMarked = last?.kind === 'mark' && (isSentenceEnd(last, tokens) || last.mark === 'comma')
  const end = isMarked ? kept.length - 1 : kept.length
  for (let index = end - 1; index >= 0 && index >= end - 1 - longestTail; index--) {
    const span = kept[index]
    if (!span || !isWords(span)) return null
    if (index < end - 1 && tokens[span.to - 1]?.after !== '') return null
    const old = kindOf(span, tokens, words)
    if (!old || !mayReplace(old, kind)) continue
    return { index, tail: tokensOf(kept.slice(index + 1, end), tokens) }
  }
  return null
}

/** The first kept span that the replacement takes the place of; null where other words follow the old one. */
function placeOf(draft: Draft, { index, tail }: Like, { to, lead }: Replacement): number | null {
  return isSaidAgain(tail, draft.tokens, to) ? withLead(draft, index, lead) : null
}

/** True if these words follow, one after the other, from a token on; none always do. */
function isSaidAgain(tail: readonly Token[], tokens: readonly Token[], from: number): boolean {
  return tail.every((token, offset) => {
    const again = tokens[from + offset]
    return again && tokens[from + offset - 1]?.after === '' && isSame(token, again)
  })
}

/** Takes in the words before a value that were said again; other words than small ones forbid it. */
function withLead(
  { kept, tokens, words }: Draft,
  index: number,
  lead: readonly Token[],
): number | null {
  const before = kept.slice(Math.max(0, index - lead.length), index)
  const said = tokensOf(before, tokens)
  if (said.length === lead.length && lead.every((token, at) => isSameAt(said, at, token))) {
    return index - before.length
  }
  if (!lead.every((token) => token.atoms.every((atom) => words.determiners.has(atom)))) return null
  const [article] = tokensOf(kept.slice(Math.max(0, index - 1), index), tokens)
  return lead.length > 0 && article?.after === '' && words.determiners.has(article.atoms[0] ?? '')
    ? index - 1
    : index
}

const isSame = (a: Token, b: Token) => a.atoms.join(' ') === b.atoms.join(' ')
const isSameAt = (said: readonly Token[], at: number, token: Token) => {
  const other = said[at]
  return other !== undefined && other.after === '' && isSame(other, token)
}

function tokensOf(spans: readonly Span[], tokens: readonly Token[]): readonly Token[] {
  return spans.flatMap(({ from, to }) => tokens.slice(from, to))
}

/** How far before a correction an insulin may be named. */
const doseWithin = 8

/** "Insulin four units correction two units": a dose that corrects a high sugar, as often as a slip of the tongue. */
function mayBeDose({ kept, tokens, words }: Draft, { from, to }: Span): boolean {
  if (to !== from + 1 || tokens[from]?.atoms[0] !== 'correction') return false
  return tokensOf(kept.slice(-doseWithin), tokens).some(({ atoms }) =>
    words.insulins.has(atoms[0] ?? ''),
  )
}

/** How far before its value a measured thing may be named. */
const namedWithin = 4

/** "Potassium 3.1, correction 40 mEq", "sodium 120 mmol/L, correction 8 mmol/L per day": what was measured, and what was done about it. */
function mayBeTreatment(
  { kept, ahead, tokens, words }: Draft,
  { from, to }: Span,
  { index }: Like,
  replacement: Replacement,
): boolean {
  if (to !== from + 1 || tokens[from]?.atoms[0] !== 'correction') return false
  const [old, by] = [kept[index], ahead[replacement.index]]
  const isNamed = tokensOf(kept.slice(Math.max(0, index - namedWithin), index), tokens).some(
    ({ atoms }) => words.measured.has(atoms[0] ?? ''),
  )
  const unit = by ? unitAfter(by, tokens, words) : null
  if (!isNamed || !old || !unit) return false
  return (
    words.rates.has(tokens[unit.to]?.atoms[0] ?? '') ||
    unitAfter(old, tokens, words)?.atom !== unit.atom
  )
}

/** What a value is counted in, and the token after it: in it, or right after it where an engine wrote it; null for a bare number. */
function unitAfter({ to, ...span }: Span, tokens: readonly Token[], { units }: CorrectionWords) {
  if (span.kind === 'value' && span.type === 'measure') {
    return { atom: tokens[to - 1]?.atoms.at(-1), to }
  }
  const atom = tokens[to - 1]?.after === '' ? (tokens[to]?.atoms[0] ?? '') : ''
  return units.has(atom) || /..s$/.test(atom) ? { atom, to: to + 1 } : null
}

/** Marks on both sides: the engine heard that it stands by itself. */
function isApart({ kept, tokens }: Draft, { to }: Span): boolean {
  const last = kept.at(-1)
  const markBefore = last && (!isWords(last) || tokens[last.to - 1]?.after !== '')
  return Boolean(markBefore) && tokens[to - 1]?.after !== ''
}

function meetsValues({ kept, tokens, words }: Draft, replacement: Replacement | null): boolean {
  const last = kept.at(-1)
  return replacement !== null && last !== undefined && kindOf(last, tokens, words) !== null
}

function putInPlace(
  draft: Draft,
  struck: readonly Span[],
  replacement: Replacement,
  next: number,
): void {
  const { ahead, kept, tokens } = draft
  const span = ahead[replacement.index]
  if (!span) return
  const text = tokensOf(struck, tokens)
    .map((token) => token.text)
    .join(' ')
  ahead[replacement.index] = {
    ...span,
    manner: { ...span.manner, inPlaceOf: { rule: 'repair.replaced', text } },
  }
  const before = kept.at(-1)
  if (!before || !isWords(before) || isSentenceEnd(before, tokens))
    handOnCapital(draft, struck[0], next)
  else goOnSmall(draft, next)
  agree(draft, replacement)
}

/** "Pain in the left knee. Correction. Right knee." is one sentence now. */
function goOnSmall({ ahead, tokens, words }: Draft, next: number): void {
  const span = ahead[next]
  const token = tokens[span?.from ?? -1]
  const [atom = ''] = token?.atoms ?? []
  if (span?.kind !== 'prose' || !/^\p{Lu}\p{Ll}/u.test(token?.core ?? '')) return
  if (!words.sides.has(atom) && !words.determiners.has(atom)) return
  ahead[next] = { ...span, manner: { ...span.manner, letters: 'small' } }
}

/** "A five, correction, eight millimetre nodule" has an eight millimetre nodule. */
function agree({ kept, tokens, words }: Draft, { lead, from }: Replacement): void {
  const last = kept.at(-1)
  const article = tokens[last?.from ?? -1]
  if (!words.article || last?.kind !== 'prose' || !article || lead.length > 0) return
  const text = words.article(article.core, tokens[from]?.core ?? '')
  if (text !== article.core) kept[kept.length - 1] = { ...last, manner: { ...last.manner, text } }
}
