import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readLexiconTerms } from './read-lexicon-terms.ts'

const folder = mkdtempSync(join(tmpdir(), 'plume-lexicon-'))
afterAll(() => rmSync(folder, { recursive: true }))

test.each([
  ['a term a line', 'a.txt', '# ours\napixaban\n\nleft hilum\r\n', ['apixaban', 'left hilum']],
  [
    'the first column of a CSV',
    'a.csv',
    'apixaban,drug\n"spine, lumbar",place\n',
    ['apixaban', 'spine, lumbar'],
  ],
  ['the first column between tabs', 'a.tsv', 'apixaban\tdrug\n', ['apixaban']],
  ['JSON strings', 'a.json', '["apixaban"," hilum "]', ['apixaban', 'hilum']],
  ['JSON objects with a term', 'b.json', '[{"term":"apixaban","kind":"drug"}]', ['apixaban']],
])('a lexicon is read as %s', async (_, name, content, terms) => {
  const path = join(folder, name)
  writeFileSync(path, content)
  expect(await readLexiconTerms(path)).toEqual(terms)
})

test('JSON with something else among its terms is refused whole', async () => {
  const path = join(folder, 'c.json')
  writeFileSync(path, '["apixaban", 4]')
  await expect(readLexiconTerms(path)).rejects.toMatchObject({ code: 'lexicon-unreadable' })
})
