import { type EntryLocale, heardForm, localeNamed, type Mishearing } from '@plume/terminology'
import { type Kysely, sql } from 'kysely'
import { bumpLexiconVersion } from './lexicon.ts'
import type { Database, Tables } from './postgres/database.ts'

/** Whose table: the site's, with an empty owner, or one author's, the user id. */
export type MishearingOwner = { readonly layer: 'site' | 'author'; readonly owner: string }

export type StoredMishearing = Mishearing & { readonly addedAt: Date }

export type MishearingStore = ReturnType<typeof createMishearingStore>

/** The tables of exact mishearings. Every change makes workers read them again, as one of the lexicon does. */
export function createMishearingStore({ db }: Database) {
  const inForce = (from: Kysely<Tables>, { layer, owner }: MishearingOwner) =>
    from
      .selectFrom('mishearings')
      .selectAll()
      .where((where) => where.and({ layer, owner }))
      .where('removed_at', 'is', null)

  return {
    async list(owner: MishearingOwner): Promise<readonly StoredMishearing[]> {
      const rows = await inForce(db, owner).orderBy('heard').orderBy('locale').execute()
      return rows.map(({ heard, meant, locale, added_at }) => ({
        heard,
        meant,
        locale: placeOf(locale),
        addedAt: added_at,
      }))
    },

    /** Adds lines, all of them or none; one for the same words takes the place of the earlier. */
    async add(owner: MishearingOwner, lines: readonly Mishearing[]): Promise<void> {
      await db.transaction().execute(async (tx) => {
        for (const { heard, meant, locale } of lines) {
          await end(tx, owner, { heard, locale })
          await tx
            .insertInto('mishearings')
            .values({ ...owner, locale, heard: heardForm(heard), meant })
            .execute()
        }
        await bumpLexiconVersion(tx)
      })
    },

    /** False if the table has no such line. */
    async remove(
      owner: MishearingOwner,
      line: { readonly heard: string; readonly locale: EntryLocale },
    ): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const ended = await end(tx, owner, line)
        if (ended > 0n) await bumpLexiconVersion(tx)
        return ended > 0n
      })
    },
  }
}

async function end(
  tx: Kysely<Tables>,
  { layer, owner }: MishearingOwner,
  { heard, locale }: { readonly heard: string; readonly locale: EntryLocale },
): Promise<bigint> {
  const { numUpdatedRows } = await tx
    .updateTable('mishearings')
    .set({ removed_at: sql<Date>`now()` })
    .where((where) => where.and({ layer, owner, locale, heard: heardForm(heard) }))
    .where('removed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows
}

function placeOf(text: string): EntryLocale {
  const locale = localeNamed(text)
  if (locale === null) throw new TypeError(`no locale "${text}"`)
  return locale
}
