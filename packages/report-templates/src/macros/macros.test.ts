import { type TracedText, textOf } from '@plume/transcript'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  expandMacro,
  findMacro,
  formatMacros,
  type KeptMacro,
  type Macro,
  parseMacros,
  readMacroBody,
} from '../index.ts'

const normalChest = `---
name: Normal chest
locale: en-CA
say: [chest normal, "normal chest x-ray"]
---
The lungs are clear. The heart is {{heart size: normal | enlarged}}.

Comparison: {{earlier examination}}.
`

function macrosIn(source: string): readonly Macro[] {
  const parsed = parseMacros(source)
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed
}

function kept(macro: Partial<KeptMacro> = {}): KeptMacro {
  return { id: 'm-1', version: 3, name: 'A', locale: 'en-CA', spoken: [], body: 'A.', ...macro }
}

describe('a file of macros', () => {
  test('has names, a locale, and a text with fill-ins', () => {
    const [macro] = macrosIn(normalChest)
    expect(macro).toMatchObject({
      name: 'Normal chest',
      locale: 'en-CA',
      spoken: ['chest normal', 'normal chest x-ray'],
    })
    expect(readMacroBody(macro?.body ?? '').parts).toEqual([
      { kind: 'text', text: 'The lungs are clear. The heart is ' },
      { kind: 'fill-in', label: 'heart size', choices: ['normal', 'enlarged'] },
      { kind: 'text', text: '.\n\nComparison: ' },
      { kind: 'fill-in', label: 'earlier examination', choices: [] },
      { kind: 'text', text: '.' },
    ])
  })

  test('may hold several, with any line ends and a byte order mark', () => {
    const french = '---\nname: Poumon normal\nlocale: fr-CA\n---\nPoumons clairs.\n'
    const both = `\uFEFF${normalChest}\n${french}`.replaceAll('\n', '\r\n')
    expect(macrosIn(both).map(({ name }) => name)).toEqual(['Normal chest', 'Poumon normal'])
    expect(macrosIn(both)[1]?.body).toBe('Poumons clairs.')
  })

  test('written and read again holds the same macros', () => {
    const line = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 30 })
      .filter((text) => /^\S.*\S$/u.test(text) && /[\p{L}\p{N}]/u.test(text))
      .filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
    const body = fc
      .array(fc.oneof(line, fc.constantFrom('', '{{size}}', '{{side: left | right}}', '# x')), {
        minLength: 1,
      })
      .map((lines) => lines.join('\n').trim())
      .filter((text) => readMacroBody(text).problems.length === 0)
    const macro = fc.record({
      name: line,
      locale: fc.constantFrom('en-CA' as const, 'fr-CA' as const),
      spoken: fc.array(line, { maxLength: 3 }),
      body,
    })
    fc.assert(
      fc.property(macro, (each) => {
        expect(parseMacros(formatMacros([each]))).toEqual([each])
      }),
    )
  })

  test.each<[string, string, number, number, RegExp]>([
    ['nothing', '', 1, 1, /begins with a line of three hyphens/],
    ['text before the first', `hello\n${normalChest}`, 1, 1, /begins with a line/],
    ['facts without an end', '---\nname: A\nlocale: en-CA\n', 1, 1, /not ended/],
    ['no name', '---\nlocale: en-CA\n---\nA.', 2, 1, /"name" is missing/],
    ['a name that cannot be said', '---\nname: "--"\nlocale: en-CA\n---\nA.', 2, 7, /letter/],
    ['an unknown locale', '---\nname: A\nlocale: de-DE\n---\nA.', 3, 9, /one of en-CA/],
    ['an unknown fact', '---\nname: A\nlocale: en-CA\nsize: 2\n---\nA.', 4, 1, /"size"/],
    ['no text', '---\nname: A\nlocale: en-CA\n---\n\n', 6, 1, /needs a text/],
    ['open braces', '---\nname: A\nlocale: en-CA\n---\n\nAn {{open one', 6, 4, /never closed/],
    ['stray braces', '---\nname: A\nlocale: en-CA\n---\nA\nb }} c', 6, 3, /close nothing/],
    ['a nameless fill-in', '---\nname: A\nlocale: en-CA\n---\nA {{ }}', 5, 3, /needs a name/],
    ['an empty choice', '---\nname: A\nlocale: en-CA\n---\nA {{b: c|}}', 5, 3, /upright/],
    ['broken YAML', '---\nname: [A\n---\nA.', 2, 9, /cannot be read/],
    ['a NUL', '---\nname: A\0\n---\nA.', 2, 8, /no text/],
    ['an escaped NUL', '---\nname: "A\\0"\nlocale: en-CA\n---\nA.', 2, 7, /no text/],
    ['a turned direction', '---\nname: A\nlocale: en-CA\n---\nA \u202e01 mg.', 5, 3, /no text/],
    ['lists without end', `---\nname: ${'['.repeat(5000)}\n---\nA.`, 2, 1, /too deep/],
  ])('with %s is refused at its line and column', (_what, source, line, column, message) => {
    const parsed = parseMacros(source)
    if (!('problems' in parsed)) throw new Error('was read')
    expect(parsed.problems[0]).toMatchObject({ line, column })
    expect(parsed.problems[0]?.message).toMatch(message)
  })

  test('tells of every problem at once', () => {
    const parsed = parseMacros('---\nlocale: xx\n---\n{{}}\n---\nname: B\nlocale: en-CA\n---\n}}')
    expect('problems' in parsed ? parsed.problems.map(({ line }) => line) : []).toEqual([
      2, 2, 4, 9,
    ])
  })

  test('does not give one name to two macros of a locale', () => {
    const again = normalChest.replace('Normal chest', 'Another').replace('chest normal', 'x')
    const parsed = parseMacros(`${normalChest}${again}`)
    expect('problems' in parsed && parsed.problems[0]?.message).toContain('normal chest x ray')
    expect('problems' in parseMacros(`${normalChest}${again.replace('en-CA', 'en-US')}`)).toBe(
      false,
    )
  })

  test('of any content is read or refused, and never throws', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('---\n', 'name: A\n', '{{', '}}', ':', '|', '\0', '&a *a\n', 'é')),
        (bits) => {
          parseMacros(bits.join(''))
        },
      ),
    )
  })
})

