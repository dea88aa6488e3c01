import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { spokenHeadings } from '@plume/report-templates'
import { loadTemplates } from '@plume/report-templates/starter'
import {
  type AdaptedModel,
  type AdaptRefusal,
  adaptPocketSphinx,
  finalisedReportTexts,
  lexiconTexts,
  readReportText,
  type TextSource,
  templateTexts,
} from '@plume/speech'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import type { Command, Given, Terminal } from '../command.ts'
import { storage, withDatabase } from '../join-database.ts'
import { type Progress, showProgress } from '../progress.ts'
import { readLexiconTerms } from '../read-lexicon-terms.ts'
import { Refused, refuseFile, WrongUsage } from '../refused.ts'

export const enginesAdapt: Command = {
  positionals: ['ENGINE'],
  options: {
    lexicon: {
      type: 'string',
      value: 'FILE[,FILE]',
      help: 'terms: one a line, the first column of a CSV, or JSON',
    },
    examples: {
      type: 'string',
      value: 'FOLDER',
      help: 'example reports, in English: a .txt or .md file each',
    },
    'with-finalised-reports': {
      type: 'boolean',
      help: 'learn from the finalised English reports too; needs --consent',
    },
    consent: {
      type: 'boolean',
      help: 'the site allows its reports to be used so; they stay on this machine',
    },
  },
  details: [
    'ENGINE is pocketsphinx. Builds a language model and a dictionary from dictations made up for Plume, its starter',
    'lexicon and templates, what the options name and the general English model, and puts them into the data',
    'directory, where workers find them at their next look. Takes some minutes. Needs Debian’s pocketsphinx-en-us and',
    'espeak-ng.',
    'A model made with reports holds words of patients: keep the data directory as private as the database.',
    'Words that fewer than three reports hold, as names, are left out.',
  ],
  run: async ({ positionals: [engine], values }, terminal) => {
    if (engine !== 'pocketsphinx') throw new WrongUsage('ENGINE is pocketsphinx')
    requireConsent(values)
    const texts = await gatherTexts(values, terminal)
    const folder = terminal.config.pocketsphinxDir
    const progress = showProgress(terminal.stderr)
    try {
      const adapted = await adaptPocketSphinx({
        folder,
        model: 'en-us-site',
        texts,
        terms: loadStarterLexicon('en-CA').entries,
        onStep: progress.step,
        onProgress: progress.fraction,
      })
      if ('refused' in adapted) throw explainRefusal(adapted)
      sayWhatWasMade(adapted, progress, terminal)
      terminal.stdout.write(`${folder}\n`)
    } finally {
      progress.end()
    }
  },
}

function requireConsent(values: Given['values']): void {
  if (!values['with-finalised-reports'] || values.consent) return
  throw new Refused(
    'consent-missing',
    'finalised reports hold words of patients, and the model would hold them too',
    'Add --consent if the site allows this.',
  )
}

async function gatherTexts(
  values: Given['values'],
  terminal: Terminal,
): Promise<readonly TextSource[]> {
  const templates = loadTemplates(terminal.config.templatesDir)
  const english = templates.filter(({ locale }) => locale.startsWith('en'))
  const texts = [
    ...templateTexts(
      english.map((template) => ({
        headings: spokenHeadings(template).flatMap(({ aliases }) => aliases),
        example: template.example ?? '',
      })),
    ),
  ]
  for (const path of String(values.lexicon ?? '').split(',')) {
    if (path) texts.push(lexiconTexts(path, await readLexiconTerms(path)))
  }
  if (typeof values.examples === 'string') texts.push(...(await readExamples(values.examples)))
  if (values['with-finalised-reports']) texts.push(await readFinalisedReports(terminal))
  return texts
}

async function readExamples(folder: string): Promise<readonly TextSource[]> {
  const found = await stat(folder).catch((error: unknown) => {
    throw refuseFile(folder, error)
  })
  if (!found.isDirectory()) {
    throw new Refused('not-a-folder', `${folder} is no folder`, 'Name the folder of the examples.')
  }
  const names = (await readdir(folder)).filter((name) => /\.(txt|md)$/.test(name)).sort()
  return Promise.all(
    names.map(async (name) => {
      const path = join(folder, name)
      return { name: path, sentences: readReportText(await readFile(path, 'utf8')) }
    }),
  )
}

/** The reading is written down in the audit log before a word is used. */
function readFinalisedReports({ config, stderr }: Terminal): Promise<TextSource> {
  const say = (line: string) => stderr.write(`${line}\n`)
  return withDatabase(config, say, async (database) => {
    const { createAuditLog, finalisedTexts } = await storage()
    const reports = await finalisedTexts(database, 'en')
    await createAuditLog(database).append({
      kind: 'reports-learned-from',
      actor: null,
      at: new Date(),
      reports: reports.length,
    })
    return finalisedReportTexts(reports)
  })
}

function explainRefusal(refusal: AdaptRefusal): Refused {
  switch (refusal.refused) {
    case 'scored-text':
      return new Refused(
        'scored-text',
        `${refusal.source} holds a text that engines are measured with`,
        'Leave it out: a model that has read it would look better than it is.',
      )
    case 'no-pronunciations':
      return new Refused(
        'espeak-missing',
        'espeak-ng, which says how new words sound, is not installed',
        'Install it: apt-get install espeak-ng.',
      )
    case 'no-general-model':
      return new Refused(
        'general-model-missing',
        'the general English model is not installed',
        'Install it: apt-get install pocketsphinx-en-us.',
      )
  }
}

function sayWhatWasMade(
  { words, texts, unpronounced }: AdaptedModel,
  progress: Progress,
  { stderr }: Terminal,
): void {
  progress.end()
  for (const { name, words: count, leftOut } of texts) {
    const note =
      leftOut > 0 ? ` (${leftOut} sentences left out: engines are measured with them)` : ''
    stderr.write(`${name}: ${count} words${note}\n`)
  }
  const silent = unpronounced.length > 0 ? `, ${unpronounced.length} that nobody can say` : ''
  stderr.write(`${words} words can be heard${silent}\n`)
}
