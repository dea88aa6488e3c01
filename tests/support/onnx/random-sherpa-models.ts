import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type OnnxModel, writeOnnx } from './write-onnx.ts'

/** Pieces of words as SentencePiece writes them: a word begins with "▁". */
const pieces = [
  ...['▁the', '▁lung', 's', '▁are', '▁clear', '▁no', '▁ef', 'fus', 'ion', '▁heart', '▁size'],
  ...['▁nor', 'mal', '▁é', 'panche', 'ment', '▁pleu', 'ral', ',', '.', '▁5', '▁mg'],
]
const features = 128
const width = 24
const durations = 5

/** Small weights by chance, the same each time. */
function weights(seed: number, ...dims: readonly number[]) {
  let state = seed
  const floats = Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 31 - 1
  })
  return { dims, floats }
}

const int64 = (...values: readonly number[]) => ({ dims: [values.length], int64: values })

/** One value of a shape, as a list of one: how long something became. */
const lengthOf = (name: string, axis: number, output: string) => ({
  nodes: [
    { op: 'Shape', inputs: [name], outputs: [`${output}_shape`] },
    { op: 'Gather', inputs: [`${output}_shape`, `${output}_axis`], outputs: [output] },
  ],
  constants: { [`${output}_axis`]: int64(axis) },
})

/**
 * A connectionist model in the shape of MedASR's: a frame for every 40 ms of sound, whose loudest output
 * is a piece of a word. It says what chance makes of the sound, at times that follow it.
 */
export async function writeRandomMedAsr(folder: string): Promise<void> {
  const vocabulary = ['<blk>', ...pieces]
  const length = lengthOf('thinned', 1, 'logits_len')
  const model: OnnxModel = {
    inputs: [
      { name: 'x', type: 'float', shape: ['N', 'T', features] },
      { name: 'mask', type: 'int64', shape: ['N', 'T'] },
    ],
    outputs: [
      { name: 'logits', type: 'float', shape: ['N', 'T_4', vocabulary.length] },
      { name: 'logits_len', type: 'int64', shape: ['N'] },
    ],
    nodes: [
      { op: 'Slice', inputs: ['x', 'from', 'to', 'axes', 'steps'], outputs: ['thinned'] },
      { op: 'MatMul', inputs: ['thinned', 'weights'], outputs: ['logits'] },
      ...length.nodes,
    ],
    constants: {
      from: int64(0),
      to: int64(2 ** 31),
      axes: int64(1),
      steps: int64(4),
      weights: weights(1, features, vocabulary.length),
      ...length.constants,
    },
    metadata: { model_type: 'medasr_ctc', vocab_size: vocabulary.length },
  }
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'model.int8.onnx'), writeOnnx(model))
  await writeFile(join(folder, 'tokens.txt'), tokenTable(vocabulary))
}

/** A transducer in the shape of Parakeet TDT's: encoder, decoder and joiner, 80 ms to a frame. */
export async function writeRandomParakeet(folder: string): Promise<void> {
  const vocabulary = ['<unk>', ...pieces, '<blk>']
  await mkdir(folder, { recursive: true })
  await writeFile(join(folder, 'encoder.int8.onnx'), writeOnnx(encoder(vocabulary.length - 1)))
  await writeFile(join(folder, 'decoder.int8.onnx'), writeOnnx(decoder(vocabulary.length)))
  await writeFile(join(folder, 'joiner.int8.onnx'), writeOnnx(joiner(vocabulary.length)))
  await writeFile(join(folder, 'tokens.txt'), tokenTable(vocabulary))
}

function encoder(vocabularySize: number): OnnxModel {
  const length = lengthOf('outputs', 2, 'encoded_lengths')
  return {
    inputs: [
      { name: 'audio_signal', type: 'float', shape: ['B', features, 'T'] },
      { name: 'length', type: 'int64', shape: ['B'] },
    ],
    outputs: [
      { name: 'outputs', type: 'float', shape: ['B', width, 'T_8'] },
      { name: 'encoded_lengths', type: 'int64', shape: ['B'] },
    ],
    nodes: [
      { op: 'Slice', inputs: ['audio_signal', 'from', 'to', 'axes', 'steps'], outputs: ['thin'] },
      { op: 'MatMul', inputs: ['weights', 'thin'], outputs: ['outputs'] },
      ...length.nodes,
    ],
    constants: {
      from: int64(0),
      to: int64(2 ** 31),
      axes: int64(2),
      steps: int64(8),
      weights: weights(2, width, features),
      ...length.constants,
    },
    metadata: {
      model_type: 'EncDecRNNTBPEModel',
      vocab_size: vocabularySize,
      normalize_type: 'per_feature',
      pred_rnn_layers: 1,
      pred_hidden: width,
      subsampling_factor: 8,
      feat_dim: features,
      // It is by this that sherpa-onnx tells a transducer with durations from one without.
      url: 'https://huggingface.co/nvidia/parakeet-tdt-random',
    },
  }
}

