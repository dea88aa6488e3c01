import { basename } from 'node:path'
import type { Database, LexiconOwner } from '@plume/storage'
import {
  type EntryLocale,
  type EntryMaking,
  importFormats,
  type LayerEntries,
  type LexiconEntry,
  localeNamed,
} from '@plume/terminology'
import type { Locale } from '@plume/transcript'
import type { Command, Given, Terminal } from '../command.ts'
import { storage, withDatabase } from '../join-database.ts'
import { everydaySpellings } from '../lexicon/everyday-dictionaries.ts'
import { createStarterKnowledge, entryBatches, type Made } from '../lexicon/import-list.ts'
import { checkOwner, ownerNamed } from '../lexicon/lexicon-owner.ts'
import {
  createTrialLexicon,
  type OwnedText,
  storedTexts,
  textsInFile,
} from '../lexicon/lexicon-trial.ts'
import { mapClasses, parseMap } from '../lexicon/map-classes.ts'
import { hashOfList, type OpenList, openList } from '../lexicon/open-list.ts'
import { printMade, printSurvey, printTrial } from '../lexicon/print-survey.ts'
import { mistakenRows, surveyList } from '../lexicon/survey-list.ts'
import { concerns, type Trial, tryOnReference, wordsOf } from '../lexicon/try-on-reference.ts'
import { Refused, requireAllRows, WrongUsage } from '../refused.ts'

export const lexiconImport: Command = {
  positionals: ['FILE'],
  options: {
    format: { type: 'string', value: 'F', help: `auto, ${importFormats.join(', ')}` },
    locale: {
      type: 'string',
      value: 'L',
      help: 'of words whose list does not say it: en, fr-CA …',
    },
    map: {
      type: 'string',
      value: 'CATEGORY=CLASS',
      multiple: true,
      help: 'the class of a category of the list, or ignore; suggested for all others',
    },
    layer: { type: 'string', value: 'LAYER', help: 'site (default), department or author' },
    owner: {
      type: 'string',
      value: 'NAME',
      help: 'the department’s work type, the author’s login',
    },
    source: {
      type: 'string',
      value: 'NAME',
      help: 'what entries name as their source (default: the file’s name)',
    },
    reference: {
      type: 'string',
      value: 'FILE',
      help: 'lines of spoken, tab, written to try the list on, instead of finalised reports',
    },
    'accept-changes': { type: 'boolean', help: 'take it in though it changes reference texts' },
    'dry-run': { type: 'boolean', help: 'say what would happen; change nothing, open no database' },
  },
  details: [
    'A list is tried on the dictations of finalised reports first; if it would change one, it is shown',
    'and refused. No line is taken in before its class is named. docs/operations/lexicon.md.',
  ],
  run: async ({ positionals: [path = ''], values }, terminal) => {
    const wanted = readOptions(values)
    const print = (line: string) => void terminal.stdout.write(`${line}\n`)
    const list = await openList(path, wanted.format)
    const survey = await surveyList(list.items(), wanted.locale)
    printSurvey(list, survey, print)
    if (survey.candidates === 0) {
      throw new Refused('empty-list', 'the list has no terms', 'Check its format with --format.')
    }
    if (wanted.dryRun && values.map === undefined) return requireAllRows(mistakenRows(survey))
    const classes = await mapClasses(survey, list.format, wanted.map, terminal)
    requireLocale(survey.withoutLocale, wanted.locale)
    const making: EntryMaking = {
      source: wanted.source ?? basename(path),
      locale: wanted.locale,
      classes,
      known: createStarterKnowledge(),
      everyday: await everydaySpellings(survey.words),
    }
    const work = { path, list, making, wanted, print }
    if (wanted.dryRun) await dryRun(work)
    else await takeIn(work, terminal)
    requireAllRows(mistakenRows(survey))
  },
}

type Wanted = ReturnType<typeof readOptions>
type Work = {
  readonly path: string
  readonly list: OpenList
  readonly making: EntryMaking
  readonly wanted: Wanted
  readonly print: (line: string) => void
}

const text = (value: Given['values'][string]) => (typeof value === 'string' ? value : undefined)

function readOptions(values: Given['values']) {
  const named = text(values.format) ?? 'auto'
  const format = importFormats.find((each) => each === named) ?? null
  if (format === null && named !== 'auto') {
    throw new WrongUsage(`--format is auto, ${importFormats.join(', ')}`)
  }
  const locale = text(values.locale)
  const known = locale === undefined ? null : localeNamed(locale)
  if (locale !== undefined && known === null) {
    throw new WrongUsage('--locale is en, fr, en-CA, en-US, fr-CA or fr-FR')
  }
  const layer = text(values.layer) ?? 'site'
  const owner = text(values.owner)
  checkOwner(layer, owner)
  return {
    format,
    locale: known,
    map: parseMap(text(values.map) ?? ''),
    layer,
    owner,
    source: text(values.source),
    reference: text(values.reference),
    acceptChanges: values['accept-changes'] === true,
    dryRun: values['dry-run'] === true,
  }
}

