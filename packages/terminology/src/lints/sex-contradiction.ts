import { type Lint, placeOf, type ReadSection, type Sentence } from './lint-document.ts'
import type { LintFinding } from './lint-finding.ts'
import { severities } from './lint-severities.ts'
import { namesOther } from './other-people.ts'
import { phrasesIn } from './phrases.ts'
import { sexedWords } from './sexed-words.ts'

/** What only the other sex has, is or undergoes, said of the patient. */
export const sexContradictions: Lint = ({ sections, patient: { sex }, language }) => {
  if (!sex) return []
  const findings: LintFinding[] = []
  for (const section of sections) {
    if (isOfFamily(section)) continue
    for (const [nth, sentence] of section.sentences.entries()) {
      if (namesOther(sentence)) continue
      const words = phrasesIn(sentence, sexedWords[language]).filter(
        ({ meaning }) => meaning !== sex,
      )
      for (const range of words) findings.push(found(section, sentence, range, { sex, language }))
      const isAlone = words.length === 0 && !namesOther(section.sentences[nth - 1])
      if (isAlone && language === 'en' && opensWithPronoun(sentence, sex)) {
        findings.push(found(section, sentence, { from: 0, to: 1 }, { sex, language }))
      }
    }
  }
  return findings
}

function isOfFamily({ title }: ReadSection): boolean {
  return /famil/i.test(title)
}

/** French pronouns go with things, too. */
function opensWithPronoun(sentence: Sentence, sex: 'female' | 'male'): boolean {
  return sentence[0]?.folded === (sex === 'male' ? 'she' : 'he')
}

function found(
  section: ReadSection,
  sentence: Sentence,
  range: { readonly from: number; readonly to: number },
  { sex, language }: { readonly sex: 'female' | 'male'; readonly language: 'en' | 'fr' },
): LintFinding {
  const recorded = {
    en: { female: 'female', male: 'male' },
    fr: { female: 'une femme', male: 'un homme' },
  }[language][sex]
  return {
    ...placeOf(section, sentence, range),
    kind: 'sex-contradiction',
    severity: severities['sex-contradiction'],
    reason:
      language === 'fr'
        ? `Selon le dossier, la personne est ${recorded}. Est-ce le bon dossier?`
        : `The record says that the patient is ${recorded}. Is this the right patient?`,
    source: 'AHDI critical errors: wrong patient',
  }
}
