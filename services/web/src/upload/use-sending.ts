import { useEffect, useRef, useState } from 'react'
import type { Problem } from '../server/problem.ts'
import type { ReceivedRecording } from '../server/send-recording.ts'
import { useServer } from '../server/use-server.tsx'

export type SendingState =
  | { readonly status: 'idle' }
  /** `fraction` reaches 1 when all bytes have left; the server then makes them durable. */
  | { readonly status: 'sending'; readonly fraction: number }
  | { readonly status: 'refused'; readonly problem: Problem }
  | { readonly status: 'received'; readonly received: ReceivedRecording }

/** One upload at a time, which ends when the dialog goes away. */
export function useSending(onReceived: () => void) {
  const server = useServer()
  const [state, setState] = useState<SendingState>({ status: 'idle' })
  const sending = useRef<AbortController>(null)
  useEffect(() => () => sending.current?.abort(), [])

  async function send(file: File, fields: Readonly<Record<string, string>>) {
    const controller = new AbortController()
    sending.current = controller
    setState({ status: 'sending', fraction: 0 })
    const answer = await server.sendRecording({
      file,
      fields,
      signal: controller.signal,
      onProgress: (fraction) => setState({ status: 'sending', fraction }),
    })
    if ('problem' in answer) return setState({ status: 'refused', problem: answer.problem })
    setState({ status: 'received', received: answer.value })
    onReceived()
  }

  return {
    state,
    send,
    cancel: () => sending.current?.abort(),
    reset: () => setState({ status: 'idle' }),
  }
}
