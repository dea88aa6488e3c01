import type { Node as DocNode } from 'prosemirror-model'

/** Documents never change: what was computed for one stays true for it. */
export function memoByDocument<Value>(compute: (doc: DocNode) => Value): (doc: DocNode) => Value {
  let last: { readonly doc: DocNode; readonly value: Value } | null = null
  return (doc) => {
    if (last?.doc !== doc) last = { doc, value: compute(doc) }
    return last.value
  }
}
