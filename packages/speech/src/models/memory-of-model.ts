import type { EngineIdentity } from '@plume/transcript'
import { knownModels } from './model-registry.ts'

/** Memory in bytes that one recognition with a model needs, roughly; null for a model that Plume does not know. */
export function memoryOfModel(id: string): number | null {
  return knownModels().find((model) => model.id === id)?.memoryBytes ?? null
}

/** The same, for an engine as it is. Every PocketSphinx model stands on the one general model of the registry. */
export function memoryOfEngine({ engine, model }: EngineIdentity): number | null {
  return memoryOfModel(engine === 'pocketsphinx' ? 'pocketsphinx-en-us' : model)
}
