import type { AuditEvent } from '../audit/audit-event.ts'
import type { Correspondent } from '../correspondence/correspondent.ts'
import type { Refusal } from '../refusal.ts'
import type { Page } from './dictation-store.ts'

export type StoredCorrespondent = Correspondent & { readonly id: string; readonly changedAt: Date }

/** What became of a list: each of its correspondents was added, put in another's place, or left out. */
export type TakenIn = {
  readonly added: number
  readonly replaced: number
  /** Their places in the list: number and address are those of two that are known already. */
  readonly contradicting: readonly number[]
  /** Added, and of the same name as another with another address: perhaps one person who moved. */
  readonly namesakes: readonly number[]
}

/** The directory of correspondents. A number, and a name with its address, have one correspondent each. */
export interface CorrespondentStore {
  find(id: string): Promise<StoredCorrespondent | null>
  /** By family name. Every word of `search` is in the name, number, specialty, address or telephone. */
  search(query: {
    readonly search: string
    readonly page: number
    readonly pageSize: number
  }): Promise<Page<StoredCorrespondent>>
  all(): Promise<readonly StoredCorrespondent[]>
  /** Keeps a correspondent under this id; refused where another one has the number or name and address. */
  put(
    id: string,
    correspondent: Correspondent,
    event: AuditEvent,
  ): Promise<StoredCorrespondent | Refusal>
  /** Takes a whole list in, in one transaction. Who is known already is put in the place of the known. */
  takeIn(
    list: readonly Correspondent[],
    newId: () => string,
    event: (correspondents: number) => AuditEvent,
  ): Promise<TakenIn>
  /** False if there is none such. Letters keep what they say of them. */
  remove(id: string, event: AuditEvent): Promise<boolean>
}
