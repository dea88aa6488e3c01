import { outputRateHz } from '../wav/write-wav.ts'

/** Containers of sound that ffmpeg may open; never playlists, which name other files. */
const allowedFormats =
  'wav,w64,aiff,mp3,mov,mp4,m4a,3gp,3g2,mj2,aac,ogg,flac,amr,asf,matroska,webm,caf,au,dss'

/** Bytes of one output sample, 16-bit. */
const sampleBytes = 2

/**
 * Arguments that make ffmpeg decode one file, and nothing else, to 16 kHz mono 16-bit on its standard
 * output. `-format_whitelist` and `-protocol_whitelist` keep a text file named `.wav` from making it
 * read its neighbours; `-max_alloc`, `-t` and `-fs` bound what a small file can blow up to.
 */
export function commandLine(request: {
  /** From the folder it runs in: a user of its own need not be able to walk there. */
  readonly inputPath: string
  readonly maxDurationMs: number
}): readonly string[] {
  // One second past the limit, to tell "just as long" from "longer".
  const seconds = Math.ceil(request.maxDurationMs / 1000) + 1
  return [
    // `info` brings the description of the input.
    ...['-nostdin', '-hide_banner', '-nostats', '-v', 'info', '-max_alloc', '268435456'],
    ...['-protocol_whitelist', 'file', '-format_whitelist', allowedFormats],
    ...['-max_streams', '16', '-probesize', '5000000', '-analyzeduration', '10000000'],
    ...['-i', `file:${request.inputPath}`],
    ...['-map', '0:a:0', '-vn', '-sn', '-dn', '-map_metadata', '-1'],
    ...['-t', String(seconds), '-fs', String(seconds * outputRateHz * sampleBytes)],
    ...['-ac', '1', '-ar', String(outputRateHz), '-c:a', 'pcm_s16le', '-f', 's16le', 'pipe:1'],
  ]
}
