export {
  type AddOn,
  type AddOnName,
  addOnNames,
  addOnOf,
  isAddOnName,
} from './add-ons/add-on-table.ts'
export { findAddOn } from './add-ons/find-add-on.ts'
export { installAddOn } from './add-ons/install-add-on.ts'
export { createScriptedEngine } from './create-scripted-engine.ts'
export { findSpeechEngines, selectEngine, type WhisperPlace } from './find-speech-engines.ts'
export { hearWhole } from './hear-whole.ts'
export { type CpuFeatures, cpuFeaturesOfThisMachine } from './machine/cpu-features.ts'
export {
  coresOfThisMachine,
  memoryLeftByOthers,
  memoryOfThisMachine,
} from './machine/this-machine.ts'
export type { Acceptance } from './models/accept-licence.ts'
export { type Exported, exportModel } from './models/export-model.ts'
export { fitsMemory, reservedBytes } from './models/fits-memory.ts'
export { hashFile } from './models/hash-file.ts'
export { type ImportRequest, importModel } from './models/import-model.ts'
export { memoryOfEngine, memoryOfModel } from './models/memory-of-model.ts'
export { hashOfModel, type ModelManifest } from './models/model-manifest.ts'
export type { ModelRefusal, ModelRefusalReason } from './models/model-refusal.ts'
export { type KnownModel, knownModels, type ModelEngine } from './models/model-registry.ts'
export { createModelStore, type ModelStore } from './models/model-store.ts'
export { type PullRequest, pullModel } from './models/pull-model.ts'
export { detectInPieces, type HeardInPlace, hearInPieces } from './pieces/hear-in-pieces.ts'
export type { PlannedPiece } from './pieces/plan-pieces.ts'
export { type PlannedPart, planInParts, planRecording } from './pieces/plan-recording.ts'
export {
  type AdaptRefusal,
  type AdaptStep,
  adaptPocketSphinx,
} from './pocketsphinx/adapt/adapt-pocketsphinx.ts'
export {
  type AdaptedModel,
  shippedModelSettings,
  type TextSource,
} from './pocketsphinx/adapt/build-adapted-model.ts'
export { readReportText } from './pocketsphinx/adapt/read-report-text.ts'
export { sharesScoredRun } from './pocketsphinx/adapt/refuse-scored-texts.ts'
export {
  finalisedReportTexts,
  lexiconTexts,
  templateTexts,
} from './pocketsphinx/adapt/site-texts.ts'
export { shippedModelDir } from './pocketsphinx/adapted-model.ts'
export {
  createPocketSphinxEngine,
  type PocketSphinxOptions,
} from './pocketsphinx/create-pocketsphinx-engine.ts'
export {
  createSherpaOnnxEngine,
  type SherpaOnnxOptions,
} from './sherpa-onnx/create-sherpa-onnx-engine.ts'
export { describeModel, type SherpaModel } from './sherpa-onnx/describe-model.ts'
export { hasSherpaOnnx } from './sherpa-onnx/find-sherpa-onnx.ts'
export { lengthOf, type TimeSpan } from './time-span.ts'
export {
  createTransformersEngine,
  type TransformersOptions,
} from './transformers/create-transformers-engine.ts'
export {
  composeVocabulary,
  type Vocabulary,
  type VocabularySources,
} from './vocabulary/compose-vocabulary.ts'
export { findSileroModel } from './voice-activity/find-silero-model.ts'
export { type FoundSpeech, findSpeech, type SpeechDetector } from './voice-activity/find-speech.ts'
export { measureEnvelope } from './voice-activity/loudness-envelope.ts'
export { type BuildStep, buildWhisperCli } from './whisper-cpp/build-whisper-cli.ts'
export {
  createWhisperCppEngine,
  type WhisperCppOptions,
} from './whisper-cpp/create-whisper-cpp-engine.ts'
export { findWhisperCli } from './whisper-cpp/find-whisper-cli.ts'
export {
  createWhisperNodeEngine,
  type WhisperNodeOptions,
} from './whisper-node/create-whisper-node-engine.ts'
