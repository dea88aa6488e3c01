import { describe, expect, test } from 'vitest'
import type { LexiconEntry } from '../lexicon-entry.ts'
import { createUtf8Check, sniffEncoding } from './detect-encoding.ts'
import { detectFormat } from './detect-format.ts'
import { spellingsIn } from './everyday-spellings.ts'
import { expandWord, maxFormsOfStem, parseAffixes } from './hunspell-affixes.ts'
import type { Candidate, ImportItem, Row } from './import-item.ts'
import { type EntryMaking, makeEntry } from './make-entry.ts'
import { readBdpm } from './read-bdpm.ts'
import { createDpdReader } from './read-dpd.ts'
import { createHunspellReader } from './read-hunspell.ts'
import { entriesInJson, readJsonEntry } from './read-json.ts'
import { readLragr } from './read-lragr.ts'
import { createRf2Reader } from './read-rf2.ts'
import { readRrf } from './read-rrf.ts'
import { createTableReader, detectLayout } from './read-table.ts'

const row = (text: string, separator: string, line = 1): Row => ({
  line,
  cells: text.split(separator),
})

/** What was read, briefly: `category: form`, or why not. */
const brief = (items: readonly ImportItem[]) =>
  items.map((item) => {
    if ('rejected' in item) return `line ${item.rejected.line}: ${item.rejected.reason}`
    if ('leftOut' in item) return `left out: ${item.leftOut}`
    return `${item.candidate.category}: ${item.candidate.form}`
  })

const bytes = (text: string) => new TextEncoder().encode(text)

describe('encoding', () => {
  test.each<[string, Uint8Array, string | null]>([
    ['a mark of UTF-8', new Uint8Array([0xef, 0xbb, 0xbf, 0x61]), 'utf-8'],
    ['a mark of UTF-16', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'utf-16le'],
    ['UTF-16 without a mark', new Uint8Array([0x61, 0, 0x62, 0, 0x63, 0]), 'utf-16le'],
    ['the other order', new Uint8Array([0, 0x61, 0, 0x62, 0, 0x63]), 'utf-16be'],
    ['zeros here and there', new Uint8Array([0x61, 0, 0, 0x62, 0x63, 0]), 'binary'],
    ['plain letters', bytes('abc'), null],
  ])('by the first bytes: %s', (_, start, found) => {
    expect(sniffEncoding(start)).toBe(found)
  })

  test('a letter cut between two pieces is still UTF-8', () => {
    const check = createUtf8Check()
    const [first = 0, second = 0] = bytes('é')
    check.add(new Uint8Array([first]))
    check.add(new Uint8Array([second]))
    expect(check.isUtf8()).toBe(true)
  })

  test.each([
    ['a letter of Windows', [0x63, 0xe9]],
    ['a letter that breaks off', [0xc3]],
  ])('%s is not UTF-8', (_, given) => {
    const check = createUtf8Check()
    check.add(new Uint8Array(given))
    expect(check.isUtf8()).toBe(false)
  })
})

describe('format', () => {
  test.each([
    ['allfiles.zip', '', 'dpd'],
    ['fr.dic', '84310', 'hunspell'],
    ['words.txt', '3\nabdomen/MS\nileum', 'hunspell'],
    ['list.txt', 'abdomen\nileum', 'csv'],
    ['list.json', '{', 'json'],
    ['x.txt', 'id\teffectiveTime\tactive\tmoduleId', 'rf2'],
    ['LRAGR', 'E0006543|abdomen|noun|count(thr_sing)|abdomen|abdomen|', 'lragr'],
    ['RXNCONSO.RRF', '161|ENG||||||1|||161||RXNORM|IN|161|acetaminophen||N|4096|', 'rrf'],
    [
      'CIS_bdpm.txt',
      '61266250\tA 313\tpommade\tcutanée\tA\tB\tC\t12/03/1998\t\t\t LAB\tNon',
      'bdpm',
    ],
    [
      'CIS_COMPO.txt',
      '60002283\tcomprimé\t42215\tANASTROZOLE\t1,00 mg\tun comprimé\tSA\t1\t',
      'bdpm',
    ],
  ])('%s is recognised', (name, text, format) => {
    expect(detectFormat(name, text.split('\n'))).toBe(format)
  })

  test.each([
    ['brand_en\tbrand_fr\tn\nA\tB\t1', '\t', ['brand_en', 'brand_fr', 'n']],
    ['form;class\nabdomen;anatomy', ';', ['form', 'class']],
    ['"form","class"\n"a, b","anatomy"', ',', ['form', 'class']],
    ['abdomen\nileum', '\t', null],
    ['abdomen,anatomy\nileum,anatomy', ',', null],
  ])('the table %j is laid out', (text, separator, header) => {
    expect(detectLayout(text.split('\n'))).toEqual({ separator, header })
  })
})

