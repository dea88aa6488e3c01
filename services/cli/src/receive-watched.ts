import { randomUUID } from 'node:crypto'
import { constants, open } from 'node:fs/promises'
import { headLength, type Rejection, surelyNotAudio, type WatchRequest } from '@plume/audio'
import { errorCatalogue, orderSchema, patientSchema, uploadFields } from '@plume/contracts'
import { createReceiveDictation, isRefusal, type Upload, type User } from '@plume/records'
import { findTemplate } from '@plume/report-templates'
import { loadStarterTemplates } from '@plume/report-templates/starter'
import type { Database } from '@plume/storage'
import type { CliConfig } from './config.ts'
import { storage } from './join-database.ts'

type Details = Omit<Upload, 'fileName' | 'audio' | 'maxBytes'>

/** How a recording of the watched folder comes in: as one that was uploaded by `user`. */
export async function receiveWatched(needs: {
  readonly database: Database
  readonly config: CliConfig
  readonly user: User
}): Promise<WatchRequest['receive']> {
  const { database, config, user } = needs
  const { createAccounts, createDictationStore, createDiskBlobStore, loadKeyring } = await storage()
  const accounts = createAccounts(database)
  const templates = loadStarterTemplates()
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
    const { author = '', template, locale, workType, priority } = fields
    if (!findTemplate(templates, template, locale)) return rejection('unknown-template')
    const found = await accounts.findByLogin(author)
    if (found?.role !== 'doctor') return rejection('unknown-author')
    if (user.role === 'doctor' && found.id !== user.id) return rejection('not-allowed')
    const who = { authorId: found.id, uploadedBy: user.id }
    return { ...who, workType, templateId: template, locale, priority, patient, order }
  }

  return async ({ path, fileName, details }) => {
    const settled = await settleDetails(details)
    if ('code' in settled) return { rejection: settled }
    // Never through a link, whatever has become of the file since it was seen.
    const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW)
    try {
      const head = Buffer.alloc(headLength)
      const { bytesRead } = await file.read(head, 0, head.length, 0)
      if (surelyNotAudio(head.subarray(0, bytesRead))) return { rejection: rejection('not-audio') }
      const received = await receiveDictation({
        ...settled,
        fileName:
          fileName.slice(0, 255).replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, '') || 'dictation',
        audio: file.createReadStream({ start: 0, autoClose: false }),
        maxBytes: config.maxUploadBytes,
      })
      if (isRefusal(received)) return { rejection: rejection(received.refused) }
      return { id: received.dictation.id, isNew: received.isNew }
    } finally {
      await file.close()
    }
  }
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
