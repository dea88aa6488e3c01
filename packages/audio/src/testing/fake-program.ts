import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** A shell script in a program's place, that does what a broken one would do. For tests. */
export async function fakeProgram(folder: string, name: string, script: string): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, `#!/bin/sh\n${script}\n`, { mode: 0o755 })
  return path
}
