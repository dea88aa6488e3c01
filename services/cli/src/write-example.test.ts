import { loadStarterTemplates } from '@plume/report-templates/starter'
import { readReportText, sharesScoredRun } from '@plume/speech'
import { partsOfReport } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { writeExample } from './write-example.ts'

const templates = loadStarterTemplates().map(
  (template) => [`${template.id} ${template.locale}`, template] as const,
)

describe('the example of each starter template', () => {
  test.each(templates)(
    '%s becomes a whole report: no blank, and nothing out of place',
    (_, template) => {
      const { report } = writeExample(template)
      const blanks = partsOfReport(report)
        .flat()
        .filter(({ source }) => source.kind === 'blank')
      expect(blanks).toEqual([])
      expect(report.unplaced).toEqual([])
    },
  )

  test.each(templates)('%s has no sentence that engines are measured with', (_, { example }) => {
    expect(readReportText(example ?? '').filter(sharesScoredRun)).toEqual([])
    expect(sharesScoredRun((example ?? '').split(/\s+/))).toBe(false)
  })
})
