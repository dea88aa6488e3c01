import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import {
  coresOfThisMachine,
  findSileroModel,
  findSpeech,
  lengthOf,
  measureEnvelope,
} from '@plume/speech'
import { findSpeechBySilero } from '../packages/speech/src/voice-activity/find-speech-by-silero.ts'
import { bytesPerMs, wavOf } from '../packages/speech/src/wav-samples.ts'
import { memoryOfTree, peakOf } from './memory-of-processes.ts'

/**
 * Silero joined with loudness, against loudness alone: how much of a recording is called speech, how much of what
 * was put in as silence is left out, and how long it takes, on the same sound in the same run.
 */
export async function benchVoiceActivity(): Promise<void> {
  const modelPath = findSileroModel()
  if (modelPath === null) return console.log('voice activity: SKIPPED, no Silero here')
  const folder = await mkdtemp(join(tmpdir(), 'plume-bench-'))
  try {
    console.log('voice activity, Silero (with loudness) and loudness alone:')
    for (const clip of await clips()) {
      const wavPath = join(folder, 'clip.wav')
      await writeFile(wavPath, wavOf(clip.samples))
      await compare(clip, wavPath)
    }
    const wavPath = join(folder, 'hour.wav')
    await writeFile(wavPath, wavOf(await anHour()))
    await compareProcesses(modelPath, wavPath)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** Of what as many processes as there are processors could save at best. */
const leastShare = 0.8

/**
 * An hour, heard by one process (a hundredth of its length, ADR 0018) and by as many as there are processors: how much
 * sooner, and in how much memory of all processes (Linux only).
 */
async function compareProcesses(modelPath: string, wavPath: string): Promise<void> {
  const levels = await measureEnvelope(wavPath)
  const cores = await coresOfThisMachine()
  const spent = async (processes: number) => {
    const startedAt = performance.now()
    const before = await memoryOfTree(process.pid)
    const finding = findSpeechBySilero({ modelPath, wavPath, levels, processes })
    const peak = await peakOf(process.pid, finding)
    return { ms: performance.now() - startedAt, megabytes: (peak - before) / 1e6 }
  }
  const [one, all] = [await spent(1), await spent(cores)]
  console.log(
    `  an hour: 1 process ${one.ms.toFixed(0)} ms (target at most 36 000) and ${one.megabytes.toFixed(0)} MB, ` +
      `${cores} processes ${all.ms.toFixed(0)} ms and ${all.megabytes.toFixed(0)} MB, ` +
      `speed-up ${(one.ms / all.ms).toFixed(2)} (target at least ${(leastShare * cores).toFixed(1)} on an idle machine)`,
  )
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
      `ratio of its time to the recording ${(sileroMs / totalMs).toFixed(4)}; ` +
      `this process ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`,
  )
}

async function clips(): Promise<readonly Clip[]> {
  const spoken = await sample('general-consultation')
  const french = await sample('consultation-generale')
  const pause = Buffer.alloc(20_000 * bytesPerMs)
  const withPauses = (voice: Buffer) => Buffer.concat([voice, pause, voice, pause])
  return [
    { name: 'English, synthetic', samples: withPauses(spoken), silentMs: 40_000 },
    { name: 'French, synthetic', samples: withPauses(french), silentMs: 40_000 },
    { name: 'English in hiss', samples: inHiss(withPauses(spoken)), silentMs: 40_000 },
    { name: 'hiss alone', samples: inHiss(pause), silentMs: 20_000 },
    ...(await humanClips(pause)),
  ]
}

async function anHour(): Promise<Buffer> {
  const spoken = await sample('general-consultation')
  const french = await sample('consultation-generale')
  const pause = Buffer.alloc(20_000 * bytesPerMs)
  return Buffer.concat(Array.from({ length: 36 }, () => [spoken, spoken, french, pause]).flat())
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
