import type { ReportText } from '@plume/transcript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aReportText, dictated } from '../../../../../packages/records/src/report/report-makers.ts'
import { aStoredReport } from '../../../../../tests/support/a-stored-report.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const ctHead = { version: 1, template: 'ct-head', locale: 'en-CA' }

async function held(text: ReportText = aReportText()) {
  const userOf = async (login: string) => {
    const user = await api.needs.accounts.findByLogin(login)
    if (!user) throw new Error('nobody')
    return user
  }
  const people = { doctor: await userOf('doctor'), secretary: await userOf('secretary') }
  const { id } = await aStoredReport(api.database, people, { text })
  const secretary = await api.as('secretary')
  await secretary.send('POST', `/api/reports/${id}/claim`, {})
  return { id, secretary, path: `/api/reports/${id}/template` }
}

describe('choosing another template over HTTP', () => {
  test('keeps what was dictated and typed, in the new frame', async () => {
    const unplaced = [dictated('No bleeding. ', 0), dictated('Old infarct.', 1)]
    const { id, secretary, path } = await held({ ...aReportText(), unplaced })
    const { text } = await secretary.report(id)
    const typed = {
      text: 'Checked.',
      source: { kind: 'typed', by: 'x', at: '2026-01-01T00:00:00.000Z' },
    }
    const edited = { ...text, unplaced: [...unplaced, typed] }
    await secretary.send('PUT', `/api/reports/${id}/text`, { baseVersion: 1, text: edited })
    const chosen = await secretary.send('PUT', path, { ...ctHead, version: 2 })
    expect(chosen).toMatchObject({ status: 200, body: { currentVersion: 3 } })

    const moved = (await secretary.report(id)).text
    expect(moved.template.id).toBe('ct-head')
    expect(moved.sections.map((section) => section.id)).toContain('impression')
    const words = JSON.stringify(moved)
    for (const kept of ['No bleeding. ', 'Old infarct.', 'Checked.']) expect(words).toContain(kept)
  })

  test('is refused for a template there is not, and to who does not hold the report', async () => {
    const { path, secretary } = await held()
    expect(await secretary.send('PUT', path, { ...ctHead, template: 'poem' })).toMatchObject({
      status: 422,
      body: { code: 'unknown-template' },
    })
    const doctor = await api.as('doctor')
    expect(await doctor.send('PUT', path, ctHead)).toMatchObject({
      body: { code: 'claimed-by-another' },
    })
    expect(await secretary.send('PUT', path, { ...ctHead, version: 7 })).toMatchObject({
      body: { code: 'stale-version' },
    })
  })
})
