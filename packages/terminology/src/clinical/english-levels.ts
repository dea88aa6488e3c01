import { englishUnitAt } from '../measures/english-unit-at.ts'
import { englishRunAt } from '../numbers/english-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo } from '../reading/match-atoms.ts'
import { aroundAtoms, type Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'
import { type Level, levelReader, levelsInOneWord, type Pair } from './levels.ts'
import { spacedCodeRule } from './spaced-code.ts'

/** How many vertebrae or roots each region has. */
export const englishRegions: ReadonlyMap<string, number> = new Map([
  ['c', 8],
  ['t', 12],
  ['l', 6],
  ['s', 5],
])

const isCounted = (atoms: readonly Atom[], at: number) => englishUnitAt(atoms, at) !== null

const { pairAt } = levelReader({
  regions: englishRegions,
  runAt: englishRunAt,
  dashes: wordSet('dash hyphen'),
  isCounted,
})

/** What levels begin with. */
export const englishLevelStarts: ReadonlySet<string> = new Set([
  ...englishRegions.keys(),
  ...levelsInOneWord(englishRegions).keys(),
])

export function readEnglishLevels(reading: Reading, at: number): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const pair = pairAt(reading, from)
  if (!pair || !isSpine(reading, from, pair.second)) return null
  return maySayCount(reading.atoms, pair)
    ? doubtUpTo(reading.atoms, from, pair.second.to)
    : pair.spans
}

/** "l two three level fusion": one of three levels from L2 on, or of the level L2-3. */
function maySayCount(atoms: readonly Atom[], { first, second }: Pair): boolean {
  const isBare = second.to === first.to + 1 && /^[a-z]+$/.test(close(atoms, first.to))
  return (
    isBare && close(atoms, second.to) === 'level' && operations.has(close(atoms, second.to + 1))
  )
}
const operations = wordSet(`
  fusion fusions laminectomy laminectomies discectomy discectomies laminotomy corpectomy foraminotomy decompression acdf plif tlif
  instrumentation
`)

/** "s one s two" are heart sounds and "t one t two" images, unless the spine is meant. */
function isSpine(reading: Reading, from: number, { letter, to }: Level): boolean {
  const { atoms } = reading
  const { before, after } = aroundAtoms(reading, from, to)
  const around = [...before, ...after]
  if (letter === 's' && atoms[from]?.text.startsWith('s'))
    return around.some((word) => spine.has(word))
  return !(letter === 't' && after.some((word) => images.has(word)))
}

const spine = wordSet(
  'spine sacral sacrum disc disk foramen foramina nerve root level vertebra vertebral',
)
/** Where one level is spoken of. */
const beside = wordSet(`
  spinous vertebrae fracture fractures compression herniation stenosis radiculopathy foraminal deformity wedge facet dermatome
  laminectomy discectomy fusion spondylolisthesis endplate pedicle pedicles lamina roots levels discs
`)

/** "the L 4 spinous process" */
export const englishSpacedCodeRule = spacedCodeRule({
  regions: englishRegions,
  spine: new Set([...spine, ...beside]),
  isCounted,
})
const images = wordSet(
  'weighted images signal hyperintense hyperintensity flair sequences prolongation',
)