describe('expanding', () => {
  const typed: TracedText = [
    { text: 'normal', source: { kind: 'typed', by: 'u', at: '2026-01-01T00:00:00.000Z' } },
  ]

  test('keeps the source of every value, and names macro and version for the rest', () => {
    const text = expandMacro(kept({ body: 'Size {{size}}.' }), new Map([['size', typed]]))
    expect(text).toEqual([
      { text: 'Size ', source: { kind: 'template', template: 'macro:m-1', version: 3 } },
      ...typed,
      { text: '.', source: { kind: 'template', template: 'macro:m-1', version: 3 } },
    ])
  })

  test('leaves a blank where nothing was given, never a choice of its own', () => {
    const macro = kept({ body: '{{side: left | right}}' })
    const none: TracedText = [{ text: ' ', source: { kind: 'blank' } }]
    for (const values of [new Map(), new Map([['side', none]])]) {
      expect(expandMacro(macro, values)).toEqual([
        { text: '____', source: { kind: 'blank', reason: 'not-dictated' } },
      ])
    }
  })

  test('says which dictated words asked for it', () => {
    const over = { recognitionId: 'r', from: 2, to: 5 }
    expect(expandMacro(kept(), new Map(), over)[0]?.source).toMatchObject({ over })
  })

  test('writes the same value wherever its label stands', () => {
    const macro = kept({ body: '{{side}} kidney; {{side}} ureter' })
    expect(textOf(expandMacro(macro, new Map([['side', typed]])))).toBe(
      'normal kidney; normal ureter',
    )
  })
})

describe('finding a macro by what is said', () => {
  const macros = [
    kept({ id: 'mine', name: 'Normal chest' }),
    kept({ id: 'site', name: 'normal chest', spoken: ['clear lungs'] }),
    kept({ id: 'fr', name: 'Œil normal', locale: 'fr-CA' }),
  ]

  test.each<[string, 'en-CA' | 'en-US' | 'fr-CA', string | null]>([
    ['normal chest', 'en-CA', 'mine'],
    ['Normal-Chest,', 'en-CA', 'mine'],
    ['clear lungs', 'en-CA', 'site'],
    ['clear lungs', 'en-US', 'site'],
    ['clear lungs', 'fr-CA', null],
    ['oeil normal', 'fr-CA', 'fr'],
    ['normal', 'en-CA', null],
    ['', 'en-CA', null],
  ])('%s in %s', (said, locale, id) => {
    expect(findMacro(macros, said, locale)?.id ?? null).toBe(id)
  })
})
