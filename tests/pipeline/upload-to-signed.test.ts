import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ReportReply } from '@plume/contracts'
import { createPocketSphinxEngine } from '@plume/speech'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aLongPlayDss } from '../support/a-ds2.ts'
import { Client } from '../support/client.ts'
import { type House, startHouse, until } from '../support/house.ts'
import { makePeople, password } from '../support/people.ts'
import { createTestDatabase, type TestDatabase } from '../support/test-database.ts'

const samples = new URL('../../samples/', import.meta.url)
const samplePath = (name: string) => fileURLToPath(new URL(name, samples))
const humanClip = fileURLToPath(new URL('../../../shared/audio/speech/jfk.wav', import.meta.url))

const engine = await createPocketSphinxEngine()
const installed = !('unavailable' in engine)

let database: TestDatabase
let house: House
let secretary: Client
let doctor: Client

beforeAll(async () => {
  database = await createTestDatabase()
  await makePeople(database.database)
  house = await startHouse({ databaseUrl: database.url })
  house.startWorker()
  secretary = new Client(house.origin)
  await secretary.signIn('secretary', password)
  doctor = new Client(house.origin)
  await doctor.signIn('doctor', password)
})
afterAll(async () => {
  await house.close()
  await database.close()
})

async function untilDrafted(id: string): Promise<ReportReply> {
  const reportId = await until(async () => {
    const dictation = await secretary.dictation(id)
    if (dictation.status === 'failed') throw new Error(`failed: ${dictation.failureReason}`)
    return dictation.report?.id ?? null
  })
  return secretary.report(reportId)
}

const textOf = (report: ReportReply, sectionId: string) =>
  report.text.sections
    .find(({ id }) => id === sectionId)
    ?.text.map((run) => run.text)
    .join('') ?? ''

