import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findSileroModel, findSpeech, lengthOf, measureEnvelope } from '@plume/speech'
import { bytesPerMs, wavOf } from '../packages/speech/src/wav-samples.ts'

/**
 * Silero joined with loudness, against loudness alone: how much of a recording is called speech, how much of what
 * was put in as silence is left out, and how long it takes, on the same sound in the same run.
 */
export async function benchVoiceActivity(): Promise<void> {
  if (findSileroModel() === null) return console.log('voice activity: SKIPPED, no Silero here')
  const folder = await mkdtemp(join(tmpdir(), 'plume-bench-'))
  try {
    console.log('voice activity, Silero (with loudness) and loudness alone:')
    for (const clip of await clips()) {
      const wavPath = join(folder, 'clip.wav')
      await writeFile(wavPath, wavOf(clip.samples))
      await compare(clip, wavPath)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

type Clip = { readonly name: string; readonly samples: Buffer; readonly silentMs: number }

async function compare({ name, silentMs }: Clip, wavPath: string): Promise<void> {
  const startedAt = performance.now()
  const levels = await measureEnvelope(wavPath)
  const totalMs = levels.length * 10
  const loudness = await findSpeech({ wavPath, levels, sileroModel: null })
  const loudnessMs = performance.now() - startedAt
  const sileroAt = performance.now()
  const silero = await findSpeech({ wavPath, levels })
  const sileroMs = performance.now() - sileroAt
  const share = (ms: number) => `${((100 * ms) / totalMs).toFixed(0)} %`
  console.log(
    `  ${name}, ${(totalMs / 1000).toFixed(0)} s (${share(totalMs - silentMs)} with a voice in it): ` +
      `Silero calls ${share(lengthOf(silero.speech))} speech in ${sileroMs.toFixed(0)} ms, ` +
      `loudness ${share(lengthOf(loudness.speech))} in ${loudnessMs.toFixed(0)} ms; ` +
      `ratio of times to the recording ${(sileroMs / totalMs).toFixed(4)}; ` +
      `this process ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  )
}

async function clips(): Promise<readonly Clip[]> {
  const spoken = await sample('general-consultation')
  const french = await sample('consultation-generale')
  const pause = Buffer.alloc(20_000 * bytesPerMs)
  const withPauses = (voice: Buffer) => Buffer.concat([voice, pause, voice, pause])
  const hour = Buffer.concat(
    Array.from({ length: 36 }, () => [spoken, spoken, french, pause]).flat(),
  )
  return [
    { name: 'English, synthetic', samples: withPauses(spoken), silentMs: 40_000 },
    { name: 'French, synthetic', samples: withPauses(french), silentMs: 40_000 },
    { name: 'English in hiss', samples: inHiss(withPauses(spoken)), silentMs: 40_000 },
    { name: 'hiss alone', samples: inHiss(pause), silentMs: 20_000 },
    ...(await humanClips(pause)),
    { name: 'an hour', samples: hour, silentMs: 36 * 20_000 },
  ]
}

async function humanClips(pause: Buffer): Promise<readonly Clip[]> {
  const path = new URL('../../shared/audio/speech/jfk.wav', import.meta.url)
  if (!existsSync(path)) return []
  const wav = await readFile(path)
  const spoken = wav.subarray(wav.indexOf('data') + 8)
  const samples = Buffer.concat([spoken, pause, spoken, pause])
  return [
    { name: 'a human voice', samples: spoken, silentMs: 0 },
    { name: 'a human voice with silences', samples, silentMs: 40_000 },
    { name: 'a human voice in hiss', samples: inHiss(samples), silentMs: 40_000 },
  ]
}

async function sample(name: string): Promise<Buffer> {
  return (await readFile(new URL(`../samples/${name}.wav`, import.meta.url))).subarray(44)
}

/** Evenly spread noise at -43 dB of full scale, the same each time. */
function inHiss(samples: Buffer): Buffer {
  const noisy = Buffer.from(samples)
  let state = 1
  for (let at = 0; at + 2 <= noisy.length; at += 2) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const value = noisy.readInt16LE(at) + (state / 2 ** 31 - 1) * 400
    noisy.writeInt16LE(Math.max(-0x8000, Math.min(0x7fff, Math.round(value))), at)
  }
  return noisy
}
