import { expect, test } from 'vitest'
import { noteNothingHeard } from './note-nothing-heard.ts'

const nothing = { words: [], omissions: [] }
const voice = [
  { startMs: 500, endMs: 1400 },
  { startMs: 2000, endMs: 2300 },
]

test('a voice without a word is in the record', () => {
  expect(noteNothingHeard(nothing, voice).omissions).toEqual([
    { reason: 'nothing-heard', text: '', startMs: 500, endMs: 2300 },
  ])
})

test('a cough, silence, and words that were left out with their own record are not', () => {
  expect(noteNothingHeard(nothing, voice.slice(1))).toBe(nothing)
  expect(noteNothingHeard(nothing, [])).toBe(nothing)
  const echo = { reason: 'prompt-echo' as const, text: 'x', startMs: 0, endMs: 9 }
  const left = { words: [], omissions: [echo] }
  expect(noteNothingHeard(left, voice)).toBe(left)
})
