/**
 * A real worker that kills itself with SIGKILL at one exact place, once.
 *
 * `DIE_AT` names the place; the file `DIE_ONCE` is made just before, and while it exists no worker
 * dies again. `SCRIPTED_MS` replaces the speech engine by the scripted one, taking that long for a piece, and
 * `SCRIPTED_TEXT` has it hear these words, and
 * `SCRIPTED_PIECES=numbered` has it say one word for each piece, named by its number in the plan. Each piece that
 * it begins and has heard is logged.
 */
import { existsSync, writeFileSync } from 'node:fs'
import { basename } from 'node:path'
import type { HeardPiece, SpeechEngine, SpeechPiece } from '@plume/records'
import { createScriptedEngine } from '@plume/speech'
import { pino } from 'pino'
import { loadConfig } from '../../services/worker/src/config.ts'
import type { TranscribeDictationNeeds } from '../../services/worker/src/jobs/transcribe-dictation.ts'
import { startWorker } from '../../services/worker/src/start-worker.ts'
import { scriptedWords, wordsSaid } from './scripted-words.ts'

const {
  DIE_AT: dieAt,
  DIE_ONCE: dieOnce,
  SCRIPTED_MS: scriptedMs,
  SCRIPTED_TEXT: scriptedText,
  SCRIPTED_PIECES: scriptedPieces,
  ...environment
} = process.env

function dieHere(place: string): void {
  if (place !== dieAt || dieOnce === undefined || existsSync(dieOnce)) return
  writeFileSync(dieOnce, place)
  process.kill(process.pid, 'SIGKILL')
}

/** Calls `dieHere` before and after each step that leaves a trace outside this process. */
function mortal(needs: TranscribeDictationNeeds): TranscribeDictationNeeds {
  const { dictations, decoder, blobs, shares } = needs
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
          yield* logged(engine.transcribe(pieces, options), pieces)
          dieHere('after-recognise')
        },
      })),
    shares: {
      ...shares,
      shareOut: async (...request) => {
        dieHere('before-share-out')
        const saved = await shares.shareOut(...request)
        dieHere('after-share-out')
        return saved
      },
      claim: async (...request) => {
        const claim = await shares.claim(...request)
        if (claim) dieHere('after-claim')
        return claim
      },
      savePiece: async (...request) => {
        if (request[1].index > 0) dieHere('before-save-piece')
        const saved = await shares.savePiece(...request)
        if (request[1].index > 0) dieHere('after-save-piece')
        return saved
      },
      finish: async (...request) => {
        dieHere('before-finish')
        const saved = await shares.finish(...request)
        dieHere('after-finish')
        return saved
      },
    },
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

/** The file of a piece is named by its number in the plan. */
const numberOf = ({ wavPath }: SpeechPiece) => basename(wavPath, '.wav')

async function* logged(heard: AsyncIterable<HeardPiece>, pieces: readonly SpeechPiece[]) {
  let next = 0
  const begin = () => {
    const piece = pieces[next]
    if (piece) log.info({ begun: numberOf(piece) }, 'piece begun')
  }
  begin()
  for await (const words of heard) {
    const piece = pieces[next++]
    if (piece) log.info({ piece: numberOf(piece) }, 'piece heard')
    yield words
    begin()
  }
}

function scriptedEngine(delayMs: number): SpeechEngine {
  if (scriptedPieces !== 'numbered') {
    const words = scriptedText === undefined ? scriptedWords : wordsSaid(scriptedText)
    return createScriptedEngine({ words, delayMs })
  }
  const engine = createScriptedEngine({ words: [], delayMs })
  return {
    ...engine,
    async *transcribe(pieces, options) {
      let next = 0
      for await (const { omissions } of engine.transcribe(pieces, options)) {
        const piece = pieces[next++]
        if (!piece) return
        const endMs = piece.durationMs
        yield { words: [{ text: `piece${numberOf(piece)}`, startMs: 0, endMs }], omissions }
      }
    },
  }
}

const log = pino({ base: { service: 'worker', pid: process.pid } })
const worker = await startWorker(loadConfig(environment), log, {
  wrapNeeds: mortal,
  ...(scriptedMs === undefined
    ? {}
    : {
        findEngines: async () => [scriptedEngine(Number(scriptedMs))],
        // It hears nothing, and says what it was told to.
        smokeTest: async () => ({ passed: true, clipMs: 1000, workMs: 1000 }),
      }),
})
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)))
