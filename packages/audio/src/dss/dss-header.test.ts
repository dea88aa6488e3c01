import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { longestDssHeaderBytes, parseDssHeader } from './dss-header.ts'
import { type PackedHeader, packDss } from './testing/pack-dss.ts'

const parse = (header: PackedHeader) => parseDssHeader(packDss(header, []))

test('says what the recorder wrote', () => {
  const header = parse({
    magic: 'ds2',
    author: 'DR GREY',
    fileNumber: 822,
    startedAt: '260131093000',
    endedAt: '260131114500',
    length: '000139',
    lengthMs: 99_480,
    priority: 1,
    comment: 'Bericht f\xfcr Dr. S\x9cur \x80\x07',
  })
  expect(header).toEqual({
    container: 'ds2',
    encrypted: null,
    headerBytes: 1536,
    versions: [2, 3, 2],
    authorId: 'DR GREY',
    rawAuthorId: 'DR GREY',
    fileNumber: 822,
    startedAt: '2026-01-31T09:30:00',
    endedAt: '2026-01-31T11:45:00',
    declared: { ms: 99_480, from: 'milliseconds' },
    deviceTag: null,
    priority: 1,
    comment: 'Bericht für Dr. Sœur €',
  })
})

test.each([
  ['DICT', null],
  ['DS2300', null],
  ['DS9100', null],
  ['ds-2300', null],
  ['DM720', null],
  ['', null],
  ['   ', null],
  ['DS', 'DS'],
  ['DM12', 'DM12'],
  ['DS001', 'DS001'],
  ['DICTATE', 'DICTATE'],
  ['SMITH', 'SMITH'],
])('reads the author %j as %j', (author, authorId) => {
  expect(parse({ author })).toMatchObject({ authorId, rawAuthorId: author.trim() || null })
})

test.each([
  ['260230093000', null],
  ['260131240000', null],
  ['000000000000', null],
  ['\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff\xff', null],
  ['26 131093000', null],
  ['991231235959', '1999-12-31T23:59:59'],
  ['240229000000', '2024-02-29T00:00:00'],
])('reads the moment %j as %j', (startedAt, expected) => {
  expect(parse({ startedAt })?.startedAt).toBe(expected)
})

test.each([
  ['000139', 99_480, { ms: 99_480, from: 'milliseconds' }],
  ['000139', 0, { ms: 99_000, from: 'hhmmss' }],
  ['000139', 4_294_967_295, { ms: 99_000, from: 'hhmmss' }],
  ['000199', 99_480, null],
  ['      ', 99_480, null],
] as const)('reads the length %j with %d ms as %j', (length, lengthMs, declared) => {
  expect(parse({ length, lengthMs })?.declared).toEqual(declared)
})

test('takes the maker’s tag for no length, and has no comment from such a device', () => {
  const header = parse({ magic: 'dss', blocks: 6, deviceTag: 'GR/PH9607_000000', comment: 'x' })
  expect(header).toMatchObject({
    container: 'dss',
    headerBytes: 3072,
    deviceTag: 'GR/PH9607_000000',
    declared: { ms: 1000, from: 'hhmmss' },
    comment: null,
  })
})

test.each(['aes-128', 'aes-256'] as const)('knows a file that is encrypted with %s', (mode) => {
  const header = parse({ encryption: { mode, password: '1234' } })
  expect(header).toMatchObject({ container: 'ds2', encrypted: { mode } })
})

test('knows an encryption that it does not know', () => {
  const bytes = packDss({ encryption: { mode: 'aes-128', password: '1234' } }, [])
  bytes[0x146] = 3
  expect(parseDssHeader(bytes)?.encrypted).toEqual({ mode: 'unknown' })
})

describe('what is no such file', () => {
  const riff = Buffer.from('RIFF\0\0\0\0WAVE', 'latin1')
  test.each([
    ['nothing', new Uint8Array(0)],
    ['ten bytes', Buffer.from('\x03ds1......', 'latin1')],
    ['a WAV file', riff],
    ['a header of one block', Buffer.from('\x01ds2', 'latin1')],
    ['a header of seventeen blocks', Buffer.from('\x11ds2', 'latin1')],
  ])('is not taken for one: %s', (_, bytes) => {
    expect(parseDssHeader(bytes)).toBeNull()
  })
})

test('knows a file that was cut after its magic', () => {
  const header = parseDssHeader(Buffer.from('\x0fdss', 'latin1'))
  expect(header).toMatchObject({ container: 'dss', headerBytes: 7680, authorId: null })
})

test('takes any header for what it is: texts without control characters, numbers that exist', () => {
  const magic = fc.constantFrom('dss', 'ds2', 'enc')
  const rest = fc.uint8Array({ maxLength: longestDssHeaderBytes })
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 16 }), magic, rest, (blocks, name, bytes) => {
      const header = parseDssHeader(
        Buffer.concat([Uint8Array.of(blocks), Buffer.from(name, 'latin1'), bytes]),
      )
      expect(header).not.toBeNull()
      for (const text of [header?.rawAuthorId, header?.comment]) {
        expect(text ?? '').not.toMatch(/\p{C}/u)
      }
      for (const time of [header?.startedAt, header?.endedAt]) {
        if (time != null) expect(new Date(`${time}Z`).toISOString()).toBe(`${time}.000Z`)
      }
      expect(header?.declared?.ms ?? 0).toBeLessThan(100 * 3_600_000)
    }),
  )
})
