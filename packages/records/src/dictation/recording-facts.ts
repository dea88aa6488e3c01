/** What a recording says about itself. Shown to people, never trusted as identity. */
export type RecordingFacts = {
  /** For example `wav`. */
  readonly container: string
  /** For example `pcm_s16le`, `mu-law`. */
  readonly codec: string
  readonly durationMs: number
  readonly sampleRateHz: number
  readonly channels: number
  /** Recorded at 8 kHz or less: telephone quality, so recognition will be poorer. */
  readonly narrowband: boolean
  /** The file declares more audio than it holds. What is there was kept. */
  readonly possiblyTruncated: boolean
  /** Nothing louder than -60 dBFS. */
  readonly silent: boolean
  /** Which decoder read it: `built-in`, or the external program with its version. */
  readonly decoder: string
}
