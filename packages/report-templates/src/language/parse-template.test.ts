import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseTemplate } from './parse-template.ts'

const good = `---
id: chest-xray
version: 2
locale: fr-CA
title: Radiographie
fields:
  - { id: record, label: Dossier, from: patient.id, required: true }
opening: findings
---

## Constatations {#findings}
required
also: Résultats, à l'examen
loinc: 59776-5

## Conclusion
`

function problemsOf(source: string) {
  const parsed = parseTemplate(source, block)
  return 'problems' in parsed ? parsed.problems : []
}

test('reads every fact of a template', () => {
  expect(parseTemplate(good)).toEqual({
    id: 'chest-xray',
    version: 2,
    locale: 'fr-CA',
    title: 'Radiographie',
    layout: 'report',
    code: null,
    opening: 'findings',
    fields: [{ kind: 'known', id: 'record', label: 'Dossier', from: 'patient.id', required: true }],
    recipients: [],
    sections: [
      {
        id: 'findings',
        heading: 'Constatations',
        level: 1,
        aliases: ['Résultats', "à l'examen"],
        cues: [],
        required: true,
        loinc: '59776-5',
        condition: null,
        normal: [],
      },
      {
        id: 'conclusion',
        heading: 'Conclusion',
        level: 1,
        aliases: [],
        cues: [],
        required: false,
        loinc: null,
        condition: null,
        normal: [],
      },
    ],
    around: {},
    example: null,
  })
})

const letter = `---
id: letter
version: 1
locale: en-CA
title: Letter
layout: letter
code: 51852-2
fields:
  - { id: ef, label: Ejection fraction, kind: number, unit: ["%", percent], min: 5, max: 85, say: [EF] }
  - { id: rhythm, label: Rhythm, kind: choice, choices: [sinus, paced], required: true }
  - { id: seen, label: Seen on, kind: date }
  - { id: smoker, label: Smoker, kind: yes-no }
  - { id: job, label: Occupation, kind: text }
recipients:
  - { role: to, from: order.requestedBy }
  - { role: copy, name: Medical records, lines: [Ground floor] }
opening: body
---

# Letterhead
{{include clinic}}

# Salutation
Dear {{order.requestedBy}},

## Body {#body}
cues: thank you for
if: rhythm is given

The ejection fraction is {{ef}}.
{{if rhythm is paced}}
The device was checked.
{{otherwise}}
No device.
{{end}}

### Under it

\\# no heading, <b>no tag</b>

# Closing
Yours,

# Signature
{{author.name}}

# Example
The ejection fraction is 55 percent period
`
const blocks: Readonly<Record<string, string>> = {
  clinic: 'The clinic\n{{include street}}',
  street: '1 Main Street',
  loop: '{{include back}}',
  back: 'x\n{{include loop}}',
  wrong: 'A\n{{nobody}}',
}
const block = (name: string) => blocks[name] ?? null

describe('a template', () => {
  const parsed = parseTemplate(letter, block)
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))

  test('may be a letter, with fields that the dictation fills', () => {
    expect(parsed).toMatchObject({ layout: 'letter', code: '51852-2' })
    expect(parsed.fields[0]).toEqual({
      kind: 'number',
      id: 'ef',
      label: 'Ejection fraction',
      required: false,
      spoken: ['EF'],
      units: ['%', 'percent'],
      min: 5,
      max: 85,
    })
    expect(parsed.fields.map(({ kind }) => kind)).toEqual([
      'number',
      'choice',
      'date',
      'yes-no',
      'text',
    ])
    expect(parsed.recipients).toEqual([
      { role: 'to', name: { from: 'order.requestedBy' }, lines: [] },
      { role: 'copy', name: 'Medical records', lines: ['Ground floor'] },
    ])
  })

  test('has texts around its sections, with blocks put in where they are included', () => {
    expect(parsed.around).toEqual({
      letterhead: [{ kind: 'text', text: 'The clinic\n1 Main Street' }],
      salutation: [
        { kind: 'text', text: 'Dear ' },
        { kind: 'fact', from: 'order.requestedBy' },
        { kind: 'text', text: ',' },
      ],
      closing: [{ kind: 'text', text: 'Yours,' }],
      signature: [{ kind: 'fact', from: 'author.name' }],
    })
    expect(parsed.example).toBe('The ejection fraction is 55 percent period')
  })

  test('has normal text with fields and conditions, without the lines that hold only those', () => {
    expect(parsed.sections[0]).toMatchObject({
      cues: ['thank you for'],
      condition: { of: 'rhythm', is: null },
      normal: [
        { kind: 'text', text: 'The ejection fraction is ' },
        { kind: 'field', id: 'ef' },
        { kind: 'text', text: '.\n' },
        {
          kind: 'if',
          condition: { of: 'rhythm', is: 'paced' },
          met: [{ kind: 'text', text: 'The device was checked.\n' }],
          otherwise: [{ kind: 'text', text: 'No device.\n' }],
        },
      ],
    })
  })

  test('takes Markdown and HTML for the text that they are', () => {
    expect(parsed.sections[1]).toMatchObject({
      level: 2,
      normal: [{ kind: 'text', text: '# no heading, <b>no tag</b>' }],
    })
  })

  test('of two thousand lines is read, and its last line’s mistake is found there', () => {
    const sections = Array.from({ length: 660 }, (_, at) => `## Heading ${at}\n\nText ${at}.\n`)
    const long = `${good.slice(0, good.indexOf('## '))}## Findings {#findings}\n${sections.join('')}`
    expect('problems' in parseTemplate(long)).toBe(false)
    const [problem] = problemsOf(`${long}{{nobody}}`)
    expect(problem).toMatchObject({ line: long.split('\n').length, column: 1 })
  })
})