describe('lists', () => {
  test('a table with a column of forms gives entries, with the class as their category', () => {
    const read = createTableReader({
      separator: '\t',
      header: ['form', 'class', 'locale', 'weight', 'spoken'],
    })
    expect(read(row('MRI\tabbreviation\ten-CA\t5\tm r i|em are eye', '\t'))).toEqual([
      {
        candidate: {
          line: 1,
          category: 'abbreviation',
          form: 'MRI',
          locale: 'en-CA',
          weight: 5,
          spoken: ['m r i', 'em are eye'],
        },
      },
    ])
    expect(brief(read(row('MRI\tabbreviation\tde\t5\t', '\t', 7)))).toEqual([
      'line 7: unknown-locale',
    ])
    expect(brief(read(row('MRI\tabbreviation\ten\t9\t', '\t', 8)))).toEqual([
      'line 8: unknown-weight',
    ])
    expect(brief(read(row('\tabbreviation\ten\t\t', '\t', 9)))).toEqual(['line 9: no-form'])
  })

  test('any other table is columns of terms, and a name such as brand_fr says the language', () => {
    const read = createTableReader({ separator: '\t', header: ['brand_en', 'brand_fr'] })
    expect(read(row('ADVIL\tADVIL LIQUI-GELS', '\t'))).toMatchObject([
      { candidate: { category: 'brand_en', locale: 'en' } },
      { candidate: { category: 'brand_fr', locale: 'fr' } },
    ])
  })

  test('the Canadian extract gives brands and ingredients of products for people, once each', () => {
    const read = createDpdReader()
    const drug = (code: string, kind: string, name: string) => ({
      line: 1,
      cells: [code, '', kind, '0', name, '', 'N', '', '', '', '', '', '', ''],
    })
    const ingredient = (code: string, name: string, french: string) => ({
      line: 1,
      cells: [code, '1', name, '', '', '', '', '', '', '', '', french],
    })
    expect(brief(read('drug.txt', drug('9', 'Human', 'TAPAZOLE 5 MG')))).toEqual([
      'brand: Tapazole',
      'brand: Tapazole',
    ])
    expect(brief(read('drug.txt', drug('8', 'Veterinary', 'HORSE WORMER')))).toEqual([
      'left out: not for people',
    ])
    expect(brief(read('drug.txt', drug('7', 'Human', 'TAPAZOLE 10 MG')))).toEqual([])
    expect(brief(read('ingred.txt', ingredient('9', 'METHIMAZOLE', 'Méthimazole')))).toEqual([
      'ingredient: methimazole',
      'ingredient: méthimazole',
    ])
    expect(
      brief(read('ingred.txt', ingredient('9', 'VITAMIN B12 (CYANOCOBALAMIN)', 'Vitamine B12'))),
    ).toEqual(['ingredient: vitamin B12', 'ingredient: vitamine B12'])
    expect(brief(read('ingred.txt', ingredient('8', 'IVERMECTIN', '')))).toEqual([
      'left out: not for people',
    ])
    expect(brief(read('ingred.txt', { line: 3, cells: ['9'] }))).toEqual([
      'line 3: too-few-columns',
    ])
  })

  test('the French database gives the name in a title, and the substance before its salt', () => {
    const product = '61876780\tABACAVIR ARROW 300 mg, comprimé\tcomprimé\torale\ta\tb\tc\td\te\tf'
    expect(brief(readBdpm(row(product, '\t')))).toEqual(['denomination: Abacavir Arrow'])
    const substance = '60002504\tcomprimé\t25783\tRANITIDINE (CHLORHYDRATE DE)\t168 mg\tx\tSA\t1\t'
    expect(brief(readBdpm(row(substance, '\t')))).toEqual(['substance: ranitidine'])
    expect(brief(readBdpm(row('60002504\tx', '\t', 4)))).toEqual(['line 4: too-few-columns'])
  })

  test('RxNorm gives active English names under their term type', () => {
    const concept = (language: string, type: string, suppress: string) =>
      row(`161|${language}||||||1|||161||${type}|161|acetaminophen||${suppress}|4096|`, '|')
    expect(brief(readRrf(concept('ENG', 'IN', 'N')))).toEqual(['IN: acetaminophen'])
    expect(brief(readRrf(concept('SPA', 'IN', 'N')))).toEqual(['left out: another language'])
    expect(brief(readRrf(concept('ENG', 'IN', 'O')))).toEqual(['left out: suppressed'])
  })

  test('SNOMED descriptions take the semantic tag of their concept', () => {
    const reader = createRf2Reader()
    const description = (active: string, type: string, language: string, term: string) =>
      row(
        `1\t20200101\t${active}\t9\t34000006\t${language}\t${type}\t${term}\t900000000000017005`,
        '\t',
      )
    const named = description('1', '900000000000003001', 'en', "Crohn's disease (disorder)")
    const synonym = description('1', '900000000000013009', 'en', "Crohn's disease")
    const french = description('1', '900000000000013009', 'fr', 'maladie de Crohn')
    for (const each of [named, synonym, french]) reader.note(each)
    expect(brief(reader.read(named))).toEqual(['left out: fully specified name'])
    expect(brief(reader.read(synonym))).toEqual(["disorder: Crohn's disease"])
    expect(reader.read(french)).toMatchObject([
      { candidate: { category: 'disorder', locale: 'fr', caseRule: 'exact' } },
    ])
    expect(brief(reader.read(description('0', '900000000000013009', 'en', 'x')))).toEqual([
      'left out: inactive',
    ])
  })

  test('the SPECIALIST lexicon gives inflected forms under their part of speech', () => {
    const line = 'E0006543|abdomens|noun|count(thr_plur)|abdomen|abdomen|'
    expect(brief(readLragr(row(line, '|')))).toEqual(['noun: abdomens'])
  })

  test('JSON gives strings and objects; anything else is rejected', () => {
    const found = entriesInJson({
      id: 'FDA',
      entries: ['buPROPion', { form: 'MRI', class: 'abbreviation' }, 7],
    })
    expect(found?.list).toBe('entries')
    expect(
      brief(found?.entries.map((entry, at) => readJsonEntry(entry, at + 1, 'entries')) ?? []),
    ).toEqual(['entries: buPROPion', 'abbreviation: MRI', 'line 3: not-an-entry'])
    expect(entriesInJson({ a: [], b: [] })).toBeNull()
  })
})

