import type { Database, LexiconOwner } from '@plume/storage'
import { storage } from '../join-database.ts'
import { Refused, WrongUsage } from '../refused.ts'

/** Whose entries `--layer` and `--owner` mean; an author is named by the login. */
export async function ownerNamed(
  layer: string,
  owner: string | undefined,
  database: Database,
): Promise<LexiconOwner> {
  checkOwner(layer, owner)
  if (layer === 'department') return { layer, owner: owner ?? '' }
  if (layer !== 'author') return { layer: 'site', owner: '' }
  const { createAccounts } = await storage()
  const user = await createAccounts(database).findByLogin(owner ?? '')
  if (!user)
    throw new Refused('unknown-user', `nobody is called ${owner}`, 'Give the author’s login.')
  return { layer, owner: user.id }
}

/** What can be known without a database. */
export function checkOwner(layer: string, owner: string | undefined): void {
  if (layer !== 'site' && layer !== 'department' && layer !== 'author') {
    throw new WrongUsage('--layer is site, department or author')
  }
  if (layer === 'site' && owner !== undefined) {
    throw new WrongUsage('--owner goes with --layer department or author')
  }
  if (layer !== 'site' && !owner) {
    throw new WrongUsage(`--layer ${layer} needs --owner: a work type, or an author’s login`)
  }
}
