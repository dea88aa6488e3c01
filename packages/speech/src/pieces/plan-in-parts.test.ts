import { beforeAll, describe, expect, test } from 'vitest'
import { aWav } from '../../../../tests/support/a-wav.ts'
import { enginesNow } from '../../../../tests/support/engine-processes.ts'
import { voicesOf } from '../../../../tests/support/spoken.ts'
import { silence, temporaryRecordings } from '../testing/temporary-recordings.ts'
import { clip, lengthOf, type TimeSpan } from '../time-span.ts'
import { findSileroModel } from '../voice-activity/find-silero-model.ts'
import { findSpeech, type SpeechDetector } from '../voice-activity/find-speech.ts'
import { measureEnvelope } from '../voice-activity/loudness-envelope.ts'
import { countedUntil, type PlannedPiece } from './plan-pieces.ts'
import { type PlannedPart, planInParts, planRecording } from './plan-recording.ts'

const { recordingOf, folder } = temporaryRecordings()

const noise = (seconds: number) => Buffer.from(aWav(1, seconds)).subarray(44)
const names = ['chest-xray', 'consultation-generale', 'general-consultation', 'discharge-summary']

/** As small as it gets: stretches of 20 s, parts of 10 s. */
const small = { longestMs: 5000, longestStretchMs: 20_000, leastPartMs: 10_000 }

async function partsOf(
  wavPath: string,
  more: Partial<Parameters<typeof planInParts>[0]> = {},
): Promise<readonly PlannedPart[]> {
  const parts: PlannedPart[] = []
  for await (const part of planInParts({ wavPath, ...small, ...more })) parts.push(part)
  return parts
}

const counted = ({ parts, keeps }: PlannedPiece) => (keeps ? clip(parts, keeps) : parts)

if (findSileroModel() === null) {
  test.skip('SKIPPED: Silero, because its model or sherpa-onnx-node is not installed', () => {})
} else {
  describe('a long recording', () => {
    let wavPath: string
    beforeAll(async () => {
      wavPath = await recordingOf(...(await voicesOf(names)))
    })

    test('is planned in an opening and the rest, and each moment counts once', async () => {
      const [opening, rest, ...more] = await partsOf(wavPath)
      expect([opening?.isLast, rest?.isLast, more]).toEqual([false, true, []])
      const spans = [...(opening?.pieces ?? []), ...(rest?.pieces ?? [])].flatMap(counted)
      let before = 0
      for (const { startMs, endMs } of spans) {
        expect(startMs).toBeGreaterThanOrEqual(before)
        before = endMs
      }
      const levels = await measureEnvelope(wavPath)
      const { speech } = await findSpeech({
        wavPath,
        levels,
        longestStretchMs: small.longestStretchMs,
      })
      const within = (all: readonly TimeSpan[]) => speech.flatMap((said) => clip(all, said))
      // The threshold of the opening alone may call less near to the voice.
      expect(lengthOf(within(spans))).toBeGreaterThan(0.98 * lengthOf(speech))
      const from = countedUntil(opening?.pieces ?? [])
      const rests = clip(speech, { startMs: from, endMs: levels.length * 10 })
      expect(lengthOf(rests.flatMap((said) => clip(spans, said)))).toBe(lengthOf(rests))
    })

    test('has the same parts each time, whatever the reader does between them', async () => {
      const parts = await partsOf(wavPath)
      const again: PlannedPart[] = []
      for await (const part of planInParts({ wavPath, ...small })) {
        again.push(part)
        await new Promise((resolve) => setTimeout(resolve, 500))
      }
      expect(again).toEqual(parts)
    })

    test('is searched no further once nobody reads on', async () => {
      await expect(async () => {
        for await (const { isLast } of planInParts({
          wavPath,
          ...small,
          longestStretchMs: 10_000,
        })) {
          expect(isLast).toBe(false)
          throw new Error('enough')
        }
      }).rejects.toThrow('enough')
      expect(await enginesNow(folder())).toEqual([])
    })

    test('is let go while the rest is searched', async () => {
      const stop = new AbortController()
      const read = async () => {
        const parts = planInParts({
          wavPath,
          ...small,
          longestStretchMs: 10_000,
          signal: stop.signal,
        })
        for await (const { isLast } of parts) {
          expect(isLast).toBe(false)
          stop.abort(new Error('stopping'))
        }
      }
      await expect(read()).rejects.toThrow('stopping')
      expect(await enginesNow(folder())).toEqual([])
    })

    test('has one part, as ever, where the rest or the opening is short', async () => {
      const whole = [{ pieces: await planRecording({ wavPath, ...small }), isLast: true }]
      expect(await partsOf(wavPath, { leastPartMs: 60_000 })).toEqual(whole)
      expect(await partsOf(wavPath, { longestStretchMs: 60_000 })).toEqual([
        {
          pieces: await planRecording({ wavPath, ...small, longestStretchMs: 60_000 }),
          isLast: true,
        },
      ])
      const [first, ...others] = await voicesOf(names)
      const late = await recordingOf(
        first ?? silence(0),
        silence(40_000),
        ...others.flatMap((each) => [each, each]),
      )
      expect((await partsOf(late, { leastPartMs: 30_000 })).map(({ isLast }) => isLast)).toEqual([
        true,
      ])
    })
  })

  test('a long recording whose network finds no voice in the opening has one part', async () => {
    const wavPath = await recordingOf(noise(60), ...(await voicesOf(names)))
    const parts = await partsOf(wavPath)
    expect(parts.map(({ isLast }) => isLast)).toEqual([true])
    const none = await recordingOf(noise(100))
    const told: SpeechDetector[] = []
    const onDetector = (detector: SpeechDetector) => void told.push(detector)
    const [only] = await partsOf(none, { onDetector })
    expect(lengthOf((only?.pieces ?? []).flatMap(counted))).toBe(100_000)
    expect(told).toEqual(['silero'])
  })

  test('a long recording with nothing said after the opening has nothing more to hear', async () => {
    const wavPath = await recordingOf(...(await voicesOf(names)).slice(0, 2), silence(40_000))
    const parts = await partsOf(wavPath)
    expect(parts.map(({ isLast }) => isLast)).toEqual([false, true])
    expect(parts[1]?.pieces).toEqual([])
  })
}

test('by loudness alone a long recording has one part', async () => {
  const wavPath = await recordingOf(...(await voicesOf(names)))
  const parts = await partsOf(wavPath, { sileroModel: null })
  expect(parts).toEqual([
    { pieces: await planRecording({ wavPath, ...small, sileroModel: null }), isLast: true },
  ])
})
