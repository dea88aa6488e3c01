import { readFile } from 'node:fs/promises'
import { patientSchema } from '@plume/contracts'
import type { PatientContext, SpeechEngine, SpeechLanguage } from '@plume/records'
import {
  inLanguage,
  mergeReport,
  spokenHeadings,
  type Template,
  templateFor,
} from '@plume/report-templates'
import { loadTemplates } from '@plume/report-templates/starter'
import { composeVocabulary, type Vocabulary } from '@plume/speech'
import { writeDictation } from '@plume/terminology'
import type { Locale } from '@plume/transcript'
import type { Command, Given } from '../command.ts'
import { chooseEngine, hearRecording, requireFile, warnOfDemonstration } from '../hear-recording.ts'
import { localeFrom } from '../locale-option.ts'
import { namedTemplate } from '../named-template.ts'
import { showProgress } from '../progress.ts'
import { Refused, refuseFile, WrongUsage } from '../refused.ts'
import { draftStatus, outputOption, rendererFor } from '../report-output.ts'
import { languageIn, toldOfLanguage } from '../spoken-language.ts'
import { starterTerms } from '../starter-terms.ts'
import { prepareOutput, writeOutput } from '../write-output.ts'

export const report: Command = {
  positionals: ['AUDIO'],
  options: {
    template: { type: 'string', value: 'ID', required: true, help: 'see plume templates list' },
    locale: { type: 'string', value: 'L', help: 'language and country (default: en-CA)' },
    language: {
      type: 'string',
      value: 'auto',
      help: 'auto: found in the recording; in doubt that of --locale',
    },
    patient: {
      type: 'string',
      value: 'FILE.json',
      help: 'who it is about: { id, name?, birthDate?, sex? }',
    },
    author: { type: 'string', value: 'NAME', help: 'who dictated it' },
    engine: { type: 'string', value: 'E', help: 'speech engine to use (default: the best)' },
    output: outputOption,
  },
  run: async ({ positionals: [path = ''], values }, terminal) => {
    const output = String(values.output)
    const render = rendererFor(output)
    const locale = localeFrom(values.locale ?? 'en-CA')
    const templates = loadTemplates(terminal.config.templatesDir)
    const template = namedTemplate(templates, String(values.template), locale)
    const patient = await readPatient(values.patient)
    await requireFile(path)
    await prepareOutput(output)
    const inDoubt = languageOf(locale)
    const asked = languageAsked(values, inDoubt)
    const engine = await chooseEngine(asked, terminal.config, { ...engineIn(values), inDoubt })

    const progress = showProgress(terminal.stderr)
    try {
      const { recognition, languageFound } = await hearRecording(terminal.config, {
        path,
        engine,
        language: asked,
        inDoubt,
        vocabularyFor: (language) =>
          vocabularyFor(
            engine,
            spokenTemplate(templates, template, inLanguage(locale, language)),
            patient,
          ),
        progress,
        signal: terminal.interruption(),
      })
      const spoken = inLanguage(locale, recognition.language)
      const used = spokenTemplate(templates, template, spoken)
      progress.step('write')
      const written = writeDictation(recognition, {
        locale: spoken,
        headings: spokenHeadings(used),
        terms: starterTerms(spoken),
      })
      progress.step('merge')
      const author = { displayName: String(values.author ?? nobody) }
      const context = { patient, order: null, author, receivedAt: today() }
      const text = mergeReport(written, used, context, recognition)
      progress.end()
      if (asked === 'auto')
        terminal.stderr.write(toldOfLanguage(languageFound, recognition.language))
      if (languageOf(used.locale) !== recognition.language) {
        terminal.stderr.write(
          `template ${used.id} is not there in ${spoken}: it is in ${used.locale}\n`,
        )
      }
      await writeOutput(
        output,
        await render(text, draftStatus(used.locale, recognition), recognition),
      )
    } finally {
      progress.end()
    }
    warnOfDemonstration(engine, terminal.stderr)
  },
}

/** `auto`, or the language of `--locale`. Another one would need its own locale. */
function languageAsked(values: Given['values'], own: SpeechLanguage): SpeechLanguage | 'auto' {
  const asked = languageIn(values) ?? own
  if (asked === 'auto' || asked === own) return asked
  throw new WrongUsage('--language is auto here; name another language with --locale')
}

function languageOf(locale: Locale): SpeechLanguage {
  return locale.startsWith('fr') ? 'fr' : 'en'
}

/** The same template for what was spoken, or as it was named where it is not there in that language. */
function spokenTemplate(templates: readonly Template[], named: Template, locale: Locale): Template {
  const wanted = { templateId: named.id, locale, givenLocale: named.locale }
  return templateFor(templates, wanted) ?? named
}

/** The patient's name only where the engine keeps it to itself. */
function vocabularyFor(
  { capabilities }: SpeechEngine,
  { title, sections }: Template,
  patient: PatientContext | null,
): Vocabulary {
  return composeVocabulary(
    {
      workType: 'general',
      template: { title, headings: sections.map(({ heading }) => heading) },
      authorTerms: [],
      patientTerms: patient?.name ? [patient.name] : [],
    },
    capabilities.vocabulary ?? { promptTokens: 0, terms: 0, isPrivate: false },
  )
}

function engineIn({ engine }: Given['values']): { readonly engine?: string } {
  return typeof engine === 'string' ? { engine } : {}
}

async function readPatient(path: string | boolean | undefined): Promise<PatientContext | null> {
  if (typeof path !== 'string') return null
  const content = await readFile(path, 'utf8').catch((error: unknown) => {
    throw refuseFile(path, error)
  })
  const parsed = patientSchema.safeParse(parseJson(content))
  if (parsed.success) return parsed.data
  // Names the wrong parts, never their values.
  const wrong = parsed.error.issues.map(({ path: at }) => at.join('.') || 'the whole').join(', ')
  throw new Refused(
    'patient-unreadable',
    `${path} does not describe a patient (wrong: ${wrong})`,
    'Write { "id": "...", "name": "...", "birthDate": "YYYY-MM-DD", "sex": "female" }.',
  )
}

function parseJson(content: string): unknown {
  try {
    return JSON.parse(content)
  } catch {
    return undefined
  }
}

/** An author who was not named: the template leaves a blank, which a person must fill. */
const nobody = ''

/** The day on this machine's calendar, as an instant. */
function today(): string {
  const now = new Date()
  const local = new Date(now.getTime() - now.getTimezoneOffset() * 60_000)
  return `${local.toISOString().slice(0, 10)}T12:00:00Z`
}
