import { describe, expect, test } from 'vitest'
import { knownModels, parseModels } from './model-registry.ts'
import { aModel } from './testing/small-model.ts'

describe('the models that Plume knows', () => {
  test.each(knownModels())('$id says where from, how large and under which licence', (model) => {
    expect(model.checksumSource).not.toBe('')
    expect(model.licence.url).toMatch(/^https:/)
    expect(model.languages.every((language) => ['en', 'fr'].includes(language))).toBe(true)
    const bytes = model.files.reduce((sum, file) => sum + (file.bytes ?? 0), 0)
    expect(model.memoryBytes).toBeGreaterThan(bytes)
  })

  test('share no hash, but for the words of Whisper, which are the same for every size', () => {
    const hashes = knownModels().flatMap(({ files }) =>
      files.filter(({ name }) => !name.endsWith('-tokens.txt')).map(({ sha256 }) => sha256),
    )
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('MedASR binds whoever installs it', () => {
    const medasr = knownModels().find(({ id }) => id === 'medasr-en-int8')
    expect(medasr?.licence.textToAccept).toContain('Clinical Use')
  })
})

describe('a list is refused', () => {
  const good = aModel({ 'a.bin': Buffer.from('a') })
  const [file] = good.files

  test('not when it is right', () => {
    expect(parseModels([good])).toEqual([good])
  })

  test.each<[string, unknown]>([
    ['that is none', {}],
    ['with an id twice', [good, good]],
    ['with an id that is a path', [{ ...good, id: '../x' }]],
    ['with an engine there is not', [{ ...good, engine: 'magic' }]],
    ['with a source in the clear', [{ ...good, source: 'http://models.example/' }]],
    ['with a source without its slash', [{ ...good, source: 'https://models.example' }]],
    ['with a file that is a path', [{ ...good, files: [{ ...file, name: 'a/b' }] }]],
    [
      'with a file named as the manifest',
      [{ ...good, files: [{ ...file, name: 'manifest.json' }] }],
    ],
    ['with half a hash', [{ ...good, files: [{ ...file, sha256: 'abc' }] }]],
    ['with no bytes', [{ ...good, files: [{ ...file, bytes: 0 }] }]],
    ['called verified without a hash', [{ ...good, files: [{ ...file, sha256: null }] }]],
    ['without a licence', [{ ...good, licence: null }]],
  ])('%s', (_what, list) => {
    expect(() => parseModels(list)).toThrow('models.json')
  })
})
