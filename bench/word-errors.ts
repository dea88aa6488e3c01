/** Substitutions, insertions and deletions by which what was heard differs from what was said, the fewest. */
export function wordErrors(said: readonly string[], heard: readonly string[]): number {
  let above = heard.map((_, at) => at + 1)
  said.forEach((word, row) => {
    let diagonal = row
    let left = row + 1
    above = heard.map((other, column) => {
      const upper = above[column] ?? 0
      left = Math.min(left + 1, upper + 1, diagonal + (word === other ? 0 : 1))
      diagonal = upper
      return left
    })
  })
  return above.at(-1) ?? said.length
}
