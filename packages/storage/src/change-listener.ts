import { type ChangeEvent, changeEventSchema } from '@plume/contracts'
import { type Listener, listen } from './postgres/listen.ts'

/** Tells which dictations and reports change, as they do. Ids only. */
export function listenForChanges(
  databaseUrl: string,
  on: {
    readonly change: (change: ChangeEvent) => void
    /** The connection was lost and is back: changes in between were not heard. */
    readonly gap: () => void
  },
): Listener {
  let wasConnected = false
  return listen(databaseUrl, 'plume_changes', {
    message: (payload) => on.change(changeEventSchema.parse(JSON.parse(payload))),
    connected: () => {
      if (wasConnected) on.gap()
      wasConnected = true
    },
  })
}
