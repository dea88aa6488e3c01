import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  assertLawful,
  coalesce,
  concat,
  insert,
  isLawful,
  lengthOf,
  replace,
  slice,
  textOf,
  timeRangeOf,
} from './index.ts'
import type { Recognition, WordRange } from './recognition.ts'
import type { Run, Source, TracedText } from './source.ts'

function aRecognition(words: readonly string[], id = 'recognition-1'): Recognition {
  return {
    id,
    language: 'en',
    engine: { engine: 'test', model: 'test', modelSha256: '0'.repeat(64), demonstrationOnly: true },
    durationMs: words.length * 100,
    words: words.map((text, index) => ({
      text,
      startMs: index * 100,
      endMs: index * 100 + 90,
      confidence: 0.5,
    })),
  }
}

function dictated(text: string, from: number, to = from + 1): Run {
  return {
    text,
    source: { kind: 'dictated', words: { recognitionId: 'recognition-1', from, to }, rules: [] },
  }
}

/** Whole characters only: a run never holds half of a surrogate pair. */
const anyText = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })

const anyRecognition: fc.Arbitrary<Recognition> = fc
  .array(fc.tuple(fc.nat({ max: 500 }), fc.nat({ max: 500 })), { minLength: 1, maxLength: 20 })
  .map((gaps) => {
    let at = 0
    const words = gaps.map(([pause, length], index) => {
      const startMs = at + pause
      at = startMs + length
      return { text: `word${index}`, startMs, endMs: at }
    })
    return { ...aRecognition([]), durationMs: at, words }
  })

function anyRange(recognition: Recognition): fc.Arbitrary<WordRange> {
  const { length } = recognition.words
  return fc
    .tuple(fc.nat({ max: length - 1 }), fc.integer({ min: 1, max: length }))
    .map(([from, size]) => ({
      recognitionId: recognition.id,
      from,
      to: Math.min(from + size, length),
    }))
}

function anySource(recognition: Recognition): fc.Arbitrary<Source> {
  const over = anyRange(recognition)
  const rule = fc.record({ rule: fc.string(), before: fc.string(), after: fc.string() })
  const at = fc.constantFrom('2026-03-03T10:00:00.000Z', '2026-03-04T10:00:00.000Z')
  return fc.oneof(
    fc.record({ kind: fc.constant('dictated'), words: over, rules: fc.array(rule) }),
    fc.record({ kind: fc.constant('template'), template: fc.string(), version: fc.nat() }),
    fc.record({ kind: fc.constant('context'), field: fc.constantFrom('patient.name', 'order.id') }),
    fc.record({ kind: fc.constant('typed'), by: fc.constantFrom('user-a', 'user-b'), at }),
    fc.record({ kind: fc.constant('typed'), by: fc.constantFrom('user-a', 'user-b'), at, over }),
    fc.record({ kind: fc.constant('blank') }),
    fc.record({ kind: fc.constant('blank'), over }),
  )
}

function anyTextOver(recognition: Recognition): fc.Arbitrary<TracedText> {
  return fc.array(fc.record({ text: anyText, source: anySource(recognition) }), { maxLength: 12 })
}

/** A recognition and two lawful texts made from it. */
const anyTexts = anyRecognition.chain((recognition) =>
  fc.record({
    recognition: fc.constant(recognition),
    text: anyTextOver(recognition),
    other: anyTextOver(recognition),
  }),
)

const typed = (text: string, by = 'user-a'): Run => ({
  text,
  source: { kind: 'typed', by, at: '2026-03-03T10:00:00.000Z' },
})
const blank: Run = { text: '____', source: { kind: 'blank' } }
const frame = (text: string, version = 1): Run => ({
  text,
  source: { kind: 'template', template: 'chest-xray', version },
})

/** Offsets where no character is cut in two. */
function cutsOf(text: TracedText): readonly number[] {
  const cuts = [0]
  for (const character of textOf(text)) cuts.push((cuts.at(-1) ?? 0) + character.length)
  return cuts
}

