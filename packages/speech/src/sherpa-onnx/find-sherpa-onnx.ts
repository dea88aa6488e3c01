import { createRequire } from 'node:module'
import { arch, platform } from 'node:os'

/**
 * Whether sherpa-onnx is installed for this machine. Only its files are looked for: loading it is for the
 * child process.
 */
export function hasSherpaOnnx(): boolean {
  const require = createRequire(import.meta.url)
  const system = platform() === 'win32' ? 'win' : platform()
  try {
    const own = createRequire(require.resolve('sherpa-onnx-node'))
    own.resolve(`sherpa-onnx-${system}-${arch()}`)
    return true
  } catch {
    return false
  }
}
