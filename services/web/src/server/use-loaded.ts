import { useEffect, useEffectEvent, useState } from 'react'
import type { Answer, Problem } from './problem.ts'

export type Loaded<Value> = { readonly value: Value | null; readonly problem: Problem | null }

/** Asks the server once, and again when `key` changes. A late answer to an old question is dropped. */
export function useLoaded<Value>(
  key: string | number,
  load: () => Promise<Answer<Value>>,
): Loaded<Value> {
  const [loaded, setLoaded] = useState<Loaded<Value>>({ value: null, problem: null })
  const ask = useEffectEvent(load)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key stands for what is asked
  useEffect(() => {
    let wanted = true
    void ask().then((answer) => {
      if (!wanted) return
      setLoaded((before) =>
        'problem' in answer
          ? { ...before, problem: answer.problem }
          : { value: answer.value, problem: null },
      )
    })
    return () => {
      wanted = false
    }
  }, [key])
  return loaded
}