describe('a mistake in a template is told at its line and column', () => {
  const line = (text: string) => letter.slice(0, letter.indexOf(text)).split('\n').length
  test.each<[string, string, string, number, number, string]>([
    ['an unknown layout', 'layout: letter', 'layout: poem', line('layout'), 9, '"layout"'],
    ['a code that is none', '51852-2', 'letter', line('code:'), 7, 'LOINC'],
    ['an unknown kind', 'kind: date', 'kind: day', line('id: seen'), 39, '"kind"'],
    ['one choice', '[sinus, paced]', '[sinus]', line('id: rhythm'), 5, 'at least two'],
    ['a range turned round', 'min: 5', 'min: 95', line('id: ef'), 5, 'more than "max"'],
    ['a number that is none', 'min: 5', 'min: low', line('id: ef'), 82, 'not a number'],
    [
      'a key of another kind',
      'kind: yes-no',
      'kind: yes-no, unit: x',
      line('smoker'),
      48,
      '"unit"',
    ],
    ['an unknown role', 'role: copy', 'role: friend', line('role: copy'), 13, '"role"'],
    ['an unknown part', '# Closing', '# Greeting', line('# Closing'), 1, 'one of letterhead'],
    ['a part twice', '# Closing', '# Signature', line('# Signature'), 1, 'twice'],
    ['an unknown name', '{{ef}}', '{{eff}}', line('{{ef}}'), 26, '"eff" is neither a field'],
    ['no name', '{{ef}}', '{{ }}', line('{{ef}}'), 26, 'need a name'],
    ['braces left open', '{{ef}}', '{{ef', line('{{ef}}'), 26, 'never closed'],
    ['braces that close nothing', '{{ef}}', 'ef}}', line('{{ef}}'), 28, 'close nothing'],
    ['a condition without end', '{{end}}', '', line('{{if'), 1, 'never ended'],
    ['an end without condition', '{{otherwise}}', '{{end}}', line('{{end}}'), 1, 'ends no "if"'],
    ['a condition on nothing', 'if rhythm', 'if rythm', line('{{if'), 1, '"rythm"'],
    ['a condition on no choice', 'is paced', 'is absent', line('{{if'), 1, '"absent" is no choice'],
    [
      'a condition with no question',
      'is paced',
      'paced',
      line('{{if'),
      1,
      'reads "field is value"',
    ],
    [
      'a block that is not there',
      'include clinic',
      'include none',
      line('{{include'),
      1,
      'no block',
    ],
    [
      'a circle of blocks',
      'include clinic',
      'include loop',
      line('{{include'),
      1,
      'loop → back → loop',
    ],
    [
      'a mistake in a block',
      'include clinic',
      'include wrong',
      line('{{include'),
      1,
      'line 2: "nobody"',
    ],
    [
      'a fact of a section too late',
      '### Under it',
      'required',
      line('### Under'),
      1,
      'right under',
    ],
  ])('%s', (_what, from, to, atLine, column, words) => {
    const [first] = problemsOf(letter.replace(from, to))
    expect(first).toMatchObject({ line: atLine, column })
    expect(first?.message).toContain(words)
  })
})

test('reads the example of the README', () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
  const example = /```markdown\n([\s\S]*?)```/.exec(readme)?.[1] ?? ''
  expect(parseTemplate(example)).toMatchObject({ id: 'chest-xray', sections: [{ id: 'findings' }] })
})

test('reads a file with Windows line ends and a byte order mark', () => {
  expect(parseTemplate(`\uFEFF${good.replaceAll('\n', '\r\n')}`)).toEqual(parseTemplate(good))
})

