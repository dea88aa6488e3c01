import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure, type SpeechEngine, type SpeechLanguage } from '@plume/records'
import { hearWhole } from '@plume/speech'
import { openJobDirectory } from './steps/job-directory.ts'
import { describeError } from './steps/settle-failure.ts'
import type { Log } from './worker-log.ts'

const lookAgainAfterMs = 30_000
const smokeTestLimitMs = 60_000

export type EngineStock = {
  /** The engines that passed their smoke test, best first. */
  ready(): readonly SpeechEngine[]
  close(): void
}

/**
 * Finds speech engines and tries each one before it gets a patient's dictation. While there is none
 * it looks again, so that installing one needs no restart.
 */
export async function stockEngines(needs: {
  readonly find: () => Promise<readonly SpeechEngine[]>
  readonly tempDir: string
  readonly log: Log
}): Promise<EngineStock> {
  let engines: readonly SpeechEngine[] = []
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const look = async () => {
    try {
      engines = await thoseThatWork(await needs.find(), needs)
    } catch (error) {
      // A program that somebody chose and that does not work must stop the start.
      if (error instanceof Failure && error.code === 'invalid-configuration') throw error
      needs.log.warn({ error: describeError(error) }, 'looking for speech engines failed')
    }
    if (engines.length > 0 || closed) return
    timer = setTimeout(() => void look(), lookAgainAfterMs)
  }

  await look()
  if (engines.length === 0) needs.log.warn('no speech engine: dictations wait until there is one')
  return {
    ready: () => engines,
    close: () => {
      closed = true
      clearTimeout(timer)
    },
  }
}

async function thoseThatWork(
  found: readonly SpeechEngine[],
  needs: { readonly tempDir: string; readonly log: Log },
): Promise<readonly SpeechEngine[]> {
  const working: SpeechEngine[] = []
  for (const engine of found) {
    const { engine: name, model, demonstrationOnly } = engine.identity
    const startedAt = performance.now()
    try {
      await smokeTest(engine, needs.tempDir)
      working.push(engine)
      const ms = Math.round(performance.now() - startedAt)
      needs.log.info({ engine: name, model, demonstrationOnly, ms }, 'speech engine ready')
    } catch (error) {
      needs.log.error(
        { engine: name, model, error: describeError(error) },
        'speech engine failed its smoke test: not used',
      )
    }
  }
  return working
}

/** One second of silence must come back without a crash, whatever the engine thinks it heard. */
async function smokeTest(engine: SpeechEngine, tempDir: string): Promise<void> {
  const directory = await openJobDirectory(tempDir)
  try {
    const wavPath = join(directory.path, 'silence.wav')
    await writeFile(wavPath, silentWav(1000))
    const language: SpeechLanguage = engine.capabilities.languages[0] ?? 'en'
    const signal = AbortSignal.timeout(smokeTestLimitMs)
    await hearWhole(engine, { wavPath, durationMs: 1000 }, { language, signal })
  } finally {
    await directory.remove()
  }
}

/** 16 kHz mono 16-bit PCM in a RIFF/WAVE file, all zeros. */
function silentWav(durationMs: number): Buffer {
  const sampleRate = 16_000
  const dataBytes = (durationMs * sampleRate * 2) / 1000
  const wav = Buffer.alloc(44 + dataBytes)
  wav.write('RIFF', 0, 'latin1')
  wav.writeUInt32LE(36 + dataBytes, 4)
  wav.write('WAVEfmt ', 8, 'latin1')
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(sampleRate, 24)
  wav.writeUInt32LE(sampleRate * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36, 'latin1')
  wav.writeUInt32LE(dataBytes, 40)
  return wav
}
