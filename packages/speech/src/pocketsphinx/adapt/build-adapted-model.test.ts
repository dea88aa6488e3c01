import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readAdaptedModel } from '../adapted-model.ts'
import { adaptPocketSphinx } from './adapt-pocketsphinx.ts'
import { type AdaptedModel, buildAdaptedModel, type TextSource } from './build-adapted-model.ts'
import { parseDictionary } from './dictionary.ts'
import { readReportText } from './read-report-text.ts'
import { trainTrigrams } from './train-trigrams.ts'
import { readTrie } from './trie-file.ts'
import { writeAdaptedModel } from './write-adapted-model.ts'

const dictionary = parseDictionary('the DH AH\nknee N IY\nis IH Z\nriver R IH V ER\nof AH V\n')
const general = trainTrigrams(
  [
    ['the', 'river', 'is'],
    ['the', 'river', 'of'],
  ],
  [...dictionary.keys()],
)
const texts: readonly TextSource[] = [
  { name: 'ours', sentences: [['the', 'knee', 'is', 'gonarthrotic']] },
]
const say = async (words: readonly string[]) => new Map(words.map((word) => [word, 'AH']))

async function build(of = texts): Promise<AdaptedModel> {
  const built = await buildAdaptedModel({ texts: of, general, dictionary, pronounce: say })
  if ('refused' in built) throw new Error(built.refused)
  return built
}

test('a model knows the words of the texts and the general ones, and how each is said', async () => {
  const { languageModel, dictionary: written } = await build()
  expect([...parseDictionary(written).keys()]).toEqual([
    'gonarthrotic',
    'is',
    'knee',
    'of',
    'river',
    'the',
  ])
  expect(readTrie(languageModel).words).toEqual(['<s>', '</s>', ...parseDictionary(written).keys()])
})

test('the same texts give the same bytes', async () => {
  const [once, again] = [await build(), await build()]
  expect(again.languageModel.equals(once.languageModel)).toBe(true)
  expect(again.dictionary).toBe(once.dictionary)
})

test('a word that nobody can say is told, and not heard', async () => {
  const built = await buildAdaptedModel({
    texts,
    general,
    dictionary,
    pronounce: async () => new Map(),
  })
  expect(built).toMatchObject({ unpronounced: ['gonarthrotic'] })
})

test('without somebody to ask for sounds no model is built', async () => {
  const built = await buildAdaptedModel({ texts, general, dictionary, pronounce: async () => null })
  expect(built).toEqual({ refused: 'no-pronunciations' })
})

describe('a text that engines are scored on', () => {
  const sample = readFile(
    new URL('../../../../../samples/discharge-summary.txt', import.meta.url),
    'utf8',
  )

  test('is refused with its source', async () => {
    const scored = { name: 'our-examples/one.txt', sentences: readReportText(await sample) }
    const built = await buildAdaptedModel({
      texts: [...texts, scored],
      general,
      dictionary,
      pronounce: say,
    })
    expect(built).toEqual({ refused: 'scored-text', source: 'our-examples/one.txt' })
  })

  test('leaves no sentence in a model, and the source says how many were left out', async () => {
    const [long] = readReportText(await sample).filter(({ length }) => length > 7)
    const part = (long ?? []).slice(0, 9)
    const built = await build([...texts, { name: 'theirs', sentences: [part, ['the', 'knee']] }])
    expect(built.texts[1]).toEqual({ name: 'theirs', words: 2, leftOut: 1 })
  })
})

describe('a model in its folder', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'plume-adapted-'))
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  test('is absent before it is written, then whole, and the one before stays for who still uses it', async () => {
    expect(await readAdaptedModel(folder)).toBe('absent')
    await writeAdaptedModel(folder, 'en-us-site', await build())
    const first = await readAdaptedModel(folder)
    for (const name of ['second', 'third']) {
      await writeAdaptedModel(folder, 'en-us-site', await build([{ name, sentences: [[name]] }]))
    }
    const files = (await readdir(folder)).filter((name) => name.endsWith('.lm.bin'))
    expect(files).toHaveLength(2)
    const last = await readAdaptedModel(folder)
    expect(last).toMatchObject({ model: 'en-us-site' })
    expect(last).not.toEqual(first)
  })

  test('is damaged when a byte of it is another, and when its manifest cannot be read', async () => {
    const model = await readAdaptedModel(folder)
    if (typeof model === 'string') throw new Error(model)
    await writeFile(model.dictionaryPath, 'the DH AH\n')
    expect(await readAdaptedModel(folder)).toBe('damaged')
    await writeFile(join(folder, 'model.json'), '{')
    expect(await readAdaptedModel(folder)).toBe('damaged')
  })

  test('is not begun without the general model', async () => {
    const adapted = await adaptPocketSphinx({
      folder,
      model: 'x',
      texts: [],
      generalDir: '/nowhere',
    })
    expect(adapted).toEqual({ refused: 'no-general-model' })
  })
})
