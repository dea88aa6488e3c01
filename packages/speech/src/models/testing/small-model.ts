import { createHash } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { KnownModel } from '../model-registry.ts'

/** Bytes that are the same every time and do not repeat soon. */
export function bytesOf(length: number, seed: string): Buffer {
  const parts: Buffer[] = []
  for (let at = 0; at < length; at += 32) {
    parts.push(createHash('sha256').update(`${seed} ${at}`).digest())
  }
  return Buffer.concat(parts).subarray(0, length)
}

export function sha256Of(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('hex')
}

/** A model of the given files, known with their sizes and hashes. */
export function aModel(
  files: Readonly<Record<string, Buffer>>,
  other: Partial<KnownModel> = {},
): KnownModel {
  return {
    id: 'whisper-small-test',
    engine: 'whisper.cpp',
    languages: ['en'],
    source: 'https://models.example/',
    systemPackage: null,
    files: Object.entries(files).map(([name, content]) => ({
      name,
      bytes: content.length,
      sha256: sha256Of(content),
    })),
    memoryBytes: 1000,
    memorySource: 'a test',
    licence: { name: 'MIT', url: 'https://licence.example/', textToAccept: null },
    verified: true,
    checksumSource: 'a test',
    ...other,
  }
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'plume-models-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The beginning of a ggml Whisper model and nothing after it: right name, right magic, no weights. */
export function headerOnlyWhisper(): Buffer {
  const header = Buffer.alloc(48)
  const numbers = [0x67676d6c, 51_864, 1500, 384, 6, 4, 448, 384, 6, 4, 80, 1]
  for (const [index, number] of numbers.entries()) header.writeInt32LE(number, 4 * index)
  return header
}
