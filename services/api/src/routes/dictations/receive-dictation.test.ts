import { type ErrorCode, errorCatalogue, errorReply } from '@plume/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aWav } from '../../../../../tests/support/a-wav.ts'
import { type RunningApi, startApi } from '../../../../../tests/support/start-api.ts'

let api: RunningApi
beforeAll(async () => {
  api = await startApi({ PLUME_MAX_UPLOAD_MB: '12' })
})
afterAll(() => api.close())

const chest = { author: 'doctor', template: 'chest-xray', locale: 'en-CA' }
let nextSeed = 0
const freshWav = () => aWav(nextSeed++)
test('answers 201 with an id and a place, and 200 with the same id for the same bytes', async () => {
  const client = await api.as('secretary')
  const wav = freshWav()
  const first = await client.upload(wav, { ...chest, patient: { id: 'MRN-1' } })
  expect(first).toMatchObject({
    status: 201,
    body: { status: 'received', template: 'chest-xray' },
  })
  const second = await client.upload(wav, { ...chest, priority: 'stat' })
  expect(second).toMatchObject({ status: 200, body: { id: first.body.id, priority: 'routine' } })
  expect(await client.dictation(first.body.id)).toEqual(first.body)
})

test('takes a doctor as the author of what the doctor sends', async () => {
  const client = await api.as('doctor')
  const { status, body } = await client.upload(freshWav(), { template: 'chest-xray' })
  expect([status, body.authorName]).toEqual([201, 'Test doctor'])
})

test('takes a dictation whose language is to be found, and says so', async () => {
  const client = await api.as('secretary')
  const asked = { ...chest, locale: 'fr-CA', language: 'auto' }
  const found = await client.upload(freshWav(), asked)
  expect([found.status, found.body.languageOrigin]).toEqual([201, 'to-find'])
  expect([found.body.locale, found.body.givenLocale]).toEqual(['fr-CA', 'fr-CA'])
  const given = await client.upload(freshWav(), chest)
  expect(given.body.languageOrigin).toBe('given')
})

test('keeps no path of an uploaded name', async () => {
  const client = await api.as('secretary')
  const { body } = await client.upload(freshWav(), chest, '../../etc/passwd')
  expect(body.fileName).toBe('passwd')
})

const text = new Uint8Array(Buffer.from('ffconcat version 1.0\nfile neighbour.wav\n'.repeat(3)))
test.each<[string, ErrorCode, Uint8Array<ArrayBuffer>, object]>([
  ['an empty file', 'empty-upload', new Uint8Array(0), chest],
  ['ten bytes', 'not-audio', new Uint8Array(10), chest],
  ['text named .wav', 'not-audio', text, chest],
  ['a file over the limit', 'upload-too-large', aWav(9999, 420), chest],
  ['an unknown template', 'unknown-template', aWav(9998), { ...chest, template: 'poem' }],
  ['a template in another language', 'invalid-request', aWav(9997), { ...chest, locale: 'xx' }],
  ['an unknown author', 'unknown-author', aWav(9996), { ...chest, author: 'nobody' }],
  ['a secretary as author', 'unknown-author', aWav(9995), { ...chest, author: 'secretary' }],
  ['no author', 'unknown-author', aWav(9994), { template: 'chest-xray' }],
  ['a patient without an id', 'invalid-request', aWav(9993), { ...chest, patient: { name: 'X' } }],
  ['an unknown part', 'invalid-request', aWav(9992), { ...chest, colour: 'red' }],
  ['an unknown language', 'invalid-request', aWav(9979), { ...chest, language: 'xx' }],
  ['an unknown priority', 'invalid-request', aWav(9991), { ...chest, priority: 'soon' }],
  [
    'a NUL in a name',
    'invalid-request',
    aWav(9990),
    { ...chest, patient: { id: '1', name: 'a\0b' } },
  ],
  ['half a character', 'invalid-request', aWav(9989), { ...chest, patient: { id: 'a\ud800' } }],
  ['a control character', 'invalid-request', aWav(9988), { ...chest, workType: 'a\u0001b' }],
])('refuses %s with %s and keeps nothing of it', async (_name, code, bytes, fields) => {
  const before = [await api.dictationsStored(), (await api.storedFiles()).length]
  const client = await api.as('secretary')
  const { status, body } = await client.upload(bytes, { ...chest, ...fields, ...pick(fields) })
  expect(errorReply.parse(body).code).toBe(code)
  expect(status).toBe(errorCatalogue[code].status)
  expect([await api.dictationsStored(), (await api.storedFiles()).length]).toEqual(before)
})

/** Fields that a row leaves out on purpose. */
function pick(fields: object) {
  return 'author' in fields ? {} : { author: undefined }
}

test('refuses a declared two gigabytes without reading them', async () => {
  const client = await api.as('secretary')
  const answer = await api.app.inject({
    method: 'POST',
    url: '/api/dictations',
    headers: {
      ...(await client.headers()),
      'content-type': 'multipart/form-data; boundary=x',
      'content-length': String(2 * 1024 ** 3),
    },
  })
  expect([answer.statusCode, answer.json().code]).toEqual([413, 'upload-too-large'])
})

