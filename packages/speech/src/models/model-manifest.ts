import { createHash } from 'node:crypto'
import {
  asRecord,
  isCount,
  isList,
  isPlainName,
  isSha256,
  isText,
  isTextOrNull,
} from './check-json.ts'
import { isModelEngine, type KnownModel, type ModelEngine, manifestName } from './model-registry.ts'

export type InstalledFile = {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
  /** The file's time when it was last hashed, in milliseconds; with its size, the cheap check. */
  readonly checkedAtMtimeMs: number | null
}

/** What lies beside a model's files as `manifest.json`, and first in an archive. */
export type ModelManifest = {
  readonly id: string
  readonly engine: ModelEngine
  readonly languages: readonly string[]
  readonly files: readonly InstalledFile[]
  /** An address, or the archive's or file's name. */
  readonly source: string
  /** ISO 8601. */
  readonly installedAt: string
  readonly licence: string | null
  readonly acceptedLicence: {
    readonly name: string
    readonly who: string
    readonly when: string
  } | null
  /** The hash that a person vouched for with `--trust-sha256`, where the registry has none. */
  readonly trustedSha256: string | null
}

/** No manifest is near this; an archive that says otherwise is none of ours. */
export const longestManifestBytes = 64 * 1024
const mostFiles = 16

export function parseManifest(text: string): ModelManifest | null {
  const value = asRecord(parseJson(text))
  const { id, engine, languages, files, source, installedAt, licence, trustedSha256 } = value
  if (!isPlainName(id) || !isModelEngine(engine) || !isList(languages) || !isList(files))
    return null
  if (!languages.every(isText) || files.length === 0 || files.length > mostFiles) return null
  if (!isText(source) || !isText(installedAt) || !isTextOrNull(licence)) return null
  if (trustedSha256 !== null && !isSha256(trustedSha256)) return null
  const parsed = files.map(parseFile).filter((file) => file !== null)
  if (new Set(parsed.map(({ name }) => name)).size !== files.length) return null
  const acceptedLicence = parseAcceptance(value.acceptedLicence)
  return {
    id,
    engine,
    languages,
    files: parsed,
    source,
    installedAt,
    licence,
    acceptedLicence,
    trustedSha256,
  }
}

function parseFile(value: unknown): InstalledFile | null {
  const { name, bytes, sha256, checkedAtMtimeMs } = asRecord(value)
  if (!isPlainName(name) || name === manifestName || !isCount(bytes) || !isSha256(sha256)) {
    return null
  }
  const time = typeof checkedAtMtimeMs === 'number' ? checkedAtMtimeMs : null
  return { name, bytes, sha256, checkedAtMtimeMs: time }
}

function parseAcceptance(value: unknown): ModelManifest['acceptedLicence'] {
  const { name, who, when } = asRecord(value)
  return isText(name) && isText(who) && isText(when) ? { name, who, when } : null
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

type Hashed = { readonly name: string; readonly sha256: string }

/**
 * One hash for the whole model: its file's, or for several files the hash of what `sha256sum` prints
 * for them in the order of their names, so that a person can compute it: `sha256sum * | sha256sum`.
 */
export function hashOfModel(files: readonly Hashed[]): string {
  const [only, second] = files
  if (only && !second) return only.sha256
  const lines = [...files]
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(({ name, sha256 }) => `${sha256}  ${name}\n`)
  return createHash('sha256').update(lines.join('')).digest('hex')
}

/** The first file whose hash is not the registry's, or that the registry does not have. */
export function findUnexpectedFile(
  model: KnownModel,
  files: readonly (Hashed & { readonly bytes: number })[],
): { readonly name: string; readonly wrong: 'wrong-size' | 'checksum-differs' } | null {
  for (const { name, bytes, sha256 } of files) {
    const known = model.files.find((file) => file.name === name)
    if (!known) return { name, wrong: 'checksum-differs' }
    if (known.bytes !== null && known.bytes !== bytes) return { name, wrong: 'wrong-size' }
    if (known.sha256 !== null && known.sha256 !== sha256) {
      return { name, wrong: 'checksum-differs' }
    }
  }
  const missing = model.files.find(({ name }) => !files.some((file) => file.name === name))
  return missing ? { name: missing.name, wrong: 'wrong-size' } : null
}
