import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, rm, stat, statfs } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { Failure } from '@plume/records'
import { readModelHeader } from '../whisper-cpp/read-model-header.ts'
import { type Acceptance, acceptLicence } from './accept-licence.ts'
import { isPlainName } from './check-json.ts'
import { hashFile } from './hash-file.ts'
import { withModelsLock } from './lock-models.ts'
import {
  findUnexpectedFile,
  type InstalledFile,
  longestManifestBytes,
  type ModelManifest,
  parseManifest,
} from './model-manifest.ts'
import { type ModelRefusal, orRefusal, refuse } from './model-refusal.ts'
import { type KnownModel, manifestName } from './model-registry.ts'
import { installStaged, type ModelStore, sweep } from './model-store.ts'
import { requireTrust } from './require-trust.ts'
import { readTar, type TarEntry } from './tar-archive.ts'

export type ImportRequest = {
  readonly store: ModelStore
  /** An archive of `plume models export`, or with `id` the model's one file itself. */
  readonly path: string
  readonly id: string | null
  readonly acceptance: Acceptance
  readonly trustedSha256: string | null
  readonly onProgress: (bytes: number, total: number) => void
  readonly signal?: AbortSignal
  readonly now?: () => Date
}

/** Takes a model in from a file. Nothing is in place before all of it is checked. */
export function importModel(request: ImportRequest): Promise<ModelManifest | ModelRefusal> {
  return orRefusal(() =>
    request.id === null ? importArchive(request) : importFile(request, request.id),
  )
}

async function importArchive(request: ImportRequest): Promise<ModelManifest> {
  const { store, signal } = request
  const stream = createReadStream(request.path, {
    highWaterMark: 1024 * 1024,
    ...(signal ? { signal } : {}),
  })
  try {
    const entries = readTar(stream as AsyncIterable<Buffer>)
    const manifest = await readManifest(entries)
    const model = store.known.find(({ id }) => id === manifest.id) ?? null
    const accepted = requireExpected(model, manifest, request)
    return await staging(store, manifest, async (folder) => {
      await unpack(entries, manifest, { folder, request })
      const trustedSha256 = requireTrust(model, manifest.files, request.trustedSha256)
      return { ...manifest, ...noteOf(request), acceptedLicence: accepted, trustedSha256 }
    })
  } catch (error) {
    // The stream's own error only says that it was aborted; the signal says why.
    signal?.throwIfAborted()
    throw error
  } finally {
    stream.destroy()
  }
}

async function readManifest(entries: AsyncGenerator<TarEntry>): Promise<ModelManifest> {
  const { value: first } = await entries.next()
  if (!first || first.name !== manifestName) {
    return refuse('archive-unreadable', 'it does not begin with a manifest')
  }
  if (first.bytes > longestManifestBytes) {
    return refuse('archive-unreadable', 'its manifest is too long')
  }
  const pieces: Buffer[] = []
  for await (const piece of first.content) pieces.push(piece)
  return (
    parseManifest(Buffer.concat(pieces).toString('utf8')) ??
    refuse('archive-unreadable', 'its manifest is not one')
  )
}

/** What can be known before gigabytes are copied. What the archive says of itself is only a bound. */
function requireExpected(
  model: KnownModel | null,
  manifest: ModelManifest,
  request: ImportRequest,
): ModelManifest['acceptedLicence'] {
  if (model === null) {
    if (request.trustedSha256 !== null) return null
    return refuse('checksum-unknown', `Plume does not know a model ${manifest.id}`)
  }
  const unexpected = findUnexpectedFile(model, manifest.files)
  if (unexpected) {
    refuse(unexpected.wrong, `${unexpected.name} is not the one that belongs to ${model.id}`)
  }
  return acceptLicence(model, request.acceptance, request.now)
}

async function unpack(
  entries: AsyncGenerator<TarEntry>,
  manifest: ModelManifest,
  { folder, request }: { readonly folder: string; readonly request: ImportRequest },
): Promise<void> {
  const missing = new Map(manifest.files.map((file) => [file.name, file]))
  const total = manifest.files.reduce((sum, { bytes }) => sum + bytes, 0)
  let before = 0
  for await (const entry of entries) {
    const file = missing.get(entry.name)
    // Only names that the manifest has, and it has only plain ones: no path leads out of the folder.
    if (!file)
      return refuse('archive-unreadable', 'it holds a file that its manifest does not name')
    if (entry.bytes !== file.bytes) {
      return refuse('wrong-size', `${file.name} has ${entry.bytes} bytes, not ${file.bytes}`)
    }
    missing.delete(entry.name)
    await writeChecked(entry.content, file, join(folder, file.name), (bytes) => {
      request.onProgress(before + bytes, total)
      request.signal?.throwIfAborted()
    })
    before += file.bytes
  }
  const [left] = missing.keys()
  if (left !== undefined) refuse('archive-unreadable', `${left} is missing in it`)
}

