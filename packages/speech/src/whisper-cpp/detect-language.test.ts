import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandLine } from './command-line.ts'
import { detectLanguage } from './detect-language.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plume-language-'))
})
afterAll(() => rm(folder, { recursive: true, force: true }))

/** A program that logs as whisper-cli does, and keeps its arguments. */
async function programThatSays(...lines: readonly string[]) {
  const binary = join(folder, 'whisper-cli')
  const says = lines.map((line) => `echo '${line}' >&2`).join('\n')
  await writeFile(binary, `#!/bin/sh\necho "$@" > '${folder}/arguments'\n${says}\n`, {
    mode: 0o755,
  })
  return {
    binary,
    modelPath: '/models/m.bin',
    threads: 1,
    timeoutToStartMs: 10_000,
    timeoutPerAudioMinuteMs: 0,
  }
}

const piece = (n: number) => ({ wavPath: `/pieces/${n}.wav`, durationMs: 1000 })
const log = (language: string, p: number) =>
  `whisper_full_with_state: auto-detected language: ${language} (p = ${p.toFixed(6)})`

test('takes what the program says of each piece', async () => {
  const options = await programThatSays('loading', log('fr', 0.97), log('fr', 0.8))
  expect(await detectLanguage(options, [piece(0), piece(1)], ['en', 'fr'])).toEqual({
    language: 'fr',
    probability: 0.885,
  })
})

test('is undecided where the program says nothing', async () => {
  const options = await programThatSays('loading')
  expect(await detectLanguage(options, [piece(0)], ['en', 'fr'])).toBeNull()
})

test('listens to three pieces at most, and never asks for a translation', async () => {
  const options = await programThatSays(log('en', 0.9))
  await detectLanguage(options, [0, 1, 2, 3].map(piece), ['en', 'fr'])
  const given = (await readFile(join(folder, 'arguments'), 'utf8')).trim().split(' ')
  expect(given.filter((argument) => argument === '-f')).toHaveLength(3)
  const transcribing = commandLine({
    modelPath: 'm',
    wavPaths: ['w'],
    outputPaths: ['o'],
    language: 'fr',
    prompt: 'p',
    threads: 1,
    fallback: true,
  })
  for (const argument of [...given, ...transcribing]) {
    expect(argument).not.toMatch(/^(-tr|--translate)$/)
  }
  expect(transcribing).toContain('--carry-initial-prompt')
})
