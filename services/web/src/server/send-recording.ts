import { type DictationReply, dictationSchema } from '@plume/contracts'
import { readProblem } from './call-server.ts'
import { type Answer, localProblem } from './problem.ts'

export type RecordingUpload = {
  readonly file: File
  /** The text parts of the upload, by their names in the contract. */
  readonly fields: Readonly<Record<string, string>>
  /** Called with the fraction of the bytes that have left this machine, 0 to 1. */
  readonly onProgress: (fraction: number) => void
  readonly signal: AbortSignal
}

/** `isNew` is false when the very same bytes had been received before. */
export type ReceivedRecording = { readonly dictation: DictationReply; readonly isNew: boolean }

/** Sends a recording by XMLHttpRequest: `fetch` cannot say how much of an upload has been sent. */
export function sendRecording(
  upload: RecordingUpload,
  session: { readonly csrfToken: string | null; readonly onSessionEnded: () => void },
): Promise<Answer<ReceivedRecording>> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest()
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) upload.onProgress(event.loaded / event.total)
    })
    request.addEventListener('load', () => {
      const answer = readAnswer(request)
      if ('problem' in answer && answer.problem.code === 'not-signed-in') session.onSessionEnded()
      resolve(answer)
    })
    request.addEventListener('error', () => resolve(localProblem('server-unreachable')))
    request.addEventListener('abort', () => resolve(localProblem('cancelled')))
    upload.signal.addEventListener('abort', () => request.abort(), { once: true })

    request.open('POST', '/api/dictations')
    request.setRequestHeader('accept', 'application/json')
    if (session.csrfToken) request.setRequestHeader('x-csrf-token', session.csrfToken)
    request.send(formOf(upload))
  })
}

/** The text parts come before the audio: the server decides about them while the bytes arrive. */
function formOf(upload: RecordingUpload): FormData {
  const form = new FormData()
  for (const [name, value] of Object.entries(upload.fields)) form.append(name, value)
  form.append('audio', upload.file, upload.file.name)
  return form
}

function readAnswer(request: XMLHttpRequest): Answer<ReceivedRecording> {
  const body = parseJson(request.responseText)
  if (request.status < 200 || request.status > 299) return readProblem(body)
  const dictation = dictationSchema.safeParse(body)
  if (!dictation.success) return localProblem('unreadable-answer')
  return { value: { dictation: dictation.data, isNew: request.status === 201 } }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
