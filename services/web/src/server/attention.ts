import { createScope } from '../scope.ts'

export type Attention = {
  /** For how long nobody has touched the page. */
  idleSeconds(): number
}

/** Notices keys and pointers. Pages fetch by themselves; only a person keeps a session alive. */
export function createAttention(): Attention {
  const scope = createScope()
  let last = Date.now()
  for (const type of ['keydown', 'pointerdown', 'pointermove', 'wheel']) {
    scope.listen(
      window,
      type,
      () => {
        last = Date.now()
      },
      true,
    )
  }
  return { idleSeconds: () => Math.round((Date.now() - last) / 1000) }
}
