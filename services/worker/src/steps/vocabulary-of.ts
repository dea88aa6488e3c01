import type { AuthorTerms, SpeechEngine, WorklistEntry } from '@plume/records'
import { findTemplate, type Template } from '@plume/report-templates'
import { composeVocabulary, type Vocabulary } from '@plume/speech'

const nothing = { promptTokens: 0, terms: 0, isPrivate: false }

/** What an engine is told to expect of a dictation, within what it can take and keep to itself. */
export async function vocabularyOf(
  needs: {
    readonly authorTerms: Pick<AuthorTerms, 'of'>
    readonly templates: readonly Template[]
  },
  engine: SpeechEngine,
  { authorId, workType, templateId, locale, patient, order }: WorklistEntry,
): Promise<Vocabulary> {
  const template = findTemplate(needs.templates, templateId, locale)
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
