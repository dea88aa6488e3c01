import type { MacroReply } from '@plume/contracts'
import { describe, expect, it } from 'vitest'
import { decodeText } from './decode-text.ts'
import { fillInsOf, macroRuns, roughParts } from './macro-parts.ts'

const typist = { id: 'me', at: '2025-03-04T08:00:00.000Z' }
const parts: MacroReply['parts'] = [
  { kind: 'text', text: 'A ' },
  { kind: 'fill-in', label: 'side', choices: ['left', 'right'] },
  { kind: 'text', text: ' nodule of ' },
  { kind: 'fill-in', label: 'size', choices: [] },
  { kind: 'text', text: ' mm, ' },
  { kind: 'fill-in', label: 'side', choices: ['left', 'right'] },
]
const macro: MacroReply = {
  id: 'm',
  authorId: null,
  name: 'Nodule',
  locale: 'en-CA',
  spoken: [],
  body: 'A {{side: left | right}} nodule of {{size}} mm, {{side: left | right}}',
  parts,
  version: 3,
  changedAt: typist.at,
  changeable: true,
}

describe('a macro', () => {
  it('asks for each label once', () => {
    expect(fillInsOf(macro).map(({ label }) => label)).toEqual(['side', 'size'])
  })

  it('writes its own text as its own, values as typed, and a blank for what is missing', () => {
    const runs = macroRuns(
      macro,
      new Map([
        ['side', 'left'],
        ['size', '  '],
      ]),
      typist,
    )
    expect(runs.map(({ text }) => text).join('')).toBe('A left nodule of ____ mm, left')
    expect(runs.map(({ source }) => source.kind)).toEqual([
      'template',
      'typed',
      'template',
      'blank',
      'template',
      'typed',
    ])
    expect(runs[0]?.source).toEqual({ kind: 'template', template: 'macro:m', version: 3 })
  })

  it('that is being written is cut as the server will cut it, and anything else is text', () => {
    expect(roughParts(macro.body)).toEqual(parts)
    expect(roughParts('a {{b {{c}} }}').map(({ kind }) => kind)).toEqual([
      'text',
      'fill-in',
      'text',
    ])
  })
})

it.each([
  ['UTF-8', new TextEncoder().encode('Écho')],
  ['UTF-8 with its mark', new TextEncoder().encode('\uFEFFÉcho')],
  ['the encoding of old Windows programs', new Uint8Array([0xc9, 0x63, 0x68, 0x6f])],
])('a file in %s is read as it was written', (_name, bytes) => {
  expect(decodeText(bytes)).toBe('Écho')
})