describe('Hunspell', () => {
  const affixes = parseAffixes(
    [
      'SET UTF-8',
      'NEEDAFFIX n',
      'FORBIDDENWORD f',
      'SFX S Y 2',
      'SFX S 0 s [^sxyz]',
      'SFX S y ies [^aeiou]y',
      'SFX D Y 1',
      'SFX D 0 able/S .',
      'PFX R Y 1',
      'PFX R 0 re .',
      'PFX L Y 1',
      "PFX L 0 l' .",
    ].join('\n'),
  )
  test.each([
    ['artery/S', ['artery', 'arteries']],
    ['vein/SR', ['vein', 'veins', 'revein', 'reveins']],
    ['wash/D', ['wash', 'washable', 'washables']],
    ['ileum', ['ileum']],
    ['xyz/nS', []],
    ['bad/f', []],
    ['os/L', ['os']],
    ['and\\/or', ['and/or']],
    ['abdomen po:noun', ['abdomen']],
  ])('%s becomes %j', (line, forms) => {
    expect(expandWord(line, affixes).forms).toEqual(forms)
  })

  test('flags of two letters, of numbers and by alias are read', () => {
    expect(expandWord('os/Aa', parseAffixes('FLAG long\nSFX Aa Y 1\nSFX Aa 0 x .')).forms).toEqual([
      'os',
      'osx',
    ])
    expect(expandWord('os/12', parseAffixes('FLAG num\nSFX 12 Y 1\nSFX 12 0 x .')).forms).toEqual([
      'os',
      'osx',
    ])
    expect(expandWord('os/1', parseAffixes('AF 1\nAF S\nSFX S Y 1\nSFX S 0 x .')).forms).toEqual([
      'os',
      'osx',
    ])
  })

  test('a file that multiplies without end is cut, and says so', () => {
    const rules = Array.from({ length: 1000 }, (_, at) => `SFX S 0 x${at}/S .`)
    const bomb = parseAffixes(['SFX S Y 1000', ...rules].join('\n'))
    expect(expandWord('a/S', bomb).forms.length).toBeLessThanOrEqual(maxFormsOfStem)
    expect(brief(createHunspellReader(bomb)('a/S', 2)).at(-1)).toBe('line 2: too-many-forms')
  })

  test('a plain list without affixes is one word a line, after its count', () => {
    const read = createHunspellReader(parseAffixes(''))
    expect(brief([...read('2', 1), ...read('abdomen/MS', 2), ...read('ileum', 3)])).toEqual([
      'word: abdomen',
      'word: ileum',
    ])
  })

  test('notes how a dictionary writes the words that were asked for', () => {
    const dic = '4\nulcère/S\nulcéré\ncolon\nParis'
    const found = spellingsIn({ aff: 'SFX S Y 1\nSFX S 0 s .', dic }, new Set(['ulcere', 'paris']))
    expect(Object.fromEntries([...found].map(([key, words]) => [key, [...words]]))).toEqual({
      ulcere: ['ulcère', 'ulcéré'],
    })
  })
})

