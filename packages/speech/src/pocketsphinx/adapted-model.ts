import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { asRecord, isPlainName, isSha256 } from '../models/check-json.ts'

/** The medical model that ships with Plume. */
export const shippedModelDir = fileURLToPath(new URL('../../pocketsphinx-medical', import.meta.url))

/** Names an adapted model's files. It is written last: without it there is no model. */
export const adaptedManifestName = 'model.json'

export type AdaptedManifest = {
  readonly model: string
  readonly languageModel: AdaptedFile
  readonly dictionary: AdaptedFile
}
export type AdaptedFile = { readonly file: string; readonly sha256: string }

/** A language model and a dictionary for PocketSphinx's acoustic model, and the name to show. */
export type LanguageModel = {
  readonly model: string
  readonly languageModelPath: string
  readonly dictionaryPath: string
}

/**
 * The adapted model of a folder, or why there is none: `absent`, or `damaged` where a file is missing or its bytes
 * are not those that were written.
 */
export async function readAdaptedModel(
  folder: string,
): Promise<LanguageModel | 'absent' | 'damaged'> {
  const text = await readFile(join(folder, adaptedManifestName), 'utf8').catch(() => null)
  if (text === null) return 'absent'
  const manifest = parseManifest(text)
  if (manifest === null) return 'damaged'
  const { model, languageModel, dictionary } = manifest
  const intact = await Promise.all(
    [languageModel, dictionary].map((file) => isIntact(folder, file)),
  )
  if (intact.includes(false)) return 'damaged'
  return {
    model,
    languageModelPath: join(folder, languageModel.file),
    dictionaryPath: join(folder, dictionary.file),
  }
}

export function parseManifest(text: string): AdaptedManifest | null {
  const { model, languageModel, dictionary } = asRecord(parseJson(text))
  const [languageModelFile, dictionaryFile] = [fileOf(languageModel), fileOf(dictionary)]
  if (!isPlainName(model) || !languageModelFile || !dictionaryFile) return null
  return { model, languageModel: languageModelFile, dictionary: dictionaryFile }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function fileOf(value: unknown): AdaptedFile | null {
  const { file, sha256 } = asRecord(value)
  return isPlainName(file) && isSha256(sha256) ? { file, sha256 } : null
}

async function isIntact(folder: string, { file, sha256 }: AdaptedFile): Promise<boolean> {
  const bytes = await readFile(join(folder, file)).catch(() => null)
  return bytes !== null && createHash('sha256').update(bytes).digest('hex') === sha256
}