test('refuses a body that is no form', async () => {
  const client = await api.as('secretary')
  const answer = await client.send('POST', '/api/dictations', { audio: 'x' })
  expect([answer.status, answer.body.code]).toEqual([415, 'wrong-content-type'])
})

test('keeps nothing of an upload that breaks off', async () => {
  const before = [await api.dictationsStored(), (await api.storedFiles()).length]
  const client = await api.as('secretary')
  const broken = new AbortController()
  const sending = fetch(`${api.origin}/api/dictations`, {
    method: 'POST',
    headers: { ...(await client.headers()), 'content-type': 'multipart/form-data; boundary=x' },
    body: new ReadableStream({
      start(controller) {
        const head = Object.entries(chest).map(
          ([name, value]) =>
            `--x\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`,
        )
        const file = '--x\r\ncontent-disposition: form-data; name="audio"; filename="a.wav"\r\n\r\n'
        controller.enqueue(Buffer.from(head.join('') + file))
        controller.enqueue(aWav(777))
        setTimeout(() => broken.abort(), 200)
      },
    }),
    signal: broken.signal,
    ...{ duplex: 'half' },
  })
  await expect(sending).rejects.toThrow()
  await expect
    .poll(async () => [await api.dictationsStored(), (await api.storedFiles()).length])
    .toEqual(before)
})

test('keeps every byte of a recording longer than any other request may be', async () => {
  const client = await api.as('secretary')
  const tenMegabytes = aWav(5000, 330)
  const { status, body } = await client.upload(tenMegabytes, chest)
  expect([status, body.byteLength]).toEqual([201, tenMegabytes.length])
})

test.each<[string, (form: FormData) => void]>([
  ['a patient after the recording', (form) => form.append('patient', '{"id":"MRN-2"}')],
  ['a second recording', (form) => form.append('audio', new Blob([aWav(6001)]), 'b.wav')],
  ['an unknown part after the recording', (form) => form.append('colour', 'red')],
])('refuses %s rather than lose it unnoticed', async (_name, append) => {
  const before = [await api.dictationsStored(), (await api.storedFiles()).length]
  const client = await api.as('secretary')
  const form = new FormData()
  for (const [name, value] of Object.entries(chest)) form.set(name, value)
  form.set('audio', new Blob([freshWav()]), 'a.wav')
  append(form)
  const answer = await client.fetch('POST', '/api/dictations', form)
  expect([answer.status, (await answer.json()).code]).toEqual([400, 'invalid-request'])
  expect([await api.dictationsStored(), (await api.storedFiles()).length]).toEqual(before)
})

test('refuses two patients rather than choose one', async () => {
  const client = await api.as('secretary')
  const form = new FormData()
  for (const [name, value] of Object.entries(chest)) form.set(name, value)
  form.append('patient', '{"id":"MRN-3"}')
  form.append('patient', '{"id":"MRN-4"}')
  form.set('audio', new Blob([freshWav()]), 'a.wav')
  const answer = await client.fetch('POST', '/api/dictations', form)
  expect((await answer.json()).problems).toEqual([{ path: '/patient', problem: 'twice' }])
})

test('refuses a form without a boundary', async () => {
  const client = await api.as('secretary')
  const answer = await client.fetch('POST', '/api/dictations', 'x', {
    'content-type': 'multipart/form-data',
  })
  expect([answer.status, (await answer.json()).code]).toEqual([400, 'invalid-request'])
})

test.each(['', 'x'.repeat(5000), '"'])('refuses a form with the boundary %j', async (boundary) => {
  const client = await api.as('secretary')
  const answer = await client.fetch('POST', '/api/dictations', `--${boundary}\r\n\r\n`, {
    'content-type': `multipart/form-data; boundary=${boundary}`,
  })
  expect(answer.status).toBe(400)
})

test('refuses a recording that is here for another patient or author, and keeps the first', async () => {
  const client = await api.as('secretary')
  const wav = freshWav()
  const first = await client.upload(wav, { ...chest, patient: { id: 'MRN-10' } })
  for (const other of [{ patient: { id: 'MRN-11' } }, { author: 'other-doctor' }]) {
    const { status, body } = await client.upload(wav, { ...chest, ...other })
    expect([status, body.code]).toEqual([409, 'recording-known-otherwise'])
  }
  expect((await client.dictation(first.body.id)).patient).toEqual({ id: 'MRN-10' })
})

test('shows administrators the work, not the patient', async () => {
  const secretary = await api.as('secretary')
  const patient = { id: 'MRN-12', name: 'Quentin Marchpane' }
  const { body } = await secretary.upload(freshWav(), { ...chest, patient }, 'Marchpane.wav')
  const administrator = await api.as('administrator')
  expect(await administrator.dictation(body.id)).toMatchObject({ id: body.id, patient: null })
  expect(await administrator.text('/api/dictations')).not.toMatch(/MRN|Marchpane/)
})

test('takes what could mislead a reader out of a file’s name', async () => {
  const client = await api.as('secretary')
  const { body } = await client.upload(freshWav(), chest, 'dict\u202Evaw.exe')
  expect(body.fileName).toBe('dictvaw.exe')
})

test('lets no doctor send in the name of another', async () => {
  const client = await api.as('doctor')
  const { body } = await client.upload(freshWav(), { ...chest, author: 'other-doctor' })
  expect(body.code).toBe('not-allowed')
})
