/** Rates and channels that a voice is recorded with, in Hz. A rate of 1 Hz turns 10 KB into hours. */
const plausibleRates = { least: 4000, most: 192_000 }
const mostChannels = 8

export function isPlausible(sound: {
  readonly sampleRateHz: number | null
  readonly channels: number
}): boolean {
  const { sampleRateHz, channels } = sound
  if (channels > mostChannels) return false
  return (
    sampleRateHz === null ||
    (sampleRateHz >= plausibleRates.least && sampleRateHz <= plausibleRates.most)
  )
}
