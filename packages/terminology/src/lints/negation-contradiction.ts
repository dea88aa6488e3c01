import { type ConditionMention, conditionMentionsIn } from './condition-mentions.ts'
import {
  inEverySentence,
  type Lint,
  placeOf,
  type ReadSection,
  type Sentence,
} from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'
import { phraseAt, phrases } from './phrases.ts'

/** A condition that is there in one section and not in the other; a negation said twice. */
export const negationContradictions: Lint = (document) => [
  ...inEverySentence(document, (section, sentence) =>
    doubledNegations(section, sentence, document.language),
  ),
  ...reversals(document),
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
    return [finding(placeOf(section, sentence, { from, to: phrase.to }), reason)]
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
    if (!isReversed || !found.some((each) => mayBeOneSide(each, first))) return []
    const { section, sentence, mention } = first
    return [finding(placeOf(section, sentence, mention), reversalReason(first, language))]
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

/** "No effusion on the left" and "small right effusion" agree. */
function mayBeOneSide({ mention: one }: Said, { mention: other }: Said): boolean {
  return one.side === null || other.side === null || one.side === other.side
}

function reversalReason({ mention: { condition, isThere } }: Said, language: 'en' | 'fr'): string {
  if (language === 'fr') {
    return isThere
      ? `Plus haut, il n’y a pas de\u00a0: ${condition}.`
      : `Plus haut, il y a\u00a0: ${condition}.`
  }
  return isThere
    ? `Further up the report says that there is no ${condition}.`
    : `Further up the report says that there is: ${condition}.`
}

function finding(place: ReturnType<typeof placeOf>, reason: string): LintFinding {
  return {
    ...place,
    kind: 'negation-contradiction',
    severity: severities['negation-contradiction'],
    reason,
    source: 'AHDI critical errors: negative/positive',
  }
}