/** A text, another one, and two offsets in order at which the first may be cut. */
const anyCut = fc
  .tuple(anyTexts, fc.nat(), fc.nat())
  .map(([{ recognition, text, other }, one, two]) => {
    const cuts = cutsOf(text)
    const [a, b] = [cuts[one % cuts.length] ?? 0, cuts[two % cuts.length] ?? 0]
    return { recognition, text, other, from: Math.min(a, b), to: Math.max(a, b) }
  })

describe('the law of traced text', () => {
  test('the text of texts joined is their texts joined', () => {
    fc.assert(
      fc.property(anyTexts, ({ text, other }) => {
        expect(textOf(concat(text, other, text))).toBe(textOf(text) + textOf(other) + textOf(text))
        expect(lengthOf(text)).toBe(textOf(text).length)
      }),
    )
  })

  test('a slice reads like the slice of the string', () => {
    fc.assert(
      fc.property(anyCut, ({ text, from, to }) => {
        expect(textOf(slice(text, from, to))).toBe(textOf(text).slice(from, to))
      }),
    )
  })

  test('a text cut in two and joined again is the same text from the same places', () => {
    fc.assert(
      fc.property(anyCut, ({ text, from }) => {
        const again = concat(slice(text, 0, from), slice(text, from, lengthOf(text)))
        expect(letters(again)).toEqual(letters(text))
      }),
    )
  })

  test('replacing is cutting out and joining', () => {
    fc.assert(
      fc.property(anyCut, ({ text, other, from, to }) => {
        const whole = textOf(text)
        expect(textOf(replace(text, from, to, other))).toBe(
          whole.slice(0, from) + textOf(other) + whole.slice(to),
        )
        expect(replace(text, from, to, other)).toEqual(
          concat(slice(text, 0, from), other, slice(text, to, lengthOf(text))),
        )
        expect(insert(text, from, other)).toEqual(replace(text, from, from, other))
      }),
    )
  })

  test('no letter outside a replacement changes its source', () => {
    fc.assert(
      fc.property(anyCut, ({ text, other, from, to }) => {
        const after = letters(replace(text, from, to, other))
        expect(after.slice(0, from)).toEqual(letters(text).slice(0, from))
        expect(after.slice(from + lengthOf(other))).toEqual(letters(text).slice(to))
      }),
    )
  })

  test('every operation on lawful text gives lawful text', () => {
    fc.assert(
      fc.property(anyCut, ({ recognition, text, other, from, to }) => {
        const made = [
          text,
          concat(text, other),
          slice(text, from, to),
          insert(text, from, other),
          replace(text, from, to, other),
          coalesce(concat(text, other)),
        ]
        for (const each of made) assertLawful(each, [recognition])
      }),
    )
  })

  test('storing text as JSON loses nothing', () => {
    fc.assert(
      fc.property(anyTexts, ({ text }) => {
        expect(JSON.parse(JSON.stringify(text))).toEqual(text)
      }),
    )
  })

  test('every dictated run was said at some time within the recording', () => {
    fc.assert(
      fc.property(anyCut, ({ recognition, text, from, to }) => {
        for (const { source } of slice(text, from, to)) {
          if (source.kind !== 'dictated') continue
          const { startMs, endMs } = timeRangeOf(source.words, recognition)
          expect(startMs).toBeGreaterThanOrEqual(0)
          expect(endMs).toBeGreaterThanOrEqual(startMs)
          expect(endMs).toBeLessThanOrEqual(recognition.durationMs)
        }
      }),
    )
  })

  test('joining neighbours changes neither the letters nor where they come from', () => {
    fc.assert(
      fc.property(anyTexts, ({ text, other }) => {
        const joined = coalesce(concat(text, other))
        expect(letters(joined)).toEqual(letters(concat(text, other)))
        expect(coalesce(joined)).toEqual(joined)
      }),
    )
  })
})

