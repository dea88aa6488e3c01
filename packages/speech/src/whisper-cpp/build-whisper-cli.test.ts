import { chmod, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { buildWhisperCli } from './build-whisper-cli.ts'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-build-test-'))
  await mkdir(join(folder, 'programs'))
  await mkdir(join(folder, 'tmp'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

/** A program in the real one's place. */
async function program(name: string, script: string): Promise<void> {
  const path = join(folder, 'programs', name)
  await writeFile(path, `#!/bin/sh\n${script}\n`)
  await chmod(path, 0o755)
}

function build(signal?: AbortSignal) {
  return buildWhisperCli({
    folder: join(folder, 'engines'),
    environment: { PATH: `${join(folder, 'programs')}:/usr/bin:/bin`, TMPDIR: join(folder, 'tmp') },
    onStep: () => {},
    onProgress: () => {},
    ...(signal ? { signal } : {}),
  })
}

test('sources that are not those that were read are refused', async () => {
  // The last argument is where the archive is to lie.
  await program('npm', 'for last; do :; done; echo other > "$last/nodejs-whisper-0.3.1.tgz"')
  await expect(build()).rejects.toMatchObject({
    code: 'engine-unavailable',
    message: expect.stringContaining('is not what it was'),
  })
  expect(await readdir(folder)).not.toContain('engines')
})

test('what fails is named, with its last words', async () => {
  await program('npm', 'echo "network is away" >&2; exit 1')
  await expect(build()).rejects.toMatchObject({
    code: 'engine-unavailable',
    message: 'npm failed: network is away',
  })
})

test('stops when it is told to', async () => {
  await program('npm', 'exec sleep 600')
  const stop = new AbortController()
  setTimeout(() => stop.abort(new Error('enough')), 200)
  await expect(build(stop.signal)).rejects.toThrow('enough')
})
