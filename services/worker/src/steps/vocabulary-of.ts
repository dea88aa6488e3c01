import type { AuthorTerms, SpeechEngine, WorklistEntry } from '@plume/records'
import { type Template, templateFor } from '@plume/report-templates'
import { composeVocabulary, type Vocabulary } from '@plume/speech'

const nothing = { promptTokens: 0, terms: 0, isPrivate: false }

/** What an engine is told to expect of a dictation, within what it can take and keep to itself. */
export async function vocabularyOf(
  needs: {
    readonly authorTerms: Pick<AuthorTerms, 'of'>
    readonly templates: readonly Template[]
  },
  engine: SpeechEngine,
  entry: WorklistEntry,
): Promise<Vocabulary> {
  const { authorId, workType, locale, patient, order } = entry
  const found = templateFor(needs.templates, entry)
  // Whisper goes on in the language of what it is told.
  const template = found?.locale.slice(0, 2) === locale.slice(0, 2) ? found : null
  return composeVocabulary(
    {
      workType,
      template: {
        title: template?.title ?? '',
        headings: template?.sections.map(({ heading }) => heading) ?? [],
      },
      authorTerms: await needs.authorTerms.of(authorId),
      patientTerms: [patient?.name, order?.requestedBy].filter((name) => name !== undefined),
    },
    engine.capabilities.vocabulary ?? nothing,
  )
}
