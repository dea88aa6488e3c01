import type { Locale } from '@plume/transcript'

export type Priority = 'routine' | 'urgent' | 'stat'

/** Who the report is about, as the upload said. Never inferred from the audio. */
export type PatientContext = {
  /** The hospital's record number. */
  readonly id: string
  readonly name?: string
  /** ISO 8601 calendar date. */
  readonly birthDate?: string
  readonly sex?: 'female' | 'male' | 'other' | 'unknown'
}

/** The order or visit the dictation answers. */
export type OrderContext = {
  readonly accession?: string
  readonly visit?: string
  /** ISO 8601 calendar date of the examination or visit. */
  readonly date?: string
  readonly requestedBy?: string
}

/**
 * How the language of a dictation is known: the upload said it; it is to be found; a speech engine found it; or it was to
 * be found and is not clear, so that it is taken for the one that the upload named for that case and a person must look.
 */
export type LanguageOrigin = 'given' | 'to-find' | 'found' | 'unsure'

/** What is true of a dictation in every state. */
export type DictationDetails = {
  readonly id: string
  /** Hex SHA-256 of the uploaded bytes: the dictation's identity and its blob's key. */
  readonly sha256: string
  readonly byteLength: number
  /** As the uploader named it. Shown to people, never used as a path. */
  readonly fileName: string
  readonly authorId: string
  readonly uploadedBy: string
  readonly workType: string
  readonly templateId: string
  /** What it is taken for. While its language is to be found, what it would be taken for in doubt. */
  readonly locale: Locale
  /** What the upload said; it stays when another language is found. */
  readonly givenLocale: Locale
  readonly languageOrigin: LanguageOrigin
  readonly priority: Priority
  readonly patient: PatientContext | null
  readonly order: OrderContext | null
  readonly receivedAt: Date
}

/** What a worker is doing with a leased dictation, in order. */
export const transcriptionSteps = ['decode', 'recognise', 'write', 'merge'] as const
export type TranscriptionStep = (typeof transcriptionSteps)[number]

/** Why a dictation failed for good, as a code from the error catalogue. */
export type DictationFailureReason =
  | 'engine-crashed'
  | 'engine-timeout'
  | 'engine-output-unreadable'
  | 'decoder-crashed'
  | 'decoder-timeout'
  | 'blob-missing'
  | 'blob-damaged'
  | 'worker-kept-dying'
  | 'unexpected-failure'

/**
 * `received → queued → transcribing → drafted`, with side rooms that a person can see and reopen.
 * `queued` with `waitingFor` means that no worker can take it yet.
 */
export type DictationState =
  | { readonly status: 'received' }
  | { readonly status: 'queued'; readonly waitingFor: 'speech-engine' | null }
  | { readonly status: 'transcribing'; readonly step: TranscriptionStep }
  | { readonly status: 'drafted'; readonly reportId: string }
  | { readonly status: 'needs-decoder' }
  | { readonly status: 'needs-password' }
  | { readonly status: 'not-audio' }
  | /** It breaks off where nothing can be read any more: it has to be sent again. */ {
      readonly status: 'upload-incomplete'
    }
  | /** There is no sound in it. */ { readonly status: 'silent' }
  | /** Longer than the site allows; kept whole. */ { readonly status: 'too-long' }
  | { readonly status: 'failed'; readonly reason: DictationFailureReason }

export type DictationStatus = DictationState['status']

export type Dictation = DictationDetails & { readonly state: DictationState }
