import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OnnxModel, writeOnnx } from './write-onnx.ts'

const width = 24
const melBands = 80
const timestamps = 1501
/** Words that it can say; each is a token of its own, with the mark that byte-level tokenizers write for a space. */
const words = Array.from({ length: 64 }, (_, n) => `Ġ${letter(n / 8)}${letter(n)}o`)
const marks = ['endoftext', 'startoftranscript', 'en', 'fr', 'translate', 'transcribe']
const added = [...marks, 'nospeech', 'notimestamps'].map((name) => `<|${name}|>`)
const idOf = (mark: string) => words.length + added.indexOf(`<|${mark}|>`)
const vocabularySize = words.length + added.length + timestamps
/** Tokens that it says of a piece at most. */
const longest = 32

function letter(n: number): string {
  return String.fromCharCode(97 + (Math.floor(n) % 8))
}

/** A Whisper for transformers.js with weights by chance: its folder as a model's host has it. */
export async function writeRandomTransformersModel(folder: string): Promise<void> {
  await mkdir(join(folder, 'onnx'), { recursive: true })
  const files: Readonly<Record<string, object>> = {
    'config.json': config,
    'generation_config.json': generation,
    'preprocessor_config.json': features,
    'tokenizer_config.json': { tokenizer_class: 'WhisperTokenizer', eos_token: '<|endoftext|>' },
    'tokenizer.json': tokenizer,
  }
  for (const [name, value] of Object.entries(files)) {
    await writeFile(join(folder, name), JSON.stringify(value))
  }
  await writeFile(join(folder, 'onnx', 'encoder_model.onnx'), writeOnnx(encoder))
  await writeFile(join(folder, 'onnx', 'decoder_model_merged.onnx'), writeOnnx(decoder))
}

const tokens = {
  bos_token_id: idOf('endoftext'),
  eos_token_id: idOf('endoftext'),
  pad_token_id: idOf('endoftext'),
  decoder_start_token_id: idOf('startoftranscript'),
}

const config = {
  ...tokens,
  model_type: 'whisper',
  architectures: ['WhisperForConditionalGeneration'],
  is_encoder_decoder: true,
  d_model: width,
  encoder_layers: 1,
  decoder_layers: 1,
  encoder_attention_heads: 1,
  decoder_attention_heads: 1,
  num_mel_bins: melBands,
  max_source_positions: 1500,
  max_target_positions: longest,
  vocab_size: vocabularySize,
}

const generation = {
  ...tokens,
  is_multilingual: true,
  lang_to_id: { '<|en|>': idOf('en'), '<|fr|>': idOf('fr') },
  task_to_id: { translate: idOf('translate'), transcribe: idOf('transcribe') },
  no_timestamps_token_id: idOf('notimestamps'),
  max_initial_timestamp_index: 50,
  max_length: longest,
}

const features = {
  feature_extractor_type: 'WhisperFeatureExtractor',
  processor_class: 'WhisperProcessor',
  chunk_length: 30,
  feature_size: melBands,
  hop_length: 160,
  n_fft: 400,
  n_samples: 480_000,
  nb_max_frames: 3000,
  sampling_rate: 16_000,
  padding_side: 'right',
  padding_value: 0,
}

const tokenizer = {
  version: '1.0',
  added_tokens: added.map((content, index) => ({
    id: words.length + index,
    content,
    special: true,
    single_word: false,
    lstrip: false,
    rstrip: false,
    normalized: false,
  })),
  normalizer: null,
  pre_tokenizer: { type: 'ByteLevel', add_prefix_space: false, trim_offsets: true },
  post_processor: null,
  decoder: { type: 'ByteLevel', add_prefix_space: true, trim_offsets: true },
  model: {
    type: 'BPE',
    vocab: Object.fromEntries(words.map((word, id) => [word, id])),
    merges: [],
  },
}

/** The same each time, from -1 to 1 times a spread. */
function weights(seed: number, spread: number, ...dims: readonly number[]) {
  let state = seed
  const floats = Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state / 2 ** 31 - 1) * spread
  })
  return { dims, floats }
}

const int64 = (...values: readonly number[]) => ({ dims: [values.length], int64: values })

const encoder: OnnxModel = {
  inputs: [{ name: 'input_features', type: 'float', shape: ['B', melBands, 3000] }],
  outputs: [{ name: 'last_hidden_state', type: 'float', shape: ['B', 1500, width] }],
  nodes: [
    {
      op: 'Slice',
      inputs: ['input_features', 'from', 'to', 'axes', 'steps'],
      outputs: ['thin'],
    },
    { op: 'Transpose', inputs: ['thin'], outputs: ['rows'], attributes: { perm: [0, 2, 1] } },
    { op: 'MatMul', inputs: ['rows', 'weights'], outputs: ['last_hidden_state'] },
  ],
  constants: {
    from: int64(0),
    to: int64(3000),
    axes: int64(2),
    steps: int64(2),
    weights: weights(1, 1, melBands, width),
  },
  metadata: {},
}

/** Only words are likely: it never ends by itself, nor says when. */
function wordsOnly() {
  const { dims, floats } = weights(5, 4, width, vocabularySize)
  const bare = floats.map((value, index) => (index % vocabularySize < words.length ? value : 0))
  return { dims, floats: bare }
}

const cache = (name: string, length: string) => ({
  name,
  type: 'float' as const,
  shape: ['B', 1, length, width],
})

/** What follows hangs on the sound, on the last token, on all before it, and on how many these are. */
const decoder: OnnxModel = {
  inputs: [
    { name: 'input_ids', type: 'int64', shape: ['B', 'n'] },
    { name: 'encoder_hidden_states', type: 'float', shape: ['B', 1500, width] },
    cache('past_key_values.0.decoder.key', 'p'),
  ],
  outputs: [
    { name: 'logits', type: 'float', shape: ['B', 'n', vocabularySize] },
    cache('present.0.decoder.key', 'q'),
  ],
  nodes: [
    { op: 'Gather', inputs: ['embeddings', 'input_ids'], outputs: ['embedded'] },
    { op: 'Unsqueeze', inputs: ['embedded', 'heads'], outputs: ['now'] },
    {
      op: 'Concat',
      inputs: ['past_key_values.0.decoder.key', 'now'],
      outputs: ['present.0.decoder.key'],
      attributes: { axis: 2 },
    },
    { op: 'Shape', inputs: ['present.0.decoder.key'], outputs: ['shape'] },
    { op: 'Gather', inputs: ['shape', 'lengthAxis'], outputs: ['length'] },
    { op: 'Gather', inputs: ['positions', 'length'], outputs: ['place'] },
    {
      op: 'ReduceMean',
      inputs: ['present.0.decoder.key'],
      outputs: ['memory'],
      attributes: { axes: [1, 2], keepdims: 0 },
    },
    {
      op: 'ReduceMean',
      inputs: ['encoder_hidden_states'],
      outputs: ['sound'],
      attributes: { axes: [1], keepdims: 0 },
    },
    { op: 'Sum', inputs: ['embedded', 'place', 'sound', 'memory'], outputs: ['sum'] },
    { op: 'Tanh', inputs: ['sum'], outputs: ['bent'] },
    { op: 'MatMul', inputs: ['bent', 'weights'], outputs: ['logits'] },
  ],
  constants: {
    heads: int64(1),
    lengthAxis: int64(2),
    embeddings: weights(2, 1, vocabularySize, width),
    positions: weights(3, 1, 4 * longest, width),
    weights: wordsOnly(),
  },
  metadata: {},
}
