import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { renderHtml, renderPdf } from '@plume/documents'
import { findChromium, openBrowser } from '../tests/support/browser.ts'
import { quantile } from './house.ts'
import { longReport, signed } from './long-report.ts'

const rounds = 15
const targets = { twoPagesMs: 150, hundredPagesMs: 3000 }

/** PDF of reports of about two, fifty and a hundred pages, beside Chromium printing the same HTML. */
export async function benchDocuments(): Promise<void> {
  console.log(`PDF of a signed report, ${rounds} rounds:`)
  await renderPdf(longReport(1), signed)
  const two = await median(rounds, () => renderPdf(longReport(2), signed))
  console.log(`  2 pages      ${ms(two)}   target under ${targets.twoPagesMs} ms`)
  const fifty = await median(3, () => renderPdf(longReport(50), signed))
  const hundred = await median(3, () => renderPdf(longReport(100), signed))
  console.log(`  50 pages     ${ms(fifty)}`)
  console.log(`  100 pages    ${ms(hundred)}   target under ${targets.hundredPagesMs} ms`)
  console.log(`  100 pages against 50: ${(hundred / fifty).toFixed(2)} times the time`)
  const [one, ...more] = await Promise.all([1, 100, 200, 400].map(peakMemory))
  const above = more.map((peak) => mib(peak - (one ?? 0))).join(', ')
  console.log(
    `  peak memory above that of one page, a process each: ${above} for 100, 200, 400 pages`,
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
    const html = renderHtml(longReport(2), signed)
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

/** Bytes that a process of its own had at most while it made a report of so many pages. */
async function peakMemory(pages: number): Promise<number> {
  const program = fileURLToPath(new URL('./render-long-report.ts', import.meta.url))
  const { stdout } = await promisify(execFile)(process.execPath, [
    '--import',
    'tsx',
    program,
    `${pages}`,
  ])
  return Number(stdout)
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
