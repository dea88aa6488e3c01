import type { Locale, Recognition, Run, WrittenDictation } from '@plume/transcript'
import { assertLawful, textOf } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recognitionFromText, standardHeadings, writeDictation } from './index.ts'

const vocabulary: Readonly<Record<'en-CA' | 'fr-CA', readonly string[]>> = {
  'en-CA':
    'the a her of is lungs clear left right no not period comma colon semicolon new line paragraph full stop question mark open close parenthesis hyphen dash slash zero one two five ten twenty eighty hundred thousand and point oh over to milligrams percent days units um er uh. findings impression heading March in 5 97 37.5 clear. normal, (see Period. Findings: L4-L5 twenty-five . , - \n double triple thirds half quarter past a.m. p m b i d q t n l c third twenty-third march twenty nineteen stage three gauge french blade number plus minus equals temperature feet inches dollars cents year old hours by pulse vicryl ratio through nineties percent 5.0 .5 1,000 q8h two thousand million sodium a1c dot com at jane main street lives postal k eastern time standard pounds pence past bc cents us'.split(
      ' ',
    ),
  'fr-CA':
    "le la de est poumons clairs gauche droite pas sans point virgule deux points à la ligne nouvelle nouveau paragraphe ouvrez fermez parenthèse les guillemets tiret zéro un une cinq dix vingt quatre soixante cent mille et sur milligrammes pour degrés jours unités euh ben hum. conclusion titre mars premier 5 97 37,5 clair. normal, Point. Conclusion: d'interrogation vingt-et-un . , -".split(
      ' ',
    ),
}

/** Of the language most often; of the other one, of letters, or of any code points at all, marks of direction among them. */
const anyWord = (locale: 'en-CA' | 'fr-CA') =>
  fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...vocabulary[locale]) },
    { weight: 1, arbitrary: fc.constantFrom(...vocabulary['en-CA'], ...vocabulary['fr-CA']) },
    { weight: 1, arbitrary: fc.string() },
    { weight: 1, arbitrary: fc.string({ unit: 'binary' }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('\0', '\u202e', '\u2066five', '\ud800', '\ufeff', '٣', '５'),
    },
  )

const anyDictation = fc
  .constantFrom('en-CA' as const, 'fr-CA' as const)
  .chain((locale) =>
    fc.record({
      locale: fc.constant(locale),
      words: fc.array(anyWord(locale), { maxLength: 25 }),
      fragment: fc.boolean(),
      hasHeadings: fc.boolean(),
    }),
  )
  .map(({ locale, words, fragment, hasHeadings }) => {
    const headings = hasHeadings ? standardHeadings(locale) : []
    return { recognition: heard(words, locale), options: { locale, headings, fragment } }
  })

/** The words as an engine would hand them over, each as it is. */
function heard(words: readonly string[], locale: Locale): Recognition {
  return {
    ...recognitionFromText('', { locale }),
    durationMs: words.length * 100,
    words: words.map((text, index) => ({ text, startMs: index * 100, endMs: index * 100 + 90 })),
  }
}

function write(spoken: string, fragment = true, locale: Locale = 'en-CA'): WrittenDictation {
  const headings = standardHeadings(locale)
  return writeDictation(recognitionFromText(spoken, { locale }), { locale, headings, fragment })
}

const plain = (spoken: string) =>
  runsOf(write(spoken))
    .map(({ text }) => text)
    .join('')

const runsOf = ({ parts }: WrittenDictation): readonly Run[] => parts.flatMap(({ text }) => text)

function wordsIn(written: WrittenDictation): readonly number[] {
  const ranges = [
    ...runsOf(written).map(({ source }) => (source.kind === 'dictated' ? source.words : null)),
    ...written.parts.map(({ headingWords }) => headingWords),
    ...written.dropped.map(({ words }) => words),
  ]
  return ranges
    .flatMap((range) =>
      range ? Array.from({ length: range.to - range.from }, (_, index) => range.from + index) : [],
    )
    .sort((a, b) => a - b)
}

