import { type RawBuilder, sql } from 'kysely'

/** The database's clock plus some milliseconds. Leases of all machines go by this one clock. */
export function fromNow(ms: number): RawBuilder<Date> {
  return sql<Date>`now() + ${ms} * interval '1 millisecond'`
}
