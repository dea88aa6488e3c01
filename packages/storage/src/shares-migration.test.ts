import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { makePeople } from '../../../tests/support/people.ts'
import { createTestDatabase } from '../../../tests/support/test-database.ts'
import { migrate } from './postgres/migrate.ts'
import { createShareStore } from './shares.ts'

const folder = new URL('../migrations/', import.meta.url)

test('what was shared out before there were parts is heard and written after the update', async () => {
  const house = await createTestDatabase()
  const { db } = house.database
  try {
    await sql`drop schema public cascade`.execute(db)
    await sql`create schema public`.execute(db)
    await applyAllBefore('0021', (text) => house.database.pool.query(text))
    const people = await makePeople(house.database)
    const id = crypto.randomUUID()
    const plan = {
      name: 'a'.repeat(64),
      engine: {
        engine: 'scripted',
        model: 'm',
        modelSha256: 'b'.repeat(64),
        demonstrationOnly: true,
      },
      language: 'en',
      durationMs: 2000,
      pieces: [0, 1].map((n) => ({ parts: [{ startMs: n * 1000, endMs: n * 1000 + 1000 }] })),
    }
    await sql`
      insert into dictations (id, sha256, byte_length, file_name, author_id, uploaded_by, work_type,
        template_id, locale, given_locale, priority, received_at, status, step, playback_sha256)
      values (${id}, 'c', 1, 'a.wav', ${people.doctor.id}, ${people.doctor.id}, 'general',
        'chest-xray', 'en-CA', 'en-CA', 'routine', now(), 'transcribing', 'recognise', 'd')`.execute(
      db,
    )
    await sql`insert into recognition_plans (dictation_id, plan, content)
      values (${id}, ${plan.name}, ${JSON.stringify(plan)})`.execute(db)
    // One is being heard, the other waits.
    await sql`insert into recognition_shares
      (dictation_id, number, from_piece, to_piece, audio_ms, worker, claimed_until, fence) values
      (${id}, 0, 0, 1, 1000, 'w', now() + interval '1 minute', 1),
      (${id}, 1, 1, 2, 1000, null, null, 0)`.execute(db)

    await migrate(house.url)
    const shares = createShareStore(house.database)
    const held = {
      dictationId: id,
      plan: { ...plan, language: 'en' as const },
      number: 0,
      fence: 1,
    }
    const heard = { words: [], omissions: [] }
    expect(await shares.savePiece(held, { index: 0, heard, audioMs: 1000 })).toBe(true)
    expect(await shares.finish(held)).toBe(true)
    const second = await shares.claim(
      { dictationId: id, plan: plan.name, number: 1 },
      { id: 'w', ttlMs: 60_000 },
    )
    if (!second) throw new Error('no claim')
    expect(await shares.savePiece(second, { index: 1, heard, audioMs: 1000 })).toBe(true)
    expect(await shares.finish(second)).toBe(true)
    expect((await shares.whole(id))?.pieces).toEqual([heard, heard])
  } finally {
    await house.close()
  }
})

async function applyAllBefore(
  name: string,
  query: (text: string) => Promise<unknown>,
): Promise<void> {
  await query(
    'create table migrations (name text primary key, checksum text not null, applied_at timestamptz not null default now())',
  )
  const files = (await readdir(folder)).filter((file) => file.endsWith('.sql') && file < name)
  for (const file of files.sort()) {
    const text = await readFile(new URL(file, folder), 'utf8')
    await query(text)
    const checksum = createHash('sha256').update(text).digest('hex')
    await query(`insert into migrations values ('${file}', '${checksum}')`)
  }
}
