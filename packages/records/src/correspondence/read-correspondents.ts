import {
  type Correspondent,
  type CorrespondentLanguage,
  correspondentLimits,
  foldText,
} from './correspondent.ts'

/** A row of a table, with the number of its line in the file, counted from 1. */
export type TableRow = { readonly line: number; readonly cells: readonly string[] }

export type CorrespondentRejection =
  | 'no-name'
  | 'unknown-language'
  | 'too-long'
  | 'too-many-address-lines'
  | 'control-characters'

export type ReadCorrespondent =
  | { readonly line: number; readonly correspondent: Correspondent }
  | { readonly line: number; readonly rejected: CorrespondentRejection }

type Column =
  | 'number'
  | 'title'
  | 'given_name'
  | 'family_name'
  | 'name'
  | 'degrees'
  | 'specialty'
  | `address_${1 | 2 | 3 | 4 | 5 | 6 | 7 | 8}`
  | 'address'
  | 'city'
  | 'province'
  | 'postal_code'
  | 'language'
  | 'salutation_en'
  | 'salutation_fr'
  | 'phone'
  | 'fax'

/** Column names as address books of both languages export them; beside each its own name. */
const columnNames: Readonly<Record<Column, readonly string[]>> = {
  number: ['no', 'id', 'code', 'licence', 'license', 'numero', 'permis', 'no permis'],
  title: ['prefix', 'titre'],
  given_name: ['first name', 'given', 'prenom'],
  family_name: ['last name', 'surname', 'family', 'nom de famille', 'nom'],
  name: ['full name', 'display name', 'organization', 'organisation', 'nom complet'],
  degrees: ['suffix', 'credentials', 'diplomes'],
  specialty: ['speciality', 'specialite'],
  address: ['adresse'],
  address_1: ['address line 1', 'street', 'adresse 1', 'rue'],
  address_2: ['address line 2', 'adresse 2'],
  address_3: ['address line 3', 'adresse 3'],
  address_4: ['address line 4', 'adresse 4'],
  address_5: ['adresse 5'],
  address_6: ['adresse 6'],
  address_7: ['adresse 7'],
  address_8: ['adresse 8'],
  city: ['town', 'ville'],
  province: ['state'],
  postal_code: ['postcode', 'zip', 'zip code', 'code postal'],
  language: ['locale', 'langue'],
  salutation_en: ['salutation', 'english salutation'],
  salutation_fr: ['appel', 'appel fr', 'french salutation'],
  phone: ['telephone', 'tel'],
  fax: ['telecopieur', 'telecopie'],
}

const columns = Object.keys(columnNames) as readonly Column[]

const languageNames: ReadonlyMap<string, CorrespondentLanguage> = new Map([
  ...['en', 'eng', 'english', 'anglais', 'en-ca', 'en-us'].map((name) => [name, 'en'] as const),
  ...['fr', 'fra', 'fre', 'french', 'francais', 'fr-ca', 'fr-fr'].map(
    (name) => [name, 'fr'] as const,
  ),
])

/**
 * A reader of the rows below this header, or null where the header names no column of names. `language` is
 * that of rows that do not say theirs.
 */
export function createCorrespondentReader(
  header: readonly string[],
  language: CorrespondentLanguage | null,
): ((row: TableRow) => ReadCorrespondent) | null {
  const places = placesIn(header)
  if (!places.has('family_name') && !places.has('name')) return null
  return ({ line, cells }) => {
    const cell = (column: Column) => (cells[places.get(column) ?? -1] ?? '').trim()
    const read = readRow(cell, language)
    return typeof read === 'string' ? { line, rejected: read } : { line, correspondent: read }
  }
}

/** Columns of the header that have no meaning here: their cells would be lost. */
export function unknownColumns(header: readonly string[]): readonly string[] {
  return header.filter((name) => name.trim() !== '' && columnNamed(name) === null)
}

function placesIn(header: readonly string[]): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>()
  for (const [place, name] of header.entries()) {
    const column = columnNamed(name)
    if (column && !places.has(column)) places.set(column, place)
  }
  return places
}

function columnNamed(name: string): Column | null {
  const plain = foldText(name).replaceAll(/[_-]/g, ' ')
  const isOf = (column: Column) =>
    column.replaceAll('_', ' ') === plain || columnNames[column].includes(plain)
  return columns.find(isOf) ?? null
}

function readRow(
  cell: (column: Column) => string,
  fallback: CorrespondentLanguage | null,
): Correspondent | CorrespondentRejection {
  const { givenName, familyName } = nameIn(cell)
  const said = foldText(cell('language'))
  const language = said === '' ? fallback : languageNames.get(said)
  const person = {
    number: cell('number'),
    title: cell('title'),
    givenName,
    familyName,
    degrees: cell('degrees'),
    specialty: cell('specialty'),
    lines: addressIn(cell),
    phone: cell('phone'),
    fax: cell('fax'),
    salutations: { en: cell('salutation_en'), fr: cell('salutation_fr') },
  }
  const { lines, salutations, ...texts } = person
  const all = [...lines, ...Object.values(salutations), ...Object.values(texts)]
  if (familyName === '') return 'no-name'
  if (!language) return 'unknown-language'
  if (all.some((text) => /[\p{Cc}\p{Cs}\uFFFD]/u.test(text))) return 'control-characters'
  if (all.some((text) => text.length > correspondentLimits.textLength)) return 'too-long'
  if (lines.length > correspondentLimits.lines) return 'too-many-address-lines'
  return { ...person, language }
}

/** "Roe, Jane" in one cell says which is which; "Jane Roe" does not, and stays one name. */
function nameIn(cell: (column: Column) => string) {
  if (cell('family_name') !== '') {
    return { givenName: cell('given_name'), familyName: cell('family_name') }
  }
  const [family = '', given, ...more] = cell('name').split(',')
  if (given === undefined || more.length > 0) return { givenName: '', familyName: cell('name') }
  return { givenName: given.trim(), familyName: family.trim() }
}

/** The last line as Canada Post asks for it: city, province, and the postal code after two spaces. */
function addressIn(cell: (column: Column) => string): readonly string[] {
  const numbered = columns.filter((column) => /^address_\d$/.test(column)).map(cell)
  const place = [cell('city'), cell('province')].filter((part) => part !== '').join(' ')
  const last = [place, cell('postal_code')].filter((part) => part !== '').join('  ')
  return [...cell('address').split(/\r\n?|\n/), ...numbered, last]
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** The columns of an exported table, which `createCorrespondentReader` reads back as the same correspondents. */
export const exportedColumns = [
  'number',
  'title',
  'given_name',
  'family_name',
  'degrees',
  'specialty',
  'address_1',
  'address_2',
  'address_3',
  'address_4',
  'address_5',
  'address_6',
  'address_7',
  'address_8',
  'language',
  'salutation_en',
  'salutation_fr',
  'phone',
  'fax',
] as const satisfies readonly Column[]

/** A correspondent's cells under `exportedColumns`. */
export function cellsOf(person: Correspondent): readonly string[] {
  const { number, title, givenName, familyName, degrees, specialty, lines, phone, fax } = person
  const address = Array.from({ length: correspondentLimits.lines }, (_, at) => lines[at] ?? '')
  const { en, fr } = person.salutations
  const names = [number, title, givenName, familyName, degrees, specialty]
  return [...names, ...address, person.language, en, fr, phone, fax]
}
