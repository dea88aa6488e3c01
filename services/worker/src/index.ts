export { describeConfig, loadConfig, type WorkerConfig } from './config.ts'
export {
  createTranscribeDictation,
  type TranscribeDictationJob,
  type TranscribeDictationNeeds,
} from './jobs/transcribe-dictation.ts'
export { type RunningWorker, startWorker, type WorkerParts } from './start-worker.ts'
