import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { ErrorCode } from '@plume/contracts'
import { errorCatalogue } from '@plume/contracts'
import { Failure, type User } from '@plume/records'
import { FileConfigstore, FileStore } from '@tus/file-store'
import { Server, type Upload } from '@tus/server'
import { errorBody } from '../../error-handler.ts'
import type { Needs } from '../../needs.ts'
import { orRefuse, RefusedRequest } from '../../refused-request.ts'
import { displayName, readDetails } from '../dictations/upload-details.ts'
import { withoutImpostors } from '../dictations/without-impostors.ts'

/** An upload that nobody goes on with is forgotten after this time. */
const forgottenAfterMs = 24 * 3_600_000

type Metadata = Readonly<Record<string, string | null>>
type HookError = { readonly status_code: number; readonly body: string }

/**
 * Uploads by the tus protocol (tus.io, version 1.0.0): a connection that breaks costs what was under
 * way, not the whole recording. The parts lie in a private folder until the last one; then they become
 * a dictation exactly as a plain upload does.
 */
export function createResumableUploads(
  needs: Needs,
  options: { readonly path: string; readonly directory: string },
) {
  const { path, directory } = options
  const configstore = new FileConfigstore(directory)
  const datastore = new FileStore({
    directory,
    configstore,
    expirationPeriodInMilliseconds: forgottenAfterMs,
  })
  const server = new Server({
    path,
    datastore,
    relativeLocation: true,
    maxSize: needs.config.maxUploadBytes,
    onUploadCreate: async (request, upload) => {
      const user = ownerOf(request)
      await answering(() => readDetails(fieldsOf(upload.metadata), user, needs))
      return { metadata: { ...upload.metadata, owner: user.id } }
    },
    onIncomingRequest: async (request, id) => {
      const upload = await datastore.getUpload(id).catch(() => null)
      // Somebody else's upload is not there, for whoever asks.
      if (upload && upload.metadata?.owner !== ownerOf(request).id)
        throw hookError('upload-not-found')
    },
    onUploadFinish: async (request, upload) => {
      const dictationId = await answering(() => finish(upload, ownerOf(request)))
      return { headers: { 'plume-dictation': dictationId } }
    },
    onResponseError: (_request, error) => {
      if (!(error instanceof Error)) return wellFormed(error)
      return hookError('unexpected-failure')
    },
  })

  /** Whatever comes of it, the parts are gone afterwards: to try again is to send again. */
  async function finish(upload: Upload, user: User): Promise<string> {
    try {
      const details = await readDetails(fieldsOf(upload.metadata), user, needs)
      const bytes = datastore.read(upload.id)
      const { dictation } = orRefuse(
        await needs.useCases.receiveDictation({
          ...details,
          fileName: displayName(upload.metadata?.filename ?? ''),
          audio: await withoutImpostors(chunksOf(bytes)),
          maxBytes: needs.config.maxUploadBytes,
        }),
      )
      return dictation.id
    } finally {
      await discard(upload.id)
    }
  }

  async function discard(id: string): Promise<void> {
    await datastore.remove(id).catch(() => rm(join(directory, id), { force: true }))
  }

  return {
    handle: server.handle.bind(server),
    /** Uploads whose last byte came just before the server was killed become dictations now. */
    async recover(): Promise<number> {
      await server.cleanUpExpiredUploads().catch(() => 0)
      let recovered = 0
      for (const id of (await configstore.list?.()) ?? []) {
        const upload = await datastore.getUpload(id).catch(() => null)
        if (!upload || upload.size === undefined || upload.offset !== upload.size) continue
        const owner = await needs.accounts.findUser(upload.metadata?.owner ?? '')
        if (!owner) continue
        await finish(upload, owner).then(
          () => {
            recovered += 1
          },
          () => {},
        )
      }
      return recovered
    },
    forgetExpired: () => server.cleanUpExpiredUploads(),
  }
}

/** The tus server sees web requests; who sent one is remembered with the connection's own request. */
const senders = new WeakMap<object, User>()

export function rememberSender(raw: object, user: User): void {
  senders.set(raw, user)
}

function ownerOf(request: { readonly runtime?: unknown }): User {
  const { node } = (request.runtime ?? {}) as { readonly node?: { readonly req?: object } }
  const user = node?.req ? senders.get(node.req) : undefined
  if (!user) throw new TypeError('an upload without a signed-in user')
  return user
}

/** The fields of the plain upload; what clients add of themselves is left aside. */
function fieldsOf(metadata: Metadata = {}): Readonly<Record<string, string>> {
  const ofClients = new Set(['filename', 'filetype', 'name', 'type', 'relativePath', 'owner'])
  return Object.fromEntries(
    Object.entries(metadata).flatMap(([name, value]) =>
      ofClients.has(name) ? [] : [[name, value ?? '']],
    ),
  )
}

async function* chunksOf(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield* bytes
}

/** Refusals and failures in the form that the tus server hands on. */
async function answering<Value>(work: () => Promise<Value>): Promise<Value> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof RefusedRequest) throw hookError(error.code, error.problems)
    if (error instanceof Failure) throw hookError(error.code)
    throw error
  }
}

function hookError(code: ErrorCode, problems?: RefusedRequest['problems']): HookError {
  const body = errorBody(code, 'none', problems ? [...problems] : [])
  return { status_code: errorCatalogue[code].status, body: JSON.stringify(body) }
}

/** The tus server's own errors are sentences for programmers. */
function wellFormed(error: HookError): HookError {
  if (error.body.startsWith('{')) return error
  switch (error.status_code) {
    case 404:
    case 410:
      return hookError('upload-not-found')
    case 413:
      return hookError('upload-too-large')
    default: {
      const body = errorBody('invalid-request', 'none')
      return { status_code: error.status_code, body: JSON.stringify(body) }
    }
  }
}
