import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchNumeralAt } from '../numbers/french-numeral.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, previous, type Step, valueFrom } from '../reading/match-atoms.ts'
import { aroundAtoms, aroundOf, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { type Level, levelReader, levelsInOneWord, nameOf, type Pair } from './levels.ts'
import { spacedCodeRule } from './spaced-code.ts'

/** « D » for dorsale beside « T » for thoracique. */
const regions: ReadonlyMap<string, number> = new Map([
  ['c', 8],
  ['t', 12],
  ['d', 12],
  ['l', 6],
  ['s', 5],
])

const isCounted = (atoms: readonly Atom[], at: number) => frenchUnitAt(atoms, at) !== null

const { levelAt, pairAt } = levelReader({
  regions,
  runAt: frenchRunAt,
  dashes: wordSet('tiret trait'),
  isCounted,
})

export const frenchLevelStarts: ReadonlySet<string> = new Set([
  ...regions.keys(),
  ...levelsInOneWord(regions).keys(),
])

/** « L quatre L cinq » is L4-L5; « fracture de t douze » T12; « de t quatre à t huit » T4 à T8. */
export function readFrenchLevels(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const pair = pairAt(reading, from)
  if (pair && isHormone(reading, from, pair)) return null
  if (pair && !isHeartSound(reading, from, pair.second)) return pair.spans
  const first = levelAt(reading.atoms, from)
  if (!first || frenchRunAt(reading.atoms, first.to).length > 0) return null
  return (
    readSpan(reading, from, first) ??
    (isFramed(reading, at, first) ? one(reading, from, first) : null)
  )
}

const rule = 'clinical.spine-level'

function one(reading: Reading, from: number, level: Level): readonly Span[] | null {
  const step: Step = { from, to: level.to, rule, write: nameOf(level) }
  const span = valueFrom(reading, 'level', [step])
  return span && [span]
}

/** From one level to another: both letters are said, so nothing else can be meant. */
function readSpan(reading: Reading, from: number, first: Level): readonly Span[] | null {
  const { atoms } = reading
  if (close(atoms, first.to) !== 'à' || !regions.has(close(atoms, first.to + 1).charAt(0)))
    return null
  const second = levelAt(atoms, first.to + 1)
  if (!second || previous(atoms, from) !== 'de') return null
  const span = valueFrom(reading, 'level', [
    { from, to: first.to, rule, write: nameOf(first) },
    { from: first.to, to: first.to + 1, rule, left: 'space' },
    { from: first.to + 1, to: second.to, rule, left: 'space', write: nameOf(second) },
  ])
  return span && [span]
}

/** « B1 B2 » and « S1 S2 » are heart sounds, unless the spine is meant. */
function isHeartSound(reading: Reading, from: number, { letter, to }: Level): boolean {
  const { atoms } = reading
  if (letter !== 's' || !atoms[from]?.text.startsWith('s')) return false
  const { before, after } = aroundAtoms(reading, from, to)
  return ![...before, ...after].some((word) => frenchSpine.has(word))
}

/** « t quatre cinq virgule deux »: a decimal is of what was measured, T4, unless the spine is spoken of. */
function isHormone(reading: Reading, from: number, { first, second }: Pair): boolean {
  const { atoms } = reading
  if (first.letter !== 't' || (first.number !== 3 && first.number !== 4)) return false
  if (frenchNumeralAt(atoms, first.to)?.isWhole !== false) return false
  const { before } = aroundAtoms(reading, from, second.to)
  return !before.some((word) => frenchSpine.has(word))
}

/**
 * A level on its own is one only beside the spine, among the images of a magnetic resonance, or where something is: « à L
 * quatre », « en T deux ». « À l un » has lost its apostrophe.
 */
function isFramed(reading: Reading, at: number, { letter, to }: Level): boolean {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const { before } = aroundOf(reading, at, at + 1)
  // « fracture d un orteil » has lost its apostrophe.
  if (letter === 'd' && /^une?$/.test(close(atoms, from + 1)) && before[0] !== 'de') return false
  if (/^(?:à|en)$/.test(before[0] ?? '') && atoms[from + 1]?.text !== 'un')
    return frenchUnitAt(atoms, to) === null
  return before.some((word) => frenchSpine.has(word) || (letter === 't' && images.has(word)))
}

/** Words that speak of the spine. */
export const frenchSpine = wordSet(`
  vertèbre vertèbres vertébral vertébrale vertébraux racine racines radiculaire disque disques discal discale fracture fractures
  tassement tassements niveau odontoïde apophyse corps foramen foramens sacrum sacrée sacrées rachis colonne
  radiculopathie radiculopathies radiculalgie sciatique sciatalgie cruralgie cervicobrachialgie myotome myotomes
  discopathie discopathies discarthrose spondylodiscite spondylolyse foraminale foraminal facettaire facettaires
  dermatome dermatomes hernie hernies protrusion lombalgie dorsalgie cervicalgie épineuse épineuses laminectomie spondylolisthésis lésion médullaire moelle myélopathie arthrodèse vertébroplastie
`)

/** « le processus épineux de L 4 » */
export const frenchSpacedCodeRule = spacedCodeRule({ regions, spine: frenchSpine, isCounted })

const images = wordSet(
  'pondérée pondérées pondération hypersignal hyposignal isosignal signal séquence séquences image images',
)
