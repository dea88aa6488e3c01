import type { SpeechEngine } from '@plume/records'
import { findSpeechEngines, knownModels, type WhisperPlace } from '@plume/speech'
import type { Log } from './worker-log.ts'

export type InstalledEngines = {
  find(): Promise<readonly SpeechEngine[]>
  /** Models that the last `find` left out, because their bytes are not what they were. */
  damagedModels(): readonly string[]
}

/** The engines of this machine, and what of them is broken. */
export function createInstalledEngines(
  {
    whisper,
    pocketsphinxDir,
  }: { readonly whisper: WhisperPlace; readonly pocketsphinxDir: string },
  log: Pick<Log, 'error'>,
): InstalledEngines {
  const damaged = new Set<string>()
  return {
    find: () => {
      damaged.clear()
      const onDamaged = (model: string) => {
        damaged.add(model)
        log.error({ model }, 'a speech model is damaged: not used')
      }
      return findSpeechEngines({
        whisper: { ...whisper, onDamaged },
        pocketsphinx: {
          siteModelDir: pocketsphinxDir,
          onDamaged: (folder) =>
            log.error({ folder }, 'an adapted language model is damaged: the next one is used'),
        },
      })
    },
    damagedModels: () => [...damaged],
  }
}

/** What a model would understand if it were whole; of one that Plume does not know, any language. */
export function languagesOfModel(id: string): readonly string[] {
  return knownModels().find((model) => model.id === id)?.languages ?? ['en', 'fr']
}
