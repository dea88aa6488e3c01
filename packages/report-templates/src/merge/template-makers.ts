import type { ReportText, TracedText, WrittenDictation } from '@plume/transcript'
import { parseTemplate } from '../language/parse-template.ts'
import type { Template } from '../template.ts'
import type { MergeContext } from './known-facts.ts'

/** Makers for tests. */

export function aTemplate(
  body: string,
  facts: string = '',
  locale: 'en-CA' | 'fr-CA' = 'en-CA',
): Template {
  const source = `---\nid: t\nversion: 1\nlocale: ${locale}\ntitle: T\n${facts}---\n${body}`
  const parsed = parseTemplate(source)
  if ('problems' in parsed) throw new Error(JSON.stringify(parsed.problems))
  return parsed
}

export const aContext: MergeContext = {
  patient: { id: 'MRN-1', name: 'Jane Roe', birthDate: '1980-03-01', sex: 'female' },
  order: null,
  author: { displayName: 'Dr. Author' },
  receivedAt: '2026-03-01T23:30:00.000Z',
}

/** A report as `section: text | section: text | field=text`, unplaced text after `?`. */
export function shown(report: ReportText): string {
  return [
    ...report.fields.map(({ id, text }) => `${id}=${plain(text)}`),
    ...report.sections.map(({ id, text }) => `${id}: ${plain(text)}`),
    ...(report.unplaced.length > 0 ? [`? ${plain(report.unplaced)}`] : []),
  ].join(' | ')
}

export function plain(text: TracedText | undefined): string {
  return (text ?? [])
    .map(({ text: run, source }) =>
      source.kind === 'blank' && source.reason ? `[${source.reason}]` : run,
    )
    .join('')
}

/** Dictated text, a run for each word with the space behind it, as the writer leaves it. */
export function dictatedText(text: string, firstWord = 0): TracedText {
  return (text.match(/\S+\s*|\s+/g) ?? []).map((piece, index) => ({
    text: piece,
    source: {
      kind: 'dictated',
      words: { recognitionId: 'r', from: firstWord + index, to: firstWord + index + 1 },
      rules: [],
    },
  }))
}

/** A written dictation of parts, each `heading id` (or null) and text. */
export function dictation(
  ...parts: readonly (readonly [sectionId: string | null, text: string])[]
): WrittenDictation {
  let word = 0
  return {
    dropped: [],
    parts: parts.map(([sectionId, text]) => {
      const runs = dictatedText(text, word)
      word += runs.length
      return { sectionId, headingWords: null, text: runs }
    }),
  }
}
