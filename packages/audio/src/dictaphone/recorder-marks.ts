import type { RecorderMarks } from '@plume/records'
import { type DssHeader, parseOlympusFields } from '../dss/index.ts'

/** A header's facts in the form that is kept with the recording. */
export function marksOf(header: DssHeader, head: Uint8Array): RecorderMarks {
  const { encrypted } = header
  return {
    authorId: header.authorId,
    device: header.deviceTag ?? (header.authorId === null ? header.rawAuthorId : null),
    fileNumber: header.fileNumber,
    // No public description says where it stands in these files.
    workType: null,
    priority: header.priority === null ? null : String(header.priority),
    startedAt: header.startedAt,
    endedAt: header.endedAt,
    declaredMs: header.declared?.ms ?? null,
    comment: header.comment,
    encryption: encrypted === null || encrypted.mode === 'unknown' ? null : encrypted.mode,
    rawHeader: Buffer.from(head.subarray(0, header.headerBytes)).toString('base64'),
  }
}

/** What a file says that says nothing. */
export const noMarks: RecorderMarks = {
  authorId: null,
  device: null,
  fileNumber: null,
  workType: null,
  priority: null,
  startedAt: null,
  endedAt: null,
  declaredMs: null,
  comment: null,
  encryption: null,
  rawHeader: null,
}

/** The same of an Olympus recorder's WAV or MP3, from the chunk or frame of its own in there. */
export function olympusMarks(bytes: Uint8Array): Partial<RecorderMarks> {
  const { model, fileNumber, startedAt, endedAt, declared } = parseOlympusFields(bytes)
  return {
    device: model,
    fileNumber,
    startedAt,
    endedAt,
    declaredMs: declared?.ms ?? null,
    rawHeader: Buffer.from(bytes).toString('base64'),
  }
}
