import {
  type CaseRule,
  caseRules,
  type EntryLocale,
  type LexiconClass,
  type LexiconEntry,
  lexiconClasses,
} from './lexicon-entry.ts'

export type TableProblem = { readonly line: number; readonly problem: string }

export type EntryTable = {
  readonly entries: readonly LexiconEntry[]
  readonly problems: readonly TableProblem[]
}

/** The columns of a starter table, in order. An empty cell takes the default named here. */
export const entryColumns = [
  'form',
  'preferred', // the form itself
  'class',
  'spoken', // none; several are cut by |
  'case', // lower
  'weight', // 2
  'source',
  'expansion', // none
] as const

/**
 * Reads a table of entries as a clinician edits it: tab-separated, a first line of column names, `#`
 * for remarks. What cannot be read is said with its line and left out.
 */
export function parseEntryTable(text: string, locale: EntryLocale): EntryTable {
  const entries: LexiconEntry[] = []
  const problems: TableProblem[] = []
  let isHeader = true
  for (const [at, line] of text.split(/\r?\n/).entries()) {
    if (line === '' || line.startsWith('#')) continue
    if (isHeader) {
      isHeader = false
      if (line !== entryColumns.join('\t')) {
        problems.push({ line: at + 1, problem: `the columns are not ${entryColumns.join(', ')}` })
        break
      }
      continue
    }
    const entry = entryOf(line.split('\t'), locale)
    if (typeof entry === 'string') problems.push({ line: at + 1, problem: entry })
    else entries.push(entry)
  }
  return { entries, problems }
}

function entryOf(cells: readonly string[], locale: EntryLocale): LexiconEntry | string {
  if (cells.length > entryColumns.length) return 'too many columns'
  const [form = '', preferred = '', kind = '', spoken = '', rule = '', weight = ''] = cells
  const [, , , , , , source = '', expansion = ''] = cells
  if (form.trim() !== form || form === '') return 'no form, or space around it'
  if (!isLexiconClass(kind)) return `no class "${kind}"`
  if (rule !== '' && !isCaseRule(rule)) return `no case rule "${rule}"`
  if (!/^[1-5]?$/.test(weight)) return `no weight from 1 to 5: "${weight}"`
  if (source === '') return 'no source'
  return {
    form,
    preferred: preferred || form,
    locale,
    class: kind,
    source,
    status: 'active',
    spoken: spoken === '' ? [] : spoken.split('|').map((way) => way.trim()),
    caseRule: isCaseRule(rule) ? rule : 'lower',
    weight: weight === '' ? 2 : Number(weight),
    ...(expansion === '' ? {} : { expansion }),
  }
}

export function isLexiconClass(text: string): text is LexiconClass {
  return lexiconClasses.some((name) => name === text)
}

export function isCaseRule(text: string): text is CaseRule {
  return caseRules.some((name) => name === text)
}
