import { keptFor } from '../reading/kept-for.ts'
import type { Lexicon } from './create-lexicon.ts'
import { isEveryday } from './everyday-words.ts'
import { foldForm, foldLetters } from './fold-form.ts'
import { hashLetters } from './letter-hash.ts'
import type { LexiconEntry } from './lexicon-entry.ts'
import { type LexiconPolicy, styleFor } from './writing-policy.ts'

export type LexiconRule =
  | 'lexicon.case'
  | 'lexicon.accents'
  | 'lexicon.abbreviation'
  | 'lexicon.spoken-form'
  | 'lexicon.spelling'

/** A term that is to be written otherwise than it was heard. */
export type Restoration = {
  /** How many of the words it takes. */
  readonly length: number
  readonly text: string
  readonly rule: LexiconRule
  readonly entry: LexiconEntry
}

// Made once: an expression in a function is a new object each time, and these are asked of most terms.
const capital = /\p{Lu}/u
const firstCapital = /^\p{Lu}/u
const apostrophe = /['’]/
const joining = /[-'’. ]/
const joints = /[-'’. ]+/

/**
 * The term that begins at the first of some heard words, which have no mark between them, if it is to be
 * written otherwise; null where it is right, unknown, ambiguous, or may be an ordinary word. The longest
 * term decides, also where it changes nothing. `before` is the word before them, '' after a mark.
 */
export function restoreTerm(
  lexicon: Lexicon,
  policy: LexiconPolicy,
  words: readonly string[],
  before = '',
): Restoration | null {
  const first = words[0] ?? ''
  const prefix = prefixOf(lexicon, first)
  return (
    restoreSpelled(lexicon, policy, words, before) ??
    restoreFrom(lexicon, policy, words, '') ??
    (prefix === '' ? null : restoreFrom(lexicon, policy, words, prefix))
  )
}

/** True if no term that begins with a word goes beyond it, so that the words around it change nothing. */
export function isDecidedBy(lexicon: Lexicon, word: string): boolean {
  const bare = word.slice(prefixOf(lexicon, word).length)
  if (mayBeSpelled(bare)) return false
  return [word, bare].every((start) => !mayGoOn(lexicon, foldForm(start, lexicon.language)))
}

function mayGoOn(lexicon: Lexicon, key: string): boolean {
  return lexicon.mayBegin(hashLetters(key).hash)
}

/** A letter alone, or with points between: an abbreviation may be spelled from here on. */
export function mayBeSpelled(word: string): boolean {
  return word.length < 2 || word.includes('.')
}

function restoreFrom(
  lexicon: Lexicon,
  policy: LexiconPolicy,
  words: readonly string[],
  prefix: string,
): Restoration | null {
  const heard = prefix === '' ? words : [words[0]?.slice(prefix.length) ?? '', ...words.slice(1)]
  const match = matchWholeWords(lexicon, heard)
  if (!match) return null
  const said = heard.slice(0, match.length).join(' ')
  const found = rewriteAs(lexicon, policy, said, match)
  if (!found || found.text === said) return null
  return { ...found, length: match.length, text: prefix + found.text }
}

/** « l' » of « l'hémoglobine », which is an article and a term; English has none. */
function prefixOf({ language }: Lexicon, word: string): string {
  return language === 'fr' ? elisionOf(word) : ''
}

function elisionOf(word: string): string {
  if (!apostrophe.test(word)) return ''
  return /^(?:[ldsnjmtc]|qu|jusqu|lorsqu|puisqu)['’](?=.)/iu.exec(word)?.[0] ?? ''
}

type Match = {
  readonly entries: readonly LexiconEntry[]
  /** The folded form that matched. */
  readonly key: string
  /** How many heard words it took. */
  readonly length: number
}

/** The longest form that begins with the first heard word and ends where one ends: not within "post-MI". */
function matchWholeWords(lexicon: Lexicon, heard: readonly string[]): Match | null {
  const keys = keysFrom(lexicon, heard)
  for (let length = keys.length; length > 0; length--) {
    const key = keys[length - 1] ?? ''
    // A word that folds to nothing ("&") may stand within a form and is no end of one.
    if (key === keys[length - 2]) continue
    const entries = lexicon.under(key)
    if (entries.length > 0) return { entries, key, length }
  }
  return null
}

/** The first word folded, the first two, and so on, as far as a form may go. */
function keysFrom(lexicon: Lexicon, heard: readonly string[]): readonly string[] {
  let key = foldForm(heard[0] ?? '', lexicon.language)
  const keys = [key]
  for (let at = 1; at < heard.length && mayGoOn(lexicon, key); at++) {
    const word = foldForm(heard[at] ?? '', lexicon.language)
    if (word !== '') key += ` ${word}`
    keys.push(key)
  }
  return keys
}

type Rewriting = Pick<Restoration, 'text' | 'rule' | 'entry'>

function rewriteAs(
  lexicon: Lexicon,
  policy: LexiconPolicy,
  said: string,
  match: Match,
): Rewriting | null {
  const abbreviation = rewriteAbbreviation(lexicon, policy, said, match)
  if (abbreviation) return abbreviation
  // An expansion is kept as it was said unless the site wants its abbreviation.
  const entries = match.entries.filter((entry) => !isExpansion(entry, match.key, lexicon.language))
  const entry = onlyOne(entries)
  if (!entry || entry.caseRule === 'kept' || !isHeardPlain(said, entry)) return null
  const { preferred, caseRule } = entry
  // What follows a drug's name may be its dose, whatever a list calls a brand ("Atorvastatin-20").
  if (entry.class.startsWith('drug-') && / \d/.test(match.key)) return null
  if (said === preferred || (caseRule === 'spelled' && !match.key.includes(' '))) return null
  if (!match.key.includes(' ') && isEveryday(match.key, lexicon.language)) return null

  const folded = foldedOf(entry, lexicon.language)
  if (folded.preferred === match.key) {
    return restoreWriting(said, entry, lexicon.language)
  }
  if (folded.form !== match.key) return { text: preferred, rule: 'lexicon.spoken-form', entry }
  // Names of drugs differ by country and are no misspellings of each other.
  if (policy.spelling === 'keep' || entry.class.startsWith('drug-')) return null
  return { text: withCapitalOf(said, preferred, entry), rule: 'lexicon.spelling', entry }
}

function isExpansion(entry: LexiconEntry, key: string, language: 'en' | 'fr'): boolean {
  if (entry.expansion === undefined) return false
  const folded = foldedOf(entry, language)
  return folded.expansion === key && folded.form !== key
}

type Folded = Readonly<Record<'form' | 'preferred' | 'expansion', string>>

/** An entry is of one language, and is met again and again. */
const folded = new WeakMap<LexiconEntry, Folded>()

function foldedOf(entry: LexiconEntry, language: 'en' | 'fr'): Folded {
  return keptFor(folded, entry, foldEntry[language])
}

const foldEntry = { en: foldIn('en'), fr: foldIn('fr') }

function foldIn(language: 'en' | 'fr') {
  return ({ form, preferred, expansion = '' }: LexiconEntry): Folded => ({
    form: foldForm(form, language),
    preferred: foldForm(preferred, language),
    expansion: foldForm(expansion, language),
  })
}

/** The same preferred form from several entries is no doubt; two different ones are. */
function onlyOne(entries: readonly LexiconEntry[]): LexiconEntry | null {
  const [entry] = entries
  if (!entry || entries.some(({ preferred }) => preferred !== entry.preferred)) return null
  return entry
}

/**
 * Capitals that somebody gave inside a word, or to a second one, are meant: only small letters are made
 * to fit. A first capital may be the sentence's; before an abbreviation it may be a name (Sam, Mag).
 */
function isHeardPlain(said: string, entry: LexiconEntry): boolean {
  if (capital.test(said.slice(1))) return false
  return entry.class !== 'abbreviation' || !firstCapital.test(said)
}

/** Same letters, but for capitals, accents and joining marks. */
function restoreWriting(
  said: string,
  entry: LexiconEntry,
  language: 'en' | 'fr',
): Rewriting | null {
  const { preferred, caseRule } = entry
  const isExact = caseRule !== 'lower'
  if (said.toLowerCase() === preferred.toLowerCase()) {
    return isExact ? { text: preferred, rule: 'lexicon.case', entry } : null
  }
  if (!isPoorerThan(said.toLowerCase(), preferred.toLowerCase(), isExact)) return null
  if (losesEverydayWord(said, preferred, language)) return null
  return { text: withCapitalOf(said, preferred, entry), rule: 'lexicon.accents', entry }
}

/**
 * True if `said` is `full` with some accents left out. An accent that was heard and does not fit means
 * another word. Joining marks (`x ray`, `crohns`) may be missing too where the writing is exact.
 */
function isPoorerThan(said: string, full: string, joiningToo: boolean): boolean {
  let at = 0
  for (const letter of full) {
    const plain = foldLetters(letter)
    if (said.startsWith(letter, at)) at += letter.length
    else if (plain !== letter && said.startsWith(plain, at)) at += plain.length
    else if (joiningToo && joining.test(letter)) at += /^[-'’. ]/.test(said.slice(at)) ? 1 : 0
    else return false
  }
  return at === said.length
}

/** Whether « a » or « cote » wants an accent is never ours to say, not even within a term. */
function losesEverydayWord(said: string, preferred: string, language: 'en' | 'fr'): boolean {
  if (language === 'en') return false
  const wanted = preferred.toLowerCase().split(joints)
  return said
    .toLowerCase()
    .split(joints)
    .some((word, at) => word !== wanted[at] && isEveryday(foldLetters(word), language))
}

function withCapitalOf(said: string, text: string, entry: LexiconEntry): string {
  if (entry.caseRule !== 'lower' || !firstCapital.test(said)) return text
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function rewriteAbbreviation(
  lexicon: Lexicon,
  policy: LexiconPolicy,
  said: string,
  { key, entries }: Match,
): Rewriting | null {
  const entry = onlyMeaning(entries)
  if (!entry?.expansion) return null
  const style = styleFor(policy, entry.preferred)
  const { language } = lexicon
  const rule = 'lexicon.abbreviation'
  if (style === 'abbreviate' && isExpansion(entry, key, language)) {
    return capital.test(said.slice(1)) ? null : { text: entry.preferred, rule, entry }
  }
  if (style === 'expand' && foldedOf(entry, language).form === key) {
    const mayBeWord = entry.caseRule === 'spelled' || isEveryday(key, language)
    const isHeard = said === entry.preferred || (!mayBeWord && said === said.toLowerCase())
    return isHeard ? { text: entry.expansion, rule, entry } : null
  }
  return null
}

/** The entry whose form and expansion all the others share. */
function onlyMeaning(entries: readonly LexiconEntry[]): LexiconEntry | null {
  const entry = onlyOne(entries)
  return entry && entries.every(({ expansion }) => expansion === entry.expansion) ? entry : null
}

const maxSpelledLetters = 6

/**
 * "m r i", "M.R.I": an abbreviation said letter by letter. All the letters in a row have to belong to it, but
 * for the words of one letter that may stand beside it: "a c t scan", « une i r m a été faite ». Where both
 * readings are known (ACT, CT), the letters stay.
 */
function restoreSpelled(
  lexicon: Lexicon,
  policy: LexiconPolicy,
  words: readonly string[],
  before: string,
): Restoration | null {
  const prefix = prefixOf(lexicon, words[0] ?? '')
  if (!mayBeSpelled((words[0] ?? '').slice(prefix.length))) return null
  const { letters, length } = spelledLetters(words, prefix)
  const ofPrevious = /^\p{L}\.?$/u.test(before) ? before.charAt(0).toLowerCase() : ''
  if (ofPrevious !== '' && !isWordOfOneLetter(ofPrevious)) return null
  const trailing = isWordOfOneLetter(letters.slice(-1)) ? 1 : 0
  const readings = [letters, letters.slice(0, letters.length - trailing)].filter(
    (reading, at, all) => all.indexOf(reading) === at && initialsOf(lexicon, reading).length > 0,
  )
  const [reading] = readings
  if (reading === undefined || readings.length > 1) return null
  if (hasOtherReading(lexicon, reading, ofPrevious)) return null
  const entries = initialsOf(lexicon, reading)
  const entry = onlyOne(entries)
  if (!entry) return null
  const meaning = onlyMeaning(entries)
  const expanded = styleFor(policy, entry.preferred) === 'expand' ? meaning?.expansion : undefined
  return {
    length: length - (letters.length - reading.length),
    text: prefix + (expanded ?? entry.preferred),
    rule: 'lexicon.abbreviation',
    entry,
  }
}

/** "a", « à », « y »: words that may stand beside spelled letters without being of them. */
function isWordOfOneLetter(letter: string): boolean {
  return /^[aày]$/.test(letter)
}

/** The letters with the word before them, or without their first, may be another abbreviation. */
function hasOtherReading(lexicon: Lexicon, letters: string, ofPrevious: string): boolean {
  if (ofPrevious !== '' && initialsOf(lexicon, ofPrevious + letters).length > 0) return true
  return isWordOfOneLetter(letters.charAt(0)) && initialsOf(lexicon, letters.slice(1)).length > 0
}

function initialsOf(lexicon: Lexicon, letters: string): readonly LexiconEntry[] {
  if (letters.length < 2 || letters.length > maxSpelledLetters) return []
  return lexicon.lookUp(letters).filter((entry) => isInitials(entry, letters))
}

/** Small letters with points (p.r.n.) are a way of writing, and stay. */
function spelledLetters(
  words: readonly string[],
  prefix: string,
): { readonly letters: string; readonly length: number } {
  const [first = '', ...others] = words
  const start = first.slice(prefix.length)
  if (/^\p{Lu}(?:\.\p{Lu})+$/u.test(start)) {
    return { letters: start.replaceAll('.', '').toLowerCase(), length: 1 }
  }
  const all = [start, ...others]
  const end = all.findIndex((word) => !/^\p{L}\.?$/u.test(word))
  const run = all.slice(0, end === -1 ? all.length : end)
  const letters = run.map((word) => word.charAt(0)).join('')
  return { letters: letters.toLowerCase(), length: run.length }
}

function isInitials({ preferred, caseRule }: LexiconEntry, letters: string): boolean {
  return /^(?:exact|spelled)$/.test(caseRule) && preferred.toLowerCase() === letters
}
