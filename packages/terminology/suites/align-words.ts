/** A stretch of one word list and the stretch of the other that stands in its place. */
export type Hunk = {
  readonly left: readonly [from: number, to: number]
  readonly right: readonly [from: number, to: number]
}

/** For each word of `left` the position in `right` that it lines up with, and whether they are equal. */
export type Alignment = {
  /** `at[i]` is where word i of the left begins in the right; `at[left.length]` is the right's length. */
  readonly at: readonly number[]
  readonly hunks: readonly Hunk[]
}

/** Lines two word lists up with the fewest insertions, deletions and replacements (Levenshtein). */
export function alignWords(left: readonly string[], right: readonly string[]): Alignment {
  const width = right.length + 1
  const cost = costs(left, right)
  const at = new Array<number>(left.length + 1).fill(right.length)
  const hunks: Hunk[] = []
  let i = left.length
  let j = right.length
  let end: readonly [number, number] | null = null
  const costAt = (row: number, column: number) => cost[row * width + column] ?? 0
  const close = () => {
    if (end) hunks.push({ left: [i, end[0]], right: [j, end[1]] })
    end = null
  }
  while (i > 0 || j > 0) {
    const equal = i > 0 && j > 0 && left[i - 1] === right[j - 1]
    if (equal && costAt(i, j) === costAt(i - 1, j - 1)) {
      close()
      i -= 1
      j -= 1
      at[i] = j
      continue
    }
    end ??= [i, j]
    if (i > 0 && j > 0 && costAt(i, j) === costAt(i - 1, j - 1) + 1) {
      i -= 1
      j -= 1
    } else if (i > 0 && costAt(i, j) === costAt(i - 1, j) + 1) i -= 1
    else j -= 1
    at[i] = j
  }
  close()
  return { at, hunks: hunks.reverse() }
}

/** The table of edit distances between the beginnings of both lists, row by row. */
function costs(left: readonly string[], right: readonly string[]): Uint16Array {
  const width = right.length + 1
  const cost = new Uint16Array((left.length + 1) * width)
  for (let j = 0; j < width; j += 1) cost[j] = j
  for (let i = 1; i <= left.length; i += 1) {
    cost[i * width] = i
    for (let j = 1; j < width; j += 1) {
      const diagonal = (cost[(i - 1) * width + j - 1] ?? 0) + (left[i - 1] === right[j - 1] ? 0 : 1)
      const up = (cost[(i - 1) * width + j] ?? 0) + 1
      const back = (cost[i * width + j - 1] ?? 0) + 1
      cost[i * width + j] = Math.min(diagonal, up, back)
    }
  }
  return cost
}
