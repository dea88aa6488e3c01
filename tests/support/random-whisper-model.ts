import { type FileHandle, open } from 'node:fs/promises'

/** English vocabulary of Whisper, without the marks that the program adds itself. */
const words = 50_257
const vocabulary = 51_864
/** ggml's number for 16-bit floats, in which the matrices are. */
const halfFloats = 1
const melBands = 80
const frequencies = 201

type Shape = {
  readonly state: number
  readonly heads: number
  readonly layers: number
  /** Tokens; half as many may be said in a window, less four (`whisper_full_with_state`). */
  readonly textContext: number
}

/**
 * Much smaller than any real one: it need not hear, only run. Two layers are enough to go through all, and what is
 * said by chance ends at 28 tokens: it never says by itself that a sentence is over.
 */
const smallest: Shape = { state: 64, heads: 1, layers: 2, textContext: 64 }
/** As `tiny.en` is: for measuring speed. */
export const tinyShape: Shape = { state: 384, heads: 6, layers: 4, textContext: 448 }

const audioContext = 1500

/**
 * A Whisper model in ggml's format (whisper.cpp, `whisper_model_load`) with random weights: whisper.cpp
 * loads it and gives out words by chance. For tests of everything but hearing.
 */
export async function writeRandomWhisperModel(path: string, shape = smallest): Promise<void> {
  const file = await open(path, 'w')
  try {
    await file.write(header(shape))
    const random = createRandom()
    for (const tensor of tensors(shape)) await writeTensor(file, tensor, random)
  } finally {
    await file.close()
  }
}

function header({ state, heads, layers, textContext }: Shape): Buffer {
  const numbers = [
    0x67676d6c,
    ...[vocabulary, audioContext, state, heads, layers],
    ...[textContext, state, heads, layers, melBands, halfFloats],
    ...[melBands, frequencies],
  ]
  const filters = Buffer.alloc(melBands * frequencies * 4)
  for (let band = 0; band < melBands; band += 1) {
    for (const offset of [0, 1]) filters.writeFloatLE(0.02, (band * (frequencies + 2) + offset) * 4)
  }
  return Buffer.concat([int32s(numbers), filters, int32s([words]), ...vocabularyOf()])
}

/** " aaab", " aaac"...: every token is a word of its own, but for those the program asks for. */
function vocabularyOf(): readonly Buffer[] {
  const letter = (n: number) => String.fromCharCode(97 + (Math.floor(n) % 26))
  const asked = [' ', " '", ' -']
  return Array.from({ length: words }, (_, n) => {
    const made = ` ${letter(n / 26 ** 3)}${letter(n / 26 ** 2)}${letter(n / 26)}${letter(n)}`
    const word = asked[n] ?? made
    return Buffer.concat([int32s([word.length]), Buffer.from(word, 'latin1')])
  })
}

type Tensor = {
  readonly name: string
  readonly dimensions: readonly number[]
  /** Values lie evenly around `middle`, at most so far. */
  readonly spread: number
  readonly middle?: number
}

function tensors({ state, layers, textContext }: Shape): readonly Tensor[] {
  const blocks = Array.from({ length: layers }, (_, n) => n)
  return [
    { name: 'encoder.positional_embedding', dimensions: [state, audioContext], spread: 0.5 },
    { name: 'encoder.conv1.weight', dimensions: [3, melBands, state], spread: 0.1 },
    { name: 'encoder.conv1.bias', dimensions: [1, state], spread: 0.01 },
    { name: 'encoder.conv2.weight', dimensions: [3, state, state], spread: 0.05 },
    { name: 'encoder.conv2.bias', dimensions: [1, state], spread: 0.01 },
    ...norm('encoder.ln_post', state),
    ...blocks.flatMap((n) => block(`encoder.blocks.${n}`, state, ['attn'])),
    { name: 'decoder.positional_embedding', dimensions: [state, textContext], spread: 0.02 },
    { name: 'decoder.token_embedding.weight', dimensions: [state, vocabulary], spread: 0.3 },
    ...norm('decoder.ln', state),
    ...blocks.flatMap((n) => block(`decoder.blocks.${n}`, state, ['attn', 'cross_attn'])),
  ]
}

function block(name: string, state: number, attentions: readonly string[]): readonly Tensor[] {
  return [
    ...norm(`${name}.mlp_ln`, state),
    ...linear(`${name}.mlp.0`, state, 4 * state),
    ...linear(`${name}.mlp.2`, 4 * state, state),
    ...attentions.flatMap((attention) => [
      ...norm(`${name}.${attention}_ln`, state),
      ...linear(`${name}.${attention}.query`, state, state),
      ...linear(`${name}.${attention}.key`, state, state).slice(0, 1),
      ...linear(`${name}.${attention}.value`, state, state),
      ...linear(`${name}.${attention}.out`, state, state),
    ]),
  ]
}

function linear(name: string, from: number, to: number): readonly Tensor[] {
  return [
    { name: `${name}.weight`, dimensions: [from, to], spread: 3.4 / Math.sqrt(from) },
    { name: `${name}.bias`, dimensions: [to], spread: 0.01 },
  ]
}

function norm(name: string, state: number): readonly Tensor[] {
  return [
    { name: `${name}.weight`, dimensions: [state], spread: 0.05, middle: 1 },
    { name: `${name}.bias`, dimensions: [state], spread: 0.01 },
  ]
}

async function writeTensor(
  file: FileHandle,
  { name, dimensions, spread, middle = 0 }: Tensor,
  random: () => number,
): Promise<void> {
  const count = dimensions.reduce((product, length) => product * length, 1)
  const values = Float32Array.from({ length: count }, () => middle + random() * spread)
  const isMatrix = name.endsWith('.weight') && dimensions.length > 1
  await file.write(
    int32s([dimensions.length, name.length, isMatrix ? halfFloats : 0, ...dimensions]),
  )
  await file.write(Buffer.from(name, 'latin1'))
  await file.write(Buffer.from(isMatrix ? toHalf(values).buffer : values.buffer))
}

/** Without rounding; what is too small for a normal number of 16 bits is zero. */
function toHalf(values: Float32Array): Uint16Array {
  const bits = new Uint32Array(values.buffer)
  return Uint16Array.from(bits, (single) => {
    const sign = (single >>> 16) & 0x8000
    const exponent = ((single >>> 23) & 0xff) - 112
    return exponent <= 0 ? sign : sign | (exponent << 10) | ((single >>> 13) & 0x3ff)
  })
}

function int32s(numbers: readonly number[]): Buffer {
  return Buffer.from(Int32Array.from(numbers).buffer)
}

/** From -1 to 1; the same each time (Numerical Recipes, 2nd ed., p. 284). */
function createRandom(): () => number {
  let state = 12_345
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}
