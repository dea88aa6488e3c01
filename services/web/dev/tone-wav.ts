/** A soft tone that swells and fades, as a 8 kHz mono WAV file. */
export function aToneWav(seconds: number): Buffer {
  const rate = 8_000
  const samples = seconds * rate
  const wav = Buffer.alloc(44 + samples * 2)
  wav.write('RIFF', 0)
  wav.writeUInt32LE(36 + samples * 2, 4)
  wav.write('WAVEfmt ', 8)
  wav.writeUInt32LE(16, 16)
  wav.writeUInt16LE(1, 20)
  wav.writeUInt16LE(1, 22)
  wav.writeUInt32LE(rate, 24)
  wav.writeUInt32LE(rate * 2, 28)
  wav.writeUInt16LE(2, 32)
  wav.writeUInt16LE(16, 34)
  wav.write('data', 36)
  wav.writeUInt32LE(samples * 2, 40)
  for (let at = 0; at < samples; at += 1) {
    const swell = Math.sin((at / rate) * Math.PI)
    wav.writeInt16LE(Math.round(Math.sin(at / 6) * swell * 6_000), 44 + at * 2)
  }
  return wav
}
