import { transcribeDictationJob } from '@plume/contracts'
import { type Kysely, sql } from 'kysely'
import type { Tables } from '../postgres/database.ts'

/** Of STAT dictations, and of what goes with them because it has waited too long. */
const foremostRank = 1

/** Asks for the dictation to be transcribed, in the transaction that makes it so. */
export async function enqueue(tx: Kysely<Tables>, dictationId: string): Promise<void> {
  await sql`
    insert into outbox (queue, payload, priority)
    select ${transcribeDictationJob.queue}, ${JSON.stringify({ dictationId })}::jsonb,
      case when promoted_at is null then priority_rank else ${foremostRank} end
    from dictations where id = ${dictationId}`.execute(tx)
}

/** A dictation of which all is heard: to write it takes no time, so it passes all that has to be heard. */
export async function enqueueToWrite(tx: Kysely<Tables>, dictationId: string): Promise<void> {
  await sql`
    insert into outbox (queue, payload, priority) values (${transcribeDictationJob.queue},
      ${JSON.stringify({ dictationId })}::jsonb, ${foremostRank})`.execute(tx)
}

/** Asks for shares to be heard, of one part, in order; after a pause if one is given. */
export async function enqueueShares(
  tx: Kysely<Tables>,
  { dictationId, part }: { readonly dictationId: string; readonly part: number },
  numbers: readonly number[],
  pauseMs = 0,
): Promise<void> {
  await sql`
    insert into outbox (queue, payload, priority, not_before)
    select ${transcribeDictationJob.queue},
      jsonb_build_object('dictationId', s.dictation_id,
        'share', jsonb_build_object('plan', p.plan, 'number', s.number)),
      case when s.promoted_at is null then d.priority_rank else ${foremostRank} end,
      case when ${pauseMs}::int > 0 then now() + ${pauseMs}::int * interval '1 millisecond' end
    from recognition_shares s
    join recognition_plans p using (dictation_id, part)
    join dictations d on d.id = s.dictation_id
    where s.dictation_id = ${dictationId} and s.part = ${part} and s.number = any(${numbers}::int[])
    order by s.number`.execute(tx)
  await sql`
    update recognition_shares set queued_at = now()
    where dictation_id = ${dictationId} and part = ${part} and number = any(${numbers}::int[])`.execute(
    tx,
  )
}
