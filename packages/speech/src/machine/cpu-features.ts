import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { arch, cpus, platform } from 'node:os'
import { promisify } from 'node:util'

/** What speech engines make use of, as this program calls them. `neon` is ARM's. */
const namesOfFeatures: Readonly<Record<string, string>> = {
  avx: 'avx',
  'avx1.0': 'avx',
  avx2: 'avx2',
  f16c: 'f16c',
  fma: 'fma',
  avx512f: 'avx512',
  asimd: 'neon',
  neon: 'neon',
}

export type CpuFeatures = {
  /** Its maker's name for it. */
  readonly cpu: string
  readonly features: readonly string[]
  /** Null where it cannot be known, or where it is no x86 processor and the question makes no sense. */
  readonly hasAvx2: boolean | null
}

/** Which instructions this machine's processor has, of those that make recognition fast. */
export async function cpuFeaturesOfThisMachine(): Promise<CpuFeatures> {
  const words = platform() === 'darwin' ? await askDarwin() : await readLinux()
  return describeCpu({ cpu: cpus()[0]?.model.trim() ?? '', architecture: arch(), words })
}

/** From the list of its features as the system has it; null where the system has none. Pure. */
export function describeCpu(found: {
  readonly cpu: string
  readonly architecture: string
  readonly words: string | null
}): CpuFeatures {
  const named = (found.words ?? '')
    .toLowerCase()
    .split(/\s+/)
    .flatMap((word) => namesOfFeatures[word] ?? [])
  const features = [...new Set(named)].sort()
  const isX86 = found.architecture === 'x64' || found.architecture === 'ia32'
  const isKnown = isX86 && found.words !== null
  return {
    // An ARM processor often has no name: what it is will do.
    cpu: found.cpu === '' || found.cpu === 'unknown' ? found.architecture : found.cpu,
    features,
    hasAvx2: isKnown ? features.includes('avx2') : null,
  }
}

/** The line `flags` on x86, `Features` on ARM (Linux, `arch/x86/kernel/cpu/proc.c`). */
export function flagsIn(cpuinfo: string): string | null {
  return /^(?:flags|Features)\s*:(.*)$/m.exec(cpuinfo)?.[1]?.trim() ?? null
}

async function readLinux(): Promise<string | null> {
  return flagsIn(await readFile('/proc/cpuinfo', 'utf8').catch(() => ''))
}

/** Apple's own processors have none of these keys, and all have NEON. */
async function askDarwin(): Promise<string | null> {
  if (arch() === 'arm64') return 'neon'
  const keys = ['machdep.cpu.features', 'machdep.cpu.leaf7_features']
  return promisify(execFile)('/usr/sbin/sysctl', ['-n', ...keys]).then(
    ({ stdout }) => stdout,
    () => null,
  )
}
