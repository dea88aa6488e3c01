import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

/** Rows with a code name in the third column; headings and rulers have none. */
const rows = read('docs/glossary.md')
  .split('\n')
  .flatMap((line) => {
    const [, term = '', french = '', code = '', meaning = ''] = line
      .split('|')
      .map((cell) => cell.trim())
    const name = /^`(.+)`$/.exec(code)?.[1]
    return name === undefined ? [] : [{ term, french, name, meaning }]
  })

const source = ['packages', 'services']
  .flatMap((parent) => readdirSync(join(root, parent)).map((name) => join(parent, name, 'src')))
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
      .map((name) => read(join(folder, name))),
  )
  .join('\n')

const frenchShown = [
  read('services/web/src/language/fr.ts'),
  read('packages/contracts/src/errors/catalogue.ts'),
]
  .join('\n')
  .toLocaleLowerCase('fr')

test('the glossary has words, each once', () => {
  const terms = rows.map(({ term }) => term)
  expect(terms.length).toBeGreaterThan(40)
  expect([...new Set(terms)]).toEqual(terms)
})

test.each(rows)('the code knows $term as $name', ({ name }) => {
  expect(source).toMatch(new RegExp(`(?<![\\w-])${name}(?![\\w-])`))
})

test.each(rows.filter(({ french }) => french !== '–'))(
  'the workstation says $french for $term',
  ({ french }) => {
    expect(frenchShown).toContain(french)
  },
)

test.each(rows)('$term is explained in a sentence', ({ meaning }) => {
  expect(meaning).toMatch(/^[A-Z].{15,}\.$/)
})
