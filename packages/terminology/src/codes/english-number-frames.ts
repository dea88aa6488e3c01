import { englishRunAt, type NumberGroup } from '../numbers/english-run.ts'
import { previous, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

const telephones = wordSet('phone telephone fax pager cell mobile call beeper')
const records = wordSet(`
  mrn record chart accession account file card ssn extension pin passport licence license serial case
  encounter visit policy dossier zip code npi lot requisition id
`)
const between = wordSet('number numbers is was at the her his their no to of him them')

/** A telephone or record number that is read out: its digits, grouped as telephones are. */
export function readEnglishCallNumber(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const startsWithOh = /^oh?$/.test(atoms[from]?.text ?? '')
  const run = englishRunAt(atoms, startsWithOh ? from + 1 : from)
  const to = run.at(-1)?.to
  if (to === undefined || run.length < 2 || run.some(isOneNumber)) return null
  const { before } = aroundOf(reading, at, at + 1)
  const frame = before.find((word) => !between.has(word)) ?? previous(atoms, from)
  const digits = (startsWithOh ? '0' : '') + run.map((group) => group.digits).join('')
  const isRecord = records.has(frame)
  // Ten digits read out one by one are a telephone number here, unless something else was announced.
  const isTen = digits.length === 10 && run.every((group) => group.digits.length === 1)
  const isCall = telephones.has(frame) || (isTen && !isRecord)
  if (!isCall && !isRecord) return null
  const write = () => (isCall ? asTelephone(digits) : digits)
  const rule = isCall ? 'code.telephone' : 'code.record-number'
  const span = valueFrom(reading, 'code', [{ from, to, rule, write }])
  return span && [span]
}

/** "one hundred" is a number, not digits that are read out. */
const isOneNumber = ({ shape, digits }: NumberGroup) => shape === 'large' || digits.includes('.')

/** North American: 613-555-0142, 1-800-555-0142. */
function asTelephone(digits: string): string {
  const parts = /^(1)?(\d{3})?(\d{3})(\d{4})$/.exec(digits)
  return parts ? parts.slice(1).filter(Boolean).join('-') : digits
}
