import type { HeardReply } from '@plume/contracts'

export type HeardRun =
  | { readonly kind: 'heard'; readonly number: number; readonly text: string }
  | { readonly kind: 'gap'; readonly from: number }

/** What has been heard, with a gap wherever pieces between are missing: workers hear several at the same time. */
export function heardRuns(pieces: HeardReply['pieces']): readonly HeardRun[] {
  let next = 0
  return pieces.flatMap(({ number, text }): readonly HeardRun[] => {
    const gap: readonly HeardRun[] = number > next ? [{ kind: 'gap', from: next }] : []
    next = number + 1
    return text === '' ? gap : [...gap, { kind: 'heard', number, text }]
  })
}