function decoder(vocabularySize: number): OnnxModel {
  const state = (name: string) => ({ name, type: 'float' as const, shape: [1, 'B', width] })
  return {
    inputs: [
      { name: 'targets', type: 'int32', shape: ['B', 'U'] },
      { name: 'target_length', type: 'int32', shape: ['B'] },
      state('states.1'),
      state('onnx::Slice_3'),
    ],
    outputs: [
      { name: 'outputs', type: 'float', shape: ['B', width, 'U'] },
      { name: 'prednet_lengths', type: 'int32', shape: ['B'] },
      state('states'),
      state('162'),
    ],
    nodes: [
      { op: 'Gather', inputs: ['embeddings', 'targets'], outputs: ['embedded'] },
      {
        op: 'Transpose',
        inputs: ['embedded'],
        outputs: ['outputs'],
        attributes: { perm: [0, 2, 1] },
      },
      { op: 'Identity', inputs: ['target_length'], outputs: ['prednet_lengths'] },
      { op: 'Identity', inputs: ['states.1'], outputs: ['states'] },
      { op: 'Identity', inputs: ['onnx::Slice_3'], outputs: ['162'] },
    ],
    constants: { embeddings: weights(3, vocabularySize, width) },
    metadata: {},
  }
}

function joiner(vocabularySize: number): OnnxModel {
  const outputs = vocabularySize + durations
  return {
    inputs: [
      { name: 'encoder_outputs', type: 'float', shape: ['B', width, 1] },
      { name: 'decoder_outputs', type: 'float', shape: ['B', width, 1] },
    ],
    outputs: [{ name: 'outputs', type: 'float', shape: ['B', 1, 1, outputs] }],
    nodes: [
      { op: 'Add', inputs: ['encoder_outputs', 'decoder_outputs'], outputs: ['sum'] },
      { op: 'Tanh', inputs: ['sum'], outputs: ['bent'] },
      { op: 'Transpose', inputs: ['bent'], outputs: ['rows'], attributes: { perm: [0, 2, 1] } },
      { op: 'MatMul', inputs: ['rows', 'weights'], outputs: ['flat'] },
      { op: 'Unsqueeze', inputs: ['flat', 'one'], outputs: ['outputs'] },
    ],
    constants: { weights: weights(4, width, outputs), one: int64(1) },
    metadata: {},
  }
}

/** The mean over some axes, which disappear. */
const mean = (input: string, output: string, ...axes: readonly number[]) => ({
  op: 'ReduceMean',
  inputs: [input],
  outputs: [output],
  attributes: { axes, keepdims: 0 },
})

function tokenTable(vocabulary: readonly string[]): string {
  return vocabulary.map((piece, id) => `${piece} ${id}\n`).join('')
}

const melBands = 80
/** Whisper's own is 448; half as many tokens are said at most, and a test need not wait for more. */
const contextLength = 128

