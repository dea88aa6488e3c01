import type { Locale, Recognition } from '@plume/transcript'

/** Time given to each typed word, in milliseconds: about the pace of dictation. */
const wordMs = 400

/**
 * An utterance that was typed, as if an engine had heard it, so that it can be written like one. Words are cut
 * at ordinary spaces only: a no-break space belongs to what it holds together. A line break is a word.
 */
export function recognitionFromText(
  line: string,
  options: { readonly locale: Locale; readonly id?: string },
): Recognition {
  const words = line.match(/\n+|[^ \t\r\n]+/g) ?? []
  return {
    id: options.id ?? 'typed',
    language: options.locale.startsWith('fr') ? 'fr' : 'en',
    engine: { engine: 'typed-text', model: 'none', modelSha256: '', demonstrationOnly: false },
    durationMs: words.length * wordMs,
    words: words.map((text, index) => ({
      text,
      startMs: index * wordMs,
      endMs: (index + 1) * wordMs,
    })),
  }
}
