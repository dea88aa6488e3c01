import { hashOfModel } from './model-manifest.ts'
import { refuse } from './model-refusal.ts'
import type { KnownModel } from './model-registry.ts'

type Hashed = { readonly name: string; readonly sha256: string }

/**
 * Where the registry has no hash, a person has to have one from elsewhere, and it has to be the one
 * that was computed. One that is given for a verified model has to be right, too.
 */
export function requireTrust(
  model: KnownModel | null,
  files: readonly Hashed[],
  trustedSha256: string | null,
): string | null {
  const computed = hashOfModel(files)
  if (trustedSha256 === null) {
    if (model?.verified) return null
    return refuse('checksum-unknown', `no hash was published for it; its SHA-256 is ${computed}`)
  }
  if (trustedSha256.toLowerCase() === computed) return computed
  return refuse('checksum-differs', `its SHA-256 is ${computed}, not the one that is trusted`)
}
