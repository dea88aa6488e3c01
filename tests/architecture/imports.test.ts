import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** The house's floors (docs/architecture.md). A package may import only from floors below its own. */
const floors: Readonly<Record<string, number>> = {
  'packages/transcript': 0,
  'packages/terminology': 1,
  'packages/report-templates': 1,
  'packages/records': 1,
  'packages/contracts': 2,
  'packages/audio': 3,
  'packages/speech': 3,
  'packages/documents': 3,
  'packages/storage': 3,
  'services/api': 4,
  'services/worker': 4,
  'services/cli': 4,
  'services/web': 4,
}

/** The browser sees only what is safe and small enough to ship there. */
const allowedInBrowser = [
  '@plume/contracts',
  '@plume/transcript',
  '@plume/terminology',
  '@plume/terminology/findings',
  '@plume/terminology/lints',
]

/** Packages whose result depends on nothing but their arguments. */
const pure = [
  'packages/transcript',
  'packages/terminology',
  'packages/report-templates',
  'packages/records',
]
/** The only outside libraries that pure packages use. */
const allowedInPure = ['yaml']
/** Read their own bundled files once; kept out of the packages' main entries. */
const impureEntries = [
  'packages/report-templates/src/starter.ts',
  'packages/terminology/src/lexicon/starter-lexicon.ts',
  'packages/terminology/src/suggestions/load-spelling.ts',
]

type Import = { readonly file: string; readonly specifier: string; readonly typeOnly: boolean }

function sourceFiles(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function importsOf(file: string): Import[] {
  const source = readFileSync(join(root, file), 'utf8')
  const pattern =
    /^(?:import|export)\s+(type\s)?[^'"]*?from\s+'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|^import\s+'([^']+)'/gm
  return [...source.matchAll(pattern)].map((match) => ({
    file,
    specifier: match[2] ?? match[3] ?? match[4] ?? '',
    typeOnly: match[1] !== undefined,
  }))
}

function sourceImports(folder: string): Import[] {
  return sourceFiles(`${folder}/src`)
    .filter((file) => !/\.test\.tsx?$/.test(file))
    .flatMap(importsOf)
}

const folderOf = (packageName: string) =>
  Object.keys(floors).find((folder) => folder.endsWith(`/${packageName.split('/')[1]}`))

describe('imports', () => {
  test('the table of floors names every package there is', () => {
    const folders = ['packages', 'services'].flatMap((parent) =>
      readdirSync(join(root, parent)).map((name) => `${parent}/${name}`),
    )
    expect(folders.sort()).toEqual(Object.keys(floors).sort())
  })

  test.each(Object.keys(floors))('%s imports only from floors below it', (folder) => {
    const wrong = sourceImports(folder).filter(({ specifier }) => {
      if (!specifier.startsWith('@plume/')) return false
      const target = folderOf(specifier)
      return target === undefined || (floors[target] ?? 99) >= (floors[folder] ?? 0)
    })
    expect(wrong).toEqual([])
  })

  test.each(Object.keys(floors))('%s never reaches into another package’s files', (folder) => {
    const inside = sourceImports(folder).filter(({ file, specifier }) => {
      if (!specifier.startsWith('.')) return false
      return !relative(folder, join(file, '..', specifier)).match(/^(?!\.\.)/)
    })
    expect(inside).toEqual([])
  })

  test.each(pure)('%s uses neither the machine nor a library that is not pure itself', (folder) => {
    const impure = sourceImports(folder).filter(
      ({ file, specifier, typeOnly }) =>
        !typeOnly &&
        !impureEntries.includes(file) &&
        !specifier.startsWith('.') &&
        !specifier.startsWith('@plume/') &&
        !allowedInPure.includes(specifier),
    )
    expect(impure).toEqual([])
  })

  test('the browser imports only what may be shipped to it', () => {
    const wrong = sourceImports('services/web').filter(
      ({ specifier }) =>
        specifier.startsWith('node:') ||
        (specifier.startsWith('@plume/') && !allowedInBrowser.includes(specifier)),
    )
    expect(wrong).toEqual([])
  })
})

test('nothing is called utils, helpers, common or shared', () => {
  const vague = Object.keys(floors)
    .flatMap((folder) => sourceFiles(`${folder}/src`))
    .filter((file) => /(^|[/-])(utils?|helpers?|common|shared|manager|misc)([./-]|$)/.test(file))
  expect(vague).toEqual([])
})

test('only configuration reads the environment', () => {
  const readers = ['packages', 'services']
    .flatMap(sourceFiles)
    .filter((file) => !file.includes('node_modules') && !/\.test\.tsx?$/.test(file))
    .filter((file) => !/(^|\/)(config|main|vite\.config)\.ts$/.test(file))
    .filter((file) => /process\.env\b/.test(readFileSync(join(root, file), 'utf8')))
  expect(readers).toEqual([])
})
