import { randomBytes } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { access, constants, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refused, refuseFile } from './refused.ts'

/** Writes beside the target, then renames: a reader never sees half a file, nor does a failure leave one. */
export async function writeOutput(
  path: string,
  content: string | Buffer | Readable,
): Promise<void> {
  const source = content instanceof Readable ? content : Readable.from([content])
  try {
    if (await isDevice(path)) return await pipeline(source, createWriteStream(path))
    const partial = join(
      dirname(path),
      `.${basename(path)}.${randomBytes(4).toString('hex')}.partial`,
    )
    try {
      await pipeline(source, createWriteStream(partial, { flags: 'wx' }))
      await rename(partial, path)
    } catch (error) {
      await rm(partial, { force: true })
      throw error
    }
  } catch (error) {
    throw refuseFile(path, error)
  }
}

/** `/dev/stdout` and the like are written to, not replaced. */
async function isDevice(path: string): Promise<boolean> {
  const facts = await stat(path).catch(() => null)
  return facts !== null && !facts.isFile() && !facts.isDirectory()
}

/** Finds out before an hour of work, not after it, that the result could not be written. */
export async function prepareOutput(path: string): Promise<void> {
  const directory = dirname(path)
  try {
    await access(directory, constants.W_OK)
  } catch (error) {
    throw refuseFile(directory, error)
  }
  const facts = await stat(path).catch(() => null)
  if (facts?.isDirectory()) {
    throw new Refused('not-a-file', `${path} is a directory`, 'Name a file in it.')
  }
}
