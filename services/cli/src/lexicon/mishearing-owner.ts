import type { Database, MishearingOwner } from '@plume/storage'
import { ownerNamed } from './lexicon-owner.ts'

/** The site's table, or that of the author whose login `--author` gives. */
export async function mishearingOwner(
  author: string | boolean | undefined,
  database: Database,
): Promise<MishearingOwner> {
  if (typeof author !== 'string') return { layer: 'site', owner: '' }
  const { owner } = await ownerNamed('author', author, database)
  return { layer: 'author', owner }
}
