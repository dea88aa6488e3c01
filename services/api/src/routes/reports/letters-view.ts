import type { ReportReply } from '@plume/contracts'
import type { Report } from '@plume/records'
import type { Needs } from '../../needs.ts'

type Stores = Pick<Needs, 'reports'>

/** What a report is a letter of, and whether that has been added to since. */
export async function letterOfView(
  { reports }: Stores,
  { letterOf }: Report,
): Promise<ReportReply['letterOf']> {
  if (letterOf === null) return null
  const source = await reports.find(letterOf.reportId)
  return { ...letterOf, newestVersion: source?.version ?? letterOf.version }
}

/** The letters made of a report, with the name of whom each goes to. */
export async function lettersView(
  { reports }: Stores,
  { id }: Report,
): Promise<ReportReply['letters']> {
  const letters = await reports.letters(id)
  return Promise.all(
    letters.map(async (letter) => {
      const newest = await reports.version(letter.id, letter.version)
      const to = newest?.text.recipients?.find(({ role }) => role === 'to')
      return { id: letter.id, status: letter.status, to: to?.name ?? null }
    }),
  )
}
