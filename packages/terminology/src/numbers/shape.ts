/** How large a cardinal is, which tells whether another may have been said right after it. */
export type Shape = 'zero' | 'digit' | 'teen' | 'tens' | 'two-digit' | 'large'

export function shapeOf(value: number): Shape {
  if (value === 0) return 'zero'
  if (value < 10) return 'digit'
  if (value < 20) return 'teen'
  if (value > 99) return 'large'
  return value % 10 === 0 ? 'tens' : 'two-digit'
}
