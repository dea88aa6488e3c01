// Made once: an expression in a function is a new object each time, and these are asked of every word.
const plainForm = /^[a-z0-9]+(?: [a-z0-9]+)*$/
const plainWord = /^[a-z0-9]+$/
const ascii = /^[ -~]*$/
const notAscii = /[^ -~]/gu

/**
 * What two ways of writing the same words have in common: small letters, no accents, no marks, one space
 * between words. `Crohn's disease`, `crohns disease` are one in English; `l'hémoglobine` is `l hemoglobine` in
 * French. `+`, `%`, and points and slashes inside a word count.
 */
export function foldForm(text: string, language: 'en' | 'fr'): string {
  // Most forms are plain already; what follows would only cost time.
  if (plainForm.test(text)) return text
  const apostrophe = language === 'fr' ? ' ' : ''
  const letters = foldLetters(text)
  if (plainForm.test(letters)) return letters
  const folded = letters
    .replace(/['’]/g, apostrophe)
    .replace(/[^a-z0-9 +%/.]/g, (mark) => (/[\p{L}\p{N}]/u.test(mark) ? mark : ' '))
  const trimmed = /[./]/.test(folded) ? folded.replace(/(?<![^ ])[./]+|[./]+(?![^ ])/g, '') : folded
  return trimmed.replace(/ {2,}/g, ' ').trim()
}

/** As above, word by word. */
export function foldWords(text: string, language: 'en' | 'fr'): readonly string[] {
  if (plainWord.test(text)) return [text]
  const folded = foldForm(text, language)
  return folded === '' ? [] : folded.split(' ')
}

/** Small letters without accents; œ and æ as two letters, as many a keyboard has them. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase()
  return ascii.test(lower) ? lower : lower.replace(notAscii, plainLetter)
}

/** Filled as letters are met: there are few, and taking one apart costs more than finding it. */
const plainLetters = new Map<string, string>()

function plainLetter(letter: string): string {
  const known = plainLetters.get(letter)
  if (known !== undefined) return known
  const plain = letter
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
  if (plainLetters.size < 5000) plainLetters.set(letter, plain)
  return plain
}
