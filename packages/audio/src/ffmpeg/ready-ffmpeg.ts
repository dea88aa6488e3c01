import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Failure } from '@plume/records'
import { createWavWriter } from '../wav/write-wav.ts'
import { type Layer, layersToTry } from './confinement.ts'
import { type Ffmpeg, type FindFfmpeg, findFfmpeg } from './find-ffmpeg.ts'
import { type ConfinedFfmpeg, runFfmpeg } from './run-ffmpeg.ts'

const trialMs = 100

/**
 * Finds ffmpeg and lets it decode a tenth of a second of WAV, in as many layers of confinement as the
 * system permits: what works there works for recordings. Null where there is none that decodes; throws
 * `invalid-configuration` where that is the configured one.
 */
export async function readyFfmpeg(
  options: FindFfmpeg & { readonly tempDir: string },
): Promise<ConfinedFfmpeg | null> {
  const ffmpeg = await findFfmpeg(options)
  if (!ffmpeg) return null
  const folder = await mkdtemp(join(options.tempDir, 'plume-ffmpeg-trial-'))
  try {
    const layers = await permittedLayers(ffmpeg, folder)
    if (layers) return { ...ffmpeg, layers }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  if (!options.configured) return null
  throw new Failure('invalid-configuration', 'the ffmpeg that FFMPEG_PATH names decodes no WAV', {
    retryable: false,
  })
}

/** All of them, mostly; else one after another. Null where it does not even run without any. */
async function permittedLayers(ffmpeg: Ffmpeg, folder: string): Promise<readonly Layer[] | null> {
  const inputPath = join(folder, 'trial.wav')
  const wav = await createWavWriter(inputPath)
  await wav.write(Int16Array.from({ length: trialMs * 16 }, (_, n) => (n % 40) * 500))
  await wav.finish()

  async function works(layers: readonly Layer[]): Promise<boolean> {
    const trial = { inputPath, outputPath: join(folder, 'decoded.wav'), container: 'wav' }
    return runFfmpeg(
      { ...ffmpeg, layers },
      { ...trial, maxDurationMs: 1000, tempDir: folder, timeoutMs: 10_000 },
    ).then(
      (decoded) => 'facts' in decoded && decoded.facts.durationMs === trialMs,
      () => false,
    )
  }

  const all = layersToTry(process.getuid?.() === 0)
  if (await works(all)) return all
  if (!(await works([]))) return null
  let permitted: readonly Layer[] = []
  for (const layer of all) if (await works([...permitted, layer])) permitted = [...permitted, layer]
  return permitted
}
