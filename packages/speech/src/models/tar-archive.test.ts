import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { orRefusal } from './model-refusal.ts'
import { readTar, tarEnd, tarHeader, tarPadding } from './tar-archive.ts'
import { bytesOf, temporaryFolder } from './testing/small-model.ts'

const files = {
  'manifest.json': Buffer.from('{}\n'),
  'empty.txt': Buffer.alloc(0),
  'block.bin': bytesOf(512, 'a block'),
  'ggml-base.bin': bytesOf(70_001, 'weights'),
}

function pack(content: Readonly<Record<string, Buffer>>): Buffer {
  const parts = Object.entries(content).flatMap(([name, bytes]) => [
    tarHeader(name, bytes.length, new Date('2026-01-02T03:04:05Z')),
    bytes,
    tarPadding(bytes.length),
  ])
  return Buffer.concat([...parts, tarEnd])
}

async function* inPieces(archive: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < archive.length; at += length) yield archive.subarray(at, at + length)
}

async function unpack(archive: Buffer, length = 1000): Promise<Record<string, Buffer>> {
  const found: Record<string, Buffer> = {}
  for await (const { name, bytes, content } of readTar(inPieces(archive, length))) {
    const pieces: Buffer[] = []
    for await (const piece of content) pieces.push(Buffer.from(piece))
    found[name] = Buffer.concat(pieces)
    expect(found[name]).toHaveLength(bytes)
  }
  return found
}

test.each([1, 511, 512, 513, 1_000_000])('reads what it wrote, in pieces of %i', async (length) => {
  expect(await unpack(pack(files), length)).toEqual(files)
})

test('the system’s tar reads what was written', () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'a.tar'), pack(files))
  execFileSync('tar', ['-xf', 'a.tar'], { cwd: folder })
  for (const [name, content] of Object.entries(files)) {
    expect(readFileSync(join(folder, name))).toEqual(content)
  }
  expect(execFileSync('tar', ['-tvf', 'a.tar'], { cwd: folder, encoding: 'utf8' })).toMatch(
    /70001 2026-01-0[123] .* ggml-base\.bin/,
  )
})

test.each(['gnu', 'ustar', 'dot'])('reads what the system’s tar wrote: %s', async (kind) => {
  const folder = temporaryFolder()
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content)
  const names = Object.keys(files).map((name) => (kind === 'dot' ? `./${name}` : name))
  const format = kind === 'gnu' ? 'gnu' : 'ustar'
  execFileSync('tar', [`--format=${format}`, '-cf', 'a.tar', ...names], { cwd: folder })
  expect(await unpack(readFileSync(join(folder, 'a.tar')))).toEqual(files)
})

describe('refuses', () => {
  const refusal = (archive: Buffer) => orRefusal(() => unpack(archive))
  const refused = { refused: 'archive-unreadable' }

  test.each([0, 100, 512, 600, 1024])(
    'an archive that breaks off after %i bytes',
    async (length) => {
      expect(await refusal(pack(files).subarray(0, length))).toMatchObject(refused)
    },
  )

  test('a header with one byte changed, wherever that is', async () => {
    const archive = pack({ 'a.bin': Buffer.from('x') })
    // Of its checksum's own field, the two bytes that end it may be anything.
    for (let at = 0; at < 512; at++) {
      if (at === 154 || at === 155) continue
      const changed = Buffer.from(archive)
      changed[at] = (changed[at] ?? 0) ^ 0x11
      expect(await refusal(changed), `byte ${at}`).toMatchObject(refused)
    }
  })

  test.each([
    ['a symbolic link', 'gnu', (folder: string) => symlinkSync('/etc/passwd', join(folder, 'x'))],
    ['a folder', 'gnu', (folder: string) => mkdirSync(join(folder, 'x'))],
    ['extended headers', 'pax', (folder: string) => writeFileSync(join(folder, 'x'), 'é')],
  ])('%s', async (_what, format, make) => {
    const folder = temporaryFolder()
    make(folder)
    const options = format === 'pax' ? ['--pax-option=comment=x'] : []
    execFileSync('tar', [`--format=${format}`, ...options, '-cf', 'a.tar', 'x'], { cwd: folder })
    expect(await refusal(readFileSync(join(folder, 'a.tar')))).toMatchObject(refused)
  })

  test('a length in binary, as GNU tar writes what is larger than 8 GiB', async () => {
    const header = tarHeader('a.bin', 1, new Date(0))
    header[124] = 0x80
    expect(await refusal(Buffer.concat([header, tarEnd]))).toMatchObject(refused)
  })

  test('what is no archive', async () => {
    expect(await refusal(bytesOf(5000, 'noise'))).toMatchObject(refused)
  })
})
