/**
 * With a capital at the start. As it was where it begins with a digit (10 mg), or with a word whose own capitals are
 * meant (pH, mL); a capital further on is another word's: « maladie de Crohn ».
 */
export function withFirstCapital(text: string): string {
  const start = /^([^\p{L}\p{N}]*)(\p{Ll})/u.exec(text)
  if (!start || /\p{Lu}/u.test(text.split(/\s/, 1)[0] ?? '')) return text
  const [letters, before = '', first = ''] = start
  return before + first.toUpperCase() + text.slice(letters.length)
}