/** A model in the shape of Whisper's: an encoder, and a decoder that says one piece after the other. */
export async function writeRandomWhisper(folder: string): Promise<void> {
  const said = pieces.map((piece) => piece.replace('▁', ' '))
  const marks = ['eot', 'sot', 'en', 'fr', 'translate', 'transcribe', 'nospeech', 'notimestamps']
  const idOf = (mark: string) => said.length + marks.indexOf(mark)
  const timestamps = 1501
  const vocabularySize = said.length + marks.length + timestamps
  await mkdir(folder, { recursive: true })
  const metadata = {
    model_type: 'whisper-random',
    n_mels: melBands,
    n_text_layer: 1,
    n_text_ctx: contextLength,
    n_text_state: width,
    n_vocab: vocabularySize,
    sot: idOf('sot'),
    eot: idOf('eot'),
    blank_id: 0,
    translate: idOf('translate'),
    transcribe: idOf('transcribe'),
    is_multilingual: 1,
    no_speech: idOf('nospeech'),
    no_timestamps: idOf('notimestamps'),
    sot_sequence: [idOf('sot'), idOf('en'), idOf('transcribe')].join(','),
    all_language_tokens: [idOf('en'), idOf('fr')].join(','),
    all_language_codes: 'en,fr',
  }
  await writeFile(join(folder, 'random-encoder.int8.onnx'), writeOnnx(whisperEncoder(metadata)))
  await writeFile(
    join(folder, 'random-decoder.int8.onnx'),
    writeOnnx(whisperDecoder(vocabularySize)),
  )
  const table = said.map((piece, id) => `${Buffer.from(piece).toString('base64')} ${id}\n`)
  await writeFile(join(folder, 'random-tokens.txt'), table.join(''))
}

function whisperEncoder(metadata: OnnxModel['metadata']): OnnxModel {
  const out = (name: string) => ({ name, type: 'float' as const, shape: [1, 1, 'T_2', width] })
  return {
    inputs: [{ name: 'mel', type: 'float', shape: [1, melBands, 'T'] }],
    outputs: [out('n_layer_cross_k'), out('n_layer_cross_v')],
    nodes: [
      { op: 'Slice', inputs: ['mel', 'from', 'to', 'axes', 'steps'], outputs: ['thin'] },
      { op: 'Transpose', inputs: ['thin'], outputs: ['rows'], attributes: { perm: [0, 2, 1] } },
      { op: 'MatMul', inputs: ['rows', 'weights'], outputs: ['heard'] },
      { op: 'Unsqueeze', inputs: ['heard', 'zero'], outputs: ['n_layer_cross_k'] },
      { op: 'Identity', inputs: ['n_layer_cross_k'], outputs: ['n_layer_cross_v'] },
    ],
    constants: {
      from: int64(0),
      to: int64(2 ** 31),
      axes: int64(2),
      steps: int64(2),
      zero: int64(0),
      weights: weights(5, melBands, width),
    },
    metadata,
  }
}

function whisperDecoder(vocabularySize: number): OnnxModel {
  const cache = (name: string) => ({
    name,
    type: 'float' as const,
    shape: [1, 1, contextLength, width],
  })
  const cross = (name: string) => ({ name, type: 'float' as const, shape: [1, 1, 'T_2', width] })
  return {
    inputs: [
      { name: 'tokens', type: 'int64', shape: [1, 'n'] },
      cache('in_n_layer_self_k_cache'),
      cache('in_n_layer_self_v_cache'),
      cross('n_layer_cross_k'),
      cross('n_layer_cross_v'),
      { name: 'offset', type: 'int64', shape: [1] },
    ],
    outputs: [
      { name: 'logits', type: 'float', shape: [1, 'n', vocabularySize] },
      cache('out_n_layer_self_k_cache'),
      cache('out_n_layer_self_v_cache'),
    ],
    nodes: [
      { op: 'Gather', inputs: ['embeddings', 'tokens'], outputs: ['embedded'] },
      { op: 'Gather', inputs: ['positions', 'offset'], outputs: ['place'] },
      mean('n_layer_cross_k', 'sound', 1, 2),
      // All that was said so far, the language first of all, has a say in what follows.
      mean('embedded', 'now', 1),
      {
        op: 'Add',
        inputs: ['in_n_layer_self_k_cache', 'now'],
        outputs: ['out_n_layer_self_k_cache'],
      },
      mean('out_n_layer_self_k_cache', 'memory', 1, 2),
      {
        op: 'Identity',
        inputs: ['in_n_layer_self_v_cache'],
        outputs: ['out_n_layer_self_v_cache'],
      },
      { op: 'Sum', inputs: ['embedded', 'place', 'sound', 'memory'], outputs: ['sum'] },
      { op: 'Tanh', inputs: ['sum'], outputs: ['bent'] },
      { op: 'MatMul', inputs: ['bent', 'weights'], outputs: ['logits'] },
    ],
    constants: {
      embeddings: weights(6, vocabularySize, width),
      positions: weights(7, contextLength, width),
      weights: weights(8, width, vocabularySize),
    },
    metadata: {},
  }
}
