import type { SpeechEngine, SpeechLanguage } from '@plume/records'
import {
  createPocketSphinxEngine,
  type PocketSphinxOptions,
} from './pocketsphinx/create-pocketsphinx-engine.ts'

/** The engines that this machine has, best first. Today that is PocketSphinx or none. */
export async function findSpeechEngines(
  options: { readonly pocketsphinx?: PocketSphinxOptions } = {},
): Promise<readonly SpeechEngine[]> {
  const pocketsphinx = await createPocketSphinxEngine(options.pocketsphinx)
  return 'unavailable' in pocketsphinx ? [] : [pocketsphinx]
}

/** The best engine for a language, or null. */
export function selectEngine(
  engines: readonly SpeechEngine[],
  language: SpeechLanguage,
): SpeechEngine | null {
  return engines.find(({ capabilities }) => capabilities.languages.includes(language)) ?? null
}
