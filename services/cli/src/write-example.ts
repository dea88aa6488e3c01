import { mergeReport, spokenHeadings, type Template } from '@plume/report-templates'
import { recognitionFromText, writeDictation } from '@plume/terminology'
import type { Recognition, ReportText } from '@plume/transcript'
import { starterTerms } from './starter-terms.ts'

/** People who do not exist. */
const fictional = {
  en: { patient: 'Rowan Example', author: 'Dr. Avery Sample', requestedBy: 'Dr. Morgan Specimen' },
  fr: {
    patient: 'Camille Exemple',
    author: 'Dre Dominique Modèle',
    requestedBy: 'Dr Claude Essai',
  },
} as const

/** A template's example dictation as the report that comes of it, about a patient who does not exist. */
export function writeExample(template: Template): {
  readonly recognition: Recognition
  readonly report: ReportText
} {
  const { locale } = template
  const names = fictional[locale.startsWith('fr') ? 'fr' : 'en']
  const spoken = (template.example ?? '').replace(/\s+/g, ' ')
  const recognition = recognitionFromText(spoken, { locale, id: 'example' })
  const written = writeDictation(recognition, {
    locale,
    headings: spokenHeadings(template),
    terms: starterTerms(locale),
  })
  const context = {
    patient: { id: 'EX-0000', name: names.patient, birthDate: '1958-04-12', sex: 'female' },
    order: {
      accession: 'EX-2026-0001',
      visit: 'EX-V-0001',
      date: '2026-02-02',
      requestedBy: names.requestedBy,
    },
    author: { displayName: names.author },
    receivedAt: '2026-02-02T12:00:00.000Z',
  }
  return { recognition, report: mergeReport(written, template, context, recognition) }
}
