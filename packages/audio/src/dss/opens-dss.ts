import { createDssDecoder } from './decode-dss.ts'

export { dssHeadBytes } from './decode-dss.ts'

/** Whether the password is that of the recording whose first `dssHeadBytes` these are. */
export function opensDss(head: Uint8Array, password: string): boolean {
  return !('refused' in createDssDecoder(head, { password }))
}
