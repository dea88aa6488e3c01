import type { WritingProfile } from '../locale-profile.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, previous, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { countryCode } from './country-code.ts'

const telephones = wordSet(
  'téléphone tél télécopieur fax cellulaire mobile portable joindre rejoindre appeler appelez composer composez téléavertisseur',
)
const records = wordSet(`
  dossier poste carte ramq nam permis licence lot série requête prélèvement échantillon police compte
  visite chambre code postal
`)
const between = wordSet('numéro numéros est le la au à son sa de du no')

/** A telephone or record number that is read out digit by digit, or in pairs; or one that an engine wrote. */
export function readFrenchCallNumber(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (atoms[from]?.text === 'plus') return readAbroad(reading, from)
  const said = frenchRunAt(atoms, from)
  // Most numbers are one; they cost no look around.
  if (said.length < 2 && !/^\d{2,3}$/.test(atoms[from]?.text ?? ''))
    return readPostalNumber(reading, from, said)
  const { before } = aroundOf(reading, at, at + 1)
  const frame = before.find((word) => !between.has(word)) ?? ''
  const written = writtenTelephone(atoms, from, telephones.has(frame))
  const run = written ?? said
  const to = run.at(-1)?.to
  if (to === undefined || run.length < 2) return null
  const digits = run.map((group) => group.digits).join('')
  if (!/^\d+$/.test(digits)) return null
  const isRecord = records.has(frame)
  const isCall = !isRecord && (written !== null || isTelephone(run, digits, telephones.has(frame)))
  if (!isCall && !(isRecord && run.every(isReadOut))) return null
  // A dose may follow it: « cinq cinq cinq un deux trois quatre cinq milligrammes » ends in another number.
  const unit = frenchUnitAt(atoms, to)
  if (unit) return doubtUpTo(atoms, from, unit.to)
  const rule = isCall ? 'code.telephone' : 'code.record-number'
  const write = (profile: WritingProfile) => (isCall ? asTelephone(digits, profile) : digits)
  const span = valueFrom(reading, 'code', [{ from, to, rule, write }])
  return span && [span]
}

/** « code postal soixante-quinze mille un » is 75001, however it is said. */
function readPostalNumber(
  reading: Reading,
  from: number,
  [code]: readonly NumberGroup[],
): readonly Span[] | null {
  if (!code || !/^\d{5}$/.test(code.digits) || previous(reading.atoms, from) !== 'postal')
    return null
  const step = { from, to: code.to, rule: 'code.postal-code', write: code.digits }
  const span = valueFrom(reading, 'code', [step])
  return span && [span]
}

/** « plus trente-trois six douze… »: eight to fifteen digits (ITU-T E.164), as +33 6 12 34 56 78. */
function readAbroad(reading: Reading, from: number): readonly Span[] | null {
  const { atoms } = reading
  const run = close(atoms, from + 1) === '' ? [] : frenchRunAt(atoms, from + 1)
  const to = run.at(-1)?.to
  const digits = run.map((group) => group.digits).join('')
  if (to === undefined || run.length < 5 || !run.every(isReadOut) || !/^\d{8,15}$/.test(digits))
    return null
  const write = ({ unitSpace }: WritingProfile) => asAbroad(digits, unitSpace)
  const span = valueFrom(reading, 'code', [{ from, to, rule: 'code.telephone', write }])
  return span && [span]
}

/** France's own groups, North America's, or the country's code apart. */
function asAbroad(digits: string, space: string): string {
  const french = /^33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(digits)
  if (french) return ['+33', ...french.slice(1)].join(space)
  const american = /^1(\d{3})(\d{3})(\d{4})$/.exec(digits)
  if (american) return `+1${space}${american[1]}${space}${american[2]}-${american[3]}`
  const country = countryCode.exec(digits)?.[0] ?? ''
  return `+${country}${space}${digits.slice(country.length)}`
}

/**
 * Ten digits: one by one, or the area and then one by one, or in pairs that begin with a zero; the last four may be two
 * numbers: « cinq un quatre cinq cinq cinq douze trente-quatre ».
 */
function isTelephone(run: readonly NumberGroup[], digits: string, isAnnounced: boolean): boolean {
  const lengths = run.map((group) => group.digits.length).join('')
  if (isAnnounced && /^[2-9]11$/.test(digits)) return true
  if (lengths === '11111122' || (isAnnounced && /^3?3(?:22|1111)$/.test(lengths))) return true
  if (digits.length !== 10 && !(isAnnounced && digits.length === 7)) return false
  const [area, ...rest] = run
  const isDigits = rest.every((group) => group.digits.length === 1)
  if (isDigits && (area?.digits.length === 1 || area?.digits.length === 3)) return true
  const isPairs = digits.startsWith('0') && run.every((group) => group.digits.length <= 2)
  return isPairs || (isAnnounced && run.every(isReadOut))
}

const isReadOut = ({ digits, shape }: NumberGroup) =>
  shape !== 'large' && (shape !== 'written' || /^\d+$/.test(digits))

const shapes: readonly (readonly RegExp[])[] = [
  [/^[2-9]\d\d$/, /^[2-9]\d\d$/, /^\d{4}$/],
  [/^0\d$/, /^\d{2}$/, /^\d{2}$/, /^\d{2}$/, /^\d{2}$/],
]

/** "514 555-0123", "01 99 00 12 34"; "514-555-0123" may be another code, unless a telephone is announced. */
function writtenTelephone(
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
function asTelephone(digits: string, { unitSpace }: WritingProfile): string {
  if (digits.startsWith('0') && digits.length === 10) {
    return (digits.match(/\d\d/g) ?? []).join(unitSpace)
  }
  const parts = /^(\d{3})?(\d{3})(\d{4})$/.exec(digits)
  if (!parts) return digits
  const local = `${parts[2]}-${parts[3]}`
  return parts[1] === undefined ? local : parts[1] + unitSpace + local
}
