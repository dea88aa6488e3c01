import { dictationSchema, healthReply, sessionReply } from '@plume/contracts'
import { CannotStart } from './say.ts'

/** A person at the API, over HTTP as a browser would be. */
export type DemoClient = {
  upload(
    audio: Blob,
    fileName: string,
    fields: Readonly<Record<string, string>>,
  ): Promise<UploadAnswer>
  dictation(id: string): Promise<Dictation>
}

export type Dictation = ReturnType<typeof dictationSchema.parse>
export type UploadAnswer = { readonly dictation: Dictation; readonly isNew: boolean }

export async function isHealthy(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/api/health`).catch(() => null)
  if (!answer?.ok) return false
  return healthReply.parse(await answer.json()).database
}

export async function signIn(origin: string, login: string, password: string): Promise<DemoClient> {
  const answer = await fetch(`${origin}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ login, password }),
  })
  if (!answer.ok) throw new CannotStart(`Signing in as ${login} gave HTTP ${answer.status}.`)
  const { csrfToken } = sessionReply.parse(await answer.json())
  const cookie = answer.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')

  return {
    upload: async (audio, fileName, fields) => {
      const form = new FormData()
      for (const [name, value] of Object.entries(fields)) form.set(name, value)
      form.set('audio', audio, fileName)
      const reply = await fetch(`${origin}/api/dictations`, {
        method: 'POST',
        headers: { cookie, origin, 'x-csrf-token': csrfToken },
        body: form,
      })
      if (!reply.ok) throw new CannotStart(`Sending the sample gave HTTP ${reply.status}.`)
      return { dictation: dictationSchema.parse(await reply.json()), isNew: reply.status === 201 }
    },
    dictation: async (id) => {
      const reply = await fetch(`${origin}/api/dictations/${id}`, { headers: { cookie } })
      if (!reply.ok) throw new CannotStart(`Asking for the sample gave HTTP ${reply.status}.`)
      return dictationSchema.parse(await reply.json())
    },
  }
}