describe('a wrong template is refused at the line of its first mistake', () => {
  test.each<[string, number, string, string]>([
    ['no front matter', 1, '## Findings', 'three hyphens'],
    ['an unknown locale', 4, good.replace('fr-CA', 'de-DE'), '"locale"'],
    ['an unknown fact', 5, good.replace('title:', 'titel:'), '"titel" is not known'],
    ['a version that is no number', 3, good.replace('version: 2', 'version: two'), '"version"'],
    ['a field from nowhere', 7, good.replace('patient.id', 'patient.secret'), '"from"'],
    [
      'an opening that is not there',
      8,
      good.replace('opening: findings', 'opening: end'),
      'opening',
    ],
    [
      'a yes that YAML does not know',
      7,
      good.replace('required: true', 'required: yes'),
      'true or false',
    ],
    ['an id that is none', 11, good.replace('{#findings}', '{#Findings}'), 'small letters'],
    ['a line that means nothing', 12, good.replace('\nrequired\n', '\nobligatory\n'), 'neither'],
    ['two sections of one id', 16, good.replace('Conclusion', 'Fin {#findings}'), 'Two sections'],
    ['no section', 10, good.slice(0, good.indexOf('## ')), 'at least one section'],
  ])('%s', (_name, line, source, words) => {
    const [first] = problemsOf(source)
    expect(first?.line).toBe(line)
    expect(first?.message).toContain(words)
  })

  test('a name that means two sections', () => {
    const twice = `${good}also: résultats\n`
    expect(problemsOf(twice)[0]?.message).toContain('"résultats" names two sections')
  })
})

describe('characters that no reader sees are refused where they stand', () => {
  const titled = (title: string) => good.replace('title: Radiographie', `title: ${title}`)
  test.each<[string, string, number, number]>([
    ['NUL in the file', good.replace('Conclusion', 'Conc\0lusion'), 16, 8],
    ['half a character in the file', good.replace('Conclusion', 'Con\ud800'), 16, 7],
    ['a turned direction in the file', `${good}\nDose: \u202e01 mg`, 18, 7],
    ['a backspace in the file', `${good}\nDose: 10\b mg`, 18, 9],
    ['an escaped NUL', titled('"Radio\\0"'), 5, 8],
    ['an escaped half of a character', titled('"Radio\\ud800"'), 5, 8],
    ['an escaped turn of direction', titled('"Radio \\u202e01"'), 5, 8],
    ['an escaped end of line', titled('"Radio\\ngraphie"'), 5, 8],
    ['an escape in a key', titled('x\n"a\\u001bb": c'), 6, 1],
    ['an escape in a field', good.replace('label: Dossier', 'label: "Dos\\u0085"'), 7, 26],
  ])('%s', (_what, source, line, column) => {
    const problems = problemsOf(source)
    expect(problems).toMatchObject([{ line, column }])
    expect(problems[0]?.message).toContain('of no text')
    expect(problems[0]?.message).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u)
  })

  test('in a block too, by its name and line', () => {
    const including = good.replace(
      '## Conclusion',
      '# Letterhead\n{{include odd}}\n\n## Conclusion',
    )
    const read = parseTemplate(including, () => 'The clinic\n\u2067Street')
    expect('problems' in read && read.problems[0]?.message).toContain('block "odd", line 2')
  })

  test('but not the space around a text that YAML writes over several lines', () => {
    expect(parseTemplate(titled('|\n  Radiographie'))).toEqual(parseTemplate(good))
  })
})

describe('facts that stand too deep in each other are one mistake', () => {
  test.each([
    ['lists', '['.repeat(5000)],
    ['lists that are closed', `${'['.repeat(5000)}${']'.repeat(5000)}`],
    ['lists of hyphens', `\n  ${'- '.repeat(20_000)}a`],
    ['maps', `${'{a: '.repeat(3000)}1${'}'.repeat(3000)}`],
    ['a few lists more than any template has', `${'['.repeat(20)}${']'.repeat(20)}`],
  ])('%s', (_what, yaml) => {
    expect(problemsOf(good.replace('title: Radiographie', `title: ${yaml}`))).toMatchObject([
      { message: 'The facts stand too deep in each other.' },
    ])
  })

  test('and facts that are no YAML are told with a few', () => {
    const broken = `title: Radiographie\n${'a: ]\n'.repeat(2000)}`
    expect(problemsOf(good.replace('title: Radiographie\n', broken)).length).toBeLessThan(30)
  })
})

test.each([
  ['spaces in a heading', `## ${' '.repeat(400_000)}x`],
  ['spaces in a text', `## A\n\n${' '.repeat(400_000)}x`],
  ['an endless condition', `## A\n\n{{if ${' '.repeat(400_000)}`],
  ['number signs', '#'.repeat(400_000)],
  ['braces', '{{'.repeat(200_000)],
])('is read or refused at once with %s', (_what, body) => {
  parseTemplate(`${good.slice(0, good.indexOf('## '))}${body}`)
})

test('never throws and never hangs, whatever the text', () => {
  const mutated = fc.tuple(fc.nat(good.length), fc.nat(20), fc.string({ maxLength: 10 }))
  fc.assert(
    fc.property(fc.array(mutated, { maxLength: 5 }), fc.string(), (cuts, noise) => {
      let source = good
      for (const [at, length, text] of cuts) {
        source = source.slice(0, at) + text + source.slice(at + length)
      }
      parseTemplate(source)
      parseTemplate(noise)
      parseTemplate(`---\n${noise}\n---\n${source}`)
    }),
    { numRuns: 500 },
  )
})
