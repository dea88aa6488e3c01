import type { Readable } from 'node:stream'
import type { BlobStore } from '../ports/blob-store.ts'
import type { DictationStore } from '../ports/dictation-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'
import type { Dictation, DictationDetails } from './dictation.ts'

type SettledHere = 'id' | 'sha256' | 'byteLength' | 'receivedAt' | 'givenLocale' | 'languageOrigin'

export type Upload = Omit<DictationDetails, SettledHere> & {
  /** A speech engine is to find the language; `locale` says what it is taken for where that is not clear. */
  readonly findLanguage?: boolean
  readonly audio: Readable
  readonly maxBytes: number
}

/**
 * Takes a recording in. When this resolves, the audio and its row would survive a power cut: the
 * blob is on disk before the row that names it is committed. The same bytes again give the first
 * dictation; sent for another author or patient they are refused.
 */
export function createReceiveDictation(needs: {
  readonly blobs: BlobStore
  readonly dictations: DictationStore
  readonly now: () => Date
  readonly newId: () => string
}) {
  return async function receiveDictation(
    upload: Upload,
  ): Promise<Refusal | { readonly dictation: Dictation; readonly isNew: boolean }> {
    const { audio, maxBytes, findLanguage = false, ...details } = upload
    const blob = await needs.blobs.put(audio, { maxBytes })
    if (isRefusal(blob)) return blob

    const id = needs.newId()
    const at = needs.now()
    const accepted = await needs.dictations.accept(
      {
        ...details,
        givenLocale: details.locale,
        languageOrigin: findLanguage ? 'to-find' : 'given',
        id,
        sha256: blob.sha256,
        byteLength: blob.byteLength,
        receivedAt: at,
      },
      { kind: 'dictation-received', dictationId: id, actor: upload.uploadedBy, at },
    )
    if (!accepted.isNew && !sameCase(accepted.dictation, details)) {
      return refuse('recording-known-otherwise')
    }
    return accepted
  }
}

/** Whose words about whom. To answer "received" to another patient would lose that patient unnoticed. */
function sameCase(
  known: Pick<Dictation, 'authorId' | 'patient'>,
  sent: Pick<Dictation, 'authorId' | 'patient'>,
): boolean {
  const samePatient = sent.patient === null || sent.patient.id === known.patient?.id
  return sent.authorId === known.authorId && samePatient
}
