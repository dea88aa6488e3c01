import { describe, expect, test } from 'vitest'
import { readResult, wordsOf } from './read-result.ts'

const heard = (result: object, durationMs = 10_000) => {
  const read = readResult({ text: '', tokens: [], ...result })
  if (read === null) throw new Error('no result')
  return wordsOf(read, durationMs)
}

test('pieces of words are joined, and a word is as sure as its least sure piece', () => {
  expect(
    heard({
      tokens: [' met', 'form', 'in', ' 500', ',', ' mg'],
      timestamps: [0.4, 0.56, 0.72, 1.2, 1.44, 1.6],
      durations: [0.16, 0.16, 0.24, 0.24, 0.08, 0.32],
      ys_log_probs: [-0.1, -1.2, -0.01, -0.05, -0.02, 0],
    }),
  ).toEqual([
    { text: 'metformin', startMs: 400, endMs: 960, confidence: 0.301 },
    { text: '500,', startMs: 1200, endMs: 1520, confidence: 0.951 },
    { text: 'mg', startMs: 1600, endMs: 1920, confidence: 1 },
  ])
})

test('without lengths a word lasts until the next token, but not through a pause', () => {
  expect(
    heard({ tokens: ['▁no', '▁ef', 'fusion', '▁seen'], timestamps: [1, 1.12, 1.24, 5] }),
  ).toEqual([
    { text: 'no', startMs: 1000, endMs: 1120 },
    { text: 'effusion', startMs: 1120, endMs: 1480 },
    { text: 'seen', startMs: 5000, endMs: 5240 },
  ])
})

test('a score that is no probability is no confidence', () => {
  const [word] = heard({ tokens: [' left'], timestamps: [0], ys_log_probs: [0.957] })
  expect(word).toEqual({ text: 'left', startMs: 0, endMs: 240 })
})

test('a word with a sign that the model cannot write is in doubt', () => {
  const tokens = [' lobe', ' gau', '<unk>', 'che', ' <unk>']
  expect(heard({ tokens, timestamps: [0, 1, 1.1, 1.2, 2], ys_log_probs: [0, 0, 0, 0, 0] })).toEqual(
    [
      { text: 'lobe', startMs: 0, endMs: 240, confidence: 1 },
      { text: 'gauche', startMs: 1000, endMs: 1440, confidence: 0 },
    ],
  )
})

test('commands and headings of MedASR are read as they were spoken', () => {
  const tokens = [' [INDICATION]', ' cough', ' {period}', ' {new', ' paragraph}', ' {{comma}}']
  const words = heard({ tokens, timestamps: tokens.map((_, index) => index) })
  expect(words.map(({ text }) => text)).toEqual([
    'INDICATION',
    'cough',
    'period',
    'new',
    'paragraph',
    'comma',
  ])
})

describe('from Whisper, which tells times of sentences only', () => {
  const segments = {
    text: ' Pas de fracture. À droite',
    tokens: [' Pas', ' de', ' fracture', '.', ' À', ' droite'],
    segment_texts: [' Pas de fracture.', ' À droite'],
    segment_timestamps: [1, 6],
    segment_durations: [3, 4.5],
  }

  test('words share the time of their sentence, and stay inside the piece', () => {
    expect(heard(segments)).toEqual([
      { text: 'Pas', startMs: 1000, endMs: 1643 },
      { text: 'de', startMs: 1643, endMs: 2071 },
      { text: 'fracture.', startMs: 2071, endMs: 4000 },
      { text: 'À', startMs: 6000, endMs: 6643 },
      { text: 'droite', startMs: 6643, endMs: 10_000 },
    ])
  })

  test('no word is lost where the sentences are not all that was said', () => {
    const short = { ...segments, segment_texts: [' Pas de fracture.'] }
    expect(heard(short).map(({ text }) => text)).toEqual(['Pas', 'de', 'fracture.', 'À', 'droite'])
  })
})

test('what is no result is told from one without words', () => {
  expect(readResult({ text: '', tokens: [] })).not.toBeNull()
  for (const other of [null, 'text', {}, { text: 'x' }, { text: 'x', tokens: [1] }]) {
    expect(readResult(other)).toBeNull()
  }
  expect(readResult({ text: 'x', tokens: ['x'], timestamps: ['0'] })).toBeNull()
})
