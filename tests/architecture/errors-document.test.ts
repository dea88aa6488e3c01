import { readFileSync } from 'node:fs'
import { errorCatalogue } from '@plume/contracts'
import { expect, test } from 'vitest'

const document = readFileSync(new URL('../../docs/errors.md', import.meta.url), 'utf8')

type Row = { readonly code: string; readonly cells: readonly string[] }

/** The rows that begin with a code; headings and rulers do not. */
const rows: readonly Row[] = document.split('\n').flatMap((line) => {
  const [, first, ...cells] = line.split('|').map((cell) => cell.trim())
  const code = /^`([a-z-]+)`$/.exec(first ?? '')?.[1]
  return code === undefined ? [] : [{ code, cells: cells.slice(0, -1) }]
})

test('docs/errors.md and the catalogue list the same codes, each once', () => {
  expect(rows.map(({ code }) => code).sort()).toEqual(Object.keys(errorCatalogue).sort())
})

test.each(rows)('docs/errors.md gives $code the status it answers with', ({ code, cells }) => {
  const entry = Object.entries(errorCatalogue).find(([name]) => name === code)
  expect(cells[0]).toBe(String(entry?.[1].status))
})

test.each(rows)('docs/errors.md says cause, consequence and remedy of $code', ({ cells }) => {
  const [, cause, consequence, remedy, ...more] = cells
  expect(more).toEqual([])
  for (const sentence of [cause, consequence, remedy]) expect(sentence).toMatch(/^[A-Z].{8,}\.$/)
})
