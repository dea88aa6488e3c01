import { foldLetters } from '../lexicon/fold-form.ts'
import type { ReadRun } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { keptFor } from '../reading/kept-for.ts'
import { close, isWholeTokens, matchAtoms, previous, valueFrom } from '../reading/match-atoms.ts'
import type { PhraseIndex } from '../reading/phrase-index.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'

/** How a language says an electronic address. */
export type AddressSpeech = {
  /** What is said for the marks inside an address. */
  readonly joiners: PhraseIndex<'.' | '_' | '-' | '+'>
  /** What is said for @. */
  readonly at: PhraseIndex<'@'>
  readonly slash: PhraseIndex<'/'>
  readonly colon: PhraseIndex<':'>
  /** What is said for several letters: « trois w ». */
  readonly letters: PhraseIndex<string>
  /** Last labels of a domain, as they are said: what does not end in one of these is no address. */
  readonly topLevels: ReadonlySet<string>
  /** Words that are no part of a name, unless a dash or an underscore ties them to one. */
  readonly neverNames: ReadonlySet<string>
  readonly numberWords: ReadonlySet<string>
  readonly runAt: ReadRun
  /** True where one bare word at a domain is a mailbox; the words are those before it, the nearest first. */
  readonly isMailbox: (before: readonly string[], wordsSoFar: number) => boolean
  /** Words between one mailbox and the next: "bob at example dot com or alice at example dot com". */
  readonly another?: ReadonlySet<string>
  /** True where a page needs no `www` and no scheme before it. */
  readonly isPage: (domain: string, before: readonly string[]) => boolean
  /** How many points may stand before the @. */
  readonly pointsInMailbox: number
}

/** A piece of an address, joined as it is written, and the atom after it. */
type Piece = { readonly text: string; readonly to: number; readonly isBare: boolean }

/** "john dot smith at gmail dot com", « trois w point exemple point org »: written in one piece, in small letters. */
export function electronicAddressRule(speech: AddressSpeech): Rule {
  const known = new WeakMap<readonly Atom[], EndsAfter>()
  const find = (atoms: readonly Atom[]) => findEnds(speech, atoms)
  return {
    begins: 'any',
    read: (reading, at) =>
      keptFor(known, reading.atoms, find)?.[reading.firstAtom[at] ?? 0] === 1
        ? readAddress(speech, reading, at)
        : null,
  }
}

/** No address has more atoms. */
const longestAddress = 100

/** For each atom 1 where a domain may end not far after it; null for most dictations, in which none does. */
type EndsAfter = Uint8Array | null

function findEnds(speech: AddressSpeech, atoms: readonly Atom[]): EndsAfter {
  let ends: Uint8Array | null = null
  let end = Number.POSITIVE_INFINITY
  for (let at = atoms.length - 1; at >= 0; at--) {
    if (isLastPoint(speech, atoms, at)) end = at
    if (end - at > longestAddress) continue
    ends ??= new Uint8Array(atoms.length)
    ends[at] = 1
  }
  return ends
}

/** True for a point after which the last label of a domain may be said, or spelled. */
function isLastPoint({ joiners, topLevels }: AddressSpeech, atoms: readonly Atom[], at: number) {
  const point = matchAtoms(joiners, atoms, at)
  if (point?.meaning !== '.') return false
  const label = close(atoms, point.to)
  return topLevels.has(label) || isLetter(label)
}

function readAddress(speech: AddressSpeech, reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (!mayBegin(speech, atoms, from)) return null
  const scheme = schemeAt(speech, atoms, from)
  const address =
    (scheme ? null : mailboxAt(speech, reading, from)) ?? pageAt(speech, reading, from, scheme)
  if (!address || !isWholeTokens(atoms, from, address.to)) return null
  const { text, to } = address
  const span = valueFrom(reading, 'code', [
    { from, to, rule: 'code.electronic-address', write: text },
  ])
  return span && [span]
}

/** One look at the next word, so that prose costs no more. */
function mayBegin(speech: AddressSpeech, atoms: readonly Atom[], from: number): boolean {
  const word = atoms[from]?.text ?? ''
  const after = close(atoms, from + 1)
  if (after === '') return false
  return (
    speech.joiners.has(after) ||
    speech.at.has(after) ||
    speech.letters.has(word) ||
    isScheme(word) ||
    isLetter(word) ||
    speech.numberWords.has(after)
  )
}

const isScheme = (text: string) => /^https?$/.test(text)

/** "h t t p s colon slash slash". */
function schemeAt(speech: AddressSpeech, atoms: readonly Atom[], from: number): Piece | null {
  const word = atoms[from]?.text ?? ''
  const letters = isScheme(word) ? word : lettersAt(atoms, from)
  if (!isScheme(letters)) return null
  const colon = said(speech.colon, atoms, from + (letters === word ? 1 : letters.length))
  const first = colon && said(speech.slash, atoms, colon.to)
  const second = first && said(speech.slash, atoms, first.to)
  return second && { text: `${letters}://`, to: second.to, isBare: false }
}

/** What is said at an atom that goes on from the one before it. */
function said<Meaning>(index: PhraseIndex<Meaning>, atoms: readonly Atom[], at: number) {
  return close(atoms, at) === '' ? null : matchAtoms(index, atoms, at)
}

function mailboxAt(
  speech: AddressSpeech,
  reading: Reading,
  from: number,
  back = longestList,
): Piece | null {
  const { atoms } = reading
  const name = nameAt(speech, atoms, from)
  const at = name && said(speech.at, atoms, name.to)
  if (!at || name.text.split('.').length - 1 > speech.pointsInMailbox) return null
  const domain = close(atoms, at.to) === '' ? null : domainAt(speech, atoms, at.to)
  if (!domain) return null
  const { before, wordsSoFar } = around(reading, from)
  const isSure = !name.isBare || speech.isMailbox(before, wordsSoFar)
  if (!isSure && !isAnother(speech, reading, from, back)) return null
  return { text: `${name.text}@${domain.text}`, to: domain.to, isBare: false }
}

