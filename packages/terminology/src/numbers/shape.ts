/** How large a cardinal is, which tells whether another may have been said right after it. */
export type Shape = 'zero' | 'digit' | 'teen' | 'tens' | 'two-digit' | 'large'

export function shapeOf(value: bigint): Shape {
  if (value === 0n) return 'zero'
  if (value < 10n) return 'digit'
  if (value < 20n) return 'teen'
  if (value > 99n) return 'large'
  return value % 10n === 0n ? 'tens' : 'two-digit'
}
