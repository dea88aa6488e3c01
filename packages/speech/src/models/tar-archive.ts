import { refuse } from './model-refusal.ts'

/**
 * POSIX.1-2001 ustar, as far as a model needs it: plain files with plain names, one after another.
 * What anything else is (links, folders, long names, sparse files) is refused rather than understood.
 */
const block = 512
/** Eleven octal digits. */
const longestFile = 8 ** 11 - 1

const at = { size: 124, checksum: 148, type: 156, magic: 257, prefix: 345 } as const

export function tarHeader(name: string, bytes: number, modified: Date): Buffer {
  if (Buffer.byteLength(name) > 100 || bytes > longestFile) throw new Error(`no ustar: ${name}`)
  const header = Buffer.alloc(block)
  const octal = (value: number, digits: number) => value.toString(8).padStart(digits, '0')
  header.write(name, 0)
  header.write(`${octal(0o644, 7)}\0${octal(0, 7)}\0${octal(0, 7)}\0`, 100)
  header.write(
    `${octal(bytes, 11)}\0${octal(Math.floor(modified.getTime() / 1000), 11)}\0`,
    at.size,
  )
  header.write('0', at.type)
  header.write('ustar\u000000', at.magic)
  header.write(`${octal(checksumOf(header), 6)}\0 `, at.checksum)
  return header
}

export function tarPadding(bytes: number): Buffer {
  return Buffer.alloc((block - (bytes % block)) % block)
}

/** Two empty blocks. */
export const tarEnd = Buffer.alloc(2 * block)

export type TarEntry = {
  readonly name: string
  readonly bytes: number
  /** Has to be read to its end before the next entry is asked for. */
  readonly content: AsyncIterable<Buffer>
}

/** Reads an archive as it comes in; never more of it than a piece is in memory. */
export async function* readTar(pieces: AsyncIterable<Buffer>): AsyncGenerator<TarEntry> {
  const source = takeFrom(pieces)
  for (;;) {
    const header = await takeWhole(source, block)
    if (header.every((byte) => byte === 0)) return
    const { name, bytes } = parseHeader(header)
    let left = bytes
    yield {
      name,
      bytes,
      content: (async function* () {
        while (left > 0) {
          const piece = await takeSome(source, left)
          left -= piece.length
          yield piece
        }
      })(),
    }
    if (left > 0) throw new Error(`${name} was not read to its end`)
    await takeWhole(source, tarPadding(bytes).length)
  }
}

function parseHeader(header: Buffer): { readonly name: string; readonly bytes: number } {
  if (octalAt(header, at.checksum, 8) !== checksumOf(header)) broken('a header is damaged')
  if (header.toString('latin1', at.magic, at.magic + 5) !== 'ustar')
    broken('it is no ustar archive')
  const type = header[at.type]
  if (type !== 0x30 && type !== 0) broken('it holds something else than plain files')
  if (header[at.prefix] !== 0) broken('a name in it is too long')
  const end = header.indexOf(0)
  const name = header.toString('utf8', 0, end === -1 || end > 100 ? 100 : end)
  return { name: name.replace(/^\.\//, ''), bytes: octalAt(header, at.size, 12) }
}

function octalAt(header: Buffer, offset: number, length: number): number {
  const text = header.toString('latin1', offset, offset + length).replace(/[\0 ]+$/, '')
  // GNU tar's binary numbers, for more than 8 GiB, end here too.
  if (!/^ *[0-7]+$/.test(text)) broken('a number in it is wrong')
  return Number.parseInt(text.trim(), 8)
}

/** The sum of the header's bytes, its own field counted as spaces. */
function checksumOf(header: Buffer): number {
  let sum = 8 * 0x20
  for (const [index, byte] of header.entries()) {
    if (index < at.checksum || index >= at.checksum + 8) sum += byte
  }
  return sum
}

type Taking = { readonly next: () => Promise<Buffer | null>; rest: Buffer }

function takeFrom(pieces: AsyncIterable<Buffer>): Taking {
  const iterator = pieces[Symbol.asyncIterator]()
  return {
    rest: Buffer.alloc(0),
    next: async () => {
      const { value, done } = await iterator.next()
      return done ? null : value
    },
  }
}

async function takeSome(source: Taking, atMost: number): Promise<Buffer> {
  while (source.rest.length === 0) {
    source.rest = (await source.next()) ?? broken('it breaks off')
  }
  const taken = source.rest.subarray(0, atMost)
  source.rest = source.rest.subarray(taken.length)
  return taken
}

async function takeWhole(source: Taking, bytes: number): Promise<Buffer> {
  const parts: Buffer[] = []
  for (let left = bytes; left > 0; ) {
    const piece = await takeSome(source, left)
    parts.push(piece)
    left -= piece.length
  }
  return Buffer.concat(parts)
}

function broken(what: string): never {
  return refuse('archive-unreadable', what)
}
