export {
  type Container,
  containerHeadLength,
  recogniseContainer,
} from './container/recognise-container.ts'
export { headLength, surelyNotAudio } from './container/surely-not-audio.ts'
export {
  type AudioDecoderOptions,
  createAudioDecoder,
  type DescribedAudioDecoder,
  probeRecording,
} from './create-audio-decoder.ts'
export { decodeNatively, type NativeDecoding } from './decode-natively.ts'
export { dssHeadBytes, opensDss } from './dss/opens-dss.ts'
export { joinRecordings } from './join-recordings.ts'
export { type WatchEvent, type WatchRequest, watchFolder } from './watch/watch-folder.ts'
export type { Rejection, WatchedDetails } from './watch/watched-file.ts'
