import { expect, test } from 'vitest'
import { expandWord, parseAffixes } from '../lexicon/importers/hunspell-affixes.ts'
import { loadSpelling } from './load-spelling.ts'
import { createSpellingWords } from './spelling-words.ts'

const aff = `
FLAG long
FULLSTRIP
NEEDAFFIX ()
SFX S. Y 2
SFX S. 0 s/D' [^sx]
SFX S. al aux/D' al
SFX E. Y 1
SFX E. etre sera etre
PFX R. Y 1
PFX R. 0 re .
PFX D' Y 1
PFX D' 0 d' .
`
const dic = "5\nlobe/S.R.D'\nlobal/S.\netre/E.\nopus\nseul/()S."
const words = createSpellingWords([{ aff, dic }])

test.each([
  'lobe',
  'lobes',
  'relobe',
  'relobes',
  'lobaux',
  'sera',
  'opus',
  'seuls',
  'Lobes',
  'OPUS',
])('knows %s', (word) => expect(words.has(word)).toBe(true))
test.each(['', 'lobess', 'lobals ', 'opuss', 'seul', 'resera', 'lob', 'x'])(
  'does not know %j',
  (word) => expect(words.has(word)).toBe(false),
)

test('knows just the forms that a dictionary expands to', () => {
  const affixes = parseAffixes(aff)
  for (const line of dic.split('\n').slice(1)) {
    for (const form of expandWord(line, affixes).forms)
      expect([form, words.has(form)]).toEqual([form, true])
  }
})

test('French has its plurals, feminines and verbs; English three ways of spelling', async () => {
  const french = await loadSpelling('fr')
  for (const word of ['réguliers', 'virale', 'cornets', 'seront', 'mangeait']) {
    expect([word, french.has(word)]).toEqual([word, true])
  }
  const english = await loadSpelling('en')
  for (const word of ['organized', 'organised', 'centre', 'color', 'tumour']) {
    expect([word, english.has(word)]).toEqual([word, true])
  }
})
