/** Small letters, no punctuation around; what hyphens and dots join falls apart. May be none. */
export function plainForms(text: string): readonly string[] {
  return text
    .toLowerCase()
    .replace(/[’]/g, "'")
    .replace(/[^\p{L}\p{N}']+/gu, ' ')
    .trim()
    .split(' ')
    .filter((form) => form !== '')
}

/** Each form of each word, with the word's place: punctuation that stands alone has none. */
export function formsOf(
  words: readonly { readonly text: string }[],
): readonly { readonly form: string; readonly index: number }[] {
  return words.flatMap(({ text }, index) => plainForms(text).map((form) => ({ form, index })))
}
