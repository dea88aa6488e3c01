import type { RecordingPasswords } from '@plume/records'
import { type Keyring, openSecret, sealSecret } from './blobs/keyring.ts'
import type { Database } from './postgres/database.ts'

/** Kept sealed with the keyring: whoever has the database alone has no password. */
export function createRecordingPasswords({ db }: Database, keyring: Keyring): RecordingPasswords {
  const bound = (authorId: string) => `recording-password:${authorId}`

  async function of(authorId: string): Promise<readonly string[]> {
    const rows = await db
      .selectFrom('recording_passwords')
      .select('sealed')
      .where('author_id', '=', authorId)
      .orderBy('id', 'desc')
      .execute()
    return rows.map(({ sealed }) => openSecret(keyring, sealed, bound(authorId)))
  }

  return {
    of,
    async remember(authorId, password, addedBy) {
      // Two at once may both add it: one row too many does no harm.
      if ((await of(authorId)).includes(password)) return
      await db
        .insertInto('recording_passwords')
        .values({
          author_id: authorId,
          sealed: sealSecret(keyring, password, bound(authorId)),
          added_by: addedBy,
        })
        .execute()
    },
  }
}
