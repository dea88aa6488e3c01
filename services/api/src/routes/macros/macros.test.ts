import { randomUUID } from 'node:crypto'
import type { MacroReply } from '@plume/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

type Macros = { readonly items: readonly MacroReply[] }

const idOf = async (login: string) => (await api.needs.accounts.findByLogin(login))?.id ?? ''
const aMacro = (more: object = {}) => ({
  authorId: null,
  name: `Normal ${randomUUID()}`,
  locale: 'en-CA',
  body: 'Clear {{side: left | right}}.',
  ...more,
})
const namesFor = async (login: string, query = '') =>
  (await (await api.as(login)).get<Macros>(`/api/macros${query}`)).body.items.map(
    ({ name }) => name,
  )

describe('macros over HTTP', () => {
  test('one that was put is listed with its parts, and gone once removed', async () => {
    const secretary = await api.as('secretary')
    const url = `/api/macros/${randomUUID()}`
    const macro = aMacro({ spoken: ['all clear'] })
    const put = await secretary.send<MacroReply>('PUT', url, macro)
    expect(put.status).toBe(200)
    expect(put.body).toMatchObject({ ...macro, version: 1, changeable: true })
    expect(put.body.parts[1]).toEqual({
      kind: 'fill-in',
      label: 'side',
      choices: ['left', 'right'],
    })
    expect(await namesFor('doctor')).toContain(macro.name)
    expect((await secretary.send('DELETE', url)).status).toBe(204)
    expect(await namesFor('doctor')).not.toContain(macro.name)
    expect((await secretary.send('DELETE', url)).body.code).toBe('macro-not-found')
  })

  test('sent twice it is one macro, at its second version', async () => {
    const secretary = await api.as('secretary')
    const [url, macro] = [`/api/macros/${randomUUID()}`, aMacro()]
    await secretary.send<MacroReply>('PUT', url, macro)
    expect((await secretary.send<MacroReply>('PUT', url, macro)).body.version).toBe(2)
    expect((await namesFor('doctor')).filter((name) => name === macro.name)).toHaveLength(1)
  })

  test("an author's own stand before the site's, and other authors do not get them", async () => {
    const doctor = await api.as('doctor')
    const mine = aMacro({ authorId: await idOf('doctor'), name: 'Zoster' })
    await (await api.as('secretary')).send('PUT', `/api/macros/${randomUUID()}`, aMacro())
    expect((await doctor.send('PUT', `/api/macros/${randomUUID()}`, mine)).status).toBe(200)
    expect((await namesFor('doctor'))[0]).toBe('Zoster')
    expect(await namesFor('other-doctor')).not.toContain('Zoster')
    expect(await namesFor('secretary', `?author=${await idOf('doctor')}`)).toContain('Zoster')
  })

  test('a doctor keeps neither the site’s nor another’s, and cannot take one over', async () => {
    const doctor = await api.as('doctor')
    const url = `/api/macros/${randomUUID()}`
    const others = aMacro({ authorId: await idOf('other-doctor') })
    expect((await doctor.send('PUT', url, others)).body.code).toBe('not-allowed')
    expect((await doctor.send('PUT', url, aMacro())).body.code).toBe('not-allowed')
    await (await api.as('secretary')).send('PUT', url, others)
    const mine = { ...others, authorId: await idOf('doctor') }
    expect((await doctor.send('PUT', url, mine)).body.code).toBe('not-allowed')
    expect((await doctor.send('DELETE', url)).body.code).toBe('not-allowed')
  })

  test('a name has one macro of an owner in a locale, whatever its case and accents', async () => {
    const secretary = await api.as('secretary')
    const put = (more: object) =>
      secretary.send('PUT', `/api/macros/${randomUUID()}`, aMacro({ locale: 'fr-CA', ...more }))
    expect((await put({ name: 'Échographie normale' })).status).toBe(200)
    expect((await put({ name: 'echographie NORMALE' })).body.code).toBe('macro-name-taken')
    expect((await put({ spoken: ['échographie-normale'] })).body.code).toBe('macro-name-taken')
    expect((await put({ name: 'Échographie normale', locale: 'fr-FR' })).status).toBe(200)
  })

  test.each([
    ['a name that cannot be said', { name: '---' }, '/name'],
    ['a NUL in the text', { body: 'a\0b' }, '/body'],
    ['an endless text', { body: 'x'.repeat(20_001) }, '/body'],
  ])('refuses %s and says where', async (_what, wrong, path) => {
    const secretary = await api.as('secretary')
    const put = await secretary.send('PUT', `/api/macros/${randomUUID()}`, aMacro(wrong))
    expect(put.body.code).toBe('invalid-request')
    expect(put.body.problems?.[0]?.path).toBe(path)
  })

  test('refuses braces without an end, and says where they are', async () => {
    const secretary = await api.as('secretary')
    const body = aMacro({ body: 'A\nand {{b' })
    const put = await secretary.send('PUT', `/api/macros/${randomUUID()}`, body)
    expect(put.body).toMatchObject({ code: 'macro-unreadable', problems: [{ path: '2:5' }] })
  })

  test('a file that was written is taken in again, and a wrong one not at all', async () => {
    const doctor = await api.as('doctor')
    const authorId = await idOf('doctor')
    const mine = aMacro({ authorId, name: 'From a file' })
    await doctor.send('PUT', `/api/macros/${randomUUID()}`, mine)
    const content = await doctor.text(`/api/macros/file?author=${authorId}`)
    expect(content).toContain('name: From a file')
    const takeIn = (file: object) => doctor.send('POST', '/api/macros/file', file)
    expect((await takeIn({ authorId, content })).body).toMatchObject({ added: 0 })
    const wrong = await takeIn({ authorId, content: `${content}\n---\nname: B\n---\nB.` })
    expect(wrong.body.code).toBe('macro-unreadable')
    expect((await takeIn({ authorId: null, content })).body.code).toBe('not-allowed')
    expect((await doctor.get(`/api/macros/file?author=${await idOf('other-doctor')}`)).status).toBe(
      403,
    )
  })

  test('keeps every text that a macro has had', async () => {
    const secretary = await api.as('secretary')
    const id = randomUUID()
    await secretary.send('PUT', `/api/macros/${id}`, aMacro({ body: 'First.' }))
    await secretary.send('PUT', `/api/macros/${id}`, aMacro({ body: 'Second.' }))
    await secretary.send('DELETE', `/api/macros/${id}`)
    await secretary.send('PUT', `/api/macros/${id}`, aMacro({ body: 'Third.' }))
    const rows = await api.database.db
      .selectFrom('macro_versions')
      .select(['version', 'body'])
      .where('macro_id', '=', id)
      .orderBy('version')
      .execute()
    expect(rows.map(({ version, body }) => [version, body])).toEqual([
      [1, 'First.'],
      [2, 'Second.'],
      [3, 'Third.'],
    ])
  })

  test('the audit says who changed which, and nothing of the text', async () => {
    const events = await api.database.db
      .selectFrom('audit_events')
      .select(['kind', 'detail', 'actor'])
      .where('kind', 'in', ['macro-changed', 'macro-removed'])
      .execute()
    expect(events.length).toBeGreaterThan(2)
    expect(JSON.stringify(events)).not.toMatch(/Zoster|Clear/)
  })
})
