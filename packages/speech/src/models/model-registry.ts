import { readFileSync } from 'node:fs'
import {
  asRecord,
  isBoolean,
  isCount,
  isList,
  isPlainName,
  isSha256,
  isText,
  isTextOrNull,
} from './check-json.ts'

export type ModelFile = {
  /** A plain name. The file lies under it in the source, in an archive and in the store. */
  readonly name: string
  readonly bytes: number | null
  /** Lower-case hexadecimal, or null where none was published: then a person has to vouch for one. */
  readonly sha256: string | null
}

export type ModelLicence = {
  /** What `--accept-licence` has to say where `textToAccept` is there. */
  readonly name: string
  readonly url: string
  readonly textToAccept: string | null
}

export const modelEngines = ['whisper.cpp', 'sherpa-onnx', 'pocketsphinx'] as const
export type ModelEngine = (typeof modelEngines)[number]

/** A model that Plume knows of. An id never changes its bytes: other bytes get another id. */
export type KnownModel = {
  readonly id: string
  readonly engine: ModelEngine
  /** Those of Plume's languages that it understands. */
  readonly languages: readonly string[]
  /** What the files' names are appended to; null where only the system's packages bring it. */
  readonly source: string | null
  /** Debian's package, for a model that is not Plume's to install. */
  readonly systemPackage: string | null
  readonly files: readonly ModelFile[]
  /** Needed to run it, roughly; `memorySource` says how it is known. */
  readonly memoryBytes: number
  readonly memorySource: string
  readonly licence: ModelLicence
  /** Whether every file's hash is known, from where `checksumSource` says. */
  readonly verified: boolean
  readonly checksumSource: string
}

let known: readonly KnownModel[] | undefined

/** The models of `models.json`, which is part of the program: one that is wrong is a bug, and throws. */
export function knownModels(): readonly KnownModel[] {
  known ??= parseModels(
    JSON.parse(readFileSync(new URL('models.json', import.meta.url), 'utf8')) as unknown,
  )
  return known
}

export function isModelEngine(value: unknown): value is ModelEngine {
  return modelEngines.some((engine) => engine === value)
}

export function parseModels(value: unknown): readonly KnownModel[] {
  if (!Array.isArray(value)) throw new Error('models.json is not a list')
  const models = value.map(parseModel)
  const ids = models.map(({ id }) => id)
  const twice = ids.find((id, index) => ids.indexOf(id) !== index)
  if (twice !== undefined) throw new Error(`models.json has ${twice} twice`)
  return models
}

function parseModel(value: unknown): KnownModel {
  const entry = asRecord(value)
  const wrong = (what: string) => new Error(`models.json, ${String(entry.id)}: ${what} is wrong`)
  const check = <T>(what: string, is: (value: unknown) => value is T): T => {
    const field = entry[what]
    if (!is(field)) throw wrong(what)
    return field
  }
  const files = check('files', isList).map((file) => parseFile(asRecord(file), wrong))
  const model: KnownModel = {
    id: check('id', isPlainName),
    engine: check('engine', isModelEngine),
    languages: check('languages', isList).map(String),
    source: check('source', isSource),
    systemPackage: check('systemPackage', isTextOrNull),
    files,
    memoryBytes: check('memoryBytes', isCount),
    memorySource: check('memorySource', isText),
    licence: parseLicence(asRecord(entry.licence), wrong),
    verified: check('verified', isBoolean),
    checksumSource: check('checksumSource', isText),
  }
  if (model.verified !== files.every(({ sha256 }) => sha256 !== null)) throw wrong('verified')
  if ((model.source === null) !== (files.length === 0)) throw wrong('source')
  return model
}

function parseFile(
  { name, bytes, sha256 }: Readonly<Record<string, unknown>>,
  wrong: (what: string) => Error,
): ModelFile {
  if (!isPlainName(name) || name === manifestName) throw wrong('a file’s name')
  if (bytes !== null && !isCount(bytes)) throw wrong('bytes')
  if (sha256 !== null && !isSha256(sha256)) throw wrong('sha256')
  return { name, bytes, sha256 }
}

function parseLicence(
  { name, url, textToAccept }: Readonly<Record<string, unknown>>,
  wrong: (what: string) => Error,
): ModelLicence {
  if (!isText(name) || !isText(url) || !isTextOrNull(textToAccept)) throw wrong('licence')
  return { name, url, textToAccept }
}

/** What stands beside a model's files in its folder, and first in an archive. */
export const manifestName = 'manifest.json'

function isSource(value: unknown): value is string | null {
  return value === null || (isText(value) && value.startsWith('https://') && value.endsWith('/'))
}
