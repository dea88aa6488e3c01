import type { Atom } from '../reading/atoms.ts'
import { close, previous, valueFrom } from '../reading/match-atoms.ts'
import { aroundOf, type Reading } from '../reading/reading.ts'
import type { Rule } from '../reading/rule.ts'
import type { Span } from '../reading/span.ts'
import { wordSet } from '../reading/word-set.ts'

/** What a capital letter and a number that an engine wrote apart are one name of. */
type SpacedCodes = {
  /** How many vertebrae each region has. */
  readonly regions: ReadonlyMap<string, number>
  /** Words that speak of the spine. */
  readonly spine: ReadonlySet<string>
  /** Whether something is counted there: "vitamin D 3 tablets" may be three of them. */
  readonly isCounted: (atoms: readonly Atom[], at: number) => boolean
}

const placed = wordSet('de en à niveau vertèbre vertèbres')

/** "grade C 4 patients": the letter is a name of its own. */
const namedByLetter = wordSet(`
  grade type group class category plan option stage hepatitis influenza groupe classe stade catégorie hépatite
`)

/** "vitamin B 6 times", « vitamine D 3 par jour »: how much and how often. */
const howOften = wordSet('times time dose doses a per daily weekly fois par die')

const vitamins = /^(?:B(?:1|2|3|5|6|7|9|12)|D[23]|K[12])$/

/** "the L 4 spinous process", « la vitamine B 12 »: L4, B12. A letter and a number elsewhere may be a list or a choice. */
export function spacedCodeRule(codes: SpacedCodes): Rule {
  return {
    begins: new Set([...codes.regions.keys(), 'b', 'k', 'd']),
    read: (reading, at) => {
      const code = codeAt(reading, at)
      const from = reading.firstAtom[at] ?? 0
      if (code === null || codes.isCounted(reading.atoms, from + 2)) return null
      if (howOften.has(close(reading.atoms, from + 2))) return null
      const isVitamin = vitamins.test(code) && isAfterVitamin(reading, at)
      return isVitamin || isLevel(reading, at, code, codes) ? spanOf(reading, at, code) : null
    },
  }
}

function codeAt({ tokens }: Reading, at: number): string | null {
  const [letter, number] = [tokens[at], tokens[at + 1]]
  const isApart = letter?.after === '' && number?.before === '' && /^[1-9]\d?$/.test(number.core)
  return isApart && /^[A-Z]$/.test(letter.core) ? letter.core + number.core : null
}

function isAfterVitamin({ atoms, firstAtom }: Reading, at: number): boolean {
  return /^vitamine?$/.test(previous(atoms, firstAtom[at] ?? 0))
}

function isLevel(
  reading: Reading,
  at: number,
  code: string,
  { regions, spine }: SpacedCodes,
): boolean {
  if (Number(code.slice(1)) > (regions.get(code.charAt(0).toLowerCase()) ?? 0)) return false
  const { before, after } = aroundOf(reading, at, at + 2)
  if (namedByLetter.has(before[0] ?? '')) return false
  // « Hanche D 2 fractures »: the right one.
  if (code.startsWith('D') && !placed.has(before[0] ?? '')) return false
  return [...before, ...after].some((word) => spine.has(word))
}

function spanOf(reading: Reading, at: number, write: string): readonly Span[] | null {
  const from = reading.firstAtom[at] ?? 0
  const rule = 'clinical.spaced-code'
  const span = valueFrom(reading, 'level', [{ from, to: from + 2, rule, write }])
  return span && [span]
}
