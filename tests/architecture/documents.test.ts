import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))
const read = (path: string) => readFileSync(join(root, path), 'utf8')

function filesIn(folder: string, ending: RegExp): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    if (/^(node_modules|dist|\.tsbuild)$/.test(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path, ending)
    return ending.test(entry.name) ? [path] : []
  })
}

const documents = [
  ...readdirSync(root).filter((name) => name.endsWith('.md')),
  ...['docs', 'packages', 'services', 'samples'].flatMap((folder) => filesIn(folder, /\.md$/)),
]
const sources = ['packages', 'services', 'scripts', 'tests'].flatMap((folder) =>
  filesIn(folder, /\.(ts|tsx|mjs|sql|md)$/),
)

test('every link in a document leads to a file that is there', () => {
  const broken = documents.flatMap((document) =>
    [...read(document).matchAll(/\]\((?!https?:|#)([^)#\s]+)/g)]
      .map((match) => join(dirname(document), match[1] ?? ''))
      .filter((target) => !existsSync(join(root, target)))
      .map((target) => `${document}: ${target}`),
  )
  expect(broken).toEqual([])
})

test('every document that a source names is there', () => {
  const missing = sources.flatMap((source) =>
    [...read(source).matchAll(/\bdocs\/[\w/-]+\.md\b/g)]
      .filter(([target]) => !existsSync(join(root, target)))
      .map(([target]) => `${source}: ${target}`),
  )
  expect(missing).toEqual([])
})

test('every file that a document names in code marks is there', () => {
  const named = /`((?:packages|services|tests|scripts|docs|samples)\/[\w./-]+\.\w+)`/g
  const missing = documents.flatMap((document) =>
    [...read(document).matchAll(named)]
      .filter(([, target]) => !existsSync(join(root, target ?? '')))
      .map(([, target]) => `${document}: ${target}`),
  )
  expect(missing).toEqual([])
})

describe('decisions', () => {
  const decisions = filesIn('docs/adr', /^\d{4}-.*\.md$/).map((path) => ({
    path,
    number: Number(/\/(\d{4})-/.exec(path)?.[1]),
  }))

  // A number may wait for a decision that is still being written elsewhere.
  test('have each a number of its own, and are listed', () => {
    const numbers = decisions.map(({ number }) => number)
    expect(numbers).toEqual([...new Set(numbers)])
    const list = read('docs/adr/README.md')
    for (const { path } of decisions) expect(list).toContain(`(${relative('docs/adr', path)})`)
  })

  test.each(decisions)('$path has the form, on one page', ({ path, number }) => {
    const text = read(path)
    expect(text.match(/^#.*$/gm)?.map((heading) => heading.replace(/^# \d{4}: .+/, '#'))).toEqual([
      '#',
      '## Problem',
      '## Choice',
      '## Rejected',
      '## Consequences',
      '## What would show us we were wrong',
    ])
    expect(text).toContain(`# ${String(number).padStart(4, '0')}: `)
    expect(text).toMatch(/^Status: (accepted|superseded by \d{4}), \d{4}-\d{2}-\d{2}$/m)
    expect(text.split('\n').length).toBeLessThan(60)
  })
})
