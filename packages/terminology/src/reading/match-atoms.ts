import type { Atom } from './atoms.ts'
import type { PhraseIndex, PhraseMatch } from './phrase-index.ts'
import type { Reading } from './reading.ts'
import {
  type Doubt,
  type Gap,
  inDoubt,
  type Span,
  type ValuePart,
  type ValueType,
  type Writing,
  writtenFor,
} from './span.ts'
import type { Token } from './token.ts'

/** The longest phrase whose atoms begin at an atom, with no mark inside it; `to` is the atom after it. */
export function matchAtoms<Meaning>(
  index: PhraseIndex<Meaning>,
  atoms: readonly Atom[],
  at: number,
): PhraseMatch<Meaning> | null {
  const first = atoms[at]?.text
  const phrases = first === undefined ? undefined : index.get(first)
  if (phrases === undefined) return null
  for (const { atoms: texts, meaning } of phrases) {
    let matched = 1
    while (matched < texts.length && next(atoms, at + matched) === texts[matched]) matched++
    if (matched === texts.length) return { meaning, to: at + matched }
  }
  return null
}

/** The text of an atom that goes on with the one before it, also after a hesitation; '' after a mark. */
export function next(atoms: readonly Atom[], at: number): string {
  const atom = atoms[at]
  return atom && atom.joint !== 'apart' ? atom.text : ''
}

/** The text of an atom that follows the one before it at once, without hesitation or mark. */
export function close(atoms: readonly Atom[], at: number): string {
  const atom = atoms[at]
  return atom && (atom.joint === 'space' || atom.joint === 'hyphen') ? atom.text : ''
}

/** The text of the atom before `at`, with no mark between them; `back` counts further ones. */
export function previous(atoms: readonly Atom[], at: number, back = 1): string {
  for (let step = 0; step < back; step++) if (atoms[at - step]?.joint === 'apart') return ''
  return atoms[at - back]?.text ?? ''
}

/** True if nothing that was glued to a word is cut: a token begins at `from` and another ends before `to`. */
export function isWholeTokens(atoms: readonly Atom[], from: number, to: number): boolean {
  const first = atoms[from]
  return first !== undefined && first.joint !== 'hyphen' && atoms[to - 1]?.closes === true
}

/** What may be one number or several, from an atom up to another: as it was said, for a person to look at. */
export function doubtUpTo(
  atoms: readonly Atom[],
  from: number,
  to: number,
  doubt: Doubt = 'ambiguous-number',
): readonly Span[] {
  return inDoubt(atoms[from]?.token ?? 0, (atoms[to - 1]?.token ?? 0) + 1, doubt)
}

/** One step of a value, in atoms. `write` absent: as it was said. */
export type Step = {
  readonly from: number
  readonly to: number
  readonly rule: string
  readonly write?: Writing
  readonly left?: Gap
  /** Written only by profiles whose `digitsFrom` this value reaches; as it was said by others. */
  readonly ifAtLeast?: number
}

/**
 * A value from steps that follow each other. Steps within one token ("five-millimetre") become one part. Null
 * where the value would cut a token in two.
 */
export function valueFrom(
  reading: Reading,
  type: ValueType,
  steps: readonly Step[],
  mayHold: '' | ',' = '',
): Span | null {
  const { atoms, tokens } = reading
  const first = steps[0]
  const last = steps.at(-1)
  if (!first || !last || !isWholeTokens(atoms, first.from, last.to)) return null
  const parts: ValuePart[] = []
  for (const step of steps) {
    const part = partOf(reading, step)
    const before = parts.at(-1)
    if (before && atoms[step.from]?.joint === 'hyphen') parts[parts.length - 1] = join(before, part)
    else parts.push(part)
  }
  const from = atoms[first.from]?.token ?? 0
  const to = (atoms[last.to - 1]?.token ?? 0) + 1
  // A mark inside a value would be lost.
  for (let at = from; at < to; at++) {
    const after = tokens[at]?.after ?? ''
    if (at > from && tokens[at]?.before !== '') return null
    if (at < to - 1 && after !== '' && after !== mayHold) return null
  }
  return { from, to, kind: 'value', type, parts }
}

function partOf({ atoms, tokens }: Reading, step: Step): ValuePart {
  const { from, to, rule, write, left, ifAtLeast } = step
  const first = atoms[from]?.token ?? 0
  const end = (atoms[to - 1]?.token ?? 0) + 1
  if (write !== undefined && ifAtLeast === undefined) {
    return partFrom(first, end, rule, write, left)
  }
  const said = asSaid(atoms, tokens, { from, to, first, end })
  const either = write === undefined ? said : ifReached(ifAtLeast ?? 0, write, said)
  return partFrom(first, end, rule, either, left)
}

/** Written out: copying an object costs more than all else that is done for a part. */
function partFrom(
  from: number,
  to: number,
  rule: string,
  write: Writing,
  left: Gap | undefined,
): ValuePart {
  return left ? { from, to, rule, write, left } : { from, to, rule, write }
}

function ifReached(value: number, write: Writing, said: string): Writing {
  return (profile) => (value >= profile.digitsFrom ? writtenFor(profile, write) : said)
}

/** The words of a step as they were said: whole tokens, or atoms of one. */
function asSaid(
  atoms: readonly Atom[],
  tokens: readonly Token[],
  step: {
    readonly from: number
    readonly to: number
    readonly first: number
    readonly end: number
  },
): string {
  const { from, to, first, end } = step
  if (atoms[to - 1]?.closes && atoms[from]?.joint !== 'hyphen') {
    if (end === first + 1) return tokens[first]?.core ?? ''
    const cores = tokens.slice(first, end).map(({ core }) => core)
    return cores.join(' ')
  }
  const texts = atoms.slice(from, to).map(({ text }) => text)
  return texts.join('-')
}

function join(a: ValuePart, b: ValuePart): ValuePart {
  const hyphen = b.left === 'percent' ? '' : '-'
  return { ...a, to: b.to, write: joined(a.write, hyphen, b.write) }
}

function joined(a: Writing, hyphen: '' | '-', b: Writing): Writing {
  return (profile) => writtenFor(profile, a) + hyphen + writtenFor(profile, b)
}
