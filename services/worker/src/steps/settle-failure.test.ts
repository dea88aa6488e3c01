import { Failure, type FailureCode } from '@plume/records'
import { expect, test } from 'vitest'
import { describeError, judgeFailure, type Settlement } from './settle-failure.ts'

const failed = (failedBecause: Extract<Settlement, object>['failedBecause']) => ({ failedBecause })

test.each<[FailureCode, retryable: boolean, first: Settlement, last: Settlement]>([
  ['engine-crashed', true, 'try-again', failed('engine-crashed')],
  ['engine-timeout', true, 'try-again', failed('engine-timeout')],
  ['engine-timeout', false, failed('engine-timeout'), failed('engine-timeout')],
  [
    'engine-output-unreadable',
    false,
    failed('engine-output-unreadable'),
    failed('engine-output-unreadable'),
  ],
  ['decoder-crashed', true, 'try-again', failed('decoder-crashed')],
  ['decoder-timeout', true, 'try-again', failed('decoder-timeout')],
  ['blob-missing', false, failed('blob-missing'), failed('blob-missing')],
  ['blob-damaged', false, failed('blob-damaged'), failed('blob-damaged')],
  ['engine-unavailable', true, 'wait-for-engine', 'wait-for-engine'],
  ['blob-store-full', true, 'try-again', 'wait'],
  ['database-unreachable', true, 'try-again', 'wait'],
  ['invalid-configuration', false, 'wait', 'wait'],
])('%s (retryable %s): %j at first, %j at the last attempt', (code, retryable, first, last) => {
  const error = new Failure(code, 'for the test', { retryable })
  expect(judgeFailure(error, { attempt: 1, maxAttempts: 5 })).toEqual(first)
  expect(judgeFailure(error, { attempt: 5, maxAttempts: 5 })).toEqual(last)
})

test('tries again after an error that nobody foresaw, and in the end says so', () => {
  const error = new TypeError('x is not a function')
  expect(judgeFailure(error, { attempt: 1, maxAttempts: 5 })).toBe('try-again')
  expect(judgeFailure(error, { attempt: 5, maxAttempts: 5 })).toEqual(failed('unexpected-failure'))
})

test.each(['ENOSPC', 'ECONNREFUSED', '53100', '57P01'])(
  'never blames a recording for %s',
  (code) => {
    const error = Object.assign(new Error('for the test'), { code })
    expect(judgeFailure(error, { attempt: 5, maxAttempts: 5 })).toBe('wait')
  },
)

test('never blames a recording for a program that a full disk stopped', () => {
  const cause = Object.assign(new Error('for the test'), { code: 'ENOSPC' })
  const error = new Failure('decoder-crashed', 'for the test', { retryable: true, cause })
  expect(judgeFailure(error, { attempt: 5, maxAttempts: 5 })).toBe('wait')
})

test('keeps the words of a foreign error out of the log', () => {
  const described = describeError(new SyntaxError('Unexpected token in "Jane Roe, lungs clear"'))
  expect(JSON.stringify(described)).not.toContain('Jane Roe')
  expect(described).toMatchObject({ name: 'SyntaxError', at: expect.any(Array) })
})

test('keeps the words of a foreign cause out of the log', () => {
  const cause = new Error('Jane Roe')
  const described = describeError(
    new Failure('engine-crashed', 'exit 1', { retryable: true, cause }),
  )
  expect(JSON.stringify(described)).not.toContain('Jane Roe')
  expect(described).toMatchObject({ code: 'engine-crashed', message: 'exit 1' })
})
