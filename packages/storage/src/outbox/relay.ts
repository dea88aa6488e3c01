import { sql } from 'kysely'
import type { Database } from '../postgres/database.ts'
import { type Listener, listen } from '../postgres/listen.ts'
import type { JobQueues } from '../queue/job-queues.ts'

export type RelayLog = {
  warn(facts: object, message: string): void
}

const batchSize = 100
/** A notification can be lost; looking again this often bounds what that costs. */
const pollMs = 1000

type Entry = {
  readonly id: string
  readonly queue: string
  readonly payload: object
  readonly priority: number
  readonly dictation: string | null
}

/**
 * Hands outbox entries to the queue. An entry is marked only after the queue has it: a crash between
 * the two adds the same job id again, which the queue ignores.
 */
export function createOutboxRelay(needs: {
  readonly database: Database
  readonly queues: Pick<JobQueues, 'add'>
  readonly log: RelayLog
}) {
  const { db } = needs.database
  let listener: Listener | undefined
  let poll: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let again = false

  async function relayOnce(): Promise<number> {
    return db.transaction().execute(async (tx) => {
      const { rows } = await sql<Entry>`
        select id, queue, payload, priority, payload ->> 'dictationId' as dictation from outbox
        where relayed_at is null and (not_before is null or not_before <= now())
        order by id limit ${batchSize}
        for update skip locked`.execute(tx)
      if (rows.length === 0) return 0
      await Promise.all(ofEachDictation(rows).map(addInOrder))
      const ids = rows.map(({ id }) => id)
      await sql`update outbox set relayed_at = now() where id = any(${ids}::bigint[])`.execute(tx)
      await sql`
        update dictations set status = 'queued'
        where status = 'received' and id in (
          select (payload ->> 'dictationId')::uuid from outbox where id = any(${ids}::bigint[]))`.execute(
        tx,
      )
      return rows.length
    })
  }

  /** The shares of a dictation are heard from its beginning, so that its words can be read as they come. */
  async function addInOrder(entries: readonly Entry[]): Promise<void> {
    for (const { id, queue, payload, priority } of entries) {
      await needs.queues.add(queue, payload, { jobId: `outbox-${id}`, priority })
    }
  }

  async function drain(): Promise<void> {
    do {
      again = false
      while ((await relayOnce()) === batchSize);
    } while (again)
  }

  /** One drain at a time; a wake-up during one makes it look once more. */
  function wake(): void {
    if (running !== undefined) {
      again = true
      return
    }
    running = drain()
      .catch((error: unknown) => {
        needs.log.warn({ error: error instanceof Error ? error.name : 'unknown' }, 'relay delayed')
      })
      .finally(() => {
        running = undefined
      })
  }

  return {
    relayOnce,
    start(): void {
      listener = listen(needs.database.url, 'plume_outbox', { message: wake, connected: wake })
      poll = setInterval(wake, pollMs)
    },
    async stop(): Promise<void> {
      clearInterval(poll)
      await listener?.close()
      await running
    },
  }
}

function ofEachDictation(entries: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups = new Map<string, Entry[]>()
  for (const entry of entries) {
    const name = entry.dictation ?? entry.id
    groups.set(name, [...(groups.get(name) ?? []), entry])
  }
  return [...groups.values()]
}
