import { negations } from '../doubts/low-confidence.ts'
import { wordSet } from '../reading/word-set.ts'
import { type Lint, placeOf, type ReadSection, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { isEarlier, isUnsure } from './other-times.ts'
import { phraseLines, phrasesIn } from './phrases.ts'
import { sideFinding } from './side-finding.ts'
import { type Side, sidesIn } from './sided-structures.ts'

/** What may be on one side or on both, so that a report that has it on both hardly concludes to one. Folded. */
const findings = {
  en: phraseLines(`
effusion: pleural effusion, pleural effusions, effusion, effusions
pneumothorax: pneumothorax, pneumothoraces
hydronephrosis: hydronephrosis
`),
  fr: phraseLines(`
épanchement: epanchement pleural, epanchements pleuraux, epanchement, epanchements
pneumothorax: pneumothorax
hydronéphrose: hydronephrose, hydronephroses
`),
} as const

type Said = {
  readonly sides: Set<Side | 'both'>
  readonly first: { readonly section: ReadSection; readonly place: ReturnType<typeof placeOf> }
}

const joints = wordSet(
  'knee knees hip hips shoulder shoulders elbow elbows wrist wrists ankle ankles genou genoux hanche hanches epaule epaules coude coudes poignet poignets cheville chevilles',
)

/**
 * Something on both sides in the body, which names no single side, and on one in the conclusion. The reverse is often said in
 * two halves: "a left effusion", "fluid on the right".
 */
export const bothAndOne: Lint = ({ sections, language }) => {
  const body = saidIn(sections, 'body', language)
  return [...saidIn(sections, 'conclusion', language)].flatMap(([finding, concluded]) => {
    const found = body.get(finding)
    const isOnBoth = found?.sides.size === 1 && found.sides.has('both')
    if (!isOnBoth || concluded.sides.size !== 1 || concluded.sides.has('both')) return []
    const { section, place } = found.first
    const further = { text: place.text, title: section.title }
    const contradiction: LintFinding = sideFinding(concluded.first.place, further, language)
    return [contradiction]
  })
}

function saidIn(
  sections: readonly ReadSection[],
  role: ReadSection['role'],
  language: 'en' | 'fr',
): ReadonlyMap<string, Said> {
  const said = new Map<string, Said>()
  for (const section of sections.filter((each) => each.role === role)) {
    for (const sentence of section.sentences) {
      const found = phrasesIn(sentence, findings[language])
      if (found.length === 0 || isOfSomethingElse(sentence, language)) continue
      for (const { meaning, ...range } of found) {
        const known = said.get(meaning) ?? {
          sides: new Set(),
          first: { section, place: placeOf(section, sentence, range) },
        }
        for (const side of sidesIn(sentence, language)) known.sides.add(side)
        said.set(meaning, known)
      }
    }
  }
  return said
}

function isOfSomethingElse(sentence: Sentence, language: 'en' | 'fr'): boolean {
  return (
    isEarlier(sentence) ||
    isUnsure(sentence) ||
    sentence.some(({ folded }) => joints.has(folded) || negations[language].has(folded))
  )
}
