import type { Readable } from 'node:stream'
import type { User } from '../people/user.ts'
import type { BlobStore } from '../ports/blob-store.ts'
import type { DictationStore } from '../ports/dictation-store.ts'
import { isRefusal, type Refusal, refuse } from '../refusal.ts'

/**
 * Takes in a recording that goes on with a dictation: as durably as a dictation itself, before this
 * resolves. A doctor adds to their own dictations only.
 */
export function createAppendRecording(needs: {
  readonly blobs: BlobStore
  readonly dictations: Pick<DictationStore, 'find' | 'append'>
  readonly now: () => Date
}) {
  return async function appendRecording(
    dictationId: string,
    user: User,
    upload: { readonly audio: Readable; readonly fileName: string; readonly maxBytes: number },
  ): Promise<Refusal | { readonly isNew: boolean }> {
    const dictation = await needs.dictations.find(dictationId)
    if (!dictation) return refuse('dictation-not-found')
    if (user.role === 'doctor' && dictation.authorId !== user.id) return refuse('not-allowed')

    const blob = await needs.blobs.put(upload.audio, { maxBytes: upload.maxBytes })
    if (isRefusal(blob)) return blob
    if (blob.sha256 === dictation.sha256) return { isNew: false }
    const at = needs.now()
    return needs.dictations.append(
      dictationId,
      {
        sha256: blob.sha256,
        byteLength: blob.byteLength,
        fileName: upload.fileName,
        uploadedBy: user.id,
        receivedAt: at,
      },
      { kind: 'recording-appended', dictationId, actor: user.id, at },
    )
  }
}
