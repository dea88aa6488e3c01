import { wordSet } from '../reading/word-set.ts'
import { type Lint, placeOf, type ReadSection, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { isKnownBefore } from './other-times.ts'
import { pairedStructures } from './paired-structures.ts'
import { phrasesIn } from './phrases.ts'
import { sideFinding } from './side-finding.ts'
import { type Side, type SidedStructure, sidedStructuresIn, sidesIn } from './sided-structures.ts'

/** What is found in a part of the body, by the word for it. */
const findings = wordSet(`
  fracture fractures dislocation nodule nodules mass lesion cyst tear stone calculus hernia effusion wound laceration ulcer abscess
  hematoma thrombus rupture
  luxation masse kyste dechirure calcul hernie epanchement plaie laceration ulcere abces hematome
`)

const articles = wordSet('the this that la le cette ce cet')

/** What a paragraph has said of a structure so far. */
type Known = {
  readonly sides: Set<Side | 'both'>
  readonly found: Map<string, string>
}

/**
 * "Fracture of the left wrist. ... The right wrist fracture": what was brought up on one side and is spoken of again, with an
 * article, on the other, of which nothing has been said.
 */
export const sideTurned: Lint = ({ sections, language }) => {
  const known = new Map<string, Known>()
  return sections.flatMap((section) => {
    if (section.role === 'past') return []
    for (const { found } of known.values()) found.clear()
    return section.sentences.flatMap((sentence) => {
      const turned = turnedIn(section, sentence, { known, language })
      learn(section, sentence, { known, language })
      return turned
    })
  })
}

type Reading = { readonly known: Map<string, Known>; readonly language: 'en' | 'fr' }

function turnedIn(
  section: ReadSection,
  sentence: Sentence,
  { known, language }: Reading,
): readonly LintFinding[] {
  if (known.size === 0) return []
  const sided = sidedStructuresIn(sentence, language)
  if (sided.length === 0 || isKnownBefore(sentence)) return []
  return sided.flatMap((each) => {
    const before = known.get(each.structure)
    const word = spokenOfAgain(sentence, each, language)
    const first = word === null ? undefined : before?.found.get(word)
    if (!first || before?.sides.has(each.side) || before?.sides.has('both')) return []
    return [sideFinding(placeOf(section, sentence, each), { text: first, title: '' }, language)]
  })
}

/** The finding that an article brings up again: "the right wrist fracture", « la fracture du poignet droit ». */
function spokenOfAgain(
  sentence: Sentence,
  { from, to }: SidedStructure,
  language: 'en' | 'fr',
): string | null {
  const word = (at: number) => sentence[at]?.folded ?? ''
  if (language === 'en')
    return articles.has(word(from - 1)) && findings.has(word(to)) ? word(to) : null
  for (let at = from - 1; at >= Math.max(1, from - 4); at--) {
    if (findings.has(word(at))) return articles.has(word(at - 1)) ? word(at) : null
  }
  return null
}

/** Every side that a sentence names counts as said of each structure in it. */
function learn(section: ReadSection, sentence: Sentence, { known, language }: Reading): void {
  const structures = phrasesIn(sentence, pairedStructures[language])
  if (structures.length === 0) return
  const sides = sidesIn(sentence, language)
  const found = new Set(sentence.map(({ folded }) => folded).filter((word) => findings.has(word)))
  for (const { meaning } of structures) {
    const before = known.get(meaning) ?? { sides: new Set(), found: new Map() }
    for (const side of sides) before.sides.add(side)
    known.set(meaning, before)
  }
  for (const each of sidedStructuresIn(sentence, language)) {
    const { text } = placeOf(section, sentence, each)
    for (const word of found) known.get(each.structure)?.found.set(word, text)
  }
}
