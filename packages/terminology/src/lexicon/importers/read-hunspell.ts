import { expandWord, type HunspellAffixes, maxFormsOfStem } from './hunspell-affixes.ts'
import { checked, type ImportItem } from './import-item.ts'

/** A line of a `.dic` file as all its forms. The first line, a count, is none; `/` begins flags. */
export function createHunspellReader(
  affixes: HunspellAffixes,
): (text: string, line: number) => ImportItem[] {
  return (text, line) => {
    if (line === 1 && /^\d+\s*$/.test(text)) return []
    if (text.trim() === '' || text.startsWith('#')) return []
    const { forms, cut } = expandWord(text, affixes)
    const items = forms.map((form) => checked({ line, category: 'word', form }))
    if (!cut) return items
    return [...items.slice(0, maxFormsOfStem), { rejected: { line, reason: 'too-many-forms' } }]
  }
}
