/** What ffmpeg says about a recording, in the report that it writes to standard error. */
export type InputDescription = {
  readonly codec: string
  readonly sampleRateHz: number | null
  readonly channels: number
  /** The length that the file claims. Null where it claims none, or where ffmpeg only guesses. */
  readonly declaredMs: number | null
}

/** Reads the first line about a sound stream, for example `Audio: aac (LC), 44100 Hz, stereo, fltp`. */
export function describeInput(report: string): InputDescription {
  const [, codec = 'unknown', rate = '', layout = ''] =
    /Stream #0:\S*.*?Audio: (\w+).*?, (\d+) Hz, ([^,\n]+)/.exec(report) ?? []
  return {
    codec,
    sampleRateHz: Number(rate) || null,
    channels: channelsOf(layout),
    declaredMs: declaredMs(report),
  }
}

/** `mono`, `stereo`, `5.1`, `3 channels`. */
function channelsOf(layout: string): number {
  if (layout === 'mono') return 1
  if (layout === 'stereo') return 2
  const [, main = '1', low = '0'] = /^(\d+)(?:\.(\d))?/.exec(layout) ?? []
  return Number(main) + Number(low) || 1
}

function declaredMs(report: string): number | null {
  if (report.includes('Estimating duration from bitrate')) return null
  const [, hours, minutes, seconds] = /Duration: (\d+):(\d\d):(\d\d\.\d+)/.exec(report) ?? []
  if (hours === undefined) return null
  return ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
}
