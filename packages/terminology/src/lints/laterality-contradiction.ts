import { bothAndOne } from './both-sides.ts'
import { type Lint, placeOf, type ReadSection } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { sideFinding } from './side-finding.ts'
import { sideTurned } from './side-turned.ts'
import { type Side, sidedStructuresIn } from './sided-structures.ts'

/** What one section says of one structure. */
type Sided = {
  readonly section: ReadSection
  readonly sides: Set<Side>
  readonly place: ReturnType<typeof placeOf>
}

/** What changes its side between two sections, in a paragraph, or from both sides to one. */
export const lateralityContradictions: Lint = (document) => [
  ...oppositeSections(document),
  ...sideTurned(document),
  ...bothAndOne(document),
]

/** One structure with opposite sides in two sections, of which neither names both. */
const oppositeSections: Lint = ({ sections, language }) => {
  const firstOf = new Map<string, Sided>()
  const findings: LintFinding[] = []
  for (const section of sections) {
    if (section.role === 'past') continue
    for (const [structure, sided] of sidedIn(section, language)) {
      if (sided.sides.size !== 1) continue
      const first = firstOf.get(structure)
      if (!first) firstOf.set(structure, sided)
      else if (isOpposite(first, sided)) {
        findings.push(found(first, sided, language))
      }
    }
  }
  return findings
}

function sidedIn(section: ReadSection, language: 'en' | 'fr'): ReadonlyMap<string, Sided> {
  const found = new Map<string, Sided>()
  for (const sentence of section.sentences) {
    for (const { structure, side, ...range } of sidedStructuresIn(sentence, language)) {
      const known = found.get(structure)
      if (known) known.sides.add(side)
      else {
        const place = placeOf(section, sentence, range)
        found.set(structure, { section, sides: new Set([side]), place })
      }
    }
  }
  return found
}

function isOpposite({ sides: one }: Sided, { sides: other }: Sided): boolean {
  return ![...one].some((side) => other.has(side))
}

function found(first: Sided, { place }: Sided, language: 'en' | 'fr'): LintFinding {
  return sideFinding(place, { text: first.place.text, title: first.section.title }, language)
}
