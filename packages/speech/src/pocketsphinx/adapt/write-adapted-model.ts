import { createHash } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type AdaptedManifest, adaptedManifestName, parseManifest } from '../adapted-model.ts'
import type { AdaptedModel } from './build-adapted-model.ts'

/**
 * Puts a model into its folder, whole or not at all: files get names of their own, and the manifest that names
 * them is renamed into place last. The model before stays, for engines that still hear with it; older ones go.
 */
export async function writeAdaptedModel(
  folder: string,
  model: string,
  { languageModel, dictionary, texts, words }: AdaptedModel,
): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const before = await readFile(join(folder, adaptedManifestName), 'utf8')
    .then(parseManifest)
    .catch(() => null)
  const manifest = {
    model,
    languageModel: await put(folder, model, '.lm.bin', languageModel),
    dictionary: await put(folder, model, '.dict', Buffer.from(dictionary)),
    texts,
    words,
  }
  const text = Buffer.from(`${JSON.stringify(manifest, null, 2)}\n`)
  await writeDurably(join(folder, `${adaptedManifestName}.new`), text)
  await rename(join(folder, `${adaptedManifestName}.new`), join(folder, adaptedManifestName))
  await removeOlder(folder, before ? [before, manifest] : [manifest])
}

async function put(folder: string, model: string, ending: string, bytes: Buffer) {
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const file = `${model}-${sha256.slice(0, 12)}${ending}`
  await writeDurably(join(folder, `${file}.new`), bytes)
  await rename(join(folder, `${file}.new`), join(folder, file))
  return { file, sha256 }
}

/** Its words may be patients': nobody else on the machine reads them. */
async function writeDurably(path: string, bytes: Buffer): Promise<void> {
  const handle = await open(path, 'w', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

async function removeOlder(folder: string, kept: readonly AdaptedManifest[]): Promise<void> {
  const names = new Set(kept.flatMap((one) => [one.languageModel.file, one.dictionary.file]))
  const files = (await readdir(folder)).filter((name) => /\.(lm\.bin|dict)(\.new)?$/.test(name))
  const old = files.filter((name) => !names.has(name))
  await Promise.all(old.map((name) => rm(join(folder, name), { force: true })))
}
