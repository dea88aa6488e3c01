import { type ConditionMention, conditionMentionsIn, mayBeOneSide } from './condition-mentions.ts'
import {
  inEverySentence,
  type Lint,
  placeOf,
  type ReadSection,
  type Sentence,
} from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { negationFinding, reversalReason } from './negation-finding.ts'
import { paragraphReversals } from './negation-in-paragraph.ts'
import { phraseAt, phrases } from './phrases.ts'

/** A condition that is there and not there, in two sections or in one paragraph; a negation said twice. */
export const negationContradictions: Lint = (document) => [
  ...inEverySentence(document, (section, sentence) =>
    doubledNegations(section, sentence, document.language),
  ),
  ...reversals(document),
  ...paragraphReversals(document),
]

/** Two negations in a row: one too many, or a word is missing. */
const doubled = {
  en: phrases(
    `no no, not not, no evidence of no, no evidence for no, no sign of no, no signs of no, without no, without any no, without evidence of no, denies no, denies any no, denied no, never not, nor no`
      .split(', ')
      .map((phrase) => [phrase, true] as const),
  ),
  fr: phrases(
    `pas pas, pas aucun, pas aucune, aucun aucun, aucune aucune, sans sans, sans pas, pas de pas, sans signe de pas, aucun signe de pas, nie ne pas, nie aucun, nie aucune`
      .split(', ')
      .map((phrase) => [phrase, true] as const),
  ),
}

function doubledNegations(
  section: ReadSection,
  sentence: Sentence,
  language: 'en' | 'fr',
): readonly LintFinding[] {
  return sentence.flatMap((_, from) => {
    const phrase = phraseAt(sentence, from, doubled[language])
    // "No, no fever" is two answers.
    if (!phrase || sentence.slice(from + 1, phrase.to).some(({ gap }) => !/^\s$/.test(gap)))
      return []
    const reason =
      language === 'fr'
        ? 'Deux négations se suivent\u00a0: est-ce oui ou non?'
        : 'Two negations in a row: is it yes or no?'
    return [negationFinding(placeOf(section, sentence, { from, to: phrase.to }), reason)]
  })
}

/** What one kind of section says of one condition. */
type Said = {
  readonly mention: ConditionMention
  readonly section: ReadSection
  readonly sentence: Sentence
}

const reversals: Lint = ({ sections, language }) => {
  const body = saidIn(sections, 'body', language)
  const conclusion = saidIn(sections, 'conclusion', language)
  return [...conclusion].flatMap(([condition, concluded]) => {
    const found = body.get(condition)
    const [first] = concluded
    if (!found || !first || !isUnanimous(found) || !isUnanimous(concluded)) return []
    const isReversed = found[0]?.mention.isThere !== first.mention.isThere
    if (!isReversed || !found.some((each) => mayBeOneSide(each.mention, first.mention))) return []
    const { section, sentence, mention } = first
    return [negationFinding(placeOf(section, sentence, mention), reversalReason(mention, language))]
  })
}

function saidIn(
  sections: readonly ReadSection[],
  role: ReadSection['role'],
  language: 'en' | 'fr',
): ReadonlyMap<string, readonly Said[]> {
  const said = new Map<string, Said[]>()
  for (const section of sections.filter((each) => each.role === role)) {
    for (const sentence of section.sentences) {
      for (const mention of conditionMentionsIn(sentence, language)) {
        const same = said.get(mention.condition) ?? []
        same.push({ mention, section, sentence })
        said.set(mention.condition, same)
      }
    }
  }
  return said
}

function isUnanimous(said: readonly Said[]): boolean {
  return new Set(said.map(({ mention }) => mention.isThere)).size === 1
}
