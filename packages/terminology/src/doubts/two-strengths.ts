import type { Span } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'
import { wordSet } from '../reading/word-set.ts'
import type { CountedWords } from './counted-words.ts'
import { doubtWhere } from './doubt-where.ts'

/**
 * Drugs whose names go with two numbers, of two substances or of a strength and a dose, in every language: "Symbicort
 * two hundred six" is 200/6, « Toujeo trois cents vingt unités » 20 units of the insulin of 300 units/mL.
 */
const inTwo = wordSet(`
  toujeo humulin symbicort advair seretide breo zenhale wixela trelegy anoro duaklir inspiolto flutiform
  avalide coaprovel hct hyzaar viacoram coveram exforge twynsta caduet vytorin lotensin tarka
  janumet jentadueto komboglyze xigduo synjardy invokamet glyxambi qtern kazano
  sinemet stalevo prolopa madopar descovy truvada percocet endocet targin suboxone combigan cosopt
`)

/** Doubts a number after such a name that is a hundred and more, or thousands. */
export function doubtTwoStrengths(
  spans: readonly Span[],
  tokens: readonly Token[],
  words: CountedWords,
): readonly Span[] {
  return doubtWhere(spans, (value) => {
    const name = tokens[value.from - 1]
    return (
      name?.after === '' && inTwo.has(name.atoms.at(-1) ?? '') && isJoined(tokens, value, words)
    )
  })
}

/** « deux cents six », « cent vingt-cinq », « cinq mille »; not « vingt-cinq », « deux cents ». */
function isJoined(
  tokens: readonly Token[],
  { from, to }: Span,
  { digits, tens, hundreds }: CountedWords,
): boolean {
  const words = tokens.slice(from, to).flatMap(({ atoms }) => atoms)
  const isNumber = (word = '') => digits.has(word) || tens.has(word) || hundreds.has(word)
  return words.some(
    (word, at) =>
      (hundreds.has(word) && isNumber(words[at + 1])) || /^(?:mille|thousand)$/.test(word),
  )
}
