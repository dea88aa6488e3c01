import { findTemplate, mergeReport, spokenHeadings, type Template } from '@plume/report-templates'
import { loadStarterTemplates } from '@plume/report-templates/starter'
import { recognitionFromText, writeDictation } from '@plume/terminology'
import { quantile } from './house.ts'

const words = 1000
const rounds = 200
const targetMs = 2

/** Values for fields, a normal text that is asked for, and prose. */
const echocardiogram = `
  indication colon new systolic murmur period
  measurements colon ejection fraction sixty two percent period aortic root thirty four millimetres period
  findings colon all normal except the aortic valve is calcified comma with a mean gradient of eighteen millimetres of mercury period
  conclusion colon mild aortic stenosis with preserved systolic function period`

/** No heading at all, so that every sentence is looked at for its cue. */
const letter = `
  I saw your patient again for her gout period since the last visit she has had one short attack in the left foot period
  she takes allopurinol two hundred milligrams daily without side effects period blood tests show a uric acid of three hundred
  ninety micromoles per litre period in my opinion the gout is improving period I recommend another uric acid in six weeks period`

const context = {
  patient: { id: 'EX-0000', name: 'Rowan Example', birthDate: '1958-04-12', sex: 'female' },
  order: { requestedBy: 'Dr. Morgan Specimen' },
  author: { displayName: 'Dr. Avery Sample' },
  receivedAt: '2026-02-02T12:00:00.000Z',
}

/** The merge alone, of dictations of a thousand words, with headings and without. One core. */
export async function benchMerge(): Promise<void> {
  console.log(`merge, ${words}-word dictations, ${rounds} rounds (target under ${targetMs} ms):`)
  measure('echocardiogram', echocardiogram)
  measure('follow-up-letter', letter)
}

function measure(id: string, spoken: string): void {
  const template = starter(id)
  const said = spoken.trim().split(/\s+/)
  const text = Array.from({ length: words }, (_, at) => said[at % said.length]).join(' ')
  const recognition = recognitionFromText(text, { locale: template.locale })
  const headings = spokenHeadings(template)
  const written = writeDictation(recognition, { locale: template.locale, headings })
  const measured: number[] = []
  for (let round = -20; round < rounds; round += 1) {
    const start = performance.now()
    mergeReport(written, template, context, recognition)
    // The first warm the compiler.
    if (round >= 0) measured.push(performance.now() - start)
  }
  const [median, slow] = [quantile(measured, 0.5), quantile(measured, 0.99)]
  console.log(
    `  ${id.padEnd(17)} median ${median.toFixed(2)} ms, 99th percentile ${slow.toFixed(2)} ms`,
  )
}

function starter(id: string): Template {
  const template = findTemplate(loadStarterTemplates(), id, 'en-CA')
  if (!template) throw new TypeError(`no starter template ${id}`)
  return template
}
