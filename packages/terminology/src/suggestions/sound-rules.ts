/** How a folded word sounds: one character for each sound. */
export type Transcriber = (folded: string) => string

/** Letters that sound in one way where they stand between others. */
type SoundRule = {
  readonly letters: string
  readonly sounds: string
  /** The letters just before, the nearest last; `atStart`: nothing is before them. */
  readonly left: readonly LetterSet[]
  readonly atStart: boolean
  readonly right: readonly LetterSet[]
  readonly atEnd: boolean
}

/** By code of an ASCII letter: 1 if it is in the set. */
type LetterSet = Uint8Array

/**
 * Reads a table of `letters > sounds / left _ right`, a rule a line, `/` and what follows optional: `c > s / _[eiy]`,
 * `w > / ^_r`. `^` and `$` are the ends of a word, `V` is a vowel letter, `C` any other, `[...]` one of these, `[^...]`
 * none of them. The first rule that fits at a place is taken. A letter without a rule is silent.
 */
export function createTranscriber(table: string): Transcriber {
  const byFirst = new Map<number, SoundRule[]>()
  for (const line of table.trim().split('\n')) {
    const rule = parseRule(line)
    const first = rule.letters.charCodeAt(0)
    const known = byFirst.get(first)
    if (known) known.push(rule)
    else byFirst.set(first, [rule])
  }
  return (folded) => {
    let sounds = ''
    for (let at = 0; at < folded.length; ) {
      const rule = byFirst.get(folded.charCodeAt(at))?.find((each) => fits(each, folded, at))
      // Doubled letters are one sound.
      if (rule && !(rule.sounds.length === 1 && sounds.endsWith(rule.sounds))) sounds += rule.sounds
      at += rule?.letters.length ?? 1
    }
    return sounds
  }
}

function fits(rule: SoundRule, word: string, at: number): boolean {
  if (!word.startsWith(rule.letters, at)) return false
  const end = at + rule.letters.length
  const { left, right } = rule
  if (rule.atStart && at !== left.length) return false
  if (rule.atEnd && end + right.length !== word.length) return false
  return areIn(left, word, at - left.length) && areIn(right, word, end)
}

function areIn(sets: readonly LetterSet[], word: string, from: number): boolean {
  for (let at = 0; at < sets.length; at++) {
    // Outside the word the code is NaN, and so in no set.
    if (sets[at]?.[word.charCodeAt(from + at)] !== 1) return false
  }
  return true
}

function parseRule(line: string): SoundRule {
  const parsed = /^\s*(\w+)\s*>\s*(\w*)\s*(?:\/\s*(\^?)(\S*)_([^\s$]*)(\$?))?\s*$/.exec(line)
  if (!parsed) throw new TypeError(`not a sound rule: ${line}`)
  const [, letters = '', sounds = '', start, left = '', right = '', end] = parsed
  return {
    letters,
    sounds,
    left: parseSets(left),
    atStart: start === '^',
    right: parseSets(right),
    atEnd: end === '$',
  }
}

function parseSets(text: string): readonly LetterSet[] {
  return (text.match(/\[\^?\w+\]|\w/g) ?? []).map(parseSet)
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz'
const vowels = 'aeiouy'

function parseSet(text: string): LetterSet {
  const isNegated = text.startsWith('[^')
  const named = text.replaceAll(/[[\]^]/g, '').replace('V', vowels)
  const letters =
    named === 'C' ? [...alphabet].filter((each) => !vowels.includes(each)) : [...named]
  const set = new Uint8Array(128)
  for (const letter of alphabet) {
    set[letter.charCodeAt(0)] = letters.includes(letter) !== isNegated ? 1 : 0
  }
  return set
}
