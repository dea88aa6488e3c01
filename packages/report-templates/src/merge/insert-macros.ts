import { type Locale, type TracedText, textOf, type WrittenDictation } from '@plume/transcript'
import { expandMacro, macroSource } from '../macros/expand-macro.ts'
import { findMacro } from '../macros/find-macro.ts'
import type { KeptMacro } from '../macros/macro.ts'
import { cutAt, sentenceStarts, wordsSaid } from './sentences.ts'
import { indexNames, nameAt, tokensOf } from './spoken-tokens.ts'

/** What is said before a macro's name to have it put in. Without it a name is prose. */
const commands = indexNames(
  [
    'insert',
    'insert my',
    'insert the',
    'insert macro',
    'insert template',
    'use macro',
    'use template',
    'macro',
    'insérez',
    'insérer',
    'insère',
    'insérez le texte',
    'insérez le modèle',
    'insérez la macro',
    'utilisez le modèle',
    'formule',
  ].map((phrase) => [phrase, 'insert'] as const),
)

/**
 * Puts a macro in place of the sentence that asks for it: "insert normal chest". Its runs name the words of that
 * sentence; fill-ins become blanks. A name that no macro has stays as it was said.
 */
export function insertMacros(
  written: WrittenDictation,
  macros: readonly KeptMacro[],
  locale: Locale,
): WrittenDictation {
  if (macros.length === 0) return written
  const parts = written.parts.map((part) => ({
    ...part,
    text: cutAt(part.text, sentenceStarts(textOf(part.text))).flatMap((sentence) =>
      insertInto(sentence, macros, locale),
    ),
  }))
  return { ...written, parts }
}

function insertInto(
  sentence: TracedText,
  macros: readonly KeptMacro[],
  locale: Locale,
): TracedText {
  const text = textOf(sentence)
  const tokens = tokensOf(text)
  const command = nameAt(commands, tokens, 0)
  const name = command && tokens[command.to]
  if (!name) return sentence
  const macro = findMacro(macros, text.slice(name.from), locale)
  const words = wordsSaid(sentence)
  if (!macro || !words) return sentence
  const gap = text.slice(text.trimEnd().length)
  const runs = expandMacro(macro, new Map(), words)
  return gap === '' ? runs : [...runs, { text: gap, source: macroSource(macro, words) }]
}
