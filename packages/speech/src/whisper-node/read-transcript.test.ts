import { expect, test } from 'vitest'
import { readTranscript } from './read-transcript.ts'

const printed = [
  '[00:00:00.000 --> 00:00:00.010]   ',
  '[00:00:00.010 --> 00:00:00.480]   Heart',
  '[00:00:00.480 --> 00:00:01.020]   size,',
  "[01:00:01.020 --> 01:00:02.000]   l'épanchement",
].join('\n')

test('each line is a word with its times, the first one too', () => {
  expect(readTranscript(printed, 4_000_000)).toEqual([
    { text: 'Heart', startMs: 10, endMs: 480 },
    { text: 'size,', startMs: 480, endMs: 1020 },
    { text: "l'épanchement", startMs: 3_601_020, endMs: 3_602_000 },
  ])
  expect(readTranscript('[00:00:00.000 --> 00:00:00.300]  No', 1000)).toEqual([
    { text: 'No', startMs: 0, endMs: 300 },
  ])
})

test('times stay inside the piece and never fall', () => {
  const odd = '[00:00:02.000 --> 00:00:09.000]   a\n[00:00:01.000 --> 00:00:01.500]   b\n'
  expect(readTranscript(odd, 3000)).toEqual([
    { text: 'a', startMs: 2000, endMs: 3000 },
    { text: 'b', startMs: 2000, endMs: 2000 },
  ])
})

test('a letter that was cut in two leaves its word in doubt', () => {
  const [word] = readTranscript('[00:00:00.000 --> 00:00:00.300]   caf\ufffd', 1000)
  expect(word?.confidence).toBe(0)
})

test('silence has no words', () => {
  expect(readTranscript('', 1000)).toEqual([])
})
