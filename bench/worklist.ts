import { sql } from 'kysely'
import { openBench, quantile } from './house.ts'

const rows = 100_000
const rounds = 200

/** `GET` of the worklist's first page with 100,000 dictations, against its bare SQL in the same run. */
export async function benchWorklist(): Promise<void> {
  const { database, secretary, close } = await openBench()
  try {
    await fill(database.db)
    const page = async () => {
      const answer = await secretary.fetch('GET', '/api/dictations?pageSize=50')
      await answer.arrayBuffer()
    }
    const bare = async () => {
      await Promise.all([
        database.pool.query(pageSql),
        database.pool.query(
          `select (select count(*) from dictations) +
            (select count(*) from reports where letter_of is not null)`,
        ),
      ])
    }
    const times = { api: [] as number[], sql: [] as number[] }
    for (let round = -20; round < rounds; round += 1) {
      const api = await timed(page)
      const plain = await timed(bare)
      if (round >= 0) {
        times.api.push(api)
        times.sql.push(plain)
      }
    }
    const [api, plain] = [quantile(times.api, 0.95), quantile(times.sql, 0.95)]
    console.log(`worklist of ${rows} dictations, ${rounds} rounds, milliseconds:`)
    console.log(`  API       median ${quantile(times.api, 0.5).toFixed(1)}  p95 ${api.toFixed(1)}`)
    console.log(
      `  bare SQL  median ${quantile(times.sql, 0.5).toFixed(1)}  p95 ${plain.toFixed(1)}`,
    )
    console.log(`  ratio of p95: ${(api / plain).toFixed(2)} (target at most 2.0)`)
  } finally {
    await close()
  }
}

async function timed(work: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const pageSql = `
  select d.*, author.display_name as author_name, r.id as report_id, r.status as report_status,
         r.version as report_version, holder.display_name as claimed_by_name
  from dictations d
  join users author on author.id = d.author_id
  left join reports r on r.dictation_id = d.id
  left join users holder on holder.id = r.claimed_by
  order by d.priority_rank, d.received_at, d.id limit 50`

/** Half of them with a report, as a busy year would leave them. */
async function fill(db: Parameters<ReturnType<typeof sql>['execute']>[0]): Promise<void> {
  await sql`
    insert into dictations (id, sha256, byte_length, file_name, author_id, uploaded_by, work_type,
      template_id, locale, given_locale, priority, patient, received_at, status, duration_ms)
    select gen_random_uuid(), encode(sha256(n::text::bytea), 'hex'), 100000, 'DICT' || n || '.DS2',
      doctor.id, doctor.id, 'general', 'chest-xray', 'en-CA', 'en-CA',
      (array['routine','routine','routine','urgent','stat'])[1 + n % 5],
      jsonb_build_object('id', 'MRN-' || n % 40000, 'name', 'Somebody ' || n),
      now() - n * interval '5 minutes', case when n % 2 = 0 then 'drafted' else 'queued' end, 60000
    from generate_series(1, ${rows}) n, (select id from users where login = 'doctor') doctor`.execute(
    db,
  )
  await sql`
    insert into reports (id, dictation_id, author_id, title, status, version)
    select gen_random_uuid(), id, author_id, 'Chest X-ray', 'draft', 1
    from dictations where status = 'drafted'`.execute(db)
  await sql`analyze`.execute(db)
}
