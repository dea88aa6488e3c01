/** The share of the expected words that are among those heard, 0 to 1; order and the other words do not matter. */
export function shareHeard(expected: readonly string[], heard: readonly string[]): number {
  const words = new Set(heard.flatMap((text) => plain(text).split(/[^a-z]+/)))
  const found = expected.filter((word) => words.has(plain(word)))
  return expected.length === 0 ? 0 : found.length / expected.length
}

/** Engines differ in capitals, accents and ligatures; here only the word counts. */
function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll('œ', 'oe')
    .normalize('NFD')
    .replaceAll(/\p{Mark}/gu, '')
}
