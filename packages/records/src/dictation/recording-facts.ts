/**
 * What the recorder wrote beside the sound. Anybody who holds the recorder can write it: it is shown,
 * and never decides whose dictation this is.
 */
export type RecorderMarks = {
  /** Null where the recorder has only its own name, such as `DS2300`: nobody told it who speaks. */
  readonly authorId: string | null
  /** Maker's or model's name. */
  readonly device: string | null
  /** The recorder's own count. It starts again after 9999 or so. */
  readonly fileNumber: number | null
  readonly workType: string | null
  readonly priority: string | null
  /** The recorder's local time without a zone, `YYYY-MM-DDThh:mm:ss`; with a `Z` behind it, UTC. */
  readonly startedAt: string | null
  /** Of the last edit, in the same form. */
  readonly endedAt: string | null
  /** Length of the sound that the file claims. */
  readonly declaredMs: number | null
  readonly comment: string | null
  readonly encryption: 'aes-128' | 'aes-256' | null
  /** All of the header in base64, for what is not understood yet. */
  readonly rawHeader: string | null
}

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
  /** Places where the file contradicts itself; the sound there may be wrong. */
  readonly damage?: number
  readonly marks?: RecorderMarks
}
