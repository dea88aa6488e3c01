import { orderSchema, patientSchema, uploadFields } from '@plume/contracts'
import { describe, expect, it } from 'vitest'
import { en } from '../language/en.ts'
import {
  draftForNext,
  emptyDraft,
  missingFrom,
  templateKey,
  type UploadDraft,
  uploadFieldsOf,
} from './upload-draft.ts'

const full: UploadDraft = {
  author: '00000000-0000-4000-8000-000000000002',
  template: templateKey({ id: 'chest-xray', locale: 'fr-CA' }),
  language: 'auto',
  workType: ' radiology ',
  priority: 'stat',
  patientId: ' 12345 ',
  patientName: 'Demo, Patient',
  birthDate: '1961-03-09',
  sex: 'female',
  accession: 'A-1',
}

describe('an upload', () => {
  it('is what the contract asks for', () => {
    const fields = uploadFieldsOf(full)
    expect(uploadFields.parse(fields)).toMatchObject({
      template: 'chest-xray',
      locale: 'fr-CA',
      language: 'auto',
      workType: 'radiology',
      priority: 'stat',
    })
    expect(patientSchema.parse(JSON.parse(fields.patient ?? ''))).toEqual({
      id: '12345',
      name: 'Demo, Patient',
      birthDate: '1961-03-09',
      sex: 'female',
    })
    expect(orderSchema.parse(JSON.parse(fields.order ?? ''))).toEqual({ accession: 'A-1' })
  })

  it('says nothing about a patient or an order that nobody named', () => {
    const fields = uploadFieldsOf({ ...emptyDraft, author: 'a', template: 'en-CA t' })
    expect(Object.keys(fields).sort()).toEqual([
      'author',
      'language',
      'locale',
      'priority',
      'template',
      'workType',
    ])
  })

  it('names each thing that is missing', () => {
    expect(Object.keys(missingFrom(emptyDraft, false, en.upload))).toEqual([
      'file',
      'author',
      'template',
    ])
    expect(missingFrom({ ...full, patientId: ' ' }, true, en.upload)).toEqual({
      patientId: en.upload.patientIdNeeded,
    })
    expect(missingFrom(full, true, en.upload)).toEqual({})
  })

  it('never carries a patient over to the next dictation', () => {
    expect(draftForNext(full)).toEqual({
      ...emptyDraft,
      author: full.author,
      template: full.template,
      language: full.language,
      workType: full.workType,
      priority: full.priority,
    })
  })
})