function requireLocale(withoutLocale: number, locale: EntryLocale | null): void {
  if (withoutLocale === 0 || locale !== null) return
  throw new Refused(
    'locale-not-named',
    `${withoutLocale} words do not say their language`,
    'Name it with --locale.',
  )
}

const noneMade = (): Made => ({ entries: 0, ignored: 0, kept: 0, byClass: new Map() })
const emptyLayer = async ({ layer }: LexiconOwner): Promise<LayerEntries> => ({
  layer,
  entries: [],
})

/** As `takeIn`, on the starter lexicon alone; only a reference file can be tried. */
async function dryRun({ list, making, wanted, print }: Work): Promise<void> {
  const made = noneMade()
  const owner: LexiconOwner = { layer: 'site', owner: '' }
  const texts = wanted.reference === undefined ? null : fileTexts(wanted, wanted.reference, owner)
  const words = texts ? await wordsOfAll(texts()) : new Set<string>()
  const kept: LexiconEntry[] = []
  const batches = entryBatches(list.items(), making, made, (entry) => {
    if (concerns(entry, words)) kept.push(entry)
  })
  for await (const _ of batches);
  printMade(made, making.classes, print)
  if (!texts) return
  printTrial(
    await tryOnReference(
      texts(),
      createTrialLexicon(emptyLayer),
      createTrialLexicon(emptyLayer, { owner, entries: kept }),
    ),
    print,
  )
}

async function takeIn({ path, list, making, wanted, print }: Work, terminal: Terminal) {
  const say = (line: string) => void terminal.stderr.write(`${line}\n`)
  const { createLexiconStore } = await storage()
  const sha256 = await hashOfList(path)
  await withDatabase(terminal.config, say, async (database) => {
    const owner = await ownerNamed(wanted.layer, wanted.owner, database)
    const store = createLexiconStore(database)
    const texts = textsToTry(wanted, owner, database)
    const words = await wordsOfAll(texts())
    const made = noneMade()
    const kept: LexiconEntry[] = []
    const batches = entryBatches(list.items(), making, made, (entry) => {
      if (concerns(entry, words)) kept.push(entry)
    })
    let trial: Trial | null = null
    const facts = { ...owner, source: making.source, format: list.format, sha256 }
    const taken = await store.takeIn(facts, batches, async () => {
      printMade(made, making.classes, print)
      // Read outside the transaction: the lexicon as everybody else sees it.
      trial = await tryOnReference(
        texts(),
        createTrialLexicon((each) => store.layer(each)),
        createTrialLexicon((each) => store.layer(each), { owner, entries: kept }),
      )
      printTrial(trial, print)
      return trial.changed === 0 || wanted.acceptChanges
    })
    if (taken === null) throw refuseChanges(trial)
    print(
      `taken in as import ${taken.importId}; plume lexicon withdraw ${taken.importId} takes it out`,
    )
  })
}

function refuseChanges(trial: Trial | null): Refused {
  return new Refused(
    'lexicon-changes-text',
    `${trial?.changed} of ${trial?.texts} reference texts would be written otherwise; nothing was taken in`,
    'Look at the changes above; --accept-changes takes the list in all the same.',
  )
}

/** The texts to try a list on, from their start each time. */
function textsToTry(
  wanted: Wanted,
  owner: LexiconOwner,
  database: Database,
): () => AsyncGenerator<OwnedText> {
  const { reference } = wanted
  return reference === undefined ? () => storedTexts(database) : fileTexts(wanted, reference, owner)
}

function fileTexts(
  { locale }: Wanted,
  reference: string,
  owner: LexiconOwner,
): () => AsyncGenerator<OwnedText> {
  return () => textsInFile(reference, placeFor(locale), owner)
}

function placeFor(locale: EntryLocale | null): Locale {
  if (locale === null || locale === 'en') return 'en-CA'
  return locale === 'fr' ? 'fr-CA' : locale
}

async function wordsOfAll(texts: AsyncIterable<OwnedText>): Promise<ReadonlySet<string>> {
  const words = new Set<string>()
  for await (const each of texts) for (const word of wordsOf(each)) words.add(word)
  return words
}
