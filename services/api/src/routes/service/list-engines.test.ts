import { type EnginesReply, type WorkerReport, workerReportSchema } from '@plume/contracts'
import { sql } from 'kysely'
import { afterEach, expect, test } from 'vitest'
import { aWav } from '../../../../../tests/support/a-wav.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
afterEach(() => api.close())

const sphinx = {
  engine: 'pocketsphinx',
  model: 'en-us',
  modelSha256: 'a'.repeat(64),
  demonstrationOnly: true,
}

const report: WorkerReport = workerReportSchema.parse({
  host: 'machine-1',
  startedAt: '2026-03-01T08:00:00.000Z',
  machine: { cpu: 'A', cores: 4, features: ['avx2'], hasAvx2: true, memoryBytes: 8e9 },
  concurrency: 2,
  threads: 2,
  warnings: [],
  engines: [
    {
      ...sphinx,
      languages: [{ language: 'en', state: 'ready' }],
      memoryBytes: 2e8,
      clipSpeed: 3,
      recent: null,
    },
  ],
  damagedModels: [],
})

const announce = (id: string) =>
  api.needs.workers.announce({ id, engines: [sphinx], languages: ['en'] }, report)

async function ask(): Promise<EnginesReply> {
  const { status, body } = await (await api.as('administrator')).get<EnginesReply>(
    '/api/service/engines',
  )
  expect(status).toBe(200)
  return body
}

test('without a worker it says that nothing can be recognised', async () => {
  api = await startApi()
  const { workers, statWait } = await ask()
  expect(workers).toEqual([])
  expect(statWait).toEqual([
    { language: 'en', state: 'unknown', because: 'no-engine' },
    { language: 'fr', state: 'unknown', because: 'no-engine' },
  ])
})

test('shows what a worker reports, and what a STAT dictation would wait', async () => {
  api = await startApi()
  await announce('machine-1-77')
  const { workers, statWait } = await ask()
  expect(workers).toMatchObject([{ ...report, id: 'machine-1-77', silent: false, running: 0 }])
  expect(statWait[0]).toEqual({ language: 'en', state: 'at-once' })
})

test('a worker that fell silent is shown as silent, and counts for nothing', async () => {
  api = await startApi()
  await announce('machine-1-77')
  await sql`update workers set seen_at = now() - interval '2 minutes'`.execute(api.database.db)
  const { workers, statWait } = await ask()
  expect(workers).toMatchObject([{ silent: true }])
  expect(statWait[0]).toMatchObject({ because: 'no-engine' })
})

test('a worker that fell silent more than a day ago is forgotten', async () => {
  api = await startApi()
  await announce('machine-1-77')
  await sql`update workers set seen_at = now() - interval '25 hours'`.execute(api.database.db)
  expect((await ask()).workers).toEqual([])
  await api.needs.workers.forgetGone()
  const left = await sql`select from workers`.execute(api.database.db)
  expect(left.rows).toHaveLength(0)
})

test('a report of a newer version that this one cannot read does not break the page', async () => {
  api = await startApi()
  await announce('machine-1-77')
  await sql`update workers set report = '{"concurrency": "many"}'`.execute(api.database.db)
  expect((await ask()).workers).toEqual([])
})

test('counts what waits by priority, and what is in work, by whom', async () => {
  api = await startApi()
  await announce('machine-1-77')
  const secretary = await api.as('secretary')
  const ids: string[] = []
  for (const [seed, priority] of [
    [1, 'stat'],
    [2, 'stat'],
    [3, 'routine'],
    [4, 'routine'],
  ] as const) {
    const { body } = await secretary.upload(aWav(seed), {
      author: 'doctor',
      template: 'chest-xray',
      priority,
    })
    ids.push(body.id)
  }
  await api.needs.dictations.lease(ids[0] ?? '', { id: 'machine-1-77', ttlMs: 60_000 })
  await sql`update dictations set waiting_for = 'speech-engine', status = 'queued'
    where id = ${ids[3] ?? ''}`.execute(api.database.db)

  const { queue, running, workers } = await ask()
  expect(queue).toEqual({
    stat: { waiting: 1, waitingForEngine: 0 },
    urgent: { waiting: 0, waitingForEngine: 0 },
    routine: { waiting: 1, waitingForEngine: 1 },
  })
  expect(running).toBe(1)
  expect(workers[0]?.running).toBe(1)
})

test('shares of a long dictation take places, and go before a STAT dictation if they are STAT', async () => {
  api = await startApi()
  await announce('machine-1-77')
  const secretary = await api.as('secretary')
  const request = { author: 'doctor', template: 'chest-xray', priority: 'stat' }
  const { body } = await secretary.upload(aWav(1), request)
  const { db } = api.database
  await sql`update dictations set status = 'transcribing', step = 'recognise'
    where id = ${body.id}`.execute(db)
  await sql`insert into recognition_plans values (${body.id}, 'plan', '{}')`.execute(db)
  await sql`insert into recognition_shares
    (dictation_id, number, from_piece, to_piece, audio_ms, worker, claimed_until) values
    (${body.id}, 0, 0, 1, 60000, 'machine-1-77', now() + interval '1 minute'),
    (${body.id}, 1, 1, 2, 150000, 'machine-1-77', now() + interval '1 minute'),
    (${body.id}, 2, 2, 3, 90000, null, null)`.execute(db)

  const { running, workers, statWait } = await ask()
  expect([running, workers[0]?.running]).toEqual([2, 2])
  // At three times real time a place is free after 20 s and again 30 s later; the other after 50 s.
  expect(statWait[0]).toMatchObject({ state: 'estimated', seconds: 50 })
})

test('says nothing of a patient', async () => {
  api = await startApi()
  const secretary = await api.as('secretary')
  await secretary.upload(
    aWav(1),
    {
      author: 'doctor',
      template: 'chest-xray',
      patient: { id: 'MRN-9', name: 'Quentin Marchpane' },
    },
    'marchpane.wav',
  )
  expect(JSON.stringify(await ask())).not.toMatch(/marchpane|MRN-9|Test doctor/i)
})
