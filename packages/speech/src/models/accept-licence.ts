import type { ModelManifest } from './model-manifest.ts'
import { refuse } from './model-refusal.ts'
import type { KnownModel } from './model-registry.ts'

export type Acceptance = {
  /** The licence's name, as the person gave it; null where none was given. */
  readonly licence: string | null
  /** Who runs this, for the record. */
  readonly who: string
}

/** Some licences bind whoever uses the model: a person of the hospital names them, or it is not installed. */
export function acceptLicence(
  { id, licence }: KnownModel,
  { licence: named, who }: Acceptance,
  now: () => Date = () => new Date(),
): ModelManifest['acceptedLicence'] {
  if (licence.textToAccept === null) return null
  if (named !== licence.name) {
    refuse(
      'licence-not-accepted',
      `${id} needs its licence accepted, as --accept-licence ${licence.name}. ${licence.textToAccept} ${licence.url}`,
    )
  }
  return { name: licence.name, who, when: now().toISOString() }
}
