import { useState } from 'react'
import type { Answer, Problem } from './problem.ts'

export type Asking<Value> = {
  readonly isPending: boolean
  readonly problem: Problem | null
  readonly ask: (call: () => Promise<Answer<Value>>) => Promise<void>
}

/** Asks the server for one thing at a time. A refusal is kept to be shown; anything else is done. */
export function useAsking<Value>(done: (value: Value) => void): Asking<Value> {
  const [isPending, setPending] = useState(false)
  const [problem, setProblem] = useState<Problem | null>(null)
  return {
    isPending,
    problem,
    async ask(call) {
      setPending(true)
      const answer = await call()
      setPending(false)
      if ('problem' in answer) setProblem(answer.problem)
      else done(answer.value)
    },
  }
}
