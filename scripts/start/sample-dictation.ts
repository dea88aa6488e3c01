import { openAsBlob } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { uploadFields } from '@plume/contracts'
import type { DemoClient, Dictation } from './demo-client.ts'
import { clearPassing, sayPassing } from './say.ts'
import { repository } from './settings.ts'

const samples = join(repository, 'samples')

/** The one that is followed all the way to its draft. */
const firstSample = 'chest-xray'

/** Sends the sample to watch, for the demonstration doctor. The same bytes are never taken twice. */
export function sendSample(client: DemoClient, author: string): Promise<Dictation> {
  return send(client, author, firstSample)
}

/** Sends the others, French among them, so that the worklist looks like a morning's work. */
export async function sendOtherSamples(client: DemoClient, author: string): Promise<void> {
  const names = (await readdir(samples))
    .filter((name) => name.endsWith('.json'))
    .map((name) => basename(name, '.json'))
    .filter((name) => name !== firstSample)
  for (const name of names) await send(client, author, name)
}

async function send(client: DemoClient, author: string, name: string): Promise<Dictation> {
  const description: unknown = JSON.parse(await readFile(join(samples, `${name}.json`), 'utf8'))
  const blob = await openAsBlob(join(samples, `${name}.wav`), { type: 'audio/wav' })
  const fields = { author, ...fieldsOf(description) }
  const { dictation } = await client.upload(blob, `${name}.wav`, fields)
  return dictation
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
