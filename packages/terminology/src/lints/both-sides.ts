import { negations } from '../doubts/low-confidence.ts'
import { wordSet } from '../reading/word-set.ts'
import {
  type Lint,
  type LintDocument,
  placeOf,
  type ReadSection,
  type Sentence,
} from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { isEarlier, isUnsure } from './other-times.ts'
import { pairedStructures } from './paired-structures.ts'
import { phraseLines, phrasesIn } from './phrases.ts'
import { sideFinding } from './side-finding.ts'
import { type Side, sidesIn } from './sided-structures.ts'

/** What may be on one side or on both, so that a report that has it on both hardly concludes to one. Folded. */
const findings = {
  en: phraseLines(`
effusion: pleural effusion, pleural effusions, effusion, effusions
pneumothorax: pneumothorax, pneumothoraces
hydronephrosis: hydronephrosis
inguinal hernia: inguinal hernia, inguinal hernias
subdural hematoma: subdural hematoma, subdural hematomas
pulmonary embolism: pulmonary embolism, pulmonary emboli
`),
  fr: phraseLines(`
épanchement: epanchement pleural, epanchements pleuraux, epanchement, epanchements
pneumothorax: pneumothorax
hydronéphrose: hydronephrose, hydronephroses
hernie inguinale: hernie inguinale, hernies inguinales
hématome sous-dural: hematome sous dural, hematomes sous duraux
embolie pulmonaire: embolie pulmonaire, embolies pulmonaires
`),
} as const

type SideOrBoth = Side | 'both'

/** A finding with the only side, or with both, that a sentence says of it. */
type Sided = {
  readonly finding: string
  readonly side: SideOrBoth
  /** "A left effusion only". */
  readonly isOnly: boolean
  readonly section: ReadSection
  readonly place: ReturnType<typeof placeOf>
}

const joints = wordSet(
  'knee knees hip hips shoulder shoulders elbow elbows wrist wrists ankle ankles genou genoux hanche hanches epaule epaules coude coudes poignet poignets cheville chevilles',
)

/**
 * Something on both sides in the body and on one in the conclusion, or on one and then on both; or on both and
 * "on the left only" anywhere.
 */
export const bothAndOne: Lint = (document) => {
  const body = saidIn(document, 'body')
  const conclusion = saidIn(document, 'conclusion')
  const turned = [...conclusion].flatMap(([finding, concluded]) => {
    const found = body.get(finding)
    const [first] = found?.sided ?? []
    const [last] = concluded.sided
    if (!first || !last || !isOf(found, first.side) || !isOf(concluded, last.side)) return []
    const isBothAndOne = (first.side === 'both') !== (last.side === 'both')
    // "A left effusion", "fluid on the right", and so on both: said in two halves.
    const isHalf = first.side !== 'both' && mayBeOnBoth(document, found)
    return isBothAndOne && !isHalf ? [bothFinding(first, last, document.language)] : []
  })
  const places = new Set(turned.map(({ part, start }) => `${part} ${start}`))
  const onOne = onlyOnOne(document).filter(({ part, start }) => !places.has(`${part} ${start}`))
  return [...turned, ...onOne]
}

/** All that a kind of section says of the sides of one finding. */
type Said = {
  readonly sides: ReadonlySet<SideOrBoth>
  readonly sided: readonly Sided[]
  /** "Effusions", "larger on the left": there may be more than the side that is named. */
  readonly hasMore: boolean
}

function isOf(said: Said | undefined, side: SideOrBoth): said is Said {
  return said?.sides.size === 1 && said.sides.has(side)
}

function saidIn(
  { sections, language }: LintDocument,
  role: ReadSection['role'],
): ReadonlyMap<string, Said> {
  const said = new Map<string, { sides: Set<SideOrBoth>; sided: Sided[]; hasMore: boolean }>()
  for (const section of sections.filter((each) => each.role === role)) {
    for (const sentence of section.sentences) {
      const found = phrasesIn(sentence, findings[language])
      if (found.length === 0 || isOfSomethingElse(sentence, language)) continue
      const sides = sidesIn(sentence, language)
      const reading = { section, sentence, sides, language }
      const isCompared = compares(sentence)
      for (const { meaning, ...range } of found) {
        const known = said.get(meaning) ?? { sides: new Set(), sided: [], hasMore: false }
        for (const side of sides) known.sides.add(side)
        known.hasMore ||= isPlural(sentence[range.to - 1]?.folded ?? '') || isCompared
        if (known.sided.length === 0) known.sided.push(...sidedAt(reading, { ...range, meaning }))
        said.set(meaning, known)
      }
    }
  }
  return said
}