describe.runIf(installed)('with the real recogniser', () => {
  test('a sample becomes a signed, addended, retrievable report', async () => {
    const patient = { id: 'MRN-77', name: 'Quentin Marchpane', birthDate: '1958-04-17' }
    const upload = { author: 'doctor', template: 'chest-xray', locale: 'en-CA', patient }
    const { status, body } = await secretary.upload(samplePath('chest-xray.wav'), upload)
    expect(status).toBe(201)

    const draft = await untilDrafted(body.id)
    expect(textOf(draft, 'findings')).toContain('The lungs are clear.')
    expect(textOf(draft, 'impression')).toBe('There is no sign of pneumonia.')
    expect(draft.demonstrationEngine).toBe(true)
    expectEveryDictatedRunToHaveATime(draft)

    const claimed = await secretary.send('POST', `/api/reports/${draft.id}/claim`, {})
    expect(claimed.body).toMatchObject({ status: 'in-review' })
    const edited = {
      ...draft.text,
      sections: draft.text.sections.map((section) =>
        section.id === 'technique'
          ? { ...section, text: [typed('Two views.'), ...section.text] }
          : section,
      ),
    }
    const saved = await secretary.send('PUT', `/api/reports/${draft.id}/text`, {
      baseVersion: 1,
      text: edited,
    })
    expect(saved).toMatchObject({ status: 200, body: { currentVersion: 2 } })
    const finalised = await secretary.send('POST', `/api/reports/${draft.id}/finalise`, {
      version: 2,
    })
    expect(finalised.body).toMatchObject({ status: 'finalised' })
    const forged = await secretary.send('POST', `/api/reports/${draft.id}/sign`, { version: 2 })
    expect(forged.status).toBe(403)
    const signed = await doctor.send('POST', `/api/reports/${draft.id}/sign`, { version: 2 })
    expect(signed.body).toMatchObject({ status: 'signed' })
    const addendum = { version: 2, text: 'Seen again the next day.' }
    const added = await doctor.send('POST', `/api/reports/${draft.id}/addenda`, addendum)
    expect(added.body).toMatchObject({ status: 'addended', currentVersion: 3 })

    await expectRetrievable(draft)
  })

  async function expectRetrievable(draft: ReportReply): Promise<void> {
    const found = await secretary.get<{ items: { id: string }[] }>('/api/reports?patientId=MRN-77')
    expect(found.body.items.map(({ id }) => id)).toEqual([draft.id])

    const html = await secretary.text(`/api/reports/${draft.id}?format=html`)
    expect(html).toContain('Quentin Marchpane')
    expect(html).toContain('Signed electronically by Test doctor')
    expect(html).toContain('Seen again the next day.')
    const plain = await secretary.text(`/api/reports/${draft.id}?format=txt`)
    expect(plain).toContain('Two views.')

    const first = await secretary.get<ReportReply>(`/api/reports/${draft.id}/versions/1`)
    expect(first.body.text).toEqual(draft.text)
    const newest = await secretary.report(draft.id)
    expect(
      newest.text.sections.find(({ id }) => id === 'technique')?.text[0]?.source,
    ).toMatchObject({
      kind: 'typed',
    })
    expect(newest.signature).toMatchObject({ byName: 'Test doctor', version: 2 })
    expectEveryDictatedRunToHaveATime(newest)
  }

  test('its sound can be listened to from any second', async () => {
    const { body } = await secretary.upload(samplePath('chest-xray.wav'), {
      author: 'doctor',
      template: 'chest-xray',
    })
    const whole = await secretary.fetch('GET', `/api/dictations/${body.id}/audio`)
    const bytes = new Uint8Array(await whole.arrayBuffer())
    expect(Buffer.from(bytes)).toEqual(readFileSync(samplePath('chest-xray.wav')))
    const part = await secretary.fetch('GET', `/api/dictations/${body.id}/audio`, undefined, {
      range: 'bytes=65530-65549',
    })
    expect(part.status).toBe(206)
    expect(new Uint8Array(await part.arrayBuffer())).toEqual(bytes.slice(65_530, 65_550))
  })

  test.runIf(existsSync(humanClip))('a person’s voice becomes a draft with its words', async () => {
    const { body } = await secretary.upload(humanClip, {
      author: 'doctor',
      template: 'general-consultation',
    })
    const draft = await untilDrafted(body.id)
    const words = draft.recognitions.flatMap((recognition) => recognition.words)
    expect(words.map(({ text }) => text).join(' ')).toMatch(/country/)
    expectEveryDictatedRunToHaveATime(draft)
  })
  test.skipIf(existsSync(humanClip))('SKIPPED: no human clip here', () => {})

  test('French waits, visibly, for an engine that knows it', async () => {
    const { body } = await secretary.upload(samplePath('radiographie-thorax.wav'), {
      author: 'doctor',
      template: 'chest-xray',
      locale: 'fr-CA',
    })
    const waiting = await until(async () => {
      const dictation = await secretary.dictation(body.id)
      return dictation.waitingFor ? dictation : null
    })
    expect(waiting).toMatchObject({ status: 'queued', waitingFor: 'speech-engine' })
  })
})
test.skipIf(installed)('SKIPPED without PocketSphinx: the real recogniser', () => {})

test('what needs another decoder waits in its own room, and a person can try again', async () => {
  const sent = { author: 'doctor', template: 'chest-xray' }
  const { body } = await secretary.upload(aLongPlayDss(), sent, 'D.DSS')
  const aside = () =>
    until(async () => {
      const dictation = await secretary.dictation(body.id)
      return dictation.status === 'needs-decoder' ? dictation : null
    })
  await aside()
  const retried = await secretary.send('POST', `/api/dictations/${body.id}/retry`)
  expect(retried.status).toBe(200)
  await aside()
})

test('no log line of any process holds the patient’s name or the dictated words', () => {
  const output = house.allOutput()
  expect(output).toContain('transcription ended')
  expect(output).not.toMatch(/marchpane|pneumonia|MRN-77/i)
})

function typed(text: string) {
  return { text, source: { kind: 'typed', by: 'me', at: '2026-01-01T00:00:00.000Z' } }
}

function expectEveryDictatedRunToHaveATime(report: ReportReply): void {
  const runs = [...report.text.sections.map(({ text }) => text), report.text.unplaced].flat()
  const dictated = runs.flatMap(({ source }) => (source.kind === 'dictated' ? [source.words] : []))
  expect(dictated.length).toBeGreaterThan(5)
  for (const { recognitionId, from, to } of dictated) {
    const heard = report.recognitions.find(({ id }) => id === recognitionId)
    expect(heard?.words[from]?.startMs).toBeLessThanOrEqual(heard?.words[to - 1]?.endMs ?? -1)
  }
}
