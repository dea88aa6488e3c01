export { createScriptedEngine } from './create-scripted-engine.ts'
export { findSpeechEngines, selectEngine } from './find-speech-engines.ts'
export { hearWhole } from './hear-whole.ts'
export { type HeardInPlace, hearInPieces } from './pieces/hear-in-pieces.ts'
export type { PlannedPiece } from './pieces/plan-pieces.ts'
export { planRecording } from './pieces/plan-recording.ts'
export {
  createPocketSphinxEngine,
  type PocketSphinxOptions,
} from './pocketsphinx/create-pocketsphinx-engine.ts'
export { lengthOf, type TimeSpan } from './time-span.ts'
export { type BuildStep, buildWhisperCli } from './whisper-cpp/build-whisper-cli.ts'
export {
  createWhisperCppEngine,
  type WhisperCppOptions,
} from './whisper-cpp/create-whisper-cpp-engine.ts'
export { findWhisperCli } from './whisper-cpp/find-whisper-cli.ts'
