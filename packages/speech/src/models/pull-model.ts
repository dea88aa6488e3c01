import { mkdir, rename, rm, stat, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import { type Acceptance, acceptLicence } from './accept-licence.ts'
import { type Downloaded, downloadFile, partOf, removePart } from './download-file.ts'
import { hashFile } from './hash-file.ts'
import { withModelsLock } from './lock-models.ts'
import type { InstalledFile, ModelManifest } from './model-manifest.ts'
import { type ModelRefusal, orRefusal, refusalIn, refuse } from './model-refusal.ts'
import type { KnownModel, ModelFile } from './model-registry.ts'
import { installStaged, type ModelStore, sweep } from './model-store.ts'
import { requireAllowed } from './open-source.ts'
import { requireTrust } from './require-trust.ts'

export type PullRequest = {
  readonly store: ModelStore
  readonly id: string
  /** A mirror: a web server over a models folder, `<mirror>/<id>/<file>`. Null: where the model comes from. */
  readonly mirror: string | null
  readonly acceptance: Acceptance
  readonly trustedSha256: string | null
  readonly onProgress: (bytes: number, total: number | null) => void
  readonly signal?: AbortSignal
  readonly now?: () => Date
  readonly pauses?: readonly number[]
  readonly stalledAfterMs?: number
}

/** Beyond what any of these engines loads on a hospital's machine; only where no length is known. */
const longestUnknownBytes = 8 * 1024 ** 3

/**
 * Fetches a model, checks every byte, and only then puts it in place. What was received before a
 * break stays in `.pull-<id>`, where the next call goes on.
 */
export function pullModel(request: PullRequest): Promise<ModelManifest | ModelRefusal> {
  return orRefusal(async () => {
    const model = requirePullable(request)
    const acceptedLicence = acceptLicence(model, request.acceptance, request.now)
    if (!model.verified && request.trustedSha256 === null) {
      refuse('checksum-unknown', `no hash was published for ${model.id}`)
    }
    await mkdir(request.store.folder, { recursive: true })
    return withModelsLock(request.store.folder, async () => {
      await sweep(request.store.folder)
      const folder = join(request.store.folder, `.pull-${model.id}`)
      await mkdir(folder, { recursive: true })
      await requireSpace(folder, model)
      const files = await fetchFiles(model, folder, request)
      const trustedSha256 = await orForget(folder, () =>
        requireTrust(model, files, request.trustedSha256),
      )
      return installStaged(request.store, folder, {
        id: model.id,
        engine: model.engine,
        languages: model.languages,
        files,
        source: sourceOf(model, request.mirror),
        installedAt: (request.now?.() ?? new Date()).toISOString(),
        licence: model.licence.name,
        acceptedLicence,
        trustedSha256,
      })
    })
  })
}

function requirePullable({ store, id, mirror }: PullRequest): KnownModel {
  const model = store.known.find((each) => each.id === id)
  if (!model) return refuse('unknown-model', `there is no model ${id}`)
  if (model.systemPackage !== null) {
    return refuse('model-from-system', `${id} comes with the package ${model.systemPackage}`)
  }
  if (mirror !== null) {
    if (!URL.canParse(mirror)) refuse('source-not-allowed', 'the mirror is not an address')
    requireAllowed(new URL(mirror), null)
  }
  return model
}

function sourceOf(model: KnownModel, mirror: string | null): string {
  if (mirror === null) return model.source ?? ''
  return `${mirror.replace(/\/+$/, '')}/${model.id}/`
}

/** Found out before an hour of downloading, not after it. */
async function requireSpace(folder: string, { files }: KnownModel): Promise<void> {
  let needed = 0
  for (const { name, bytes } of files) {
    needed +=
      (bytes ?? 0) - (await sizeOf(join(folder, name))) - (await sizeOf(partOf(join(folder, name))))
  }
  const { bavail, bsize } = await statfs(folder)
  if (needed > bavail * bsize) {
    refuse('disk-full', `${needed} bytes are needed and ${bavail * bsize} are free`)
  }
}

async function fetchFiles(
  model: KnownModel,
  folder: string,
  request: PullRequest,
): Promise<readonly InstalledFile[]> {
  const total = model.files.every(({ bytes }) => bytes !== null)
    ? model.files.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)
    : null
  const fetched: InstalledFile[] = []
  for (const file of model.files) {
    const before = fetched.reduce((sum, { bytes }) => sum + bytes, 0)
    const onProgress = (bytes: number) => request.onProgress(before + bytes, total)
    const url = new URL(file.name, sourceOf(model, request.mirror))
    const { bytes, sha256 } = await fetchFile({ file, folder, url, onProgress }, request)
    onProgress(bytes)
    fetched.push({ name: file.name, bytes, sha256, checkedAtMtimeMs: null })
  }
  return fetched
}

type FileToFetch = {
  readonly file: ModelFile
  readonly folder: string
  readonly url: URL
  readonly onProgress: (bytes: number) => void
}

async function fetchFile(
  { file, folder, url, onProgress }: FileToFetch,
  request: PullRequest,
): Promise<{ readonly bytes: number; readonly sha256: string }> {
  const path = join(folder, file.name)
  const whole = await hashIfWhole(path, file)
  if (whole) return whole
  const once = () =>
    downloadFile({
      url,
      path,
      bytes: file.bytes,
      atMostBytes: file.bytes ?? longestUnknownBytes,
      signal: request.signal,
      onProgress,
      ...(request.pauses ? { pauses: request.pauses } : {}),
      ...(request.stalledAfterMs ? { stalledAfterMs: request.stalledAfterMs } : {}),
    })
  try {
    let received = await once()
    if (received.resumed && differs(file, received)) {
      // The rest may have been put to the beginning of another file: once more, from the start.
      await removePart(path)
      received = await once()
    }
    requireRight(file, received)
    await rename(partOf(path), path)
    await removePart(path)
    return received
  } catch (error) {
    // Only what a break left is worth keeping: after it, the same bytes follow.
    if (!isBreak(error, request.signal)) await removePart(path)
    throw error
  }
}

/** A whole pull that turned out to be another model than the person wanted is not kept. */
async function orForget<T>(folder: string, work: () => T): Promise<T> {
  try {
    return work()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  }
}

function isBreak(error: unknown, signal: AbortSignal | undefined): boolean {
  return signal?.aborted === true || refusalIn(error)?.refused === 'source-unreachable'
}

/** A file of a pull that broke off in a later one. It is hashed again: days may lie between. */
async function hashIfWhole(path: string, file: ModelFile): Promise<Downloaded | null> {
  if ((await sizeOf(path)) === 0) return null
  const found = await hashFile(path)
  if (!differs(file, found)) return { ...found, resumed: true }
  await rm(path)
  return null
}

type Found = { readonly bytes: number; readonly sha256: string }

function differs(file: ModelFile, found: Found): boolean {
  return file.sha256 !== null && file.sha256 !== found.sha256
}

function requireRight(file: ModelFile, found: Found): void {
  if (file.bytes !== null && file.bytes !== found.bytes) {
    refuse('wrong-size', `${file.name} has ${found.bytes} bytes and should have ${file.bytes}`)
  }
  if (differs(file, found)) {
    refuse('checksum-differs', `${file.name} has the SHA-256 ${found.sha256}, not ${file.sha256}`)
  }
}

function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  )
}
