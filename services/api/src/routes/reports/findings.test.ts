import type { FindingReply } from '@plume/contracts'
import type { WordFinding } from '@plume/transcript'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aReportText, dictated } from '../../../../../packages/records/src/report/report-makers.ts'
import { aStoredReport } from '../../../../../tests/support/a-stored-report.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const doubt: WordFinding = {
  words: { recognitionId: 'recognition-1', from: 0, to: 1 },
  kind: 'ambiguous-number',
  severity: 'high',
  text: 'fifty two',
  reason: 'These words may be one number or several.',
  source: 'writer',
}
const misheard: WordFinding = {
  ...doubt,
  words: { recognitionId: 'recognition-1', from: 1, to: 2 },
  kind: 'misheard-term',
  severity: 'medium',
  text: 'metprolole',
  proposed: 'metoprolol',
}
const text = aReportText({
  findings: [dictated('Give fifty two ', 0), dictated('metprolole.', 1)],
  impression: [dictated('Insulin 8U daily.', 2)],
})

async function aDraft() {
  const userOf = async (login: string) => {
    const user = await api.needs.accounts.findByLogin(login)
    if (!user) throw new Error('nobody')
    return user
  }
  const people = { doctor: await userOf('doctor'), secretary: await userOf('secretary') }
  const { id } = await aStoredReport(api.database, people, { text, findings: [doubt, misheard] })
  return { id, path: `/api/reports/${id}/findings`, secretary: await api.as('secretary') }
}

async function held() {
  const draft = await aDraft()
  await draft.secretary.send('POST', `/api/reports/${draft.id}/claim`, {})
  const list = async () =>
    (await draft.secretary.get<{ items: FindingReply[] }>(draft.path)).body.items
  const idOf = async (text: string) => (await list()).find((item) => item.text === text)?.id ?? ''
  const decide = async (finding: string, verdict: string, version = 1) =>
    draft.secretary.send('POST', `${draft.path}/decisions`, { version, finding, verdict })
  return { ...draft, list, idOf, decide }
}

describe('the findings of a report over HTTP', () => {
  test('are the writer’s and the lints in one list, each where it stands', async () => {
    const { path, secretary } = await aDraft()
    const { body } = await secretary.get<{ version: number; items: FindingReply[] }>(path)
    expect(body.version).toBe(1)
    expect(body.items.map(({ id: _, reason: _r, words: _w, ...item }) => item)).toMatchObject([
      {
        origin: 'writer',
        kind: 'ambiguous-number',
        severity: 'high',
        place: { path: '/sections/0/text', start: 5, end: 14 },
        state: 'open',
        decision: null,
      },
      {
        origin: 'lint',
        kind: 'do-not-use-abbreviation',
        text: '8U',
        proposed: '8 units',
        place: { path: '/sections/1/text', start: 8, end: 10 },
      },
      { origin: 'writer', text: 'metprolole', proposed: 'metoprolol', severity: 'medium' },
    ])
  })

  test('are read by who may read reports, and that is audited as a reading', async () => {
    const { id, path, secretary } = await aDraft()
    await secretary.get(path)
    const events = await api.needs.audit.list({ reportId: id })
    expect(events.at(-1)).toMatchObject({ kind: 'report-read', detail: { version: 1 } })
    const administrator = await api.as('administrator')
    expect((await administrator.get(path)).body.code).toBe('not-allowed')
  })

  test('stand at their words in another template, and are settled by an edit of them', async () => {
    const { id, secretary, list } = await held()
    const chosen = { version: 1, template: 'ct-head', locale: 'en-CA' }
    await secretary.send('PUT', `/api/reports/${id}/template`, chosen)
    const moved = (await secretary.report(id)).text
    const [first] = await list()
    const at = Number(/\d+/.exec(first?.place?.path ?? '')?.[0])
    const [begin] = moved.sections[at]?.text ?? moved.unplaced
    expect(begin?.text).toBeDefined()
    expect(first).toMatchObject({ text: 'fifty two', state: 'open' })

    const withoutDoubt = JSON.parse(JSON.stringify(moved).replace('fifty two', '52'))
    const edit = { baseVersion: 2, text: withoutDoubt }
    await secretary.send('PUT', `/api/reports/${id}/text`, edit)
    const settled = (await list()).find(({ text }) => text === 'fifty two')
    expect(settled).toMatchObject({ state: 'edited', place: null })
  })
})

describe('a decision about a finding', () => {
  test('says who looked and when, and may be taken back', async () => {
    const { list, idOf, decide, id } = await held()
    const finding = await idOf('fifty two')
    expect(await decide(finding, 'looked-at')).toMatchObject({
      status: 200,
      body: { verdict: 'looked-at', byName: 'Test secretary' },
    })
    expect(await list()).toContainEqual(
      expect.objectContaining({ text: 'fifty two', state: 'looked-at' }),
    )
    await decide(finding, 'reopened')
    expect((await list())[0]).toMatchObject({ text: 'fifty two', state: 'open' })
    const events = await api.needs.audit.list({ reportId: id })
    expect(events.filter(({ kind }) => kind === 'finding-decided')).toMatchObject([
      { detail: { version: 1, finding: 'ambiguous-number', verdict: 'looked-at' } },
      { detail: { verdict: 'reopened' } },
    ])
  })

  test('about a lint holds while its text stays, and leaves no word of it in audit or log', async () => {
    const { list, idOf, decide, id } = await held()
    expect(await decide(await idOf('8U'), 'looked-at')).toMatchObject({ status: 200 })
    expect(await list()).toContainEqual(expect.objectContaining({ text: '8U', state: 'looked-at' }))
    const events = await api.needs.audit.list({ reportId: id })
    expect(JSON.stringify(events)).not.toContain('8U')
    expect(api.logged()).not.toMatch(/8U|metprolole/)
  })

  test('may be made in the version that was looked at, though the text has moved on', async () => {
    const { id, secretary, idOf, decide, list } = await held()
    const finding = await idOf('8U')
    const changed = JSON.parse(JSON.stringify(text).replace('8U', '8 units'))
    await secretary.send('PUT', `/api/reports/${id}/text`, { baseVersion: 1, text: changed })
    expect(await decide(finding, 'taken', 2)).toMatchObject({ body: { code: 'finding-not-found' } })
    expect(await decide(finding, 'taken', 1)).toMatchObject({ status: 200 })
    expect((await list()).map((item) => item.text)).not.toContain('8U')
  })

  test('is refused for what is not there, and for a proposal that is not made', async () => {
    const { idOf, decide } = await held()
    const unknown = { status: 404, body: { code: 'finding-not-found' } }
    expect(await decide('writer-9-9', 'looked-at')).toMatchObject(unknown)
    expect(await decide(await idOf('fifty two'), 'taken')).toMatchObject(unknown)
    expect(await decide(await idOf('metprolole'), 'taken')).toMatchObject({ status: 200 })
    expect(await decide('x', 'looked-at', 7)).toMatchObject({ body: { code: 'version-not-found' } })
  })

  test('is made by who holds the report, and by nobody else', async () => {
    const { path, secretary } = await aDraft()
    const body = { version: 1, finding: 'writer-1-0', verdict: 'looked-at' }
    const unheld = await secretary.send('POST', `${path}/decisions`, body)
    expect(unheld.body).toMatchObject({ code: 'not-claimed' })
    const other = await held()
    const doctor = await api.as('doctor')
    expect(await doctor.send('POST', `${other.path}/decisions`, body)).toMatchObject({
      body: { code: 'claimed-by-another' },
    })
  })
})
