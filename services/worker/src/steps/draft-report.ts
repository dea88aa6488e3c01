import { inLocalTime, type WorklistEntry } from '@plume/records'
import { type KeptMacro, mergeReport, spokenHeadings, type Template } from '@plume/report-templates'
import { anchorFindings, type WrittenText, writeDictation } from '@plume/terminology'
import type {
  Locale,
  Recognition,
  ReportText,
  WordFinding,
  WrittenDictation,
} from '@plume/transcript'
import type { SiteWords } from '../site-lexicon.ts'

/**
 * Spoken words to written text by the rules of the language spoken, cut at the headings that the template
 * knows. Pure. Where the template is in another language, the words are still written in their own.
 */
export function writeForTemplate(
  recognition: Recognition,
  template: Template,
  words: SiteWords,
  locale: Locale,
): WrittenText {
  return writeDictation(recognition, {
    locale,
    headings: spokenHeadings(template),
    ...words,
  })
}

/** What a person should look at in the draft: what the writer doubted and what it would rather write. */
export function findingsOf(
  written: WrittenText,
  { language }: Recognition,
  { suggester }: SiteWords,
): readonly WordFinding[] {
  return anchorFindings(written, { language, isDrug: suggester.isDrug })
}

/** Written text into the template's sections, with what the upload said about patient and order, and the macros that were asked for. */
export function draftReport(
  written: WrittenDictation,
  template: Template,
  dictation: WorklistEntry,
  recognition: Recognition,
  macros: readonly KeptMacro[],
): ReportText {
  const context = {
    patient: dictation.patient,
    order: dictation.order,
    author: { displayName: dictation.authorName },
    receivedAt: inLocalTime(dictation.receivedAt),
    macros,
  }
  return mergeReport(written, template, context, recognition)
}
