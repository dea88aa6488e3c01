/**
 * A real worker for the memory bench. `SCRIPTED_MS` replaces the engine by the scripted one; `ANY_ENGINE` takes engines
 * without their smoke test, since weights by chance hear nothing.
 */
import { createScriptedEngine } from '@plume/speech'
import { pino } from 'pino'
import { loadConfig } from '../services/worker/src/config.ts'
import { startWorker } from '../services/worker/src/start-worker.ts'
import { scriptedWords } from '../tests/support/scripted-words.ts'

const { SCRIPTED_MS: scriptedMs, ANY_ENGINE: anyEngine, ...environment } = process.env
const scripted = () =>
  createScriptedEngine({ words: scriptedWords, delayMs: Number(scriptedMs), longestPieceMs: 3e6 })

const worker = await startWorker(loadConfig(environment), pino(), {
  ...(scriptedMs === undefined ? {} : { findEngines: async () => [scripted()] }),
  ...(scriptedMs === undefined && anyEngine === undefined
    ? {}
    : { smokeTest: async () => ({ passed: true, clipMs: 1000, workMs: 1000 }) }),
})
process.on('SIGTERM', () => void worker.stop().then(() => process.exit(0)))
