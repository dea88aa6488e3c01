import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { visible } from '../escape.ts'
import { stretchesOf } from './fonts.ts'
import { type Line, layOutLines } from './lay-out-lines.ts'

/** Every character is one point wide. */
const measure = (text: string) => [...text].length
const widthOf = (line: Line) => Math.max(0, ...line.map(({ x, width }) => x + width))
const textOf = (lines: readonly Line[]) =>
  lines.map((line) => line.map(({ text }) => text).join(' ')).join(' ')
const letters = (text: string) => text.replace(/\s/gu, '')

describe('lines', () => {
  test('break at spaces, after hyphens and slashes, and nowhere else', () => {
    const lines = layOutLines(
      [{ text: 'peri-operative and/or later', face: 'regular' }],
      10,
      measure,
    )
    expect(lines.map((line) => line.map(({ text }) => text).join(''))).toEqual([
      'peri-',
      'operative',
      'and/or',
      'later',
    ])
  })

  test('keep what a no-break space holds together', () => {
    const lines = layOutLines([{ text: 'a dose of 10\u00a0mg', face: 'regular' }], 10, measure)
    expect(lines.at(-1)?.at(-1)?.text).toContain('10\u00a0mg')
  })

  test.each([
    ['Give insulin 8 units now.', 16, ['Give insulin', '8 units now.']],
    ['Type 2 diabetes', 10, ['Type', '2 diabetes']],
    ['Over 12 hours', 7, ['Over 12', 'hours']],
  ])('keep a number with what it counts, where there is room: %s', (text, width, expected) => {
    const lines = layOutLines([{ text, face: 'regular' }], width, measure)
    expect(lines.map((line) => textOf([line]))).toEqual(expected)
  })

  test('keep a number with its unit where one is typed and the other dictated', () => {
    const pieces = ['insulin 8', ' units'].map((text) => ({ text, face: 'regular' }) as const)
    expect(layOutLines(pieces, 12, measure).map((line) => textOf([line]))).toEqual([
      'insulin',
      '8 units',
    ])
  })

  test('are never wider than the page, whatever stands in them, and lose no letter', () => {
    const pieces = fc.array(
      fc.record({
        text: fc.oneof(
          fc.string({ unit: 'grapheme', maxLength: 60 }),
          fc.string({ unit: 'grapheme-ascii', maxLength: 60 }),
        ),
        face: fc.constantFrom('regular', 'bold'),
      }),
      { maxLength: 6 },
    )
    fc.assert(
      fc.property(pieces, fc.integer({ min: 12, max: 80 }), (all, width) => {
        const lines = layOutLines(all, width, measure)
        for (const line of lines) expect(widthOf(line)).toBeLessThanOrEqual(width)
        const shown = all.flatMap(({ text, face }) => stretchesOf(visible(text), face))
        // Words from right to left are turned round.
        if (shown.some(({ isRightToLeft }) => isRightToLeft)) return
        expect(letters(textOf(lines))).toBe(letters(shown.map(({ text }) => text).join('')))
      }),
      { numRuns: 500 },
    )
  })

  test('cut a word that is wider than a line', () => {
    const lines = layOutLines([{ text: 'x'.repeat(300), face: 'regular' }], 100, measure)
    expect(lines.map(widthOf)).toEqual([100, 100, 100])
  })

  test.each<[text: string, placed: readonly (readonly [text: string, x: number])[]]>([
    [
      'שרה כהן',
      [
        ['כהן', 0],
        ['שרה', 4],
      ],
    ],
    [
      'of שרה בת כהן here',
      [
        ['of', 0],
        ['כהן', 3],
        ['בת', 7],
        ['שרה', 10],
        ['here', 14],
      ],
    ],
  ])(
    'set words from right to left in their own direction, with their spaces: %s',
    (text, placed) => {
      const [line] = layOutLines([{ text, face: 'regular' }], 100, measure)
      expect(line?.map((each) => [each.text, each.x])).toEqual(placed)
    },
  )

  test('name a character that no font has, so that nobody misses it', () => {
    const [line] = layOutLines([{ text: 'a🧠', face: 'regular' }], 100, measure)
    expect(line?.map(({ text }) => text).join('')).toBe('a(U+1F9E0)')
  })
})
