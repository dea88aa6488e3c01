import type { BigIntStats } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isPlainName } from './check-json.ts'
import { hashFile } from './hash-file.ts'
import { withModelsLock } from './lock-models.ts'
import { findUnexpectedFile, type ModelManifest, parseManifest } from './model-manifest.ts'
import { type ModelRefusal, orRefusal, refuse } from './model-refusal.ts'
import { type KnownModel, knownModels, manifestName } from './model-registry.ts'

export type VerifyOptions = {
  readonly signal?: AbortSignal
  /** Bytes read so far, of all. */
  readonly onProgress?: (bytes: number, total: number) => void
}

/** The installed models: `<folder>/<id>/<file>`, each with a manifest. Whole models only, ever. */
export type ModelStore = {
  readonly folder: string
  /** What the store is checked against; tests have small ones. */
  readonly known: readonly KnownModel[]
  installedModels(): Promise<readonly ModelManifest[]>
  find(id: string): Promise<ModelManifest | null>
  pathOf(id: string, file: string): string
  /** Reads every byte again. The result is remembered for `isIntact`. */
  verify(id: string, options?: VerifyOptions): Promise<ModelManifest | ModelRefusal>
  /** For a worker's start: by size and time where these are as they were, else by hash. */
  isIntact(id: string): Promise<boolean>
  /** Also removes what a broken-off pull left. */
  remove(id: string): Promise<ModelManifest | ModelRefusal>
}

export function createModelStore(
  folder: string,
  known: readonly KnownModel[] = knownModels(),
): ModelStore {
  const pathOf = (id: string, file: string) => join(folder, id, file)

  const find = async (id: string): Promise<ModelManifest | null> => {
    if (!isPlainName(id)) return null
    const text = await readFile(pathOf(id, manifestName), 'utf8').catch(() => null)
    const manifest = text === null ? null : parseManifest(text)
    return manifest?.id === id ? manifest : null
  }

  const installedModels = async () => {
    const names = await readdir(folder).catch(() => [])
    const manifests = await Promise.all(names.filter(isPlainName).sort().map(find))
    return manifests.filter((manifest) => manifest !== null)
  }

  const requireInstalled = async (id: string): Promise<ModelManifest> =>
    (await find(id)) ?? refuse('model-not-installed', `${id} is not installed in ${folder}`)

  const hashAll = async (id: string, options: VerifyOptions): Promise<ModelManifest> => {
    const manifest = await requireInstalled(id)
    requireExpected(known, manifest)
    const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
    let before = 0
    const files = []
    for (const file of manifest.files) {
      const path = pathOf(id, file.name)
      const times = await facts(path)
      if (times === null) refuse('model-damaged', `${id}: ${file.name} is missing`)
      const read = await hashFile(path, {
        signal: options.signal,
        onProgress: (bytes) => options.onProgress?.(before + bytes, total),
      })
      if (read.bytes !== file.bytes || read.sha256 !== file.sha256) {
        refuse('model-damaged', `${id}: ${file.name} is not what was installed`)
      }
      before += read.bytes
      files.push({ ...file, checkedAtMtimeMs: Number(times.mtimeMs) })
    }
    const checked = { ...manifest, files }
    await remember(pathOf(id, manifestName), checked)
    return checked
  }

  const isUntouched = async (manifest: ModelManifest): Promise<boolean> => {
    for (const { name, bytes, checkedAtMtimeMs } of manifest.files) {
      const found = await facts(pathOf(manifest.id, name))
      if (found === null || found.size !== BigInt(bytes)) return false
      if (Number(found.mtimeMs) !== checkedAtMtimeMs) return false
    }
    return true
  }

  return {
    folder,
    known,
    installedModels,
    find,
    pathOf,
    verify: (id, options = {}) => orRefusal(() => hashAll(id, options)),
    isIntact: async (id) => {
      const manifest = await find(id)
      if (manifest === null || unexpectedIn(known, manifest)) return false
      if (await isUntouched(manifest)) return true
      return !('refused' in (await orRefusal(() => hashAll(id, {}))))
    },
    remove: (id) =>
      orRefusal(async () => {
        const manifest = await requireInstalled(id)
        await withModelsLock(folder, async () => {
          // Renamed first: a folder half removed would look like a damaged model.
          await rename(join(folder, id), join(folder, `.staging-removed-${id}`))
          await sweep(folder)
          await rm(join(folder, `.pull-${id}`), { recursive: true, force: true })
        })
        return manifest
      }),
  }
}

/** Puts a folder of whole, checked files in place as a model. What was there before is replaced. */
export async function installStaged(
  store: ModelStore,
  staged: string,
  manifest: ModelManifest,
): Promise<ModelManifest> {
  const files = []
  for (const file of manifest.files) {
    const path = join(staged, file.name)
    await flush(path)
    const found = await facts(path)
    files.push({ ...file, checkedAtMtimeMs: found === null ? null : Number(found.mtimeMs) })
  }
  const installed = { ...manifest, files }
  await writeFile(join(staged, manifestName), serialise(installed))
  await flush(join(staged, manifestName))
  const place = join(store.folder, manifest.id)
  const replaced = join(store.folder, `.replaced-${manifest.id}`)
  if (await facts(place)) await rename(place, replaced)
  await rename(staged, place)
  await flush(store.folder)
  await rm(replaced, { recursive: true, force: true })
  return installed
}

/** Puts right what a crash left: half imports go, a model that was about to be replaced comes back. */
export async function sweep(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) {
    const path = join(folder, name)
    const [, id] = /^\.replaced-(.+)$/.exec(name) ?? []
    if (id !== undefined && (await facts(join(folder, id))) === null) {
      await rename(path, join(folder, id))
    } else if (id !== undefined || name.startsWith('.staging-')) {
      await rm(path, { recursive: true, force: true })
    }
  }
}

function unexpectedIn(known: readonly KnownModel[], manifest: ModelManifest): string | null {
  const model = known.find(({ id }) => id === manifest.id)
  return (model && findUnexpectedFile(model, manifest.files)?.name) ?? null
}

function requireExpected(known: readonly KnownModel[], manifest: ModelManifest): void {
  const name = unexpectedIn(known, manifest)
  if (name === null) return
  refuse('model-damaged', `${manifest.id}: ${name} is not the file that Plume knows by that name`)
}

/** Only a note that saves work: a folder that may be read but not written is no reason to fail. */
async function remember(path: string, manifest: ModelManifest): Promise<void> {
  const partial = `${path}.${process.pid}.part`
  try {
    await writeFile(partial, serialise(manifest))
    await rename(partial, path)
  } catch {
    await rm(partial, { force: true }).catch(() => undefined)
  }
}

function serialise(manifest: ModelManifest): string {
  return `${JSON.stringify(manifest, null, 2)}\n`
}

async function flush(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

function facts(path: string): Promise<BigIntStats | null> {
  return stat(path, { bigint: true }).catch(() => null)
}