describe('entries', () => {
  const oxycontin: LexiconEntry = {
    form: 'OxyContin',
    preferred: 'OxyContin',
    locale: 'en-CA',
    class: 'drug-brand',
    source: 'starter',
    status: 'active',
    spoken: [],
    caseRule: 'exact',
    weight: 4,
  }
  const words: Readonly<Record<string, readonly string[]>> = {
    balance: ['balance'],
    ulcere: ['ulcère', 'ulcéré'],
    colon: ['colon'],
    aids: ['aids'],
  }
  const spellings = (folded: string) => new Set(words[folded] ?? [])
  const making: EntryMaking = {
    source: 'list',
    locale: 'en-CA',
    classes: new Map([
      ['brand', 'drug-brand'],
      ['inn', 'drug-ingredient'],
      ['abbr', 'abbreviation'],
      ['word', 'term'],
      ['n', 'ignore'],
    ]),
    known: (form) => (form.toLowerCase() === 'oxycontin' ? oxycontin : null),
    everyday: { en: spellings, fr: spellings },
  }
  const make = (candidate: Partial<Candidate>, more: Partial<EntryMaking> = {}) =>
    makeEntry({ line: 1, category: 'word', form: 'x', ...candidate }, { ...making, ...more })

  test('a list in capitals, or in small letters, takes the writing of the layers below', () => {
    expect(make({ category: 'brand', form: 'oxycontin' })).toMatchObject({
      preferred: 'OxyContin',
      caseRule: 'exact',
    })
    expect(make({ category: 'brand', form: 'oxycontin', preferred: 'oxycontin' })).toMatchObject({
      preferred: 'oxycontin',
    })
    expect(make({ category: 'brand', form: 'Oxycontin', allCapitals: true })).toMatchObject({
      preferred: 'OxyContin',
      caseRule: 'exact',
    })
  })

  test.each<[Partial<Candidate>, string]>([
    [{ category: 'brand', form: 'TEVA-AMLODIPINE' }, 'Teva-Amlodipine'],
    [{ category: 'brand', form: 'EMLA' }, 'Emla'],
    [{ category: 'inn', form: 'VITAMIN B12' }, 'vitamin B12'],
    [{ category: 'inn', form: 'Abacavir' }, 'abacavir'],
    [{ category: 'abbr', form: 'NSTEMI' }, 'NSTEMI'],
  ])('%j is written %j', (candidate, preferred) => {
    expect(make(candidate)).toMatchObject({ preferred })
  })

  test.each<[Partial<Candidate>, string]>([
    [{ category: 'brand', form: 'Balance', caseRule: 'exact' }, 'kept'],
    [{ category: 'brand', form: 'Tylenol' }, 'exact'],
    [{ category: 'abbr', form: 'AIDS' }, 'spelled'],
    [{ category: 'inn', form: 'buPROPion' }, 'kept'],
    [{ category: 'brand', form: 'TYLENOL' }, 'exact'],
    [{ form: 'metFORMIN' }, 'kept'],
    [{ form: 'APPENDICITE', locale: 'fr' }, 'kept'],
    [{ form: 'ulcéré', locale: 'fr' }, 'kept'],
    [{ form: 'côlon', locale: 'fr' }, 'kept'],
    [{ form: 'hémoglobine', locale: 'fr' }, 'lower'],
  ])('%j is written by the rule %j', (candidate, caseRule) => {
    expect(make(candidate)).toMatchObject({ caseRule })
  })

  test('what has no class, or no language, makes no entry', () => {
    expect(make({ category: 'unheard of' })).toBe('unmapped')
    expect(make({ category: 'n' })).toBe('ignored')
    expect(make({}, { locale: null })).toBe('no-locale')
  })
})
