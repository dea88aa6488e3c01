export { createScriptedEngine } from './create-scripted-engine.ts'
export { findSpeechEngines, selectEngine } from './find-speech-engines.ts'
export {
  createPocketSphinxEngine,
  type PocketSphinxOptions,
} from './pocketsphinx/create-pocketsphinx-engine.ts'
