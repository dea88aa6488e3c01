import { wordSet } from '../reading/word-set.ts'
import type { PlacedWord } from './words-in-text.ts'

/** Words after which a person's name follows, in small letters. */
const titles: Readonly<Record<'en' | 'fr', ReadonlySet<string>>> = {
  en: wordSet('dr dr. doctor mr mr. mrs mrs. ms ms. miss prof prof. professor'),
  fr: wordSet('dr dr. dre docteur docteure m. mme mme. monsieur madame mlle me prof professeur'),
}

/** True if a word is the name of a person, or the one after it: no list has those. */
export function isNamed(words: readonly PlacedWord[], at: number, language: 'en' | 'fr'): boolean {
  const isTitle = (index: number) => titles[language].has(words[index]?.text.toLowerCase() ?? '')
  if (isTitle(at - 1)) return true
  // "Dr. Jane Roe": capitals go on.
  return isTitle(at - 2) && /^\p{Lu}/u.test(words[at]?.text ?? '')
}
