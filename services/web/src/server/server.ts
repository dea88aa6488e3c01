import {
  dictationSchema,
  enginesReply,
  healthReply,
  heardReply,
  recordingReply,
  type SessionReply,
  sessionReply,
  templatesReply,
  unlockReply,
  usersReply,
  worklistReply,
} from '@plume/contracts'
import type { WorklistFilter } from '../address/address.ts'
import { createCallServer, nothing } from './call-server.ts'
import { correspondentCalls } from './correspondent-calls.ts'
import { macroCalls } from './macro-calls.ts'
import type { Answer } from './problem.ts'
import { reportCalls } from './report-calls.ts'
import { type RecordingUpload, sendRecording } from './send-recording.ts'

export const worklistPageSize = 50

export type Server = ReturnType<typeof createServer>

/** Everything the workstation asks of the API, one function each. */
export function createServer(needs: {
  readonly onSessionEnded: () => void
  readonly idleSeconds: () => number
}) {
  let session: SessionReply | null = null
  const csrfToken = () => session?.csrfToken ?? null
  const call = createCallServer({ csrfToken, renewToken, ...needs })

  /** A new session has a new token. */
  async function enter(asking: Promise<Answer<SessionReply>>): Promise<Answer<SessionReply>> {
    const answer = await asking
    if ('value' in answer) session = answer.value
    return answer
  }

  const whoAmI = () => call({ method: 'GET', path: '/api/session', reads: sessionReply })

  async function renewToken(): Promise<boolean> {
    const answer = await whoAmI()
    if ('problem' in answer) return false
    // Somebody else signed in beside this page; it must not act in their name.
    if (answer.value.user.id !== session?.user.id) {
      needs.onSessionEnded()
      return false
    }
    session = answer.value
    return true
  }

  return {
    signIn: (login: string, password: string) =>
      enter(
        call({
          method: 'POST',
          path: '/api/session',
          reads: sessionReply,
          json: { login, password },
        }),
      ),
    whoAmI: () => enter(whoAmI()),
    signOut: () => call({ method: 'DELETE', path: '/api/session', reads: nothing }),

    worklist: (filter: WorklistFilter, signal: AbortSignal) =>
      call({
        method: 'GET',
        path: `/api/dictations?${worklistQuery(filter)}`,
        reads: worklistReply,
        signal,
      }),
    dictation: (id: string) =>
      call({ method: 'GET', path: `/api/dictations/${id}`, reads: dictationSchema }),
    retryDictation: (id: string) =>
      call({ method: 'POST', path: `/api/dictations/${id}/retry`, reads: nothing }),
    unlockRecording: (id: string, password: string) =>
      call({
        method: 'POST',
        path: `/api/dictations/${id}/password`,
        reads: unlockReply,
        json: { password },
      }),
    heardSoFar: (dictationId: string) =>
      call({ method: 'GET', path: `/api/dictations/${dictationId}/heard`, reads: heardReply }),
    recording: (dictationId: string) =>
      call({
        method: 'GET',
        path: `/api/dictations/${dictationId}/recording`,
        reads: recordingReply,
      }),
    audioPath: (dictationId: string) => `/api/dictations/${dictationId}/audio`,
    sendRecording: (upload: RecordingUpload) =>
      sendRecording(upload, {
        csrfToken: csrfToken(),
        onSessionEnded: needs.onSessionEnded,
      }),

    templates: () => call({ method: 'GET', path: '/api/templates', reads: templatesReply }),
    users: () => call({ method: 'GET', path: '/api/users', reads: usersReply }),
    health: () => call({ method: 'GET', path: '/api/health', reads: healthReply }),
    engines: (signal: AbortSignal) =>
      call({ method: 'GET', path: '/api/service/engines', reads: enginesReply, signal }),

    ...macroCalls(call),
    ...correspondentCalls(call),

    ...reportCalls(call),
  }
}

const reportStates: ReadonlySet<string> = new Set<string>([
  'draft',
  'in-review',
  'finalised',
  'signed',
  'addended',
])

/** The API filters dictations and their reports by two names; people see one list of states. */
export function worklistQuery(filter: WorklistFilter): string {
  const query = new URLSearchParams({
    page: String(filter.page),
    pageSize: String(worklistPageSize),
  })
  if (filter.state)
    query.set(reportStates.has(filter.state) ? 'reportStatus' : 'status', filter.state)
  if (filter.priority) query.set('priority', filter.priority)
  if (filter.authorId) query.set('authorId', filter.authorId)
  return query.toString()
}
