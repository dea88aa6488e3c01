/**
 * Just enough of ONNX's protobuf format to write small models for tests: field numbers are those of
 * onnx.proto (ONNX 1.17).
 */

type Tensor =
  | { readonly dims: readonly number[]; readonly floats: Float32Array }
  | { readonly dims: readonly number[]; readonly int64: readonly number[] }

type Node = {
  readonly op: string
  readonly inputs: readonly string[]
  readonly outputs: readonly string[]
  /** Whole numbers, or lists of them: no other attributes are needed here. */
  readonly attributes?: Readonly<Record<string, number | readonly number[]>>
}

/** A name stands for a length that is known only when it runs. */
type Value = {
  readonly name: string
  readonly type: 'float' | 'int32' | 'int64'
  readonly shape: readonly (number | string)[]
}

export type OnnxModel = {
  readonly inputs: readonly Value[]
  readonly outputs: readonly Value[]
  readonly nodes: readonly Node[]
  readonly constants: Readonly<Record<string, Tensor>>
  readonly metadata: Readonly<Record<string, string | number>>
}

const irVersion = 8
const opsetVersion = 14
const elementTypes = { float: 1, int32: 6, int64: 7 } as const
const attributeTypes = { int: 2, ints: 7 } as const

/** The bytes of a model file. */
export function writeOnnx(model: OnnxModel): Buffer {
  const graph = [
    ...model.nodes.map((node) => field(1, nodeProto(node))),
    field(2, Buffer.from('random')),
    ...Object.entries(model.constants).map(([name, tensor]) => field(5, tensorProto(name, tensor))),
    ...model.inputs.map((value) => field(11, valueProto(value))),
    ...model.outputs.map((value) => field(12, valueProto(value))),
  ]
  return Buffer.concat([
    number(1, irVersion),
    field(7, Buffer.concat(graph)),
    field(8, number(2, opsetVersion)),
    ...Object.entries(model.metadata).map(([key, value]) =>
      field(14, Buffer.concat([text(1, key), text(2, String(value))])),
    ),
  ])
}

function nodeProto({ op, inputs, outputs, attributes = {} }: Node): Buffer {
  return Buffer.concat([
    ...inputs.map((name) => text(1, name)),
    ...outputs.map((name) => text(2, name)),
    text(4, op),
    ...Object.entries(attributes).map(([name, value]) => field(5, attributeProto(name, value))),
  ])
}

function attributeProto(name: string, value: number | readonly number[]): Buffer {
  return typeof value === 'number'
    ? Buffer.concat([text(1, name), number(3, value), number(20, attributeTypes.int)])
    : Buffer.concat([
        text(1, name),
        ...value.map((each) => number(8, each)),
        number(20, attributeTypes.ints),
      ])
}

function tensorProto(name: string, tensor: Tensor): Buffer {
  const { floats } = 'floats' in tensor ? tensor : { floats: null }
  const bytes = floats
    ? Buffer.from(floats.buffer, floats.byteOffset, floats.byteLength)
    : Buffer.from(BigInt64Array.from('int64' in tensor ? tensor.int64.map(BigInt) : []).buffer)
  return Buffer.concat([
    ...tensor.dims.map((dim) => number(1, dim)),
    number(2, floats ? elementTypes.float : elementTypes.int64),
    text(8, name),
    field(9, bytes),
  ])
}

function valueProto({ name, type, shape }: Value): Buffer {
  const dims = shape.map((dim) => field(1, typeof dim === 'number' ? number(1, dim) : text(2, dim)))
  const tensorType = Buffer.concat([number(1, elementTypes[type]), field(2, Buffer.concat(dims))])
  return Buffer.concat([text(1, name), field(2, field(1, tensorType))])
}

/** Length-delimited: wire type 2. */
function field(id: number, bytes: Buffer): Buffer {
  return Buffer.concat([varint((id << 3) | 2), varint(bytes.length), bytes])
}

const text = (id: number, value: string) => field(id, Buffer.from(value))

const number = (id: number, value: number) => Buffer.concat([varint(id << 3), varint(value)])

/** Seven bits to a byte, the lowest first; negative numbers as 64 bits. */
function varint(value: number): Buffer {
  const bytes: number[] = []
  let rest = BigInt.asUintN(64, BigInt(value))
  do {
    const low = Number(rest & 0x7fn)
    rest >>= 7n
    bytes.push(rest > 0n ? low | 0x80 : low)
  } while (rest > 0n)
  return Buffer.from(bytes)
}
