import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { hasSherpaOnnx } from '../sherpa-onnx/find-sherpa-onnx.ts'

/**
 * Silero VAD version 6, as the package `@ricky0123/vad-web` carries it, or null where that or what runs it
 * is not installed. Version 5, beside it, misses quiet voices that 6 finds.
 */
export function findSileroModel(): string | null {
  if (!hasSherpaOnnx()) return null
  try {
    const { resolve } = createRequire(import.meta.url)
    const folder = dirname(resolve('@ricky0123/vad-web/package.json'))
    const path = join(folder, 'dist', 'silero_vad_v6.onnx')
    return existsSync(path) ? path : null
  } catch {
    return null
  }
}
