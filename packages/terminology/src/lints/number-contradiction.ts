import { type Lint, placeOf, type ReadSection, type Sentence } from './lint-document.ts'
import { measureFinding } from './measure-finding.ts'
import { measuredFindings } from './measured-findings.ts'
import { isEarlier } from './other-times.ts'
import { phrasesIn } from './phrases.ts'
import { mayBeOnePlace, type Place, placeIn } from './place-words.ts'
import { sizeTurned } from './size-turned.ts'
import { isComparable, isSameSize, type Size, sizesIn } from './sizes.ts'

/** A measure that changes between two sections or inside a paragraph. */
export const numberContradictions: Lint = (document) => [
  ...otherMeasures(document),
  ...sizeTurned(document),
]

type Measured = {
  readonly noun: string
  readonly section: ReadSection
  readonly sentence: Sentence
  readonly sizes: readonly Size[]
  readonly place: Place
}

/** A measure in the conclusion that the same finding does not have in the body, where it has another. */
const otherMeasures: Lint = ({ sections, language }) => {
  const inBody = groupByNoun(measuredIn(sections, 'body', language))
  return measuredIn(sections, 'conclusion', language).flatMap((concluded) => {
    const same = (inBody.get(concluded.noun) ?? []).filter((each) =>
      mayBeOnePlace(each.place, concluded.place),
    )
    return concluded.sizes.flatMap((size) => {
      const comparable = same.flatMap(({ section, sentence, sizes }) =>
        sizes
          .filter((each) => isComparable(each, size))
          .map((each) => ({ size: each, text: placeOf(section, sentence, each).text })),
      )
      if (comparable.length === 0 || comparable.some((each) => isSameSize(each.size, size)))
        return []
      const place = placeOf(concluded.section, concluded.sentence, size)
      const measures = comparable.map(({ text }) => text)
      return [measureFinding(place, measures, language)]
    })
  })
}

function measuredIn(
  sections: readonly ReadSection[],
  role: ReadSection['role'],
  language: 'en' | 'fr',
): readonly Measured[] {
  return sections
    .filter((section) => section.role === role)
    .flatMap((section) =>
      section.sentences.flatMap((sentence) => {
        const nouns = new Set(
          phrasesIn(sentence, measuredFindings[language]).map((each) => each.meaning),
        )
        if (nouns.size !== 1 || isEarlier(sentence)) return []
        const sizes = sizesIn(sentence, language)
        const place = placeIn(sentence)
        return [...nouns].map((noun) => ({ noun, section, sentence, sizes, place }))
      }),
    )
    .filter(({ sizes }) => sizes.length > 0)
}

function groupByNoun(all: readonly Measured[]): ReadonlyMap<string, readonly Measured[]> {
  const groups = new Map<string, Measured[]>()
  for (const measured of all) {
    const group = groups.get(measured.noun) ?? []
    // Enough to compare with; a text of a million nodules must not cost their square.
    if (group.length < 50) group.push(measured)
    groups.set(measured.noun, group)
  }
  return groups
}
