export {
  createDssDecoder,
  type DssDecoder,
  type DssFacts,
  type DssRefusal,
  dssHeadBytes,
} from './decode-dss.ts'
export {
  type DeclaredLength,
  type DssEncryption,
  type DssHeader,
  type OlympusFields,
  parseDssHeader,
  parseOlympusFields,
} from './dss-header.ts'
export type { DssCodec } from './frame-decoder.ts'
