import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { isFrenchCount } from '../numbers/french-count.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { frenchSpine } from './french-levels.ts'
import { romanOf } from './roman.ts'

const rule = 'clinical.lead'

/** Words around a lead of the electrocardiogram. */
const electrodes = wordSet(
  'onde ondes dérivation dérivations décalage sus sous segment st électrode électrocardiogramme ecg inférieur',
)

/** In the order of their names: the first of a list says most about the rest. */
export const frenchLeadStarts: ReadonlySet<string> = new Set([
  ...['d', 'v', 'a'],
  ...['avf', 'avl', 'avr'],
])

type Lead = { readonly write: string; readonly to: number; readonly kind: 'D' | 'V' | 'aV' }

/** « en d deux d trois et a v f » is DII DIII et aVF, « de v un à v quatre » V1 à V4; « fracture en d deux » is a vertebra. */
export function readFrenchLeads(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const leads = leadsFrom(reading.atoms, from)
  if (leads.length === 0 || !isSure(reading, from, leads)) return null
  const span = valueFrom(reading, 'grade', leads)
  return span && [span]
}

/** An electrocardiogram has as many. */
const mostLeads = 12

/** Leads one after the other, each with the word before it. */
function leadsFrom(atoms: readonly Atom[], from: number): readonly (Step & Pick<Lead, 'kind'>)[] {
  const leads: (Step & Pick<Lead, 'kind'>)[] = []
  for (let at = from; leads.length < mostLeads; ) {
    const joint = leads.length > 0 && /^(?:et|ou|à)$/.test(close(atoms, at)) ? close(atoms, at) : ''
    const start = joint === '' ? at : at + 1
    if (leads.length > 0 && close(atoms, start) === '') return leads
    const lead = leadAt(atoms, start)
    if (!lead) return leads
    const { kind, to } = lead
    const write = joint === '' ? lead.write : `${joint} ${lead.write}`
    leads.push({ from: at, to, kind, rule, write, left: 'space' })
    at = to
  }
  return leads
}

function leadAt(atoms: readonly Atom[], at: number): Lead | null {
  const word = atoms[at]?.text ?? ''
  const glued = /^av([rlf])$/.exec(word)?.[1]
  if (glued) return { write: `aV${glued.toUpperCase()}`, to: at + 1, kind: 'aV' }
  if (word === 'a') return augmentedAt(atoms, at)
  const most = word === 'd' ? 3 : word === 'v' ? 9 : 0
  const [group, more] = most === 0 || close(atoms, at + 1) === '' ? [] : frenchRunAt(atoms, at + 1)
  const value = Number(group?.digits)
  if (!group || more || !(value >= 1 && value <= most) || frenchUnitAt(atoms, group.to)) return null
  if (isFrenchCount(atoms, group.from, group.to) && !/^[dva]$/.test(close(atoms, group.to)))
    return null
  if (word === 'd') return { write: `D${romanOf(value)}`, to: group.to, kind: 'D' }
  return { write: `V${value}`, to: group.to, kind: 'V' }
}

function augmentedAt(atoms: readonly Atom[], at: number): Lead | null {
  const limb = /^[rlf]$/.exec(close(atoms, at + 2))?.[0]
  if (close(atoms, at + 1) !== 'v' || !limb) return null
  return { write: `aV${limb.toUpperCase()}`, to: at + 3, kind: 'aV' }
}

/** D is a region of the spine too, V a nerve with three branches that are written in the same way. */
function isSure(reading: Reading, from: number, leads: readonly Pick<Lead, 'kind'>[]): boolean {
  if (leads.some(({ kind }) => kind === 'aV')) return true
  if (leads.filter(({ kind }) => kind === 'V').length > 1) return true
  const { atoms, last } = reading
  const token = atoms[from]?.token ?? 0
  // « en D deux, D trois »: what was told of the one before holds for this one too.
  if (last?.kind === 'value' && last.parts[0]?.rule === rule && last.to === token) return true
  const { before, after } = aroundOf(reading, token, token + 1)
  if (before.some((word) => frenchSpine.has(word) || word === 'douleur' || word === 'palpation'))
    return false
  return (
    previous(atoms, from) === 'en' || [...before, ...after].some((word) => electrodes.has(word))
  )
}
