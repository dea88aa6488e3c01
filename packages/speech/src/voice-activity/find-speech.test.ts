import { existsSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { voicesOf } from '../../../../tests/support/spoken.ts'
import { planRecording } from '../pieces/plan-recording.ts'
import { silence, temporaryRecordings } from '../testing/temporary-recordings.ts'
import { lengthOf, type TimeSpan } from '../time-span.ts'
import { bytesPerMs } from '../wav-samples.ts'
import { findSileroModel } from './find-silero-model.ts'
import { findSpeech, type SpeechDetector } from './find-speech.ts'
import { measureEnvelope } from './loudness-envelope.ts'

const { recordingOf, folder } = temporaryRecordings()

/** The same each time: what a microphone gives in a room. Its level in dB of full scale. */
function hiss(ms: number, db: number): Buffer {
  const samples = Buffer.alloc(ms * bytesPerMs)
  // Evenly spread numbers up to 1 have a root mean square of 1 / sqrt(3).
  const peak = 0x8000 * Math.sqrt(3) * 10 ** (db / 20)
  let state = 1
  for (let at = 0; at < samples.length; at += 2) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    samples.writeInt16LE(Math.round((state / 2 ** 31 - 1) * peak), at)
  }
  return samples
}

/** `a` with `b` in it, and the first of them louder or quieter. */
function mixed(a: Buffer, b: Buffer, gainDb = 0): Buffer {
  const sum = Buffer.alloc(a.length)
  for (let at = 0; at < a.length; at += 2) {
    const value = a.readInt16LE(at) * 10 ** (gainDb / 20) + b.readInt16LE(at)
    sum.writeInt16LE(Math.max(-0x8000, Math.min(0x7fff, Math.round(value))), at)
  }
  return sum
}

async function sample(name: string): Promise<Buffer> {
  const [voice = Buffer.alloc(0)] = await voicesOf([name])
  return voice
}

async function find(wavPath: string, sileroModel?: string | null) {
  return findSpeech({ wavPath, levels: await measureEnvelope(wavPath), sileroModel })
}

/** How much of a stretch is in some span, 0 to 1. */
function covered(spans: readonly TimeSpan[], { startMs, endMs }: TimeSpan): number {
  const inside = spans.map((span) => ({
    startMs: Math.max(startMs, span.startMs),
    endMs: Math.min(endMs, span.endMs),
  }))
  return lengthOf(inside.filter((span) => span.endMs > span.startMs)) / (endMs - startMs)
}

test('without a model file loudness serves, and it is told', async () => {
  const wavPath = await recordingOf(silence(2000), await sample('chest-xray'), silence(2000))
  const { speech, detector } = await find(wavPath, null)
  expect(detector).toBe('loudness')
  expect(covered(speech, { startMs: 2300, endMs: 20_000 })).toBeGreaterThan(0.9)

  const told: SpeechDetector[] = []
  const onDetector = (used: SpeechDetector) => void told.push(used)
  await planRecording({ wavPath, longestMs: 30_000, sileroModel: null, onDetector })
  expect(told).toEqual(['loudness'])
})

