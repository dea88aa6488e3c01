import {
  type Correspondent,
  type CorrespondentStore,
  correspondentKey,
  foldText,
  nameKey,
  refuse,
  type StoredCorrespondent,
  searchedText,
} from '@plume/records'
import { type Kysely, type RawBuilder, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { appendAuditEvent } from './audit-log.ts'
import type { Database, Tables } from './postgres/database.ts'

const languageOf = z.enum(['en', 'fr'])

/** Held while the directory changes, so that nobody gets into it twice. Spells "COR". */
const lockKey = 0x43_4f_52

export function createCorrespondentStore({ db }: Database): CorrespondentStore {
  return {
    async find(id) {
      const row = await db
        .selectFrom('correspondents')
        .selectAll()
        .where('id', '=', id)
        .executeTakeFirst()
      return row ? correspondentOf(row) : null
    },

    async search({ search, page, pageSize }) {
      const [rows, counted] = await Promise.all([
        byName(db)
          .where(matching(search))
          .limit(pageSize)
          .offset((page - 1) * pageSize)
          .execute(),
        db
          .selectFrom('correspondents')
          .select((select) => select.fn.countAll().as('total'))
          .where(matching(search))
          .executeTakeFirstOrThrow(),
      ])
      return { items: rows.map(correspondentOf), total: Number(counted.total), page, pageSize }
    },

    async all() {
      return (await byName(db).execute()).map(correspondentOf)
    },

    put: (id, correspondent, event) =>
      db.transaction().execute(async (tx) => {
        await lock(tx)
        const known = await knownAs(tx, correspondent)
        if (known.some((other) => other.id !== id)) return refuse('correspondent-known')
        const stored = await write(tx, id, correspondent, event.at)
        await appendAuditEvent(tx, event)
        return stored
      }),

    takeIn: (list, newId, event) =>
      db.transaction().execute(async (tx) => {
        await lock(tx)
        const outcome = { added: 0, replaced: 0, contradicting: [], namesakes: [] } as {
          added: number
          replaced: number
          contradicting: number[]
          namesakes: number[]
        }
        const happened = event(list.length)
        for (const [place, correspondent] of list.entries()) {
          const [known, another] = await knownAs(tx, correspondent)
          if (another) {
            outcome.contradicting.push(place)
            continue
          }
          if (known) outcome.replaced += 1
          else {
            outcome.added += 1
            if (await hasNamesake(tx, correspondent)) outcome.namesakes.push(place)
          }
          await write(tx, known?.id ?? newId(), correspondent, happened.at)
        }
        await appendAuditEvent(tx, happened)
        return outcome
      }),

    remove: (id, event) =>
      db.transaction().execute(async (tx) => {
        const gone = await tx.deleteFrom('correspondents').where('id', '=', id).executeTakeFirst()
        if (gone.numDeletedRows !== 1n) return false
        await appendAuditEvent(tx, event)
        return true
      }),
  }
}

async function lock(tx: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx)
}

function byName(db: Kysely<Tables>) {
  return db
    .selectFrom('correspondents')
    .selectAll()
    .orderBy(sql`lower(family_name)`)
    .orderBy(sql`lower(given_name)`)
    .orderBy('id')
}

/** `strpos`, not `like`: what a person types has no meaning but its own. */
function matching(search: string): RawBuilder<boolean> {
  const words = foldText(search)
    .split(' ')
    .filter((word) => word !== '')
  const conditions = words.map((word) => sql<boolean>`strpos(searched, ${word}) > 0`)
  return sql.join([sql<boolean>`true`, ...conditions], sql` and `)
}

/** Those who have this number, or this name and address: one, or two where the list contradicts the directory. */
async function knownAs(
  tx: Kysely<Tables>,
  correspondent: Correspondent,
): Promise<readonly { readonly id: string }[]> {
  const { number } = correspondent
  return tx
    .selectFrom('correspondents')
    .select('id')
    .where((where) =>
      where.or([
        where('key', '=', correspondentKey(correspondent)),
        ...(number === '' ? [] : [where('number', '=', number)]),
      ]),
    )
    .execute()
}

async function hasNamesake(tx: Kysely<Tables>, correspondent: Correspondent): Promise<boolean> {
  const found = await tx
    .selectFrom('correspondents')
    .select('id')
    .where('name_key', '=', nameKey(correspondent))
    .executeTakeFirst()
  return found !== undefined
}

async function write(
  tx: Kysely<Tables>,
  id: string,
  correspondent: Correspondent,
  at: Date,
): Promise<StoredCorrespondent> {
  const { number, title, degrees, specialty, language, phone, fax } = correspondent
  const values = {
    number,
    title,
    given_name: correspondent.givenName,
    family_name: correspondent.familyName,
    degrees,
    specialty,
    lines: [...correspondent.lines],
    language,
    salutation_en: correspondent.salutations.en,
    salutation_fr: correspondent.salutations.fr,
    phone,
    fax,
    key: correspondentKey(correspondent),
    name_key: nameKey(correspondent),
    searched: searchedText(correspondent),
    changed_at: at,
  }
  const row = await tx
    .insertInto('correspondents')
    .values({ id, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .returningAll()
    .executeTakeFirstOrThrow()
  return correspondentOf(row)
}

function correspondentOf(row: Selectable<Tables['correspondents']>): StoredCorrespondent {
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    givenName: row.given_name,
    familyName: row.family_name,
    degrees: row.degrees,
    specialty: row.specialty,
    lines: row.lines,
    language: languageOf.parse(row.language),
    salutations: { en: row.salutation_en, fr: row.salutation_fr },
    phone: row.phone,
    fax: row.fax,
    changedAt: row.changed_at,
  }
}
