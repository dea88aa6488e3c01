const values = [
  ['X', 10],
  ['IX', 9],
  ['V', 5],
  ['IV', 4],
  ['I', 1],
] as const

/** 1 to 39 as a Roman numeral. */
export function romanOf(value: number): string {
  let rest = value
  let roman = ''
  for (const [numeral, size] of values) {
    for (; rest >= size; rest -= size) roman += numeral
  }
  return roman
}
