import { readdir, stat } from 'node:fs/promises'
import { basename, join, resolve } from 'node:path'
import type { SpeechEngine } from '@plume/records'
import {
  createSherpaOnnxEngine,
  createWhisperCppEngine,
  describeModel,
  findWhisperCli,
  hashFile,
  hashOfModel,
  hasSherpaOnnx,
  type WhisperPlace,
} from '@plume/speech'
import { isForTransformers, openTransformersModel } from './open-transformers-model.ts'
import { Refused, refuseFile } from './refused.ts'

/**
 * A model by its path, for trying one out: a ggml file, or a folder with the files of sherpa-onnx or of
 * transformers.js. It is hashed, and checked against nothing.
 */
export async function openModel(path: string, place: WhisperPlace): Promise<SpeechEngine> {
  const found = await stat(path).catch((error: unknown) => {
    throw refuseFile(path, error)
  })
  return found.isDirectory() ? openFolder(resolve(path), place) : openFile(path, place)
}

async function openFile(path: string, place: WhisperPlace): Promise<SpeechEngine> {
  const binary = await findWhisperCli(place)
  if (binary === null) {
    throw new Refused(
      'engine-unavailable',
      'there is no whisper-cli here',
      'Build it: plume engines build whisper. Or set WHISPER_CLI.',
    )
  }
  const { sha256 } = await hashFile(path)
  return createWhisperCppEngine({
    binary,
    modelPath: path,
    model: basename(path),
    modelSha256: sha256,
    threads: place.threads,
  })
}

async function openFolder(path: string, place: WhisperPlace): Promise<SpeechEngine> {
  const all = await readdir(path)
  if (isForTransformers(all)) return openTransformersModel(path, place)
  if (!hasSherpaOnnx()) {
    throw new Refused(
      'engine-unavailable',
      'sherpa-onnx, which runs models of several files, is not installed for this machine',
      'Use a model of whisper.cpp: plume models list.',
    )
  }
  const names = all.filter((name) => /\.(onnx|txt)$/.test(name))
  const model = describeModel(names.map((name) => join(path, name)))
  if (model === null) {
    throw new Refused(
      'engine-unavailable',
      'the files in that folder are no model that Plume knows',
      'It takes a Whisper, a NeMo transducer or a MedASR of sherpa-onnx, with its tokens.txt.',
    )
  }
  const files = await Promise.all(
    Object.values(model)
      .filter((file) => file !== model.kind)
      .map(async (file) => ({ name: basename(file), ...(await hashFile(file)) })),
  )
  return createSherpaOnnxEngine({
    model,
    // Nothing in the files says which it knows; MedASR is English.
    languages: model.kind === 'medasr' ? ['en'] : ['en', 'fr'],
    modelId: basename(path),
    modelSha256: hashOfModel(files),
    threads: place.threads,
    favourTerms: place.favourTerms ?? false,
  })
}
