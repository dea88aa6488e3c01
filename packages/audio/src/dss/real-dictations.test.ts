import { createHash } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { createDssDecoder, dssHeadBytes } from './decode-dss.ts'
import { createBlockReader } from './dss-blocks.ts'
import { parseDssHeader } from './dss-header.ts'

/** Files from real recorders, kept beside the repository because their licences do not allow more. */
const shared = process.env.PLUME_SHARED ?? findUpwards(dirname(fileURLToPath(import.meta.url)))
const folder = join(shared ?? '', 'audio', 'dictaphone')

function findUpwards(from: string): string | null {
  const candidate = join(from, 'shared')
  if (existsSync(join(candidate, 'audio', 'dictaphone', 'manifest.json'))) return candidate
  return from === dirname(from) ? null : findUpwards(dirname(from))
}

type Sample = {
  readonly file: string
  readonly header: {
    readonly author: string
    readonly start: string
    readonly end: string
    readonly length_hhmmss: string
    readonly length_ms_u32le_at_0x200?: number
    readonly file_number_u32le_at_0x1c: number
  }
  readonly frames: number
  readonly sample_rate: number
  readonly samples: number
  readonly pcm_sha256: string
}

/** The part of the manifest that is of use here. */
function samples(): readonly Sample[] {
  const manifest: { readonly files: readonly Sample[] } = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  )
  const headers = manifest.files.find(({ file }) => file === 'encrypted_aes128.ds2')?.header
  return manifest.files
    .filter(({ file }) => /\.(ds2|dss)$/.test(file))
    .map((sample) => (sample.header || !headers ? sample : { ...sample, header: headers }))
}

/** Of the manifest's recordings, those whose codec is here and gives every sample of the vendor's. */
const exact = [
  'encrypted_aes128.ds2',
  'plain_qp.ds2',
  'grundig_digta7_qp7.ds2',
  'grundig_sample.dss',
]

function open(file: string, password: string) {
  const bytes = readFileSync(join(folder, file))
  const decoder = createDssDecoder(bytes.subarray(0, dssHeadBytes), { password })
  return { bytes, decoder }
}

if (shared === null) {
  test.skip('SKIPPED: files from real recorders, because there is no folder of them beside the repository', () => {})
} else {
  describe('a file from a real recorder', () => {
    test.each(samples().filter(({ file }) => exact.includes(file)))(
      '$file gives each sample that the vendor’s own decoder gives',
      ({ file, ...expected }) => {
        const { bytes, decoder } = open(file, '1234')
        if ('refused' in decoder) throw new Error(decoder.refused)
        const pcm = createHash('sha256').update(decoder.push(bytes)).update(decoder.end())
        expect(pcm.digest('hex')).toBe(expected.pcm_sha256)
        const { frames, damagedFrames, decodedMs } = decoder.facts()
        expect({ frames, damagedFrames }).toEqual({ frames: expected.frames, damagedFrames: 0 })
        expect(decodedMs).toBe((expected.samples * 1000) / expected.sample_rate)
      },
    )

    test.each(samples())('$file says in its header what the manifest says', ({ file, header }) => {
      const [hours, minutes, seconds] = [0, 2, 4].map((at) =>
        Number(header.length_hhmmss.slice(at, at + 2)),
      )
      const wholeMs = ((Number(hours) * 60 + Number(minutes)) * 60 + Number(seconds)) * 1000
      expect(parseDssHeader(readFileSync(join(folder, file)))).toMatchObject({
        rawAuthorId: header.author,
        startedAt: header.start,
        endedAt: header.end,
        fileNumber: header.file_number_u32le_at_0x1c,
        declared: { ms: header.length_ms_u32le_at_0x200 ?? wholeMs },
      })
    })

    test.each(samples())('$file has as many frames as the manifest says', ({ file, frames }) => {
      const bytes = readFileSync(join(folder, file))
      const reader = createBlockReader({ frame: () => {}, interruption: () => {} })
      // The head of a block is never encrypted, and only short frames need a look inside.
      for (let at = (bytes[0] ?? 0) * 512; at < bytes.length; at += 512) {
        reader.push(bytes.subarray(at, at + 512))
      }
      expect(reader.counts.frames).toBe(frames)
      expect(reader.insideFrame()).toBe(false)
    })

    test('encrypted_aes128.ds2 refuses another password', () => {
      expect(open('encrypted_aes128.ds2', '1235').decoder).toEqual({ refused: 'wrong-password' })
    })
  })
}
