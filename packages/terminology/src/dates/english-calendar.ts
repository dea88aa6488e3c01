/** Months and days of the week, as they are written. */
export const englishMonths: ReadonlyMap<string, string> = byLowerCase(
  'January February March April May June July August September October November December',
)
export const englishWeekdays: ReadonlyMap<string, string> = byLowerCase(
  'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
)

function byLowerCase(names: string): ReadonlyMap<string, string> {
  return new Map(names.split(' ').map((name) => [name.toLowerCase(), name] as const))
}

/** "may" and "march" are words before anything else; only a date makes them months. */
export const doubtfulMonths: ReadonlySet<string> = new Set(['may', 'march'])

/** "eighties" to 80. */
export const englishDecades: ReadonlyMap<string, string> = new Map(
  'tens twenties thirties forties fifties sixties seventies eighties nineties'
    .split(' ')
    .map((word, index) => [word, String((index + 1) * 10)] as const),
)
