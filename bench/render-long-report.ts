/** Makes a PDF of so many pages and prints the most memory that it took, in bytes. Run by `documents.ts`. */
import { renderPdf } from '@plume/documents'
import { longReport, signed } from './long-report.ts'

await renderPdf(longReport(Number(process.argv[2])), signed)
console.log(process.resourceUsage().maxRSS * 1024)
