import { randomUUID } from 'node:crypto'
import type { CorrespondentReply } from '@plume/contracts'
import type { ReportText } from '@plume/transcript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aCorrespondent } from '../../../../../packages/records/src/correspondence/a-correspondent.ts'
import { aReportText } from '../../../../../packages/records/src/report/report-makers.ts'
import { aSignedReport } from '../../../../../tests/support/a-stored-report.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
let to: string
let copy: string
beforeAll(async () => {
  api = await startApi()
  to = await putCorrespondent({ familyName: 'Zebrowski' })
  copy = await putCorrespondent({ familyName: 'Doe' })
})
afterAll(() => api.close())

async function putCorrespondent(changes: object): Promise<string> {
  const secretary = await api.as('secretary')
  const url = `/api/correspondents/${randomUUID()}`
  const put = await secretary.send<CorrespondentReply>('PUT', url, {
    ...aCorrespondent(),
    ...changes,
  })
  return put.body.id
}

async function signed(text: ReportText = aReportText()) {
  const userOf = async (login: string) => {
    const user = await api.needs.accounts.findByLogin(login)
    if (!user) throw new Error('nobody')
    return user
  }
  const people = { doctor: await userOf('doctor'), secretary: await userOf('secretary') }
  return aSignedReport(api.database, people, { text })
}

const make = async (reportId: string, changes: object = {}, login = 'secretary') => {
  const letterId = randomUUID()
  const body = { letterId, version: 1, to, copies: [copy], ...changes }
  const made = await (await api.as(login)).send('POST', `/api/reports/${reportId}/letters`, body)
  return { letterId, made }
}

describe('letters over HTTP', () => {
  test('one is made, re-addressed, finalised by the secretary and signed by the author', async () => {
    const report = await signed()
    const secretary = await api.as('secretary')
    const { letterId, made } = await make(report.id)
    expect(made).toMatchObject({ status: 200, body: { status: 'in-review', currentVersion: 1 } })

    const letter = await secretary.report(letterId)
    expect(letter).toMatchObject({
      text: { layout: 'letter', recipients: [{ role: 'to' }, { role: 'copy' }] },
      letterOf: { reportId: report.id, version: 1, newestVersion: 1 },
      version: { kind: 'letter', savedByName: 'Test secretary' },
    })
    expect((await secretary.report(report.id)).letters).toEqual([
      { id: letterId, status: 'in-review', to: 'Dr. Jane Zebrowski, MD' },
    ])

    const path = `/api/reports/${letterId}`
    const addressed = await secretary.send('PUT', `${path}/addressees`, { version: 1, to: copy })
    expect(addressed.body).toMatchObject({ currentVersion: 2 })
    expect((await secretary.report(letterId)).text.recipients).toHaveLength(1)
    await secretary.send('POST', `${path}/finalise`, { version: 2 })
    const doctor = await api.as('doctor')
    expect((await doctor.send('POST', `${path}/sign`, { version: 2 })).status).toBe(200)
  })

  test('saving what an editor sends keeps the addressees, whatever it says of them', async () => {
    const { letterId } = await make((await signed()).id)
    const secretary = await api.as('secretary')
    const { text } = await secretary.report(letterId)
    const forged = {
      ...text,
      recipients: [],
      closing: [{ text: 'Bye,', source: { kind: 'context', field: 'correspondent.closing' } }],
    }
    await secretary.send('PUT', `/api/reports/${letterId}/text`, { baseVersion: 1, text: forged })
    const saved = (await secretary.report(letterId)).text
    expect(saved.recipients).toEqual(text.recipients)
    expect(saved.closing).toMatchObject([{ text: 'Bye,', source: { kind: 'typed' } }])
  })

  test('put into another template it stays a letter to the same people', async () => {
    const { letterId } = await make((await signed()).id)
    const secretary = await api.as('secretary')
    const before = (await secretary.report(letterId)).text
    const template = { version: 1, template: 'general-consultation', locale: 'en-CA' }
    const moved = await secretary.send('PUT', `/api/reports/${letterId}/template`, template)
    expect(moved.status).toBe(200)
    const { text } = await secretary.report(letterId)
    expect(text.template.id).toBe('general-consultation')
    const { layout, recipients, salutation, closing, signatureBlock } = before
    expect(text).toMatchObject({ layout, recipients, salutation, closing, signatureBlock })
    expect(JSON.stringify(text)).toContain('Lungs ')
  })

  test('is refused of a report that is not signed, to somebody unknown, and to administrators', async () => {
    const report = await signed()
    const { letterId } = await make(report.id)
    expect((await make(letterId)).made.body.code).toBe('not-signed')
    expect((await make(report.id, { to: randomUUID() })).made.body.code).toBe(
      'correspondent-not-found',
    )
    expect((await make(report.id, {}, 'administrator')).made.body.code).toBe('not-allowed')
  })

  test('are printed with their envelopes, once or for each recipient, and each reading is recorded', async () => {
    const secretary = await api.as('secretary')
    const report = await signed()
    const { letterId } = await make(report.id)
    const print = (query: string) =>
      secretary.text(`/api/print?format=html&reports=${letterId}${query}`)
    const pagesOf = (html: string) => html.match(/<article class="report">/g)?.length
    expect(pagesOf(await print(`,${report.id}`))).toBe(2)
    expect(pagesOf(await print(`,${report.id}&each=true`))).toBe(3)
    const envelopes = await print('&what=envelopes&size=dl')
    expect(envelopes).toContain('size: 220mm 110mm')
    expect(envelopes).toContain('Dr. Jane Zebrowski, MD')
    expect(envelopes).not.toContain('Lungs')
    const pdf = await secretary.text(`/api/print?reports=${letterId}&what=envelopes`)
    expect(pdf.slice(0, 5)).toBe('%PDF-')
    const read = (await api.needs.audit.list({ reportId: letterId })).filter(
      ({ kind }) => kind === 'report-read',
    )
    expect(read).toHaveLength(4)
  })

  test('no envelope is printed of a report without recipients, nor anything for administrators', async () => {
    const path = `/api/print?reports=${(await signed()).id}`
    const envelopes = await (await api.as('secretary')).get(`${path}&what=envelopes`)
    expect(envelopes.body).toMatchObject({ code: 'no-recipient' })
    expect((await (await api.as('administrator')).get(path)).status).toBe(403)
    expect((await (await api.as('secretary')).get('/api/print?reports=a,b')).status).toBe(400)
  })

  test('the log holds no name of the directory and no word of the letter', () => {
    expect(api.logged()).not.toMatch(/Zebrowski|Lungs|Elm/)
  })
})
