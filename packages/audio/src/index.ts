export {
  type Container,
  containerHeadLength,
  recogniseContainer,
} from './container/recognise-container.ts'
export {
  type AudioDecoderOptions,
  createAudioDecoder,
  type DescribedAudioDecoder,
  probeRecording,
} from './create-audio-decoder.ts'
export { decodeNatively, type NativeDecoding } from './decode-natively.ts'
export { dssHeadBytes, opensDss } from './dss/opens-dss.ts'
export { joinRecordings } from './join-recordings.ts'
