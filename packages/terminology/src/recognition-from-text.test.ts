import { expect, test } from 'vitest'
import { recognitionFromText } from './index.ts'

const wordsOf = (line: string) =>
  recognitionFromText(line, { locale: 'fr-CA' }).words.map(({ text }) => text)

test.each([
  ['lungs  are\tclear ', ['lungs', 'are', 'clear']],
  ['97\u00a0% des cas', ['97\u00a0%', 'des', 'cas']],
  ['clair\u202f; net', ['clair\u202f;', 'net']],
  ['a\n\nb\r\nc', ['a', '\n\n', 'b', '\n', 'c']],
  ['', []],
])('%j is cut at ordinary spaces: %j', (line, words) => {
  expect(wordsOf(line)).toEqual(words)
})

test('gives every word a time of its own within the recording', () => {
  const { words, durationMs } = recognitionFromText('lungs are clear', { locale: 'en-CA' })
  expect(words.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [0, 400],
    [400, 800],
    [800, 1200],
  ])
  expect(durationMs).toBe(1200)
})
