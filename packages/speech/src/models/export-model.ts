import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { hashOfModel, type InstalledFile, type ModelManifest } from './model-manifest.ts'
import { type ModelRefusal, orRefusal, refuse } from './model-refusal.ts'
import { manifestName } from './model-registry.ts'
import type { ModelStore } from './model-store.ts'
import { tarEnd, tarHeader, tarPadding } from './tar-archive.ts'

export type Exported = {
  readonly manifest: ModelManifest
  /** What `--trust-sha256` asks for at the other end, where the model is not a verified one. */
  readonly sha256: string
}

/** Writes an installed model as one tar, the manifest first. A model that is damaged is not passed on. */
export function exportModel(request: {
  readonly store: ModelStore
  readonly id: string
  readonly path: string
  readonly onProgress: (bytes: number, total: number) => void
  readonly signal?: AbortSignal
}): Promise<Exported | ModelRefusal> {
  const { store, id, path, onProgress, signal } = request
  return orRefusal(async () => {
    const manifest =
      (await store.find(id)) ??
      refuse('model-not-installed', `${id} is not installed in ${store.folder}`)
    const partial = `${path}.part`
    const file = await open(partial, 'w')
    try {
      const modified = new Date(manifest.installedAt)
      const text = Buffer.from(`${JSON.stringify(forOthers(manifest), null, 2)}\n`)
      const write = (piece: Buffer) => file.writeFile(piece)
      await write(tarHeader(manifestName, text.length, modified))
      await write(Buffer.concat([text, tarPadding(text.length)]))
      const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
      let before = 0
      for (const each of manifest.files) {
        await write(tarHeader(each.name, each.bytes, modified))
        await copyChecked(store.pathOf(id, each.name), each, async (piece, bytes) => {
          signal?.throwIfAborted()
          await write(piece)
          onProgress(before + bytes, total)
        })
        await write(tarPadding(each.bytes))
        before += each.bytes
      }
      await write(tarEnd)
      await file.sync()
      await file.close()
      await rename(partial, path)
    } catch (error) {
      await file.close().catch(() => undefined)
      await rm(partial, { force: true })
      throw error
    }
    return { manifest, sha256: hashOfModel(manifest.files) }
  })
}

/** Who accepted the licence here is nobody's business there: there it is accepted anew. */
function forOthers(manifest: ModelManifest): ModelManifest {
  const files = manifest.files.map((file) => ({ ...file, checkedAtMtimeMs: null }))
  return { ...manifest, files, acceptedLicence: null }
}

async function copyChecked(
  path: string,
  expected: InstalledFile,
  write: (piece: Buffer, bytes: number) => Promise<void>,
): Promise<void> {
  const hash = createHash('sha256')
  let bytes = 0
  const pieces = createReadStream(path, { highWaterMark: 1024 * 1024 })
  for await (const piece of pieces as AsyncIterable<Buffer>) {
    bytes += piece.length
    if (bytes > expected.bytes) break
    hash.update(piece)
    await write(piece, bytes)
  }
  if (bytes === expected.bytes && hash.digest('hex') === expected.sha256) return
  refuse('model-damaged', `${expected.name} is not what was installed`)
}
