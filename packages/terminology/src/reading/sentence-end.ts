import type { MarkName } from '../locale-profile.ts'

export function endsSentence(mark: MarkName): boolean {
  return mark === 'period' || mark === 'question' || mark === 'exclamation'
}
