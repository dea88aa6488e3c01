import { describe, expect, test } from 'vitest'
import { readOutput } from './read-output.ts'

type Token = readonly [text: string, from: number, to: number, p: number]

/** A file as whisper-cli writes it, and as it is read: a character for each byte. */
function file(...segments: readonly (readonly Token[])[]): string {
  const transcription = segments.map((tokens) => ({
    text: tokens.map(([text]) => text).join(''),
    tokens: tokens.map(([text, from, to, p]) => ({ text, offsets: { from, to }, p })),
  }))
  return Buffer.from(JSON.stringify({ transcription }), 'utf8').toString('latin1')
}

test('tokens become words, as sure as their least sure token', () => {
  const json = file([
    ['[_BEG_]', 0, 0, 0.9],
    [' No', 0, 200, 0.98],
    [' pneum', 220, 400, 0.91],
    ['onia', 400, 700, 0.62],
    ['.', 700, 720, 0.8],
    ['[_TT_50]', 720, 720, 0.2],
  ])
  expect(readOutput(json, 10_000)).toEqual([
    { text: 'No', startMs: 0, endMs: 200, confidence: 0.98 },
    { text: 'pneumonia.', startMs: 220, endMs: 720, confidence: 0.62 },
  ])
})

test('a letter that is cut in two between tokens is whole again', () => {
  const bytes = Buffer.from(' fièvre', 'utf8')
  const json = file([
    ['A', 0, 100, 0.9],
    ['B', 100, 200, 0.9],
  ])
    .replaceAll('"A"', JSON.stringify(bytes.subarray(0, 4).toString('latin1')))
    .replaceAll('"B"', JSON.stringify(bytes.subarray(4).toString('latin1')))
  expect(readOutput(json, 1000)).toEqual([
    { text: 'fièvre', startMs: 0, endMs: 200, confidence: 0.9 },
  ])
})

test('times are inside the recording, and never fall', () => {
  const json = file([
    [' one', 500, 400, 0.5],
    [' two', 300, 90_000, 0.5],
    [' three', 200, 250, 0.5],
  ])
  expect(readOutput(json, 1000).map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
    [500, 500],
    [500, 1000],
    [500, 500],
  ])
})

test('a line end inside of a text is no trouble', () => {
  expect(readOutput(file([[' a\\nb', 0, 1, 1]]).replaceAll('\\\\n', '\n'), 10)[0]?.text).toBe('a b')
})

describe('what is no such file is a failure, not a recording without words', () => {
  test.each([
    ['nothing', ''],
    ['half of one', '{"transcription": [{"tok'],
    ['another object', '{"words": []}'],
    ['segments without tokens', '{"transcription": [{"text": " hello"}]}'],
    ['tokens without times', '{"transcription": [{"tokens": [{"text": "a", "p": 1}]}]}'],
  ])('%s', (_name, json) => {
    expect(() => readOutput(json, 1000)).toThrow(
      expect.objectContaining({ code: 'engine-output-unreadable' }),
    )
  })
})

test('nothing heard is no word', () => {
  expect(readOutput('{"transcription": []}', 1000)).toEqual([])
})

test('where the model doubts a sentence, no word of it is surer than the sentence', () => {
  const json = file(
    [
      [' The', 0, 100, 0.95],
      [' phantom', 100, 300, 0.1],
      [' spoke', 300, 500, 0.1],
    ],
    [[' Yes', 600, 700, 0.95]],
  )
  const [the, phantom, , yes] = readOutput(json, 1000).map(({ confidence }) => confidence)
  // The third root of 0.95 * 0.1 * 0.1.
  expect(the).toBe(0.212)
  expect(phantom).toBe(0.1)
  expect(yes).toBe(0.95)
})
