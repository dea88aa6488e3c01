import { execFile, execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { writeExample } from '@plume/cli'
import { type DocumentStatus, renderDocx, renderPdf } from '@plume/documents'
import { loadStarterTemplates } from '@plume/report-templates/starter'
import type { ReportText } from '@plume/transcript'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

/** What others' tools say of every starter template, in both languages, as PDF and DOCX. */

const run = promisify(execFile)
const templates = loadStarterTemplates()
const nameOf = (template: (typeof templates)[number]) => `${template.id}.${template.locale}`

function has(command: string): boolean {
  try {
    execFileSync('which', [command], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

const javaFolder = '/usr/share/java'
const classPath = [
  'pdfbox2',
  'preflight',
  'xmpbox',
  'fontbox2',
  'commons-logging',
  'jaxb-api',
  'javax.activation',
].map((name) => join(javaFolder, `${name}.jar`))
const hasPreflight = has('java') && classPath.every((path) => existsSync(path))
const hasPoppler = has('pdffonts') && has('pdfinfo') && has('pdftotext')

let folder = ''
const at = (...parts: readonly string[]) => join(folder, ...parts)

function statusOf(locale: DocumentStatus['locale']): DocumentStatus {
  const signature = {
    byName: 'Dr. Avery Sample',
    at: '2026-02-02T15:04:00Z',
    hash: 'ab'.repeat(32),
  }
  return {
    status: 'signed',
    version: 2,
    newestVersion: 2,
    locale,
    signature,
    names: {},
    demonstrationEngine: false,
    patient: { id: 'EX-0000', name: 'Rowan Example' },
  }
}

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-documents-'))
  await mkdir(at('archive'))
  for (const template of templates) {
    const { report } = writeExample(template)
    const status = statusOf(template.locale)
    await writeFile(at(`${nameOf(template)}.pdf`), await renderPdf(report, status))
    await writeFile(
      at('archive', `${nameOf(template)}.pdf`),
      await renderPdf(report, status, { conformance: 'PDF/A-1b' }),
    )
    await writeFile(at(`${nameOf(template)}.docx`), await renderDocx(report, status))
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

test('there is a template of every kind in both languages', () => {
  const ids = new Set(templates.map(({ id }) => id))
  expect(ids.size).toBeGreaterThanOrEqual(17)
  expect(templates).toHaveLength(2 * ids.size)
})

describe.runIf(has('qpdf'))('qpdf', () => {
  test.each(templates.map(nameOf))('finds nothing wrong in the structure of %s', async (name) => {
    const { stdout } = await run('qpdf', ['--check', at(`${name}.pdf`)])
    expect(stdout).toContain('No syntax or stream encoding errors found')
  })
})
describe.skipIf(has('qpdf'))('SKIPPED without qpdf', () =>
  test.skip('the structure of files', () => {}),
)

describe.runIf(hasPoppler)('poppler', () => {
  test.each(templates)(
    'sees embedded fonts, tags and every word of $id in $locale',
    async (template) => {
      const file = at(`${nameOf(template)}.pdf`)
      const { stdout: fonts } = await run('pdffonts', [file])
      const rows = fonts.trim().split('\n').slice(2)
      expect(rows.length).toBeGreaterThan(0)
      // Columns from the right: object (2 numbers), unicode map, subset, embedded.
      for (const row of rows) expect(row.trim().split(/\s+/).at(-5)).toBe('yes')
      const { stdout: tags } = await run('pdfinfo', ['-struct', file])
      expect(tags).toMatch(/^Document\n {2}/)
      expect(tags).toContain('H1')
      const { stdout: text } = await run('pdftotext', ['-layout', file, '-'])
      const words = new Set(text.split(/\s+/))
      const { report } = writeExample(template)
      for (const section of report.sections) {
        for (const word of section.text
          .map((each) => each.text)
          .join('')
          .split(/\s+/)) {
          // A line may end after a hyphen or a slash.
          if (word !== '' && !/[-/_]/.test(word)) expect(words).toContain(word)
        }
      }
      expect(text).toContain('EX-0000')
    },
  )
})
describe.runIf(hasPoppler)('the text of a PDF', () => {
  const words = fc.array(
    fc.oneof(
      fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 40 }),
      fc.string({ unit: fc.constantFrom(...'éèàçœÉ«»’–≥µ°½²αβŁđ'), minLength: 1, maxLength: 300 }),
    ),
    { minLength: 1, maxLength: 6 },
  )

  test('has every letter of a report, in its order, however long its words', async () => {
    await fc.assert(
      fc.asyncProperty(words, async (all) => {
        const file = at('any.pdf')
        const report = aReportOf(all.join(' '))
        await writeFile(file, await renderPdf(report, statusOf('fr-CA')))
        const { stdout } = await run('pdftotext', ['-raw', file, '-'])
        expect(letters(stdout)).toContain(letters(all.join('')))
      }),
      { numRuns: 25 },
    )
  }, 60_000)
})

describe.runIf(hasPoppler)('a signature', () => {
  const line = 'Le ventricule gauche est normal, sans trouble de la contractilité segmentaire ici. '

  test.each([
    ['one paragraph', line, 42],
    ['short paragraphs', `${line}\n\n`, 24],
  ])('never stands on a page without text, after %s', async (_title, sentence, shortest) => {
    // From a little less than a page to a little more.
    for (let length = shortest; length < shortest + 14; length++) {
      const file = at('signed.pdf')
      const report = aReportOf(sentence.repeat(length).trim())
      await writeFile(file, await renderPdf(report, statusOf('fr-CA')))
      const { stdout } = await run('pdftotext', ['-layout', file, '-'])
      const page = stdout.split('\f').find((text) => text.includes('Signé électroniquement'))
      expect(page).toContain('ventricule')
    }
  })
})

const letters = (text: string) => text.replace(/[\s\p{Cc}]/gu, '')

/** One page, so that no head or foot stands amid the text. */
function aReportOf(text: string): ReportText {
  const source = { kind: 'typed', by: 'u', at: '2026-02-02T15:04:00Z' } as const
  return {
    template: { id: 'any', version: 1, locale: 'fr-CA' },
    title: 'Note',
    fields: [],
    sections: [{ id: 'a', heading: 'Note', required: true, text: [{ text, source }] }],
    unplaced: [],
    addenda: [],
  }
}

describe.skipIf(hasPoppler)('SKIPPED without poppler-utils', () =>
  test.skip('fonts, tags and words', () => {}),
)

describe.runIf(hasPreflight)('PDFBox Preflight', () => {
  test('finds every template valid as PDF/A-1b', async () => {
    const files = (await readdir(at('archive'))).map((name) => at('archive', name))
    for (const file of files) {
      const validate = [
        '-cp',
        classPath.join(':'),
        'org.apache.pdfbox.preflight.Validator_A1b',
        file,
      ]
      const { stdout } = await run('java', validate).catch((error: { stdout: string }) => error)
      expect(stdout).toContain('is a valid PDF/A-1b file')
    }
  }, 300_000)
})
describe.skipIf(hasPreflight)('SKIPPED without PDFBox Preflight', () =>
  test.skip('PDF/A-1b', () => {}),
)

describe.runIf(has('soffice'))('LibreOffice', () => {
  test('opens every DOCX, and finds its words in it', async () => {
    const files = templates.map((template) => at(`${nameOf(template)}.docx`))
    const profile = `-env:UserInstallation=file://${at('profile')}`
    await run('soffice', [
      profile,
      '--headless',
      '--convert-to',
      'txt:Text',
      '--outdir',
      at('opened'),
      ...files,
    ])
    for (const template of templates) {
      const text = await readFile(at('opened', `${nameOf(template)}.txt`), 'utf8')
      const { report } = writeExample(template)
      expect(text).toContain(report.title)
      for (const section of report.sections) {
        const [first] = section.text
          .map((each) => each.text)
          .join('')
          .split('\n')
        if (first) expect(text).toContain(first)
      }
    }
  }, 300_000)
})
describe.skipIf(has('soffice'))('SKIPPED without LibreOffice', () =>
  test.skip('opening DOCX', () => {}),
)
