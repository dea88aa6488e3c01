/** Far more than the different words that are said in a day; an author's names and slips are forgotten with them. */
const mostRemembered = 50_000

/** What a function answers for each word, asked once; all forgotten together when they are too many. */
export function rememberWord<Value extends object | null>(
  answer: (word: string) => Value,
): (word: string) => Value {
  const remembered = new Map<string, Value>()
  return (word) => {
    const known = remembered.get(word)
    if (known !== undefined) return known
    const value = answer(word)
    if (remembered.size >= mostRemembered) remembered.clear()
    remembered.set(word, value)
    return value
  }
}
