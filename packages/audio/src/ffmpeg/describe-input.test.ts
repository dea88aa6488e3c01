import { expect, test } from 'vitest'
import { describeInput } from './describe-input.ts'

// Lines of Debian's ffmpeg 5.1.9.
test.each([
  [
    'Stream #0:0: Audio: mp3, 48000 Hz, mono, fltp, 64 kb/s',
    { codec: 'mp3', sampleRateHz: 48_000, channels: 1 },
  ],
  [
    'Stream #0:0[0x1](und): Audio: aac (LC) (mp4a / 0x6134706D), 44100 Hz, stereo, fltp, 72 kb/s',
    { codec: 'aac', sampleRateHz: 44_100, channels: 2 },
  ],
  [
    'Stream #0:0: Audio: amr_nb (samr / 0x726D6173), 8000 Hz, mono, flt, 12 kb/s',
    { codec: 'amr_nb', sampleRateHz: 8000, channels: 1 },
  ],
  [
    'Stream #0:0: Audio: flac, 48000 Hz, 5.1, s16',
    { codec: 'flac', sampleRateHz: 48_000, channels: 6 },
  ],
  [
    'Stream #0:0: Audio: pcm_s16le ([1][0][0][0] / 0x0001), 16000 Hz, 3 channels, s16',
    { codec: 'pcm_s16le', sampleRateHz: 16_000, channels: 3 },
  ],
  ['nothing of the kind', { codec: 'unknown', sampleRateHz: null, channels: 1 }],
])('reads %s', (line, expected) => {
  expect(describeInput(`  ${line}\n`)).toMatchObject(expected)
})

test.each([
  ['  Duration: 01:02:03.25, start: 0.000000, bitrate: 64 kb/s', 3_723_250],
  ['  Duration: N/A, bitrate: N/A', null],
  [
    '[asf @ 0x1] Estimating duration from bitrate, this may be inaccurate\n  Duration: 00:00:10.88',
    null,
  ],
])('takes the claimed length of %j as %s ms', (line, declaredMs) => {
  expect(describeInput(line).declaredMs).toBe(declaredMs)
})