describe('whatever is dictated', () => {
  test('every recognised word is in one run, in a heading, or among the dropped', () => {
    fc.assert(
      fc.property(anyDictation, ({ recognition, options }) => {
        const written = writeDictation(recognition, options)
        expect(wordsIn(written)).toEqual(recognition.words.map((_, index) => index))
      }),
      { numRuns: 1000 },
    )
  })

  test('every run is lawful and dictated, in the order in which it was said', () => {
    fc.assert(
      fc.property(anyDictation, ({ recognition, options }) => {
        const runs = runsOf(writeDictation(recognition, options))
        assertLawful(runs, [recognition])
        const starts = runs.map(({ source }) =>
          source.kind === 'dictated' ? source.words.from : Number.NaN,
        )
        expect(starts).toEqual([...starts].sort((a, b) => a - b))
      }),
    )
  })

  test('a run that differs from what was said names the rules that made it so', () => {
    fc.assert(
      fc.property(anyDictation, ({ recognition, options }) => {
        for (const { text, source } of runsOf(writeDictation(recognition, options))) {
          if (source.kind !== 'dictated' || source.rules.length > 0) continue
          const said = recognition.words.slice(source.words.from, source.words.to)
          const squeeze = (words: string) => words.replace(/\s+/g, '')
          expect(squeeze(text)).toBe(squeeze(said.map((word) => word.text).join('')))
        }
      }),
      { numRuns: 500 },
    )
  })

  test('no digit is written that was not said, or that no rule answers for', () => {
    fc.assert(
      fc.property(anyDictation, ({ recognition, options }) => {
        for (const { text, source } of runsOf(writeDictation(recognition, options))) {
          if (source.kind !== 'dictated' || !/\d/.test(text)) continue
          const said = recognition.words.slice(source.words.from, source.words.to)
          const isTold = source.rules.some(({ after }) => /\d/.test(after))
          expect(isTold || said.some((word) => /\d/.test(word.text))).toBe(true)
        }
      }),
    )
  })

  test('the same words give the same text', () => {
    fc.assert(
      fc.property(anyDictation, ({ recognition, options }) => {
        expect(writeDictation(recognition, options)).toEqual(writeDictation(recognition, options))
      }),
    )
  })

  test('a fragment and a whole text differ only in capitals, the last stop and breaks at the edges', () => {
    fc.assert(
      fc.property(anyDictation, ({ recognition, options }) => {
        const said = ({ parts }: WrittenDictation) =>
          parts
            .map(({ text }) =>
              textOf(text)
                .toLowerCase()
                .trim()
                .replace(/[.?!…]$/, ''),
            )
            .filter((text) => text !== '')
        const whole = writeDictation(recognition, { ...options, fragment: false })
        const fragment = writeDictation(recognition, { ...options, fragment: true })
        expect(said(whole)).toEqual(said(fragment))
      }),
    )
  })
})

describe('the trail of rules', () => {
  const rulesOf = (written: WrittenDictation) =>
    runsOf(written).flatMap(({ text, source }) =>
      source.kind === 'dictated' && source.rules.length > 0 ? [[text, source.rules]] : [],
    )

  test('shows how a dose was written', () => {
    expect(rulesOf(write('twenty five milligrams'))).toEqual([
      [
        '25 mg',
        [
          { rule: 'number.cardinal', before: 'twenty five', after: '25' },
          { rule: 'unit.short-form', before: 'milligrams', after: 'mg' },
        ],
      ],
    ])
  })

  test('shows a capital and a full stop that nobody said', () => {
    expect(rulesOf(write('clear', false))).toEqual([
      [
        'Clear.',
        [
          { rule: 'capital.sentence-start', before: 'clear', after: 'Clear' },
          { rule: 'stop.end-of-part', before: 'Clear', after: 'Clear.' },
        ],
      ],
    ])
  })

  test('shows a mark that the engine wrote and a command replaced', () => {
    expect(rulesOf(write('clear. Comma, stable'))).toEqual([
      ['clear', [{ rule: 'mark.engine-mark', before: 'clear.', after: 'clear' }]],
      [', ', [{ rule: 'mark.comma', before: 'Comma,', after: ',' }]],
    ])
  })

  test('shows a filler inside a command', () => {
    expect(rulesOf(write('clear new um line stable'))).toEqual([
      [
        '\n',
        [
          { rule: 'filler', before: 'um', after: '' },
          { rule: 'break.line', before: 'new line', after: '\n' },
        ],
      ],
    ])
  })

  test('leaves sides and negations as they were said', () => {
    expect(rulesOf(write('no fracture of the left hip not even old'))).toEqual([])
  })
})

describe('what is dropped', () => {
  test.each([
    ['um clear', 'filler', 'um'],
    ['clear period period', 'mark.repeated', 'period'],
    [
      'findings colon clear new paragraph impression colon normal',
      'break.at-edge',
      'new paragraph',
    ],
    ['clear , period', 'mark.engine-mark', ','],
  ])('%s: %s', (spoken, rule, before) => {
    expect(write(spoken).dropped).toMatchObject([{ rule, before }])
  })

  test('an empty word leaves a record', () => {
    const recognition = heard(['clear', ' '], 'en-CA')
    const written = writeDictation(recognition, { locale: 'en-CA', headings: [] })
    expect(written.dropped).toMatchObject([{ rule: 'word.empty', words: { from: 1, to: 2 } }])
  })
})

describe('ten megabytes in one line', () => {
  test.each(['a', '1', '\0', 'é', '\u202e'])('of %j and no space come back as they are', (unit) => {
    const word = unit.repeat(10_000_000)
    expect(plain(word).length).toBe(word.length)
  })
})

describe('the edges of a dictation', () => {
  test('nothing said is nothing written', () => {
    expect(write('')).toEqual({ parts: [], dropped: [], suggestions: [], findings: [] })
  })

  test('a heading knows which words named it', () => {
    const [part] = write('next heading findings colon clear').parts
    expect(part?.headingWords).toEqual({ recognitionId: 'typed', from: 0, to: 4 })
  })

  test('a fragment keeps a line break that it begins or ends with', () => {
    expect(runsOf(write('new line clear new paragraph')).map(({ text }) => text)).toEqual([
      '\n',
      'clear',
      '\n\n',
    ])
  })
})
