import type { WritingProfile } from '../locale-profile.ts'
import { frenchCardinalOf } from '../numbers/french-cardinal.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, valueFrom } from '../reading/match-atoms.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { countryCode } from './country-code.ts'

/** « un huit cent cinq cinq cinq douze trente-quatre », « un huit cent soixante-six … »: 1 and ten digits. */
export function readTollFree(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  if (
    atoms[from]?.text !== 'un' ||
    close(atoms, from + 1) !== 'huit' ||
    !/^cents?$/.test(close(atoms, from + 2))
  )
    return null
  for (const restFrom of [from + 3, frenchRunAt(atoms, from + 1)[0]?.to ?? from]) {
    const area = frenchCardinalOf(atoms.slice(from + 1, restFrom).map(({ text }) => text))
    const rest = close(atoms, restFrom) === '' ? [] : frenchRunAt(atoms, restFrom)
    const digits = rest.map((group) => group.digits).join('')
    const to = rest.at(-1)?.to
    if (to === undefined || !/^\d{7}$/.test(digits) || !tollFree.has(area ?? 0)) continue
    const write = (profile: WritingProfile) =>
      `1${profile.unitSpace}${asTelephone(`${area}${digits}`, profile)}`
    const span = valueFrom(reading, 'code', [{ from, to, rule: 'code.telephone', write }])
    return span && [span]
  }
  return null
}

/** Toll-free prefixes of North America. */
const tollFree: ReadonlySet<number> = new Set([800, 833, 844, 855, 866, 877, 888])

/** « plus trente-trois six douze… », « zéro zéro trente-trois… »: eight to fifteen digits (ITU-T E.164), as +33 6 12 34 56 78. */
export function readAbroad(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const isPlus = atoms[from]?.text === 'plus'
  const start = isPlus ? from + 1 : from
  const run = isPlus && close(atoms, start) === '' ? [] : frenchRunAt(atoms, start)
  const to = run.at(-1)?.to
  const said = run.map((group) => group.digits).join('')
  if (!isPlus && !said.startsWith('00')) return null
  const digits = isPlus ? said : said.slice(2)
  if (to === undefined || run.length < 5 || !run.every(isReadOut) || !/^\d{8,15}$/.test(digits))
    return null
  const write = ({ unitSpace }: WritingProfile) =>
    (isPlus ? '+' : `00${unitSpace}`) + asAbroad(digits, unitSpace)
  const span = valueFrom(reading, 'code', [{ from, to, rule: 'code.telephone', write }])
  return span && [span]
}

/** France's own groups, North America's, or the country's code apart. */
function asAbroad(digits: string, space: string): string {
  const french = /^33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits)
  if (french) return ['33', ...french.slice(1)].join(space)
  const american = /^1(\d{3})(\d{3})(\d{4})$/.exec(digits)
  if (american) return `1${space}${american[1]}${space}${american[2]}-${american[3]}`
  const country = countryCode.exec(digits)?.[0] ?? ''
  return `${country}${space}${digits.slice(country.length)}`
}

/**
 * Ten digits: one by one, or the area and then one by one, or in pairs that begin with a zero; the last four may be two
 * numbers: « cinq un quatre cinq cinq cinq douze trente-quatre ».
 */
export function isTelephone(
  run: readonly NumberGroup[],
  digits: string,
  isAnnounced: boolean,
): boolean {
  const lengths = run.map((group) => group.digits.length).join('')
  if (isAnnounced && (/^[2-9]11$/.test(digits) || (lengths === '22' && digits.startsWith('3'))))
    return true
  if (lengths === '11111122' || (isAnnounced && /^3?3(?:22|1111)$/.test(lengths))) return true
  if (lengths === '3322' && areaCodes.has(digits.slice(0, 3))) return true
  if (digits.length !== 10 && !(isAnnounced && digits.length === 7)) return false
  const [area, ...rest] = run
  const isDigits = rest.every((group) => group.digits.length === 1)
  if (isDigits && (area?.digits.length === 1 || area?.digits.length === 3)) return true
  const isPairs = digits.startsWith('0') && run.every((group) => group.digits.length <= 2)
  return isPairs || (isAnnounced && run.every(isReadOut))
}

/** Of Québec and its neighbours: « cinq cent quatorze cinq cent cinquante-cinq douze trente-quatre » needs no announcing. */
const areaCodes = wordSet(
  '514 438 263 418 581 367 450 579 354 819 873 468 613 343 416 647 437 905 506 902',
)

export const isReadOut = ({ digits, shape }: NumberGroup) =>
  shape !== 'large' && (shape !== 'written' || /^\d+$/.test(digits))

const shapes: readonly (readonly RegExp[])[] = [
  [/^[2-9]\d\d$/, /^[2-9]\d\d$/, /^\d{4}$/],
  [/^0\d$/, /^\d{2}$/, /^\d{2}$/, /^\d{2}$/, /^\d{2}$/],
]

/** "514 555-0123", "01 99 00 12 34"; "514-555-0123" may be another code, unless a telephone is announced. */
export function writtenTelephone(
  atoms: readonly Atom[],
  from: number,
  isAnnounced: boolean,
): readonly NumberGroup[] | null {
  for (const shape of shapes) {
    const parts = shape.map((_, index) => atoms[from + index])
    const isWhole = parts.every(
      (atom, index) =>
        shape[index]?.test(atom?.text ?? '') && (index === 0 || atom?.joint !== 'apart'),
    )
    const isCode = atoms[from + 1]?.joint === 'hyphen' && !isAnnounced
    if (!isWhole || isCode || atoms[from + shape.length]?.joint === 'hyphen') continue
    return parts.map((atom, index) => ({
      digits: atom?.text ?? '',
      shape: 'written',
      from: from + index,
      to: from + index + 1,
    }))
  }
  return null
}

/** 514 555-0123 (OQLF), 01 99 00 12 34: groups as the digits have them. */
export function asTelephone(digits: string, { unitSpace }: WritingProfile): string {
  if (digits.startsWith('0') && digits.length === 10) {
    return (digits.match(/\d\d/g) ?? []).join(unitSpace)
  }
  const parts = /^(\d{3})?(\d{3})(\d{4})$/.exec(digits)
  if (!parts) return digits
  const local = `${parts[2]}-${parts[3]}`
  return parts[1] === undefined ? local : parts[1] + unitSpace + local
}
