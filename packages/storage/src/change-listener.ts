import { type ChangeEvent, changeEventSchema } from '@plume/contracts'
import { type Listener, listen } from './postgres/listen.ts'

/** Tells which dictations and reports change, as they do. Ids only. */
export function listenForChanges(
  databaseUrl: string,
  onChange: (change: ChangeEvent) => void,
): Listener {
  return listen(databaseUrl, 'plume_changes', {
    message: (payload) => onChange(changeEventSchema.parse(JSON.parse(payload))),
  })
}
