import type { DemoAccount } from './demo-accounts.ts'
import type { Dictation } from './demo-client.ts'
import { say } from './say.ts'

/** What a person needs to go on: where to look, how to sign in, how to stop and how to remove it all. */
export function welcome(facts: {
  readonly origin: string
  readonly accounts: readonly DemoAccount[]
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly sample: Dictation
}): void {
  const { origin, accounts, dataDir, databaseUrl, sample } = facts
  const width = Math.max(...accounts.map(({ login }) => login.length))
  say()
  say(whatBecameOf(sample))
  say()
  say(`  Plume is at ${origin}`)
  say()
  for (const { login, password, role } of accounts) {
    say(`  ${login.padEnd(width)}  ${password}  (${role})`)
  }
  say()
  say(
    `Kept in ${dataDir}: recordings, keys, logs${databaseUrl === null ? ' and the database' : ''}.`,
  )
  if (databaseUrl !== null) say('The database is the one in DATABASE_URL.')
  say('Stop: Ctrl-C. Start again: npm start; everything is still there.')
  say(`Remove: stop it, then delete ${dataDir}. For demonstration and trial only as it stands.`)
}

function whatBecameOf({ status, waitingFor, report }: Dictation): string {
  if (report !== null) return 'The sample dictation is a draft report in the worklist.'
  if (waitingFor !== null) return 'The sample dictation waits in the worklist for a speech engine.'
  return `The sample dictation stands in the worklist as “${status}”.`
}
