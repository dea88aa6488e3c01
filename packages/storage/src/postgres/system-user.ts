import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { Failure } from '@plume/records'

export type SystemUser = { readonly uid: number; readonly gid: number }

const login = 'plume-pg'

/**
 * Postgres refuses to run as root. For root this is the system user it runs as, made on first use;
 * for everybody else it is null: the server runs as oneself.
 */
export function systemUser(): SystemUser | null {
  if (process.geteuid?.() !== 0) return null
  const known = findUser()
  if (known) return known
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', login])
  const made = findUser()
  if (made) return made
  throw new Failure(
    'database-unreachable',
    `the system user ${login} for the embedded Postgres cannot be made; set DATABASE_URL`,
    { retryable: false },
  )
}

function findUser(): SystemUser | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${login}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid) } : null
}
