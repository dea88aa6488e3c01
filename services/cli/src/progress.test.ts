import { expect, test } from 'vitest'
import { showProgress } from './progress.ts'

function aStream(isTTY: boolean) {
  const written: string[] = []
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 }
  return { stream, text: () => written.join('') }
}

test('writes plain lines, at most one a quarter, into a pipe', () => {
  const { stream, text } = aStream(false)
  const progress = showProgress(stream)
  progress.step('recognise')
  for (let done = 0; done <= 1; done += 0.01) progress.fraction(done)
  progress.end()
  expect(text()).toBe('recognise\nrecognise 25 %\nrecognise 50 %\nrecognise 75 %\n')
})

test('draws one bar over itself on a terminal, and wipes it at the end', () => {
  const { stream, text } = aStream(true)
  const progress = showProgress(stream)
  progress.step('recognise')
  progress.fraction(0.5)
  progress.end()
  expect(text()).toContain('[###############...............] 50 %')
  expect(text()).not.toContain('\n')
  expect(text().endsWith('\r\u001b[2K')).toBe(true)
})
