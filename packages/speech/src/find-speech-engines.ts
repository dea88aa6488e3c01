import type { SpeechEngine, SpeechLanguage } from '@plume/records'
import { createModelStore } from './models/model-store.ts'
import {
  createPocketSphinxEngine,
  type PocketSphinxOptions,
} from './pocketsphinx/create-pocketsphinx-engine.ts'
import { createWhisperCppEngine } from './whisper-cpp/create-whisper-cpp-engine.ts'
import { findWhisperCli } from './whisper-cpp/find-whisper-cli.ts'

export type WhisperPlace = {
  /** A `whisper-cli` to use instead of the one that is found. */
  readonly configured?: string
  /** Where `plume engines build whisper` puts it. */
  readonly builtIn: string
  /** Folders to look in, as in PATH. */
  readonly searchPath: string
  readonly modelsDir: string
  readonly threads: number
  /** Told of an installed model whose bytes are not what they were: it is not used. */
  readonly onDamaged?: (model: string) => void
}

/**
 * The engines that this machine has, best first: whisper.cpp with each model that is installed and intact, the
 * largest before the others, then PocketSphinx. Throws `invalid-configuration` where the configured
 * `whisper-cli` is none.
 */
export async function findSpeechEngines(
  options: { readonly whisper?: WhisperPlace; readonly pocketsphinx?: PocketSphinxOptions } = {},
): Promise<readonly SpeechEngine[]> {
  const pocketsphinx = await createPocketSphinxEngine(options.pocketsphinx)
  return [
    ...(options.whisper ? await findWhisperEngines(options.whisper) : []),
    ...('unavailable' in pocketsphinx ? [] : [pocketsphinx]),
  ]
}

async function findWhisperEngines(place: WhisperPlace): Promise<readonly SpeechEngine[]> {
  const binary = await findWhisperCli(place)
  if (binary === null) return []
  const store = createModelStore(place.modelsDir)
  const sized: { readonly bytes: number; readonly engine: SpeechEngine }[] = []
  for (const { id, engine: kind, files } of await store.installedModels()) {
    const [file] = files
    if (kind !== 'whisper.cpp' || !file) continue
    if (!(await store.isIntact(id))) {
      place.onDamaged?.(id)
      continue
    }
    const engine = await createWhisperCppEngine({
      binary,
      modelPath: store.pathOf(id, file.name),
      model: id,
      modelSha256: file.sha256,
      threads: place.threads,
    })
    sized.push({ bytes: file.bytes, engine })
  }
  return sized.toSorted((a, b) => b.bytes - a.bytes).map(({ engine }) => engine)
}

/** The best engine for a language, or null. */
export function selectEngine(
  engines: readonly SpeechEngine[],
  language: SpeechLanguage,
): SpeechEngine | null {
  return engines.find(({ capabilities }) => capabilities.languages.includes(language)) ?? null
}
