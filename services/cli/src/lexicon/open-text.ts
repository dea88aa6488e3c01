import { open } from 'node:fs/promises'
import { createUtf8Check, sniffEncoding, type TextEncoding } from '@plume/terminology'
import { Refused, refuseFile } from '../refused.ts'

/** A file whose encoding is known. It may be read any number of times; one piece is in memory at once. */
export type TextFile = {
  readonly encoding: TextEncoding
  readonly chunks: () => AsyncGenerator<string>
}

/** Bytes of a file in pieces, from its start each time it is called. */
export type ByteSource = () => AsyncIterable<Uint8Array>

export function bytesOfFile(path: string): ByteSource {
  return async function* () {
    const file = await open(path).catch((error: unknown) => {
      throw refuseFile(path, error)
    })
    try {
      yield* file.createReadStream({ autoClose: false, highWaterMark: 65_536 })
    } catch (error) {
      throw refuseFile(path, error)
    } finally {
      await file.close()
    }
  }
}

/** Finds the encoding out: by the first bytes, else by reading all of them once. */
export async function openText(bytes: ByteSource): Promise<TextFile> {
  const encoding = await encodingOf(bytes)
  return { encoding, chunks: () => decoded(bytes, encoding) }
}

async function encodingOf(bytes: ByteSource): Promise<TextEncoding> {
  const check = createUtf8Check()
  let isFirst = true
  for await (const chunk of bytes()) {
    if (isFirst) {
      const known = sniffEncoding(chunk.subarray(0, 4096))
      if (known === 'binary') throw binary()
      if (known) return known
      isFirst = false
    }
    check.add(chunk)
  }
  return check.isUtf8() ? 'utf-8' : 'windows-1252'
}

async function* decoded(bytes: ByteSource, encoding: TextEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of bytes()) yield withoutNul(decoder.decode(chunk, { stream: true }))
  yield withoutNul(decoder.decode())
}

function withoutNul(text: string): string {
  if (text.includes('\0')) throw binary()
  return text
}

function binary(): Refused {
  return new Refused('not-a-list', 'the file holds bytes of no text', 'Export the list as text.')
}

/** Far longer than a line of any list; more is no list, and would not fit in memory for long. */
export const maxLineLength = 65_536

/** The lines of a text, without their ends. */
export async function* linesIn(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = ''
  let line = 0
  for await (const chunk of chunks) {
    const parts = (rest + chunk).split('\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      line += 1
      if (part.length > maxLineLength) throw tooLong(line)
      yield part.endsWith('\r') ? part.slice(0, -1) : part
    }
    if (rest.length > maxLineLength) throw tooLong(line + 1)
  }
  if (rest !== '') yield rest.endsWith('\r') ? rest.slice(0, -1) : rest
}

export function tooLong(line: number): Refused {
  return new Refused(
    'line-too-long',
    `line ${line} is longer than ${maxLineLength} characters`,
    'This is no list, or a quotation mark is never closed: correct the line.',
  )
}

/** The first lines of a text. */
export async function firstLines(file: TextFile, count: number): Promise<readonly string[]> {
  const lines: string[] = []
  for await (const line of linesIn(file.chunks())) {
    lines.push(line)
    if (lines.length === count) break
  }
  return lines
}
