import { type Lint, placeOf, type ReadSection } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'
import { type Side, sidedStructuresIn } from './sided-structures.ts'

/** What one section says of one structure. */
type Sided = {
  readonly section: ReadSection
  readonly sides: Set<Side>
  readonly place: ReturnType<typeof placeOf>
}

/** One structure with opposite sides in two sections, of which neither names both. */
export const lateralityContradictions: Lint = ({ sections, language }) => {
  const firstOf = new Map<string, Sided>()
  const findings: LintFinding[] = []
  for (const section of sections) {
    if (section.role === 'past') continue
    for (const [structure, sided] of sidesIn(section, language)) {
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

function sidesIn(section: ReadSection, language: 'en' | 'fr'): ReadonlyMap<string, Sided> {
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
  const where = first.section.title
  const reason =
    language === 'fr'
      ? `«\u00a0${first.place.text}\u00a0»${where ? ` sous «\u00a0${where}\u00a0»` : ' plus haut'}; ici l’autre côté.`
      : `“${first.place.text}”${where ? ` under “${where}”` : ' further up'}; here the other side.`
  return {
    ...place,
    kind: 'laterality-contradiction',
    severity: severities['laterality-contradiction'],
    reason,
    source: 'AHDI critical errors: left/right',
  }
}
