import type { LayerEntries, LexiconEntry, LexiconLayer } from '@plume/terminology'
import { type Kysely, sql } from 'kysely'
import { type EntryRow, entryOf, rowOf } from './lexicon-rows.ts'
import type { Database, Tables } from './postgres/database.ts'

export type OwnLayer = Exclude<LexiconLayer, 'starter'>
/** Whose entries: the site's, one department's (its work type), one author's (the user id). */
export type LexiconOwner = { readonly layer: OwnLayer; readonly owner: string }

export type LexiconImport = LexiconOwner & {
  readonly source: string
  readonly format: string
  /** Of the file as it was given. */
  readonly sha256: string
}
export type StoredImport = LexiconImport & {
  readonly id: string
  readonly importedAt: Date
  readonly withdrawnAt: Date | null
  readonly entries: number
}

export type LexiconCount = LexiconOwner & {
  readonly locale: string
  readonly class: string
  readonly status: string
  readonly entries: number
}

/** Held while entries change, so that two imports take turns. Spells "LEX". */
const lockKey = 0x4c_45_58

export type LexiconStore = ReturnType<typeof createLexiconStore>

/** The site's own layers of the lexicon. */
export function createLexiconStore({ db }: Database) {
  return {
    async version(): Promise<number> {
      const row = await db.selectFrom('lexicon_version').select('number').executeTakeFirstOrThrow()
      return Number(row.number)
    },

    async layer({ layer, owner }: LexiconOwner): Promise<LayerEntries> {
      const rows = await db
        .selectFrom('lexicon_entries')
        .selectAll()
        .where((where) => where.and({ layer, owner }))
        .orderBy('id')
        .execute()
      return { layer, entries: rows.map(entryOf) }
    },

    /**
     * Takes a list in, a batch at a time. `accept` is asked once all is read; null if it says no, and then
     * nothing has changed.
     */
    async takeIn(
      list: LexiconImport,
      batches: AsyncIterable<readonly LexiconEntry[]>,
      accept: () => Promise<boolean>,
    ): Promise<{ readonly importId: string; readonly entries: number } | null> {
      return abandonable(db, async (tx) => {
        await sql`select pg_advisory_xact_lock(${lockKey})`.execute(tx)
        const { id } = await tx
          .insertInto('lexicon_imports')
          .values(list)
          .returning('id')
          .executeTakeFirstOrThrow()
        for await (const batch of batches) await insertBatch(tx, { ...list, importId: id }, batch)
        if (!(await accept())) return null
        await bumpLexiconVersion(tx)
        const { count } = await tx
          .selectFrom('lexicon_entries')
          .select((select) => select.fn.countAll().as('count'))
          .where('import_id', '=', id)
          .executeTakeFirstOrThrow()
        return { importId: id, entries: Number(count) }
      })
    },

    /** Takes out what came with an import and has not been replaced since. False if there is none such. */
    async withdraw(importId: string): Promise<boolean> {
      return db.transaction().execute(async (tx) => {
        const found = await tx
          .updateTable('lexicon_imports')
          .set({ withdrawn_at: sql<Date>`now()` })
          .where('id', '=', importId)
          .where('withdrawn_at', 'is', null)
          .executeTakeFirst()
        if (found.numUpdatedRows !== 1n) return false
        await tx.deleteFrom('lexicon_entries').where('import_id', '=', importId).execute()
        await bumpLexiconVersion(tx)
        return true
      })
    },

    async imports(): Promise<readonly StoredImport[]> {
      const rows = await db
        .selectFrom('lexicon_imports as i')
        .selectAll()
        .select((select) =>
          select
            .selectFrom('lexicon_entries as e')
            .select((inner) => inner.fn.countAll().as('n'))
            .whereRef('e.import_id', '=', 'i.id')
            .as('entries'),
        )
        .orderBy('id')
        .execute()
      return rows.map((row) => ({
        id: row.id,
        layer: layerOf(row.layer),
        owner: row.owner,
        source: row.source,
        format: row.format,
        sha256: row.sha256,
        importedAt: row.imported_at,
        withdrawnAt: row.withdrawn_at,
        entries: Number(row.entries),
      }))
    },

    async counts(): Promise<readonly LexiconCount[]> {
      const rows = await db
        .selectFrom('lexicon_entries')
        .select(['layer', 'owner', 'locale', 'class', 'status'])
        .select((select) => select.fn.countAll().as('entries'))
        .groupBy(['layer', 'owner', 'locale', 'class', 'status'])
        .orderBy('layer')
        .orderBy('owner')
        .orderBy('locale')
        .orderBy('class')
        .execute()
      return rows.map((row) => ({
        ...row,
        layer: layerOf(row.layer),
        entries: Number(row.entries),
      }))
    },
  }
}

class Abandoned extends Error {}

/** A transaction that is rolled back where `work` gives null. */
async function abandonable<Result>(
  db: Kysely<Tables>,
  work: (tx: Kysely<Tables>) => Promise<Result | null>,
): Promise<Result | null> {
  try {
    return await db.transaction().execute(async (tx) => {
      const result = await work(tx)
      if (result === null) throw new Abandoned()
      return result
    })
  } catch (error) {
    if (error instanceof Abandoned) return null
    throw error
  }
}

async function insertBatch(
  tx: Kysely<Tables>,
  list: LexiconOwner & { readonly importId: string },
  batch: readonly LexiconEntry[],
): Promise<void> {
  // One statement may touch a row once only; the last of a form counts, as it would line by line.
  const rows = new Map<string, EntryRow>()
  for (const entry of batch) {
    const row = rowOf(entry, list)
    rows.set([row.locale, row.class, row.form, row.expansion].join('\0'), row)
  }
  if (rows.size === 0) return
  await tx
    .insertInto('lexicon_entries')
    .values([...rows.values()])
    .onConflict((conflict) =>
      conflict
        .columns(['layer', 'owner', 'locale', 'class', 'form', 'expansion'])
        .doUpdateSet((excluded) => ({
          import_id: excluded.ref('excluded.import_id'),
          preferred: excluded.ref('excluded.preferred'),
          source: excluded.ref('excluded.source'),
          status: excluded.ref('excluded.status'),
          spoken: excluded.ref('excluded.spoken'),
          case_rule: excluded.ref('excluded.case_rule'),
          weight: excluded.ref('excluded.weight'),
        })),
    )
    .execute()
}

/** Tells whoever keeps the lexicon in memory that it has changed. */
export async function bumpLexiconVersion(tx: Kysely<Tables>): Promise<void> {
  await tx.updateTable('lexicon_version').set({ number: sql<number>`number + 1` }).execute()
}

function layerOf(text: string): OwnLayer {
  if (text === 'site' || text === 'department' || text === 'author') return text
  throw new TypeError(`no layer "${text}"`)
}
