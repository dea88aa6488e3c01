import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { CannotStart, say } from './say.ts'
import { repository } from './settings.ts'

const web = join(repository, 'services/web')
/** What the bundle is made from. */
const sources = [
  join(web, 'src'),
  join(web, 'index.html'),
  join(web, 'package.json'),
  join(web, 'vite.config.ts'),
  ...['contracts', 'transcript', 'terminology'].map((name) =>
    join(repository, 'packages', name, 'src'),
  ),
]

/** Bundles the web workstation, unless the bundle is newer than everything it is made from. */
export async function ensureWorkstation(): Promise<void> {
  const built = await newest(join(web, 'dist/index.html'))
  const changed = Math.max(...(await Promise.all(sources.map(newest))))
  if (built > changed) return
  say('Building the web workstation.')
  const child = spawn(process.execPath, [join(web, 'node_modules/vite/bin/vite.js'), 'build'], {
    cwd: web,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text
    })
  }
  const [code] = await once(child, 'close')
  if (code !== 0) throw new CannotStart(`The workstation could not be built:\n${output}`)
}

/** Time of the newest change at or below `path`, in milliseconds; 0 where there is nothing. */
async function newest(path: string): Promise<number> {
  if (!existsSync(path)) return 0
  const facts = await stat(path)
  if (!facts.isDirectory()) return facts.mtimeMs
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const times = entries
    .filter((entry) => entry.isFile())
    .map(async (entry) => (await stat(join(entry.parentPath, entry.name))).mtimeMs)
  return Math.max(0, ...(await Promise.all(times)))
}