async function writeChecked(
  content: AsyncIterable<Buffer>,
  expected: { readonly name: string; readonly sha256: string },
  path: string,
  onProgress: (bytes: number) => void,
): Promise<void> {
  const hash = createHash('sha256')
  let bytes = 0
  const file = await open(path, 'wx')
  try {
    for await (const piece of content) {
      bytes += piece.length
      hash.update(piece)
      await file.writeFile(piece)
      onProgress(bytes)
    }
  } finally {
    await file.close()
  }
  const found = hash.digest('hex')
  if (found === expected.sha256) return
  refuse('checksum-differs', `${expected.name} has the SHA-256 ${found}, not ${expected.sha256}`)
}

/** A file without an archive: a known model's by its hash, another Whisper by the hash a person gives. */
async function importFile(request: ImportRequest, id: string): Promise<ModelManifest> {
  const { store, path, signal } = request
  if (!isPlainName(id)) refuse('unknown-model', 'an id has letters, digits, dots and dashes')
  const model = store.known.find((each) => each.id === id) ?? null
  const { name, engine, languages } = await describeFile(model, request)
  const acceptedLicence = model && acceptLicence(model, request.acceptance, request.now)
  const { size } = await stat(path)
  const expected = model?.files[0]?.bytes ?? size
  if (size !== expected)
    refuse('wrong-size', `the file has ${size} bytes, and ${id} has ${expected}`)
  const found = await hashFile(path, {
    signal,
    onProgress: (bytes) => request.onProgress(bytes, 2 * size),
  })
  const file: InstalledFile = { name, ...found, checkedAtMtimeMs: null }
  const unexpected = model && findUnexpectedFile(model, [file])
  if (unexpected) {
    refuse(unexpected.wrong, `the file has the SHA-256 ${file.sha256}, not that of ${id}`)
  }
  const trustedSha256 = requireTrust(model, [file], request.trustedSha256)
  const manifest = { id, engine, languages, files: [file], licence: model?.licence.name ?? null }
  const whole = { ...manifest, ...noteOf(request), acceptedLicence, trustedSha256 }
  return staging(store, whole, async (folder) => {
    // Hashed again while it is copied: it might be another file by now.
    await writeChecked(
      createReadStream(path, { highWaterMark: 1024 * 1024 }) as AsyncIterable<Buffer>,
      file,
      join(folder, name),
      (bytes) => {
        request.onProgress(size + bytes, 2 * size)
        signal?.throwIfAborted()
      },
    )
    return whole
  })
}

type Described = Pick<ModelManifest, 'engine' | 'languages'> & { readonly name: string }

async function describeFile(model: KnownModel | null, request: ImportRequest): Promise<Described> {
  if (model === null) return describeUnknown(request)
  if (model.systemPackage !== null) {
    refuse('model-from-system', `${model.id} comes with the package ${model.systemPackage}`)
  }
  const [file, second] = model.files
  if (!file || second) {
    return refuse(
      'archive-unreadable',
      `${model.id} is ${model.files.length} files: import an archive`,
    )
  }
  return { name: file.name, engine: model.engine, languages: model.languages }
}

async function describeUnknown({ path, trustedSha256 }: ImportRequest): Promise<Described> {
  if (trustedSha256 === null) {
    return refuse('checksum-unknown', 'Plume does not know a model of that id')
  }
  const name = basename(path)
  if (!isPlainName(name) || name === manifestName) {
    refuse('not-a-model', 'its name has more than letters, digits and dots')
  }
  try {
    const { isMultilingual } = await readModelHeader(path)
    return { name, engine: 'whisper.cpp', languages: isMultilingual ? ['en', 'fr'] : ['en'] }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return refuse(
      'not-a-model',
      'it is no ggml Whisper model, and Plume knows no other by one file',
    )
  }
}

function noteOf({ path, now }: ImportRequest): Pick<ModelManifest, 'source' | 'installedAt'> {
  return { source: basename(path), installedAt: (now?.() ?? new Date()).toISOString() }
}

/** Runs `fill` on a new folder and installs what it made, or leaves nothing. */
async function staging(
  store: ModelStore,
  planned: Pick<ModelManifest, 'id' | 'files'>,
  fill: (folder: string) => Promise<ModelManifest>,
): Promise<ModelManifest> {
  await mkdir(store.folder, { recursive: true })
  return withModelsLock(store.folder, async () => {
    await sweep(store.folder)
    await requireSpace(store.folder, planned)
    const folder = join(store.folder, `.staging-${planned.id}`)
    await mkdir(folder)
    try {
      return await installStaged(store, folder, await fill(folder))
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

/** An archive that says it holds a terabyte is answered at once, not when the disk is full. */
async function requireSpace(
  folder: string,
  { files }: Pick<ModelManifest, 'files'>,
): Promise<void> {
  const needed = files.reduce((sum, { bytes }) => sum + bytes, 0)
  const { bavail, bsize } = await statfs(folder)
  if (needed > bavail * bsize) {
    refuse('disk-full', `${needed} bytes are needed and ${bavail * bsize} are free`)
  }
}
