/**
 * G.711 expansion (ITU-T G.711, 11/1988, tables 1a and 2a), to the range of 16-bit samples.
 * Computed once; a byte is an index.
 */
export const muLawSamples: Int16Array = Int16Array.from({ length: 256 }, (_, byte) => {
  // All bits are inverted on the line.
  const code = ~byte & 0xff
  const magnitude = (((code & 0x0f) << 3) + 132) << ((code >> 4) & 7)
  return (code & 0x80) === 0 ? magnitude - 132 : 132 - magnitude
})

export const aLawSamples: Int16Array = Int16Array.from({ length: 256 }, (_, byte) => {
  // Even bits are inverted on the line.
  const code = byte ^ 0x55
  const segment = (code >> 4) & 7
  const step = (code & 0x0f) << 4
  const magnitude = segment === 0 ? step + 8 : (step + 0x108) << (segment - 1)
  return (code & 0x80) === 0 ? -magnitude : magnitude
})
