/** The program of the child process that runs transformers.js: one Whisper model, and one piece after the other. */
import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join } from 'node:path'
import { answerParent, NotHere } from '../engine-child/answer-parent.ts'
import { refuseNetwork } from '../engine-child/refuse-network.ts'
import { readFloats } from '../float-samples.ts'

export type TransformersSettings = {
  /** Where `plume engines add` put it. */
  readonly folder: string
  /** A model's folder, as its host has it: `config.json`, `onnx/encoder_model.onnx` and so on. */
  readonly modelDir: string
  readonly threads: number
  /** Null for a model that knows only English: it refuses to be told. */
  readonly language: string | null
}
export type TransformersQuestion = { readonly wavPath: string }

/** What is used of `@huggingface/transformers` (4.3.1). */
type Transformers = {
  readonly env: { allowRemoteModels: boolean; useFSCache: boolean; localModelPath: string }
  pipeline(task: string, model: string, options: object): Promise<Recogniser>
}
type Recogniser = (samples: Float32Array, options: object) => Promise<unknown>

answerParent<TransformersSettings, TransformersQuestion>(async (settings) => {
  refuseNetwork()
  const { modelDir, threads, language } = settings
  const { env, pipeline } = load(settings.folder)
  env.allowRemoteModels = false
  env.useFSCache = false
  env.localModelPath = dirname(modelDir)
  const recogniser = await pipeline('automatic-speech-recognition', basename(modelDir), {
    device: 'cpu',
    dtype: await precisionOf(modelDir),
    session_options: { intraOpNumThreads: threads, interOpNumThreads: 1 },
  })
  // Never `translate`: a French report stays French.
  const told = language === null ? {} : { language, task: 'transcribe' }
  return async ({ wavPath }) =>
    recogniser(await readFloats(wavPath, 0), { ...told, return_timestamps: true })
})

function load(folder: string): Transformers {
  try {
    return createRequire(join(folder, 'package.json'))('@huggingface/transformers')
  } catch {
    throw new NotHere('transformers is not here, or not made for this machine: plume engines add')
  }
}

/** The smaller weights where the folder has them. */
async function precisionOf(modelDir: string): Promise<'q8' | 'fp32'> {
  return access(join(modelDir, 'onnx', 'encoder_model_quantized.onnx')).then(
    () => 'q8',
    () => 'fp32',
  )
}
