import { type AuditEvent, type Refusal, refuse } from '@plume/records'
import { type KeptMacro, type Macro, sharedMacroName } from '@plume/report-templates'
import { type Kysely, type Selectable, sql } from 'kysely'
import { z } from 'zod'
import { appendAuditEvent } from './audit-log.ts'
import type { Database, Tables } from './postgres/database.ts'

const localeOf = z.enum(['en-CA', 'fr-CA', 'en-US', 'fr-FR'])

/** The author whose own it is, or null: the site's. */
export type MacroOwner = string | null

export type StoredMacro = KeptMacro & { readonly authorId: MacroOwner; readonly changedAt: Date }

/** Held while macros change, so that two cannot take the same name at once. Spells "MAC". */
const lockKey = 0x4d_41_43

export type MacroStore = ReturnType<typeof createMacroStore>

export function createMacroStore({ db }: Database) {
  return {
    /** The author's own, then the site's, by name. Null: the site's only. */
    async of(authorId: MacroOwner): Promise<readonly StoredMacro[]> {
      const rows = await db
        .selectFrom('macros')
        .selectAll()
        .where((where) =>
          where.or([
            where('author_id', 'is', null),
            ...(authorId === null ? [] : [where('author_id', '=', authorId)]),
          ]),
        )
        .orderBy(sql`author_id is null`)
        .orderBy('locale')
        .orderBy(sql`lower(name)`)
        .orderBy('id')
        .execute()
      return rows.map(macroOf)
    },

    async find(id: string): Promise<StoredMacro | null> {
      const row = await db.selectFrom('macros').selectAll().where('id', '=', id).executeTakeFirst()
      return row ? macroOf(row) : null
    },

    /** A text that a macro has had, also after its removal; null if there is none such. */
    async bodyOf(id: string, version: number): Promise<string | null> {
      const row = await db
        .selectFrom('macro_versions')
        .select('body')
        .where((where) => where.and({ macro_id: id, version }))
        .executeTakeFirst()
      return row?.body ?? null
    },

    /** Keeps a macro under this id, in place of what was kept under it. A name has one macro of an owner. */
    put: (
      id: string,
      authorId: MacroOwner,
      macro: Macro,
      event: AuditEvent,
    ): Promise<StoredMacro | Refusal> =>
      db.transaction().execute(async (tx) => {
        await lock(tx)
        const others = (await ownedBy(tx, authorId)).filter((other) => other.id !== id)
        if (sharedMacroName(macro, others) !== null) return refuse('macro-name-taken')
        const stored = await write(tx, { id, authorId, macro, at: event.at })
        await appendAuditEvent(tx, event)
        return stored
      }),

    /**
     * Takes a whole file in, all or nothing. A macro whose name an owner has already, in its locale, is put
     * in the place of that one.
     */
    takeIn: (
      authorId: MacroOwner,
      macros: readonly Macro[],
      newId: () => string,
      event: (macros: number) => AuditEvent,
    ): Promise<{ readonly added: number; readonly replaced: number } | Refusal> =>
      db.transaction().execute(async (tx) => {
        await lock(tx)
        const kept = await ownedBy(tx, authorId)
        const replaced = new Map(macros.map((macro) => [macro, sameNamed(macro, kept)?.id]))
        const gone = new Set(replaced.values())
        const staying = kept.filter(({ id }) => !gone.has(id))
        if (macros.some((macro) => sharedMacroName(macro, staying) !== null)) {
          return refuse('macro-name-taken')
        }
        const happened = event(macros.length)
        for (const [macro, id] of replaced) {
          await write(tx, { id: id ?? newId(), authorId, macro, at: happened.at })
        }
        await appendAuditEvent(tx, happened)
        const found = [...replaced.values()].filter((id) => id !== undefined).length
        return { added: macros.length - found, replaced: found }
      }),

    /** False if there is none such. */
    remove: (id: string, event: AuditEvent): Promise<boolean> =>
      db.transaction().execute(async (tx) => {
        await lock(tx)
        const gone = await tx.deleteFrom('macros').where('id', '=', id).executeTakeFirst()
        if (gone.numDeletedRows !== 1n) return false
        await appendAuditEvent(tx, event)
        return true
      }),
  }
}

async function lock(tx: Kysely<Tables>): Promise<void> {
  await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx)
}

async function ownedBy(tx: Kysely<Tables>, authorId: MacroOwner): Promise<readonly StoredMacro[]> {
  const rows = await tx
    .selectFrom('macros')
    .selectAll()
    .where('author_id', 'is not distinct from', authorId)
    .execute()
  return rows.map(macroOf)
}

/** Its own name only: one that it merely shares with another is for a person to settle. */
function sameNamed(macro: Macro, kept: readonly StoredMacro[]): StoredMacro | undefined {
  const bare: Macro = { ...macro, spoken: [] }
  return kept.find((other) => sharedMacroName(bare, [{ ...other, spoken: [] }]) !== null)
}

async function write(
  tx: Kysely<Tables>,
  {
    id,
    authorId,
    macro,
    at,
  }: {
    readonly id: string
    readonly authorId: MacroOwner
    readonly macro: Macro
    readonly at: Date
  },
): Promise<StoredMacro> {
  const { name, locale, body } = macro
  const values = {
    author_id: authorId,
    name,
    locale,
    spoken: [...macro.spoken],
    body,
    changed_at: at,
  }
  const row = await tx
    .insertInto('macros')
    .values({ id, ...values, version: await nextVersion(tx, id) })
    .onConflict((conflict) =>
      conflict
        .column('id')
        .doUpdateSet((excluded) => ({ ...values, version: excluded.ref('excluded.version') })),
    )
    .returningAll()
    .executeTakeFirstOrThrow()
  const { version, author_id, changed_at } = row
  await tx
    .insertInto('macro_versions')
    .values({ macro_id: id, version, author_id, locale, name, body, changed_at })
    .execute()
  return macroOf(row)
}

/** An id that was removed and comes back goes on counting. */
async function nextVersion(tx: Kysely<Tables>, id: string): Promise<number> {
  const row = await tx
    .selectFrom('macro_versions')
    .select((select) => select.fn.max('version').as('newest'))
    .where('macro_id', '=', id)
    .executeTakeFirst()
  return Number(row?.newest ?? 0) + 1
}

function macroOf(row: Selectable<Tables['macros']>): StoredMacro {
  return {
    id: row.id,
    authorId: row.author_id,
    name: row.name,
    locale: localeOf.parse(row.locale),
    spoken: row.spoken,
    body: row.body,
    version: row.version,
    changedAt: row.changed_at,
  }
}
