import { Readable } from 'node:stream'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { linesOf } from './lines-of.ts'

async function linesFrom(...chunks: readonly (string | Buffer)[]): Promise<string[]> {
  const lines: string[] = []
  for await (const line of linesOf(Readable.from(chunks))) lines.push(line)
  return lines
}

test.each([
  ['', []],
  ['one\n', ['one']],
  ['one\ntwo', ['one', 'two']],
  ['one\r\ntwo\r\n', ['one', 'two']],
  ['\n\n', ['', '']],
  ['a\u2028b\n', ['a\u2028b']],
  ['a\rb\n', ['a\rb']],
])('cuts %j at line feeds only', async (text, lines) => {
  expect(await linesFrom(...(text === '' ? [] : [text]))).toEqual(lines)
})

test('gives the same lines however the bytes arrive', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: 'grapheme' }),
      fc.integer({ min: 1, max: 7 }),
      async (text, size) => {
        const bytes = Buffer.from(text)
        const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
          bytes.subarray(index * size, (index + 1) * size),
        )
        expect(await linesFrom(...chunks)).toEqual(await linesFrom(bytes))
      },
    ),
  )
})