/** Each UTF-16 unit with its source. */
function letters(text: TracedText) {
  return text.flatMap(({ text: run, source }) => run.split('').map((unit) => ({ unit, source })))
}

describe('slicing', () => {
  test('keeps the words and rules of a dictated run that is cut', () => {
    const rules = [{ rule: 'number.cardinal', before: 'eighty', after: '80' }]
    const source = { ...dictated('', 0, 2).source, rules }
    expect(slice([{ text: '80 units', source }], 0, 2)).toEqual([{ text: '80', source }])
  })

  test.each([
    [0, 1],
    [1, 3],
    [1, 1],
  ])('refuses to cut a character in two: %i to %i', (from, to) => {
    expect(() => slice([typed('😀!')], from, to)).toThrow(RangeError)
  })

  test('refuses to cut a character whose halves lie in two runs', () => {
    expect(() => slice([typed('\ud83d'), typed('\ude00')], 1, 2)).toThrow(RangeError)
  })

  test.each([
    [-1, 2],
    [2, 1],
    [0, 4],
    [0.5, 2],
    [0, Number.NaN],
  ])('refuses offsets that are not in the text: %d to %d', (from, to) => {
    expect(() => slice([typed('abc')], from, to)).toThrow(RangeError)
    expect(() => replace([typed('abc')], from, to, [])).toThrow(RangeError)
  })
})

describe('joining neighbours', () => {
  test.each<[string, Run, Run, number]>([
    ['typing by one person at one time', typed('a'), typed('b'), 1],
    ['typing by two people', typed('a'), typed('b', 'user-b'), 2],
    ['one template', frame('a'), frame('b'), 1],
    ['two versions of a template', frame('a'), frame('b', 2), 2],
    ['blanks', blank, blank, 2],
    ['dictated words', dictated('a', 0), dictated('b', 0), 2],
  ])('%s', (_what, a, b, runs) => {
    expect(coalesce([a, b])).toHaveLength(runs)
  })
})

describe('lawful text', () => {
  const recognition = aRecognition(['lungs', 'clear'])
  const elsewhere: Run = {
    text: 'lungs',
    source: {
      kind: 'dictated',
      words: { recognitionId: 'recognition-2', from: 0, to: 1 },
      rules: [],
    },
  }
  const overNothing: Run = {
    text: 'lungs',
    source: {
      kind: 'typed',
      by: 'user-a',
      at: '2026-03-03T10:00:00.000Z',
      over: { recognitionId: 'recognition-1', from: 1, to: 1 },
    },
  }

  test.each<[string, Run, boolean]>([
    ['a word that was recognised', dictated('lungs', 0), true],
    ['all the words', dictated('lungs clear', 0, 2), true],
    ['an empty run', typed(''), false],
    ['no words', dictated('lungs', 1, 1), false],
    ['words after the last', dictated('lungs', 1, 3), false],
    ['words before the first', dictated('lungs', -1, 1), false],
    ['half a word', dictated('lungs', 0, 1.5), false],
    ['an unknown recognition', elsewhere, false],
    ['typing over no words', overNothing, false],
  ])('%s', (_what, run, lawful) => {
    expect(isLawful([run], [recognition])).toBe(lawful)
  })

  test('a complaint does not quote the text', () => {
    const complain = () => assertLawful([dictated('Jane Roe', 0, 9)], [recognition])
    expect(complain).toThrow('run 0 names words 0 to 9 of 2')
    expect(complain).not.toThrow('Jane')
  })
})

describe('the time of words', () => {
  const recognition = aRecognition(['lungs', 'are', 'clear'])

  test('runs from the first word to the end of the last', () => {
    const range = { recognitionId: 'recognition-1', from: 1, to: 3 }
    expect(timeRangeOf(range, recognition)).toEqual({ startMs: 100, endMs: 290 })
  })

  test('is not given for words of another recognition', () => {
    const range = { recognitionId: 'recognition-2', from: 0, to: 1 }
    expect(() => timeRangeOf(range, recognition)).toThrow(RangeError)
  })
})
