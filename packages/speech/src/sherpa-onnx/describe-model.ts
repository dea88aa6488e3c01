/** The files of one model, by what sherpa-onnx uses them for. Absolute paths. */
export type SherpaModel =
  | {
      readonly kind: 'whisper'
      readonly encoder: string
      readonly decoder: string
      readonly tokens: string
    }
  | {
      readonly kind: 'transducer'
      readonly encoder: string
      readonly decoder: string
      readonly joiner: string
      readonly tokens: string
    }
  | { readonly kind: 'medasr'; readonly model: string; readonly tokens: string }

/**
 * Which model it is, from the names that sherpa-onnx publishes models under; null where it is none that is
 * known here. A transducer has a joiner, Whisper has none, MedASR is one network.
 */
export function describeModel(paths: readonly string[]): SherpaModel | null {
  const one = (part: string, ending: string) =>
    paths.find((path) => nameOf(path).includes(part) && path.endsWith(ending))
  const tokens = one('tokens', '.txt')
  const encoder = one('encoder', '.onnx')
  const decoder = one('decoder', '.onnx')
  const joiner = one('joiner', '.onnx')
  const model = one('model', '.onnx')
  if (!tokens) return null
  if (encoder && decoder && joiner) return { kind: 'transducer', encoder, decoder, joiner, tokens }
  if (encoder && decoder) return { kind: 'whisper', encoder, decoder, tokens }
  return model && !encoder && !decoder ? { kind: 'medasr', model, tokens } : null
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
