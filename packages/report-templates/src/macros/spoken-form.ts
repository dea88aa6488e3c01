/**
 * A name as it is compared with what is said: no case, no accents (engines leave them out at times),
 * no marks between its words.
 */
export function spokenForm(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .replaceAll('æ', 'ae')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}