const isPlural = (word: string) => /(?:[^suix]s|aces|li|aux)$/.test(word)
const comparing = wordSet(
  'larger greater more worse predominantly mainly especially than plus surtout principalement que',
)
const compares = (sentence: Sentence) => sentence.some(({ folded }) => comparing.has(folded))

type Found = { readonly meaning: string; readonly from: number; readonly to: number }

type Reading = {
  readonly section: ReadSection
  readonly sentence: Sentence
  /** Every side that the sentence names. */
  readonly sides: ReadonlySet<SideOrBoth>
  readonly language: 'en' | 'fr'
}

function sidedAt(
  { section, sentence, sides, language }: Reading,
  { meaning: finding, from, to }: Found,
): readonly Sided[] {
  const [side] = sides
  if (!side || sides.size > 1) return []
  const isSide = (at: number) => sentence[at] && sidesIn([sentence[at]], language).has(side)
  const near = [from - 1, to, from - 2, to + 1, from - 3, to + 2].find(isSide) ?? from
  const range = { from: Math.min(near, from), to: Math.max(near + 1, to) }
  const place = placeOf(section, sentence, range)
  return [{ finding, side, isOnly: isOnlyOne(sentence, range), section, place }]
}

const only = wordSet('only alone seulement uniquement seul isole')
const before = wordSet('only isolated unilateral seul uniquement')
const between = wordSet('a an small moderate large on side sided un petit du cote')

/** "Only a left effusion", "a left effusion only"; not "only the left effusion was drained". */
function isOnlyOne(
  sentence: Sentence,
  { from, to }: { readonly from: number; readonly to: number },
): boolean {
  let first = from - 1
  while (between.has(sentence[first]?.folded ?? '')) first -= 1
  let last = to
  while (between.has(sentence[last]?.folded ?? '')) last += 1
  const isElided = /^l['’]/i.test(sentence[from]?.text ?? '')
  if (!isElided && before.has(sentence[first]?.folded ?? '')) return true
  const next = sentence[last + 1]
  return only.has(sentence[last]?.folded ?? '') && next?.gap !== ' '
}

/** True where the body has words for the other side, unless they are of another part of the body or deny it. */
function mayBeOnBoth({ sections, language }: LintDocument, { sides, hasMore }: Said): boolean {
  if (hasMore) return true
  const other = sides.has('left') ? 'right' : 'left'
  return sections
    .filter(({ role }) => role === 'body')
    .some(({ sentences }) =>
      sentences.some((sentence) => {
        const named = sidesIn(sentence, language)
        if (!named.has(other) && !named.has('both')) return false
        const isDenied = sentence.some(
          ({ folded }) => negations[language].has(folded) || normal.has(folded),
        )
        return !isDenied && phrasesIn(sentence, pairedStructures[language]).length === 0
      }),
    )
}

const normal = wordSet('normal clear unremarkable normale libre claire clair')

/** "Bilateral effusions. ... A left effusion only", in either order. */
function onlyOnOne({ sections, language }: LintDocument): readonly LintFinding[] {
  const onBoth = new Map<string, Sided>()
  const onOne = new Map<string, Sided>()
  return sections
    .filter(({ role }) => role !== 'past' && role !== 'context')
    .flatMap((section) =>
      section.sentences.flatMap((sentence) => {
        const found = phrasesIn(sentence, findings[language])
        if (found.length === 0 || isOfSomethingElse(sentence, language)) return []
        const reading = { section, sentence, sides: sidesIn(sentence, language), language }
        return found.flatMap((each) =>
          sidedAt(reading, each).flatMap((sided) => {
            const [own, others] = sided.side === 'both' ? [onBoth, onOne] : [onOne, onBoth]
            if (sided.side !== 'both' && !sided.isOnly) return []
            const first = others.get(sided.finding)
            own.set(sided.finding, sided)
            return first ? [bothFinding(first, sided, language)] : []
          }),
        )
      }),
    )
}

function bothFinding(first: Sided, last: Sided, language: 'en' | 'fr'): LintFinding {
  const further = { text: first.place.text, title: first.section.title }
  return sideFinding(last.place, further, language, last.side === 'both' ? 'both' : 'one')
}

function isOfSomethingElse(sentence: Sentence, language: 'en' | 'fr'): boolean {
  return (
    isEarlier(sentence) ||
    isUnsure(sentence) ||
    sentence.some(({ folded }) => joints.has(folded) || negations[language].has(folded))
  )
}
