import { expect, test } from 'vitest'
import { wordsOf } from '../sherpa-onnx/read-result.ts'
import { readAnswer } from './read-answer.ts'

const heard = (answer: unknown) => {
  const result = readAnswer(answer, 8000)
  return result && wordsOf(result, 8000)
}

test('each sentence shares its time out among its words, the last one to the end', () => {
  const chunks = [
    { timestamp: [0, 2], text: ' No fever.' },
    { timestamp: [4, null], text: ' Ab cd' },
  ]
  expect(heard({ text: ' No fever. Ab cd', chunks })).toEqual([
    { text: 'No', startMs: 0, endMs: 500 },
    { text: 'fever.', startMs: 500, endMs: 2000 },
    { text: 'Ab', startMs: 4000, endMs: 6000 },
    { text: 'cd', startMs: 6000, endMs: 8000 },
  ])
})

test('words that are in no sentence are kept', () => {
  const words = heard({ text: ' No fever.', chunks: [{ timestamp: [0, 2], text: ' No' }] })
  expect(words?.map(({ text }) => text)).toEqual(['No', 'fever.'])
})

test.each([[null], ['text'], [{ chunks: [] }], [{ text: 'a', chunks: [{ text: 'a' }] }]])(
  '%j is no answer',
  (answer) => {
    expect(readAnswer(answer, 8000)).toBeNull()
  },
)
