/**
 * What two ways of writing the same words have in common: small letters, no accents, no marks.
 * `Crohn's disease`, `crohns disease` are one in English; `l'hémoglobine` is `l`, `hemoglobine` in French.
 */
export function foldWords(text: string, language: 'en' | 'fr'): readonly string[] {
  // Most forms are plain already; what follows would only cost time.
  if (/^[a-z0-9]+$/.test(text)) return [text]
  return foldLetters(text)
    .replace(/['’]/g, language === 'fr' ? ' ' : '')
    .split(/[^\p{L}\p{N}+%/.]+/u)
    .map((word) => word.replace(/^[./]+|[./]+$/g, ''))
    .filter((word) => word !== '')
}

/** Small letters without accents; œ and æ as two letters, as many a keyboard has them. */
export function foldLetters(text: string): string {
  const lower = text.toLowerCase()
  if (/^[ -~]*$/.test(lower)) return lower
  return lower.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('œ', 'oe').replaceAll('æ', 'ae')
}

/** As above, one string: the key under which a form is found. */
export function foldForm(text: string, language: 'en' | 'fr'): string {
  return foldWords(text, language).join(' ')
}