if (findSileroModel() === null) {
  test.skip('SKIPPED: Silero, because its model or sherpa-onnx-node is not installed', () => {})
} else {
  describe('with Silero', () => {
    test.each(['general-consultation', 'consultation-generale'])(
      'silences go and all of %s stays',
      async (name) => {
        const spoken = await sample(name)
        const ms = spoken.length / bytesPerMs
        const wavPath = await recordingOf(spoken, silence(20_000), spoken, silence(20_000))
        const { speech, detector } = await find(wavPath)
        expect(detector).toBe('silero')
        expect(covered(speech, { startMs: 300, endMs: ms - 300 })).toBeGreaterThan(0.9)
        const second = { startMs: ms + 20_300, endMs: 2 * ms + 19_700 }
        expect(covered(speech, second)).toBeGreaterThan(0.9)
        expect(covered(speech, { startMs: ms + 500, endMs: ms + 19_500 })).toBe(0)
        expect(covered(speech, { startMs: 2 * ms + 20_500, endMs: 2 * ms + 40_000 })).toBe(0)
      },
    )

    test('a voice in noise is told from noise alone, where loudness tells less', async () => {
      const spoken = await sample('general-consultation')
      const ms = spoken.length / bytesPerMs
      const noisy = mixed(Buffer.concat([spoken, silence(20_000)]), hiss(ms + 20_000, -38), -6)
      const wavPath = await recordingOf(noisy)
      const { speech } = await find(wavPath)
      expect(covered(speech, { startMs: 300, endMs: ms - 300 })).toBeGreaterThan(0.9)
      expect(covered(speech, { startMs: ms + 1000, endMs: ms + 19_000 })).toBe(0)
    })

    test('what is said 30 dB more quietly is heard', async () => {
      const spoken = await sample('general-consultation')
      const ms = spoken.length / bytesPerMs
      const quiet = mixed(spoken, hiss(ms, -80), -30)
      const { speech } = await find(await recordingOf(spoken, silence(3000), quiet))
      const said = { startMs: ms + 3300, endMs: 2 * ms + 2700 }
      expect(covered(speech, said)).toBeGreaterThan(0.9)
    })

    test('a recording without a voice is heard whole: an engine has to say so', async () => {
      const wavPath = await recordingOf(hiss(5000, -30))
      expect(lengthOf((await planRecording({ wavPath, longestMs: 30_000 }))[0]?.parts ?? [])).toBe(
        5000,
      )
    })

    test('the same recording gives the same plan', async () => {
      const wavPath = await recordingOf(await sample('chest-xray'), silence(5000))
      const plan = () => planRecording({ wavPath, longestMs: 10_000 })
      expect(await plan()).toEqual(await plan())
    })

    test('a model that does not load costs nothing but the network', async () => {
      const broken = join(folder(), 'broken.onnx')
      await writeFile(broken, 'no model')
      const wavPath = await recordingOf(await sample('chest-xray'))
      const { speech, detector } = await find(wavPath, broken)
      expect(detector).toBe('silero-failed')
      expect(speech).toEqual((await find(wavPath, null)).speech)
    })

    test('stops when it is told to', async () => {
      const wavPath = await recordingOf(await sample('chest-xray'))
      const levels = await measureEnvelope(wavPath)
      const signal = AbortSignal.abort(new Error('enough'))
      await expect(findSpeech({ wavPath, levels, signal })).rejects.toThrow('enough')
    })
  })

  const human = fileURLToPath(
    new URL('../../../../../shared/audio/speech/jfk.wav', import.meta.url),
  )
  test.skipIf(!existsSync(human))(
    'a human voice in hiss is kept to its words (SKIPPED without the clip)',
    async () => {
      const wav = await readFile(human)
      const spoken = wav.subarray(wav.indexOf('data') + 8)
      const clip = Buffer.concat([spoken, silence(20_000), spoken, silence(20_000)])
      const wavPath = await recordingOf(mixed(clip, hiss(clip.length / bytesPerMs, -45)))
      const [network, loudness] = [await find(wavPath), await find(wavPath, null)]
      for (const startMs of [0, 31_000]) {
        // Where the words are, by their own recording without the hiss.
        for (const [from, to] of [
          [400, 2200],
          [3400, 4300],
          [5500, 7600],
          [8300, 10_500],
        ] as const) {
          const said = { startMs: startMs + from, endMs: startMs + to }
          expect(covered(network.speech, said)).toBeGreaterThan(0.95)
        }
      }
      // 22 s of it are the clip, twice; the rest has no voice.
      expect(lengthOf(network.speech)).toBeLessThan(22_000)
      expect(lengthOf(loudness.speech)).toBeGreaterThan(lengthOf(network.speech))
    },
  )
}
