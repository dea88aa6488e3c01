import type { HeardPiece, SpeechEngine, SpeechPiece, TranscribeOptions } from '@plume/records'

/** One recording in one piece, as it is. For what is short anyway. */
export async function hearWhole(
  engine: SpeechEngine,
  piece: SpeechPiece,
  options: TranscribeOptions,
): Promise<HeardPiece> {
  for await (const heard of engine.transcribe([piece], options)) return heard
  return { words: [], omissions: [] }
}
