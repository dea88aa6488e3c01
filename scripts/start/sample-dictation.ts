import { openAsBlob } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { uploadFields } from '@plume/contracts'
import type { DemoClient, Dictation } from './demo-client.ts'
import { clearPassing, sayPassing } from './say.ts'
import { repository } from './settings.ts'

const samples = join(repository, 'samples')

/** Sends the first English chest X-ray sample, for the demonstration doctor. The same bytes are never taken twice. */
export async function sendSample(client: DemoClient, author: string): Promise<Dictation> {
  const { audio, fields } = await readSample()
  const blob = await openAsBlob(audio, { type: 'audio/wav' })
  const { dictation } = await client.upload(blob, basename(audio), { author, ...fields })
  return dictation
}

async function readSample(): Promise<{
  readonly audio: string
  readonly fields: Readonly<Record<string, string>>
}> {
  const names = (await readdir(samples)).sort()
  const name = names.find((each) => /^chest-xray.*\.json$/.test(each)) ?? 'chest-xray.json'
  const file = join(samples, name)
  const description: unknown = JSON.parse(await readFile(file, 'utf8'))
  return { audio: file.replace(/\.json$/, '.wav'), fields: fieldsOf(description) }
}

/** The upload's fields out of a sample's description, which also holds what was spoken. */
function fieldsOf(description: unknown): Readonly<Record<string, string>> {
  if (typeof description !== 'object' || description === null) return {}
  const known = new Set(Object.keys(uploadFields.shape))
  return Object.fromEntries(
    Object.entries(description)
      .filter(([name]) => known.has(name))
      .map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)]),
  )
}

const askAgainMs = 500
/** PocketSphinx needs seconds; after this long something is wrong, and the worker's log says what. */
const patienceMs = 4 * 60_000
const stages: Partial<Record<string, string>> = {
  decode: 'reading the recording',
  recognise: 'recognising speech',
  write: 'writing',
  merge: 'filling the template',
}

/** Waits until the dictation is a draft, or stands where it will not go on by itself, or for minutes. */
export async function untilSettled(
  client: DemoClient,
  id: string,
  signal: AbortSignal,
): Promise<Dictation> {
  const startedAt = performance.now()
  for (;;) {
    const dictation = await client.dictation(id)
    if (isSettled(dictation) || performance.now() - startedAt > patienceMs) {
      clearPassing()
      return dictation
    }
    signal.throwIfAborted()
    const stage = stages[dictation.step ?? ''] ?? 'waiting for a worker'
    const seconds = Math.round((performance.now() - startedAt) / 1000)
    sayPassing(`The sample dictation: ${stage} (${seconds} s)`)
    await new Promise((resolve) => setTimeout(resolve, askAgainMs))
  }
}

function isSettled({ status, waitingFor }: Dictation): boolean {
  if (status === 'queued') return waitingFor !== null
  return status !== 'received' && status !== 'transcribing'
}
