import type { WritingProfile } from '../locale-profile.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { NumberGroup } from '../numbers/number-run.ts'
import { close, doubtUpTo, previous, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import {
  asTelephone,
  isReadOut,
  isTelephone,
  readAbroad,
  readTollFree,
  writtenTelephone,
} from './french-telephone.ts'

const telephones = wordSet(
  'téléphone tél télécopieur fax cellulaire mobile portable joindre rejoindre appeler appelez composer composez téléavertisseur',
)
const records = wordSet(`
  dossier poste carte ramq nam permis licence lot série requête prélèvement échantillon police compte
  visite chambre code postal référence matricule identifiant passe pin nip
`)
/** What has a number and is no count, so that « dossier douze mille » is 12000, with nothing between its digits. */
const numbered = wordSet('dossier référence matricule ramq nam permis licence lot')
const money = wordSet('dollar dollars euro euros franc francs')
const between = wordSet("numéro numéros est le la au à son sa de du d' no mot accès")

const pronouns = wordSet('il elle on je tu nous vous qui ne est')

/** A telephone or record number that is read out digit by digit, or in pairs; or one that an engine wrote. */
export function readFrenchCallNumber(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  if (atoms[from]?.text === 'plus') return readAbroad(reading, from)
  const said = frenchRunAt(atoms, from)
  const [only] = said
  // Most numbers are one; they cost no look around.
  if (said.length < 2 && !/^\d{2,3}$/.test(atoms[from]?.text ?? ''))
    return only && only.digits.length > 4 ? readLongNumber(reading, at, only) : null
  const toll = readTollFree(reading, from)
  if (toll) return toll
  const frame = frameOf(reading, at)
  const abroad = records.has(frame) ? null : readAbroad(reading, from)
  if (abroad) return abroad
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

/** What the number is of: the nearest word that says so, « n i p » too. */
function frameOf(reading: Reading, token: number): string {
  const { before } = aroundOf(reading, token, token + 1)
  const spelled = before.slice(0, 3).reverse()
  if (spelled.length === 3 && spelled.join('') === 'nip') return 'nip'
  const at = before.findIndex((word) => !between.has(word))
  const frame = before[at] ?? ''
  // « elle passe deux trois jours », « il compte deux trois amis »
  const isVerb = frame === 'passe' ? !before.includes('mot') : pronouns.has(before[at + 1] ?? '')
  return isVerb ? '' : frame
}

/** « dossier douze mille trois cent quarante-cinq » is 12345; « dossier de douze mille dollars » costs as much. */
function readLongNumber(
  reading: Reading,
  at: number,
  { digits, shape, from, to }: NumberGroup,
): readonly Span[] | null {
  const { atoms } = reading
  if (shape === 'written' || !numbered.has(frameOf(reading, at)) || frenchUnitAt(atoms, to))
    return null
  if (money.has(close(atoms, to)) || previous(atoms, from) === 'de') return null
  const step = { from, to, rule: 'code.record-number', write: digits }
  const span = valueFrom(reading, 'code', [step])
  return span && [span]
}
