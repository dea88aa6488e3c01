import { type DocumentStatus, renderHtml, renderPdf } from '@plume/documents'
import type { ReportText, Run } from '@plume/transcript'
import { findChromium, openBrowser } from '../tests/support/browser.ts'
import { quantile } from './house.ts'

const rounds = 15
const targets = { twoPagesMs: 150, hundredPagesMs: 3000 }

const sentence =
  'The lungs are clear bilaterally, without focal consolidation, effusion or pneumothorax, and the heart is of normal size. '

/** PDF of reports of about two, fifty and a hundred pages, beside Chromium printing the same HTML. */
export async function benchDocuments(): Promise<void> {
  console.log(`PDF of a signed report, ${rounds} rounds:`)
  await renderPdf(aReport(1), signed)
  const two = await median(rounds, () => renderPdf(aReport(2), signed))
  console.log(`  2 pages      ${ms(two)}   target under ${targets.twoPagesMs} ms`)
  const before = process.memoryUsage().rss
  const fifty = await median(3, () => renderPdf(aReport(50), signed))
  const peakFifty = process.memoryUsage().rss
  const hundred = await median(3, () => renderPdf(aReport(100), signed))
  const peakHundred = process.memoryUsage().rss
  console.log(`  50 pages     ${ms(fifty)}`)
  console.log(`  100 pages    ${ms(hundred)}   target under ${targets.hundredPagesMs} ms`)
  console.log(`  100 pages against 50: ${(hundred / fifty).toFixed(2)} times the time`)
  console.log(
    `  memory above the start: ${mib(peakFifty - before)} after 50, ${mib(peakHundred - before)} after 100 pages`,
  )
  await besideChromium(two)
}

async function besideChromium(ours: number): Promise<void> {
  const chromium = await findChromium()
  if (chromium === null) {
    console.log('  Chromium is not here: no peer to measure against')
    return
  }
  const browser = await openBrowser(chromium)
  try {
    const page = browser.context.pages()[0] ?? (await browser.context.newPage())
    const html = renderHtml(aReport(2), signed)
    const print = async () => {
      await page.setContent(html)
      await page.pdf({ format: 'Letter' })
    }
    await print()
    const theirs = await median(rounds, print)
    console.log(
      `  the same two pages as HTML through a running headless Chromium: ${ms(theirs)}; ours is ${(ours / theirs).toFixed(2)} times that`,
    )
  } finally {
    await browser.close()
  }
}

async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  const took: number[] = []
  for (let round = 0; round < times; round++) {
    const start = performance.now()
    await work()
    took.push(performance.now() - start)
  }
  return quantile(took, 0.5)
}

const ms = (value: number) => `${value.toFixed(0)} ms`
const mib = (bytes: number) => `${(bytes / 2 ** 20).toFixed(0)} MiB`

function dictated(text: string): Run {
  return {
    text,
    source: { kind: 'dictated', words: { recognitionId: 'r', from: 0, to: 1 }, rules: [] },
  }
}

/** A page holds about thirty-six sentences. */
function aReport(pages: number): ReportText {
  const sections = Array.from({ length: pages * 3 }, (_, index) => ({
    id: `s${index}`,
    heading: `Findings ${index + 1}`,
    required: false,
    text: [dictated(`${sentence.repeat(5)}\n\n${sentence.repeat(6)}`)],
  }))
  return {
    template: { id: 'ct-head', version: 1, locale: 'en-CA' },
    title: 'CT of the head',
    fields: [{ id: 'record', label: 'Record no.', text: [dictated('EX-0000')] }],
    sections,
    unplaced: [],
    addenda: [],
  }
}

const signed: DocumentStatus = {
  status: 'signed',
  version: 3,
  newestVersion: 3,
  locale: 'en-CA',
  signature: { byName: 'Dr. Avery Sample', at: '2026-02-02T15:04:00Z', hash: 'ab'.repeat(32) },
  names: {},
  demonstrationEngine: false,
  patient: { id: 'EX-0000' },
}
