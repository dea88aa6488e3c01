import { randomUUID } from 'node:crypto'
import { addAbortSignal } from 'node:stream'
import { headLength, type Rejection, surelyNotAudio, type WatchRequest } from '@plume/audio'
import { errorCatalogue, orderSchema, patientSchema, uploadFields } from '@plume/contracts'
import { createReceiveDictation, Failure, isRefusal, type Upload, type User } from '@plume/records'
import { findTemplate } from '@plume/report-templates'
import { loadTemplates } from '@plume/report-templates/starter'
import type { Database } from '@plume/storage'
import type { CliConfig } from './config.ts'
import { storage } from './join-database.ts'

type Details = Omit<Upload, 'fileName' | 'audio' | 'maxBytes'>

/** How a recording of the watched folder comes in: as one that was uploaded by `user`. */
export async function receiveWatched(needs: {
  readonly database: Database
  readonly config: CliConfig
  readonly user: User
  /** Gives up what is being read. */
  readonly signal: AbortSignal
}): Promise<WatchRequest['receive']> {
  const { database, config, user, signal } = needs
  const { createAccounts, createDictationStore, createDiskBlobStore, loadKeyring } = await storage()
  const accounts = createAccounts(database)
  const templates = loadTemplates(config.templatesDir)
  const receiveDictation = createReceiveDictation({
    blobs: createDiskBlobStore({
      directory: config.blobDir,
      keyring: await loadKeyring(config.keyringFile),
    }),
    dictations: createDictationStore(database),
    now: () => new Date(),
    newId: randomUUID,
  })

  async function settleDetails(
    given: Readonly<Record<string, string>>,
  ): Promise<Details | Rejection> {
    const { fields, patient, order } = parseDetails(given)
    if (!fields || patient === undefined || order === undefined) return rejection('invalid-request')
    const { author = '', template, locale, language, workType, priority } = fields
    if (!findTemplate(templates, template, locale)) return rejection('unknown-template')
    const found = await accounts.findByLogin(author)
    if (found?.role !== 'doctor') return rejection('unknown-author')
    if (user.role === 'doctor' && found.id !== user.id) return rejection('not-allowed')
    const who = { authorId: found.id, uploadedBy: user.id }
    const findLanguage = language === 'auto'
    const what = { workType, templateId: template, locale, findLanguage, priority }
    return { ...who, ...what, patient, order }
  }

  return async ({ file, fileName, details }) => {
    try {
      const settled = await settleDetails(details)
      if ('code' in settled) return { rejection: settled }
      const head = Buffer.alloc(headLength)
      const { bytesRead } = await file.read(head, 0, head.length, 0)
      if (surelyNotAudio(head.subarray(0, bytesRead))) return { rejection: rejection('not-audio') }
      const received = await receiveDictation({
        ...settled,
        fileName: displayName(fileName),
        audio: addAbortSignal(signal, file.createReadStream({ start: 0, autoClose: false })),
        maxBytes: config.maxUploadBytes,
      })
      if (isRefusal(received)) return { rejection: rejection(received.refused) }
      return { id: received.dictation.id, isNew: received.isNew }
    } catch (error) {
      if (!isLostDatabase(error)) throw error
      throw new Failure('database-unreachable', 'the database went away', {
        retryable: true,
        cause: error,
      })
    }
  }
}

/** For people to recognise it by. */
function displayName(fileName: string): string {
  return fileName.slice(0, 255).replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '') || 'dictation'
}

/**
 * The database driver's ways of saying that the server is not there or went away, as the API knows them:
 * the system's codes, Postgres's (Appendix A: classes 08, 53300 and 57P01 to 57P03), and sentences.
 */
function isLostDatabase(error: unknown): boolean {
  if (!(error instanceof Error) || error instanceof Failure) return false
  const code = 'code' in error ? String(error.code) : ''
  if (/^(57P0[123]|53300|08\d{3})$/.test(code)) return true
  if (/^(Connection terminated|Client has encountered a connection error)/.test(error.message)) {
    return true
  }
  const fromDriver = /node_modules\/(pg|pg-pool|kysely)\//.test(error.stack ?? '')
  return fromDriver && /^(ECONNREFUSED|ECONNRESET|ENOENT|EPIPE|ETIMEDOUT)$/.test(code)
}

/** Undefined where something is not as it must be; null where there is none. */
function parseDetails(given: Readonly<Record<string, string>>) {
  const under = (prefix: string) => {
    const entries = Object.entries(given).flatMap(([name, value]) =>
      name.startsWith(prefix) ? [[name.slice(prefix.length), value]] : [],
    )
    return entries.length > 0 ? Object.fromEntries(entries) : null
  }
  const plain = Object.entries(given).filter(([name]) => !name.includes('.'))
  return {
    fields: uploadFields.safeParse(Object.fromEntries(plain)).data,
    patient: patientSchema.nullable().safeParse(under('patient.')).data,
    order: orderSchema.nullable().safeParse(under('order.')).data,
  }
}

function rejection(code: keyof typeof errorCatalogue): Rejection {
  const { en, fr } = errorCatalogue[code]
  return { code, en, fr }
}
