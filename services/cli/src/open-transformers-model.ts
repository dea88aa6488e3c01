import { readdir, readFile } from 'node:fs/promises'
import { basename, join, relative } from 'node:path'
import type { SpeechEngine } from '@plume/records'
import {
  createTransformersEngine,
  findAddOn,
  hashFile,
  hashOfModel,
  type WhisperPlace,
} from '@plume/speech'
import { Refused } from './refused.ts'

/** Whether a folder is a model as transformers.js takes it: its networks lie in a folder of their own. */
export function isForTransformers(names: readonly string[]): boolean {
  return names.includes('config.json') && names.includes('onnx')
}

/** Such a model, where the engine was added. Every file of it is hashed, and checked against nothing. */
export async function openTransformersModel(
  path: string,
  { addOnsDir, threads }: WhisperPlace,
): Promise<SpeechEngine> {
  const folder = addOnsDir ? await findAddOn(addOnsDir, 'transformers') : null
  if (folder === null) {
    throw new Refused(
      'engine-unavailable',
      'transformers, which runs this kind of model, was not added to this machine',
      'Add it: plume engines add transformers. Or use a model of whisper.cpp: plume models list.',
    )
  }
  const entries = await readdir(path, { recursive: true, withFileTypes: true })
  const paths = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const files = await Promise.all(
    paths.map(async (file) => ({ name: relative(path, file), ...(await hashFile(file)) })),
  )
  return createTransformersEngine({
    folder,
    modelDir: path,
    isMultilingual: await isMultilingual(path),
    modelId: basename(path),
    modelSha256: hashOfModel(files),
    threads,
  })
}

async function isMultilingual(path: string): Promise<boolean> {
  try {
    const told: unknown = JSON.parse(await readFile(join(path, 'generation_config.json'), 'utf8'))
    return (
      typeof told === 'object' && told !== null && Reflect.get(told, 'is_multilingual') === true
    )
  } catch {
    throw new Refused(
      'engine-unavailable',
      'the model has no generation_config.json that says which languages it knows',
      'Copy the whole folder of a Whisper for transformers.js.',
    )
  }
}
