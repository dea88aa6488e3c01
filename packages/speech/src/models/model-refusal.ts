/** Why a model was not pulled, imported, exported, verified or removed. */
export type ModelRefusalReason =
  | 'unknown-model'
  | 'model-from-system'
  | 'model-not-installed'
  | 'model-damaged'
  | 'licence-not-accepted'
  | 'checksum-unknown'
  | 'checksum-differs'
  | 'wrong-size'
  | 'not-a-model'
  | 'archive-unreadable'
  | 'source-unreachable'
  | 'source-not-allowed'
  | 'models-busy'
  | 'disk-full'

export type ModelRefusal = {
  readonly refused: ModelRefusalReason
  /** One sentence without its full stop: which file, which numbers. */
  readonly detail: string
}

/** Carries a refusal out of nested streams; never leaves this folder (see `orRefusal`). */
class Refusing extends Error {
  readonly refusal: ModelRefusal

  constructor(refusal: ModelRefusal) {
    super(refusal.detail)
    this.refusal = refusal
  }
}

export function refuse(refused: ModelRefusalReason, detail: string): never {
  throw new Refusing({ refused, detail })
}

/** Runs what may refuse deep inside, and gives the refusal as a value. A full disk is one, too. */
export async function orRefusal<T>(work: () => Promise<T>): Promise<T | ModelRefusal> {
  try {
    return await work()
  } catch (error) {
    const refusal = refusalIn(error)
    if (refusal) return refusal
    throw error
  }
}

/** The refusal that an error carries; null for a passing fault, which may be tried again, or a bug. */
export function refusalIn(error: unknown): ModelRefusal | null {
  if (error instanceof Refusing) return error.refusal
  if (!isDiskFull(error)) return null
  return { refused: 'disk-full', detail: 'the disk of the models folder is full' }
}

function isDiskFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return code === 'ENOSPC' || code === 'EDQUOT'
}
