const small =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')

/** A whole number as it is dictated: 128 is "one hundred twenty eight". From a million on, digit by digit. */
export function spokenNumber(value: number): string {
  if (value < 20) return small[value] ?? ''
  if (value < 100) return joined(tens[Math.floor(value / 10) - 2] ?? '', value % 10)
  if (value < 1000) return joined(`${small[Math.floor(value / 100)]} hundred`, value % 100)
  if (value < 1e6) return joined(`${spokenNumber(Math.floor(value / 1000))} thousand`, value % 1000)
  return [...String(value)].map((digit) => small[Number(digit)] ?? '').join(' ')
}

function joined(head: string, rest: number): string {
  return rest === 0 ? head : `${head} ${spokenNumber(rest)}`
}
