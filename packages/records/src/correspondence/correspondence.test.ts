import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { aCorrespondent } from './a-correspondent.ts'
import { type Correspondent, correspondentKey, searchedText, writtenName } from './correspondent.ts'
import {
  cellsOf,
  createCorrespondentReader,
  exportedColumns,
  unknownColumns,
} from './read-correspondents.ts'
import { closingFor, salutationFor } from './salutation.ts'

describe('how a letter begins', () => {
  test.each([
    ['Dr.', 'en', 'Dear Dr. Roe:', 'Madame, Monsieur,'],
    ['Dr', 'fr', 'Dear Dr. Roe:', 'Docteur,'],
    ['Dre', 'fr', 'Dear Dr. Roe:', 'Docteure,'],
    ['Dre', 'en', 'Dear Dr. Roe:', 'Docteure,'],
    ['Prof.', 'en', 'Dear Professor Roe:', 'Madame, Monsieur,'],
    ['Pre', 'fr', 'Dear Professor Roe:', 'Professeure,'],
    ['Mrs.', 'en', 'Dear Mrs. Roe:', 'Madame,'],
    ['M.', 'fr', 'Dear Mr. Roe:', 'Monsieur,'],
    ['Me', 'fr', 'Dear Jane Roe:', 'Maître,'],
    ['', 'en', 'Dear Jane Roe:', 'Madame, Monsieur,'],
    ['Sheikh', 'en', 'Dear Jane Roe:', 'Madame, Monsieur,'],
    ['constructor', 'en', 'Dear Jane Roe:', 'Madame, Monsieur,'],
  ] as const)('to %j, written to in %s: %j and %j', (title, language, english, french) => {
    const person = aCorrespondent({ title, language })
    expect(salutationFor(person, 'en')).toBe(english)
    expect(salutationFor(person, 'fr')).toBe(french)
  })

  test('is their own form where they have one, in its language only', () => {
    const person = aCorrespondent({ salutations: { en: 'Dear Jane,', fr: '' } })
    expect(salutationFor(person, 'en')).toBe('Dear Jane,')
    expect(salutationFor(person, 'fr')).toBe('Madame, Monsieur,')
  })

  test('names a clinic as it is', () => {
    const clinic = aCorrespondent({ title: '', givenName: '', familyName: 'Elm Street Clinic' })
    expect(salutationFor(clinic, 'en')).toBe('Dear Elm Street Clinic:')
  })
})

test.each([
  [{}, 'en', 'Yours sincerely,'],
  [
    { title: 'Dre', language: 'fr' },
    'fr',
    'Veuillez recevoir, Docteure, mes salutations distinguées.',
  ],
  [
    { salutations: { en: '', fr: 'Chère collègue,' } },
    'fr',
    'Veuillez recevoir, Chère collègue, mes salutations distinguées.',
  ],
] as const)(
  'the closing follows the language and how the letter began: %j',
  (changes, language, closing) => {
    expect(closingFor(aCorrespondent(changes), language)).toBe(closing)
  },
)

test('the written name has the title before and the degrees behind', () => {
  expect(writtenName(aCorrespondent())).toBe('Dr. Jane Roe, MD')
  expect(writtenName(aCorrespondent({ title: '', givenName: '', degrees: '' }))).toBe('Roe')
})

test('the same name and address are one key, whatever the case, accents and spaces', () => {
  const one = aCorrespondent({ familyName: 'Côté', lines: ['1  rue Été'] })
  const other = aCorrespondent({ familyName: 'COTE', lines: ['1 RUE ETE'], title: 'Dre' })
  expect(correspondentKey(one)).toBe(correspondentKey(other))
  expect(searchedText(one)).toContain('jane cote, md')
})

const read = (
  header: readonly string[],
  cells: readonly string[],
  language: 'en' | 'fr' | null = null,
) => createCorrespondentReader(header, language)?.({ line: 2, cells })

describe('a table of correspondents', () => {
  test('is read by the column names of address books in English and French', () => {
    const french = [
      'Titre',
      'Prénom',
      'Nom',
      'Spécialité',
      'Adresse',
      'Ville',
      'Province',
      'Code postal',
      'Langue',
      'Télécopieur',
    ]
    expect(
      read(french, [
        'Dre',
        'Anne',
        'Côté',
        'Cardiologie',
        '1, rue A',
        'Québec',
        '(Québec)',
        'G1R 2B5',
        'français',
        '418 555-0100',
      ]),
    ).toEqual({
      line: 2,
      correspondent: aCorrespondent({
        title: 'Dre',
        givenName: 'Anne',
        familyName: 'Côté',
        degrees: '',
        specialty: 'Cardiologie',
        lines: ['1, rue A', 'Québec (Québec)  G1R 2B5'],
        language: 'fr',
        fax: '418 555-0100',
      }),
    })
  })

  test('takes a name apart only at its comma', () => {
    expect(read(['name'], ['Roe, Jane'], 'en')).toMatchObject({
      correspondent: { givenName: 'Jane', familyName: 'Roe' },
    })
    expect(read(['name'], ['Jane van der Roe'], 'en')).toMatchObject({
      correspondent: { givenName: '', familyName: 'Jane van der Roe' },
    })
  })

  test.each([
    ['without a name', ['family_name', 'language'], [' ', 'en'], 'no-name'],
    ['of no language', ['family_name'], ['Roe'], 'unknown-language'],
    [
      'of a language that Plume does not write',
      ['family_name', 'language'],
      ['Roe', 'constructor'],
      'unknown-language',
    ],
    ['with an endless cell', ['family_name', 'language'], ['R'.repeat(101), 'en'], 'too-long'],
    [
      'with a cell of control characters',
      ['family_name', 'language'],
      ['R\u001boe', 'en'],
      'control-characters',
    ],
    [
      'with a longer address than an envelope has room for',
      ['family_name', 'language', 'address'],
      ['Roe', 'en', Array.from({ length: 9 }, (_, at) => at).join('\n')],
      'too-many-address-lines',
    ],
  ] as const)('rejects a row %s', (_what, header, cells, rejected) => {
    expect(read(header, cells)).toEqual({ line: 2, rejected })
  })

  test('is none without a column of names, and names the columns that it would lose', () => {
    expect(createCorrespondentReader(['phone', 'fax'], 'en')).toBeNull()
    expect(unknownColumns(['Nom', 'Pager', ''])).toEqual(['Pager'])
  })

  test('comes back as the same correspondents when what was written is read', () => {
    const cell = fc.stringMatching(/^[\p{L}\p{N}.,'’ -]{0,20}$/u).map((text) => text.trim())
    const filled = cell.filter((text) => text !== '')
    const person: fc.Arbitrary<Correspondent> = fc.record({
      number: cell,
      title: cell,
      givenName: cell,
      familyName: filled,
      degrees: cell,
      specialty: cell,
      lines: fc.array(filled, { maxLength: 8 }),
      language: fc.constantFrom('en', 'fr'),
      salutations: fc.record({ en: cell, fr: cell }),
      phone: cell,
      fax: cell,
    })
    fc.assert(
      fc.property(person, (correspondent) => {
        expect(read(exportedColumns, cellsOf(correspondent))).toEqual({ line: 2, correspondent })
      }),
    )
  })
})
