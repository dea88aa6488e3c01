import { type DictationReply, sideRooms } from '@plume/contracts'
import { describe, expect, it } from 'vitest'
import { everything, stateFilters } from '../address/address.ts'
import { worklistQuery } from '../server/server.ts'
import { canRetry, stepOf, workStateOf, workTones } from './work-state.ts'

function aDictation(parts: Partial<DictationReply>): DictationReply {
  return {
    id: '00000000-0000-4000-8000-000000000001',
    status: 'queued',
    step: null,
    waitingFor: null,
    failureReason: null,
    fileName: 'd.wav',
    byteLength: 1,
    authorId: '00000000-0000-4000-8000-000000000002',
    authorName: 'Dr. Demo',
    workType: 'general',
    template: 'chest-xray',
    locale: 'en-CA',
    givenLocale: 'en-CA',
    languageOrigin: 'given',
    priority: 'routine',
    patient: null,
    order: null,
    receivedAt: '2025-03-03T10:00:00.000Z',
    durationMs: null,
    recognisedMs: null,
    newerVersionId: null,
    olderVersionId: null,
    report: null,
    ...parts,
  }
}

describe('work states', () => {
  it('are the report’s once there is a report', () => {
    const report = {
      id: '00000000-0000-4000-8000-000000000003',
      status: 'finalised',
      version: 2,
      title: 'Chest X-ray',
      letterOf: null,
      claimedByName: null,
    } as const
    expect(workStateOf(aDictation({ status: 'drafted', report }))).toBe('finalised')
    expect(workStateOf(aDictation({ status: 'failed' }))).toBe('failed')
  })

  it('that need help can be retried, and no others', () => {
    const retryable = Object.keys(workTones).filter((status) =>
      canRetry(aDictation({ status: status as DictationReply['status'] })),
    )
    expect(retryable).toEqual(sideRooms)
  })

  it('count the steps of transcribing', () => {
    expect(stepOf(aDictation({ status: 'transcribing', step: 'recognise' }))).toEqual({
      number: 2,
      of: 4,
      name: 'recognise',
      share: null,
    })
    const heard = { step: 'recognise', recognisedMs: 30_000, durationMs: 120_000 }
    expect(stepOf(aDictation({ status: 'transcribing', ...heard }))?.share).toBe(0.25)
    expect(stepOf(aDictation({ status: 'transcribing' }))).toBeNull()
    expect(stepOf(aDictation({ status: 'queued', step: 'recognise' }))).toBeNull()
  })
})

describe('worklist query', () => {
  it.each([
    ['draft', 'reportStatus=draft'],
    ['signed', 'reportStatus=signed'],
    ['failed', 'status=failed'],
    ['queued', 'status=queued'],
  ] as const)('for %s asks for %s', (state, query) => {
    expect(worklistQuery({ ...everything, state })).toBe(`page=1&pageSize=50&${query}`)
  })

  it('has a name for every state people can choose', () => {
    for (const state of stateFilters) expect(workTones[state]).toBeDefined()
  })
})
