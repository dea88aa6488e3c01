import { readFile, writeFile } from 'node:fs/promises'

/**
 * Writes the vocabulary with which sherpa-onnx takes words apart (`bpe.vocab`), from a model's own
 * `tokens.txt`. SentencePiece's byte-pair models score a piece by the order in which it was learned, which
 * is the order of their numbers; nothing else of the tokeniser is published with the models.
 */
export async function writePieceVocabulary(tokensPath: string, path: string): Promise<void> {
  const lines = (await readFile(tokensPath, 'utf8')).split('\n').filter((line) => line !== '')
  const scored = lines.map((line) => {
    const at = line.lastIndexOf(' ')
    return `${line.slice(0, at)}\t-${line.slice(at + 1)}\n`
  })
  await writeFile(path, scored.join(''), { mode: 0o600 })
}

/** Terms as sherpa-onnx takes them: "/" between them, and ":" would begin a score. */
export function joinTerms(terms: readonly string[]): string {
  return terms
    .map((term) => term.replace(/[/:\s]+/g, ' ').trim())
    .filter((term) => term !== '')
    .join('/')
}
