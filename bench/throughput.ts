import { sql } from 'kysely'
import { aWav } from '../tests/support/a-wav.ts'
import { pause, until } from '../tests/support/house.ts'
import { openBench } from './house.ts'

const dictations = 2000
const workers = 2
const kills = 4
const uploadsAtOnce = 8

/** Many dictations through the scripted engine, with workers killed on the way: how fast, and each once. */
export async function benchThroughput(): Promise<void> {
  const { database, house, secretary, close } = await openBench({
    PLUME_LEASE_SECONDS: '5',
    PLUME_RECONCILE_SECONDS: '1',
    PLUME_WORKER_CONCURRENCY: '4',
    PLUME_LOG_LEVEL: 'warn',
  })
  try {
    const uploading = performance.now()
    let next = 0
    const upload = async () => {
      while (next < dictations) {
        const { status } = await secretary.upload(aWav(next++, 0.25), {
          author: 'doctor',
          template: 'chest-xray',
        })
        if (status !== 201) throw new Error(`an upload was answered ${status}`)
      }
    }
    await Promise.all(Array.from({ length: uploadsAtOnce }, upload))
    const uploaded = performance.now()
    const startWorker = () =>
      house.startWorker('tests/support/dying-worker.ts', { SCRIPTED_MS: '0' })
    const running = Array.from({ length: workers }, startWorker)
    const drafted = async () => (await secretary.worklist('status=drafted&pageSize=1')).total
    for (let kill = 1; kill <= kills; kill += 1) {
      const target = (kill * dictations) / (kills + 2)
      await until(async () => ((await drafted()) >= target ? true : null))
      const victim = running.shift()
      await victim?.kill()
      running.push(startWorker())
    }
    await until(async () => {
      await pause(200)
      return (await drafted()) >= dictations ? true : null
    })
    const done = performance.now()

    const count = async (query: ReturnType<typeof sql<{ n: string }>>) =>
      Number((await query.execute(database.db)).rows[0]?.n)
    const reports = await count(sql`select count(*) n from reports`)
    const events = await count(
      sql`select count(*) n from audit_events where kind = 'dictation-drafted'`,
    )
    console.log(`${dictations} dictations, ${workers} workers, ${kills} kills with SIGKILL:`)
    console.log(`  accepted   ${perSecond(uploading, uploaded)} dictations/s over HTTP`)
    console.log(
      `  drafted    ${perSecond(uploaded, done)} dictations/s, kills and lease time included`,
    )
    console.log(`  exactly once: ${reports === dictations && events === dictations ? 'yes' : 'NO'}`)
    console.log(`  (${reports} reports, ${events} drafting events)`)
  } finally {
    await close()
  }
}

function perSecond(from: number, to: number): string {
  return (dictations / ((to - from) / 1000)).toFixed(0)
}
