import type { CorrespondentStore } from '../ports/correspondent-store.ts'
import { type Refusal, refuse } from '../refusal.ts'
import type { Correspondent } from './correspondent.ts'
import type { Addressees } from './letter-text.ts'

/** Ids of correspondents: of the one to whom a letter is written, and of those who get a copy. */
export type ChosenAddressees = { readonly to: string; readonly copies: readonly string[] }

/** The chosen ones as the directory has them now; whoever is named twice gets one letter. */
export async function findAddressees(
  chosen: ChosenAddressees,
  correspondents: Pick<CorrespondentStore, 'find'>,
): Promise<Addressees | Refusal> {
  const copies = [...new Set(chosen.copies)].filter((id) => id !== chosen.to)
  const [to, ...found] = await Promise.all(
    [chosen.to, ...copies].map((id) => correspondents.find(id)),
  )
  const known = found.filter((person): person is NonNullable<typeof person> => person !== null)
  if (!to || known.length < found.length) return refuse('correspondent-not-found')
  return { to, copies: known satisfies readonly Correspondent[] }
}
