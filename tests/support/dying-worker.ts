/**
 * A real worker that kills itself with SIGKILL at one exact place, once.
 *
 * `DIE_AT` names the place; the file `DIE_ONCE` is made just before, and while it exists no worker
 * dies again. `SCRIPTED_MS` replaces the speech engine by the scripted one, taking that long.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { createScriptedEngine } from '@plume/speech'
import { pino } from 'pino'
import { loadConfig } from '../../services/worker/src/config.ts'
import type { TranscribeDictationNeeds } from '../../services/worker/src/jobs/transcribe-dictation.ts'
import { startWorker } from '../../services/worker/src/start-worker.ts'
import { scriptedWords } from './scripted-words.ts'

const { DIE_AT: dieAt, DIE_ONCE: dieOnce, SCRIPTED_MS: scriptedMs, ...environment } = process.env

function dieHere(place: string): void {
  if (place !== dieAt || dieOnce === undefined || existsSync(dieOnce)) return
  writeFileSync(dieOnce, place)
  process.kill(process.pid, 'SIGKILL')
}

/** Calls `dieHere` before and after each step that leaves a trace outside this process. */
function mortal(needs: TranscribeDictationNeeds): TranscribeDictationNeeds {
  const { dictations, decoder, blobs } = needs
  return {
    ...needs,
    decoder: {
      decode: async (request) => {
        dieHere('before-decode')
        const decoded = await decoder.decode(request)
        dieHere('after-decode')
        return decoded
      },
    },
    blobs: {
      ...blobs,
      open: (...request) => blobs.open(...request),
      put: async (...request) => {
        const stored = await blobs.put(...request)
        dieHere('after-playback-blob')
        return stored
      },
    },
    engines: () =>
      needs.engines().map((engine) => ({
        identity: engine.identity,
        capabilities: engine.capabilities,
        async *transcribe(pieces, options) {
          dieHere('before-recognise')
          yield* engine.transcribe(pieces, options)
          dieHere('after-recognise')
        },
      })),
    dictations: {
      ...dictations,
      saveRecognition: async (...request) => {
        const saved = await dictations.saveRecognition(...request)
        dieHere('after-save-recognition')
        return saved
      },
      saveDraft: async (...request) => {
        dieHere('before-save-draft')
        const saved = await dictations.saveDraft(...request)
        dieHere('after-save-draft')
        return saved
      },
    },
  }
}

const log = pino({ base: { service: 'worker', pid: process.pid } })
const worker = await startWorker(loadConfig(environment), log, {
  wrapNeeds: mortal,
  ...(scriptedMs === undefined
    ? {}
    : {
        findEngines: async () => [
          createScriptedEngine({ words: scriptedWords, delayMs: Number(scriptedMs) }),
        ],
        // It hears nothing, and says what it was told to.
        smokeTest: async () => ({ passed: true, clipMs: 1000, workMs: 1000 }),
      }),
})
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)))
