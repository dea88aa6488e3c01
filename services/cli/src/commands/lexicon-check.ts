import {
  createLexicon,
  foldForm,
  isEveryday,
  type LayerEntries,
  type LexiconEntry,
} from '@plume/terminology'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import type { Locale } from '@plume/transcript'
import type { Command } from '../command.ts'
import { storage, withDatabase } from '../join-database.ts'
import { localeFrom, requiredLocale } from '../locale-option.ts'

type Remark = {
  readonly kind: 'two-writings' | 'several-meanings' | 'everyday-word' | 'proposed'
  readonly form: string
  readonly says: readonly string[]
}

export const lexiconCheck: Command = {
  positionals: [],
  options: {
    locale: requiredLocale,
    starter: { type: 'boolean', help: 'only the lexicon that comes with Plume; opens no database' },
    json: { type: 'boolean', help: 'one array' },
  },
  details: [
    'two-writings: one form that is to be written in two ways; it stays as it was dictated.',
    'several-meanings: an abbreviation that stands for several things; it is never expanded.',
    'everyday-word: a term that is also an everyday word; it is never written over one.',
    'proposed: an entry that changes nothing until somebody accepts it.',
  ],
  run: async ({ values }, { config, stdout, stderr }) => {
    const locale = localeFrom(values.locale)
    const say = (line: string) => void stderr.write(`${line}\n`)
    const site: LayerEntries = values.starter
      ? { layer: 'site', entries: [] }
      : await withDatabase(config, say, async (database) =>
          (await storage()).createLexiconStore(database).layer({ layer: 'site', owner: '' }),
        )
    const remarks = remarksOn([loadStarterLexicon(locale), site], locale)
    if (values.json) {
      stdout.write(`${JSON.stringify(remarks)}\n`)
      return
    }
    for (const { kind, form, says } of remarks)
      stdout.write(`${kind}  ${form}: ${says.join(' | ')}\n`)
    stdout.write(`${remarks.length} remarks\n`)
  },
}

function remarksOn(layers: readonly LayerEntries[], locale: Locale): readonly Remark[] {
  const language = locale.startsWith('fr') ? 'fr' : 'en'
  const lexicon = createLexicon(layers, locale)
  const keys = new Set(lexicon.listEntries().map(({ form }) => foldForm(form, language)))
  const remarks = [...keys].sort().flatMap((key) => {
    const entries = lexicon.lookUp(key).filter(({ form }) => foldForm(form, language) === key)
    return [...ofEntries(entries), ...ofEveryday(key, entries, language)]
  })
  const proposed = layers
    .flatMap(({ entries }) => entries)
    .filter(({ status }) => status === 'proposed')
    .map(({ form, preferred }): Remark => ({ kind: 'proposed', form, says: [preferred] }))
  return [...remarks, ...proposed]
}

function ofEntries(entries: readonly LexiconEntry[]): readonly Remark[] {
  const [first] = entries
  if (!first) return []
  const writings = [...new Set(entries.map(({ preferred }) => preferred))]
  const meanings = [...new Set(entries.flatMap(({ expansion }) => expansion ?? []))]
  const remarks: Remark[] = []
  if (writings.length > 1) remarks.push({ kind: 'two-writings', form: first.form, says: writings })
  if (meanings.length > 1) {
    remarks.push({ kind: 'several-meanings', form: first.form, says: meanings })
  }
  return remarks
}

function ofEveryday(
  key: string,
  entries: readonly LexiconEntry[],
  language: 'en' | 'fr',
): readonly Remark[] {
  const forced = entries.filter(({ caseRule }) => caseRule === 'exact')
  const [first] = forced
  if (!first || key.includes(' ') || !isEveryday(key, language)) return []
  return [
    { kind: 'everyday-word', form: first.form, says: forced.map(({ preferred }) => preferred) },
  ]
}