/** How far back a list of bare mailboxes is followed, and how long each of them may be. */
const longestList = 4
const longestInList = 8

/** Whether a mailbox ends just before, with only "or" or the like between. */
function isAnother(speech: AddressSpeech, reading: Reading, from: number, back: number): boolean {
  const { atoms } = reading
  let end = from
  while (end > from - 2 && speech.another?.has(previous(atoms, end))) end--
  if (end === from || back === 0) return false
  for (let start = end - 1; start >= Math.max(0, end - longestInList); start--) {
    if (mailboxAt(speech, reading, start, back - 1)?.to === end) return true
  }
  return false
}

function around(reading: Reading, from: number) {
  return aroundAtoms(reading, from, from + 1)
}

/** A domain with its path. */
function pageAt(
  speech: AddressSpeech,
  reading: Reading,
  from: number,
  scheme: Piece | null,
): Piece | null {
  const { atoms } = reading
  const domain = domainAt(speech, atoms, scheme?.to ?? from)
  if (!domain) return null
  const isSure = scheme !== null || domain.text.startsWith('www.')
  if (!isSure && !speech.isPage(domain.text, around(reading, from).before)) return null
  let { text, to } = domain
  for (;;) {
    const slash = said(speech.slash, atoms, to)
    const name =
      slash && close(atoms, slash.to) !== '' ? nameAt(speech, atoms, slash.to, true) : null
    if (!name) break
    text += `/${name.text}`
    to = name.to
  }
  return { text: (scheme?.text ?? '') + text, to, isBare: false }
}

function domainAt(speech: AddressSpeech, atoms: readonly Atom[], from: number): Piece | null {
  const name = nameAt(speech, atoms, from)
  const labels = name?.text.split('.') ?? []
  // "+" is for a mailbox alone.
  if (labels.length < 2 || name?.text.includes('+')) return null
  return speech.topLevels.has(labels.at(-1) ?? '') ? name : null
}

const longest = 12

/** Words, letters and digits with the marks that were said between them. */
function nameAt(
  speech: AddressSpeech,
  atoms: readonly Atom[],
  from: number,
  isPath = false,
): Piece | null {
  let name = partAt(speech, atoms, from, isTiedOn(speech, atoms, from))
  for (let count = 0; name && count < longest; count++) {
    const joiner = said(speech.joiners, atoms, name.to)
    // "example dot com slash about dash us"; "plume dot org dash it is open" is over before the dash.
    const isTied =
      joiner !== null && isTie(joiner.meaning) && (isPath || goesOn(speech, atoms, joiner.to + 1))
    const more =
      joiner && close(atoms, joiner.to) !== '' ? partAt(speech, atoms, joiner.to, isTied) : null
    if (!joiner || !more) break
    name = { text: name.text + joiner.meaning + more.text, to: more.to, isBare: false }
  }
  return name
}

/** "my dash site": a word that goes on with a dash. */
function isTiedOn(speech: AddressSpeech, atoms: readonly Atom[], from: number): boolean {
  const joiner = said(speech.joiners, atoms, from + 1)
  return joiner !== null && isTie(joiner.meaning)
}

const isTie = (joiner: string) => joiner === '-' || joiner === '_'

const goesOn = (speech: AddressSpeech, atoms: readonly Atom[], at: number) =>
  said(speech.joiners, atoms, at) !== null || said(speech.at, atoms, at) !== null

/** "a b c", "jane", "doe ninety nine", "j smith". */
function partAt(
  speech: AddressSpeech,
  atoms: readonly Atom[],
  from: number,
  isTied = false,
): Piece | null {
  const named = matchAtoms(speech.letters, atoms, from)
  if (named) return { text: named.meaning, to: named.to, isBare: false }
  const letters = lettersAt(atoms, from)
  const wordFrom = from + letters.length
  const isInitials = letters !== '' && !/^[ai]$/.test(letters)
  const word =
    letters === '' || isInitials
      ? wordAt(speech, atoms, wordFrom, { isFirst: letters === '', isTied })
      : ''
  const to = wordFrom + (word === '' ? 0 : 1)
  const start = letters + word
  const run = start === '' || close(atoms, to) !== '' ? speech.runAt(atoms, to) : []
  const digits = run.map((group) => group.digits).join('')
  if (start + digits === '') return null
  const isBare = letters === '' && digits === ''
  return { text: start + digits, to: run.at(-1)?.to ?? to, isBare }
}

/** A word that may be part of a name, without its accents: no mailbox has them. */
function wordAt(
  speech: AddressSpeech,
  atoms: readonly Atom[],
  at: number,
  { isFirst, isTied }: { readonly isFirst: boolean; readonly isTied: boolean },
): string {
  const word = isFirst ? (atoms[at]?.text ?? '') : close(atoms, at)
  const isTaken =
    speech.numberWords.has(word) ||
    speech.joiners.has(word) ||
    (!isTied && speech.neverNames.has(word))
  const plain = isTaken ? '' : foldLetters(word)
  return /^[a-z][a-z0-9]+$/.test(plain) ? plain : ''
}

const isLetter = (word: string) => /^[a-z]$/.test(word)

function lettersAt(atoms: readonly Atom[], from: number): string {
  let letters = ''
  for (let at = from; letters.length < longest; at++) {
    const text = at === from ? (atoms[at]?.text ?? '') : close(atoms, at)
    if (!isLetter(text)) break
    letters += text
  }
  return letters
}
