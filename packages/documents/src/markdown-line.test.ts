import fc from 'fast-check'
import { Marked } from 'marked'
import { describe, expect, test } from 'vitest'
import { markdownLine } from './markdown-line.ts'

const readers = [new Marked({ gfm: false }), new Marked({ gfm: true })]
const entities: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&#32;': ' ',
  '&amp;': '&',
}

/** What a reader of Markdown shows for a paragraph or heading; its elements are left in the text. */
function shown(markdown: string, reader: Marked, tag: 'p' | 'h2'): string {
  const html = reader.parse(markdown, { async: false }).trim()
  expect(html.startsWith(`<${tag}>`) && html.endsWith(`</${tag}>`)).toBe(true)
  return html.slice(tag.length + 2, -tag.length - 3).replace(/&[a-z0-9#]+;/g, (entity) => {
    return entities[entity] ?? entity
  })
}

test.each([
  'The lungs are clear.',
  'BP 120/80 mmHg, (see p. 3); 50%: "normal" - no change.',
  'Grossesse de 12 semaines + 3 jours : l’écho est normale !',
  '2.5 mg, then 3 - 4 times; T1 < T2 > T0 & more = $5?',
  '#2 nail, C#, a\\b',
  '3.5 cm',
  '2024-03-01',
])('leaves %s as it is', (text) => {
  expect(markdownLine(text)).toBe(text)
})

describe('escapes what would be markup', () => {
  test.each([
    ['a list', '- one', '\\- one'],
    ['a number that begins a list', '1. one', '1\\. one'],
    ['a heading', '## Findings', '\\## Findings'],
    ['the end of a heading', 'Rod #', 'Rod \\#'],
    ['a quote', '> x', '\\> x'],
    ['a rule', '---', '\\---'],
    ['emphasis', '*a* _b_', '\\*a\\* \\_b\\_'],
    ['a link', '[a](b)', '\\[a](b)'],
    ['an image', '![a](b)', '!\\[a](b)'],
    ['a bare link', 'http://a.example www.b.example', 'http\\://a.example www\\.b.example'],
    ['a tag', '<b>x</b>', '&lt;b>x&lt;/b>'],
    ['an entity', '&lt;', '&amp;lt;'],
    ['an escape', 'a\\*', 'a\\\\\\*'],
    ['a backslash at the end', 'a\\', 'a\\\\'],
    ['spaces at the ends', ' a  ', '&#32;a&#32;&#32;'],
  ])('%s', (_what, text, markdown) => {
    expect(markdownLine(text)).toBe(markdown)
  })
})

const line = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom(...'ab1 .-_*`<>&"\'#[]()!|~\\=+:;/@{}$%^?,é«') },
      fc.constantFrom(
        '---',
        '1. ',
        '## ',
        '&amp;',
        '&#32;',
        '<b>',
        'http://',
        'www.',
        '](',
        '\\\\',
      ),
    ),
    { minLength: 1 },
  )
  .map((parts) => parts.join(''))
  .filter((text) => text.trim() !== '')

test('a reader of Markdown shows the text again, and no element, whatever the text', () => {
  fc.assert(
    fc.property(line, line, (one, other) => {
      for (const reader of readers) {
        const paragraph = `${markdownLine(one)}  \n${markdownLine(other)}`
        expect(shown(paragraph, reader, 'p')).toBe(`${one}<br>${other}`)
        expect(shown(`## ${markdownLine(one)}`, reader, 'h2')).toBe(one)
      }
    }),
    { numRuns: 2000 },
  )
})
