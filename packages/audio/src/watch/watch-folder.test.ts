import {
  link,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Failure } from '@plume/records'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { planMove } from './put-away.ts'
import { type WatchEvent, type WatchRequest, watchFolder } from './watch-folder.ts'
import type { WatchedDetails } from './watched-file.ts'

let directory: string
beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), 'plume-watch-'))
})
afterEach(() => rm(directory, { recursive: true, force: true }))

async function put(path: string, content: string | object = `sound of ${path}`): Promise<void> {
  await mkdir(dirname(join(directory, path)), { recursive: true })
  const text = typeof content === 'string' ? content : JSON.stringify(content)
  await writeFile(join(directory, path), text)
}

type Taken = {
  readonly fileName: string
  readonly content: string
  readonly details: WatchedDetails
}

/** Watches once, with a receiver that takes what begins with "sound". */
async function watch(changes: Partial<WatchRequest> = {}) {
  const taken: Taken[] = []
  const events: WatchEvent[] = []
  const summary = await watchFolder({
    directory,
    done: join(directory, 'done'),
    rejected: join(directory, 'rejected'),
    settleMs: 60,
    once: true,
    receive: async ({ file, fileName, details }) => {
      const content = await file.readFile('utf8')
      if (!content.startsWith('sound')) {
        return { rejection: { code: 'not-audio', en: 'No sound.', fr: 'Aucun son.' } }
      }
      taken.push({ fileName, content, details })
      return { id: `d-${taken.length}`, isNew: true }
    },
    tell: (event) => events.push(event),
    ...changes,
  })
  return { summary, taken, events }
}

/** As a run leaves it that is killed when it has decided what to move, and before it has. */
async function breakOffMove(paths: readonly string[], into: string): Promise<void> {
  await mkdir(join(directory, into), { recursive: true })
  await planMove(directory, paths, join(directory, into))
}

/** All files below the folder, with their contents. */
async function everything(): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  const files = entries.filter((entry) => entry.isFile())
  const paths = files.map((entry) => join(entry.parentPath, entry.name))
  const contents = await Promise.all(paths.map((path) => readFile(path, 'utf8')))
  return Object.fromEntries(
    paths.map((path, n) => [path.slice(directory.length + 1), contents[n] ?? '']),
  )
}

describe('a recording', () => {
  test('is received and moved to done, under its own path, with its own time', async () => {
    await put('A/DICT0001.DS2')
    const time = new Date('2026-01-31T09:30:00Z')
    await utimes(join(directory, 'A/DICT0001.DS2'), time, time)
    const { summary, taken } = await watch()
    expect(summary).toEqual({ accepted: 1, rejected: 0, left: 0 })
    expect(taken[0]).toMatchObject({ fileName: 'DICT0001.DS2', content: 'sound of A/DICT0001.DS2' })
    expect(await everything()).toEqual({ 'done/A/DICT0001.DS2': 'sound of A/DICT0001.DS2' })
    expect((await stat(join(directory, 'done/A/DICT0001.DS2'))).mtime).toEqual(time)
  })

  test('that cannot be one is moved to rejected, with the reason in both languages beside it', async () => {
    await put('letter.dss', 'Dear colleague')
    const { summary } = await watch()
    expect(summary).toEqual({ accepted: 0, rejected: 1, left: 0 })
    expect(await everything()).toEqual({
      'rejected/letter.dss': 'Dear colleague',
      'rejected/letter.dss.reason.txt': 'not-audio\n\nNo sound.\n\nAucun son.\n',
    })
  })

  test('never writes over an earlier one of its name', async () => {
    for (const content of ['sound 1', 'sound 2', 'sound 3']) {
      await put('DICT0001.DS2', content)
      await watch()
    }
    expect(await everything()).toEqual({
      'done/DICT0001.DS2': 'sound 1',
      'done/DICT0001 (2).DS2': 'sound 2',
      'done/DICT0001 (3).DS2': 'sound 3',
    })
  })

  test('still being written is waited for', async () => {
    await put('slow.wav', 'sound')
    let writes = 0
    const writing = setInterval(() => {
      writes += 1
      if (writes <= 8) void put('slow.wav', `sound${' more'.repeat(writes)}`)
    }, 20)
    const { taken } = await watch({ settleMs: 100 })
    clearInterval(writing)
    expect(taken.map(({ content }) => content)).toEqual([`sound${' more'.repeat(8)}`])
  })

  test.each(['.hidden.wav', '~lock.wav', 'half.wav.part', 'half.crdownload', 'x.tmp'])(
    'is not what is called %j',
    async (name) => {
      await put(name)
      expect((await watch()).taken).toEqual([])
      expect(Object.keys(await everything())).toEqual([name])
    },
  )

  test('is not what a link names', async () => {
    const outside = await mkdtemp(join(tmpdir(), 'plume-outside-'))
    await writeFile(join(outside, 'secret.wav'), 'sound of a secret')
    await symlink(join(outside, 'secret.wav'), join(directory, 'link.wav'))
    await symlink(outside, join(directory, 'folder'))
    expect((await watch()).taken).toEqual([])
    await rm(outside, { recursive: true })
  })

  test.each([
    'with space.wav',
    'it\'s "quoted".wav',
    '-leading.wav',
    'line\nbreak.wav',
    '🩺.wav',
    `${'é'.repeat(120)}.wav`,
  ])('may be called %j', async (name) => {
    await put(name, 'sound')
    await put(`bad ${name}`, 'text')
    await watch()
    const after = Object.keys(await everything())
    expect(after).toHaveLength(3)
    expect(after).toContain(`done/${name}`)
  })
})

describe('trouble that is not the recording’s fault', () => {
  test('leaves it where it is, and tries again', async () => {
    await put('a.wav')
    let tries = 0
    const { summary, events } = await watch({
      receive: async () => {
        tries += 1
        if (tries < 3) throw new Failure('database-unreachable', 'away', { retryable: true })
        return { id: 'd-1', isNew: true }
      },
    })
    expect(summary).toEqual({ accepted: 1, rejected: 0, left: 0 })
    expect(tries).toBe(3)
    // Told once, until it is over.
    expect(events.map(({ kind }) => kind)).toEqual(['trouble', 'accepted'])
    expect(Object.keys(await everything())).toEqual(['done/a.wav'])
  })

  test('is loud where it is a bug', async () => {
    await put('a.wav')
    const receive = async () => {
      throw new TypeError('a bug')
    }
    await expect(watch({ receive })).rejects.toThrow('a bug')
    expect(Object.keys(await everything())).toEqual(['a.wav'])
  })
})

describe('plume-folder.json', () => {
  test('says what its folder’s recordings are, and those below it', async () => {
    await put('plume-folder.json', { author: 'roe', template: 'chest-xray' })
    await put('B/plume-folder.json', { author: 'doe', template: 'consultation', locale: 'fr-CA' })
    await put('x.wav')
    await put('A/x.wav')
    await put('B/deep/x.wav')
    const { taken } = await watch()
    expect(Object.fromEntries(taken.map(({ content, details }) => [content, details]))).toEqual({
      'sound of x.wav': { author: 'roe', template: 'chest-xray' },
      'sound of A/x.wav': { author: 'roe', template: 'chest-xray' },
      'sound of B/deep/x.wav': { author: 'doe', template: 'consultation', locale: 'fr-CA' },
    })
  })

  test('leaves what its author has not finished', async () => {
    await put('Pending/plume-folder.json', { pending: true })
    await put('Pending/x.wav')
    const { summary } = await watch()
    expect(summary).toEqual({ accepted: 0, rejected: 0, left: 0 })
    expect(Object.keys(await everything())).toContain('Pending/x.wav')
  })

  test.each([
    ['no JSON', 'author: roe', /JSON/],
    ['an unknown name', { autor: 'roe' }, /"autor" is not known/],
    ['a number for a text', { author: 7 }, /"author" is a text/],
    [
      'an unknown detail',
      { sidecar: { extension: 'xml', fields: { 'patient.nam': '/a' } } },
      /patient\.nam/,
    ],
    ['another kind of sidecar', { sidecar: { extension: 'csv' } }, /"json" or "xml"/],
  ])(
    'that is wrong (%s) leaves the folder untouched, and says so there',
    async (_name, rules, says) => {
      await put('C/plume-folder.json', rules)
      await put('C/x.wav')
      await put('fine.wav')
      const { summary } = await watch()
      expect(summary).toEqual({ accepted: 1, rejected: 0, left: 1 })
      const after = await everything()
      expect(after['C/x.wav']).toBe('sound of C/x.wav')
      expect(after['C/plume-folder.error.txt']).toMatch(says)

      await put('C/plume-folder.json', { author: 'roe' })
      expect((await watch()).summary).toEqual({ accepted: 1, rejected: 0, left: 0 })
      expect(Object.keys(await everything())).not.toContain('C/plume-folder.error.txt')
    },
  )
})

describe('a sidecar', () => {
  const rules = {
    author: 'roe',
    sidecar: {
      extension: 'xml',
      fields: {
        author: '/dictation/creator',
        'patient.id': '/dictation/data/key[2]/@element',
        priority: '/dictation/priority',
      },
      values: { priority: { '0': 'routine', '2': 'stat' } },
    },
  }
  const xml = `<?xml version="1.0"?><d:dictation xmlns:d="urn:x"><d:creator> doe </d:creator>
    <d:data><d:key element="order"/><d:key element="P-17"/></d:data><d:priority>2</d:priority></d:dictation>`

  test.each(['x.xml', 'x.wav.xml', 'X.XML'])(
    'called %s gives the details of x.wav, and goes with it',
    async (name) => {
      await put('plume-folder.json', rules)
      await put('x.wav')
      await put(name, xml)
      const { taken } = await watch()
      expect(taken[0]?.details).toEqual({ author: 'doe', 'patient.id': 'P-17', priority: 'stat' })
      expect(Object.keys(await everything()).toSorted()).toEqual(
        [`done/${name}`, 'done/x.wav', 'plume-folder.json'].toSorted(),
      )
    },
  )

  test('may be JSON', async () => {
    const fields = { 'patient.id': '/patient/id', 'order.accession': '/orders/0/a~1b' }
    await put('plume-folder.json', { sidecar: { extension: 'json', fields } })
    await put('x.wav')
    await put('x.json', { patient: { id: 17 }, orders: [{ 'a/b': 'ACC-1' }] })
    expect((await watch()).taken[0]?.details).toEqual({
      'patient.id': '17',
      'order.accession': 'ACC-1',
    })
  })

  test('that must come is waited for, and missed', async () => {
    const required = { ...rules, sidecar: { ...rules.sidecar, required: true, waitSeconds: 0.3 } }
    await put('plume-folder.json', required)
    await put('early.wav')
    await put('never.wav')
    setTimeout(() => void put('early.xml', xml), 100)
    const stop = new AbortController()
    setTimeout(() => stop.abort(), 900)
    const { taken } = await watch({ once: false, signal: stop.signal })
    expect(taken.map(({ fileName }) => fileName)).toEqual(['early.wav'])
    const after = await everything()
    expect(after['rejected/never.wav.reason.txt']).toMatch(/^sidecar-missing\n/)
  })

  test.each([
    ['is not well formed', '<dictation>'],
    ['defines entities', '<!DOCTYPE a [<!ENTITY b "c">]><dictation>&b;</dictation>'],
    ['is too deep', '<a>'.repeat(100) + '</a>'.repeat(100)],
    ['is too large', `<a>${' '.repeat(1024 * 1024)}</a>`],
  ])('that %s keeps its recording out', async (_name, text) => {
    await put('plume-folder.json', rules)
    await put('x.wav')
    await put('x.xml', text)
    expect((await watch()).summary).toEqual({ accepted: 0, rejected: 1, left: 0 })
    expect((await everything())['rejected/x.wav.reason.txt']).toMatch(/^sidecar-unreadable\n/)
  })

  test('that a killed run left behind follows its recording', async () => {
    await put('plume-folder.json', rules)
    await put('x.wav')
    await put('x.xml', xml)
    await breakOffMove(['x.wav', 'x.xml'], 'done')
    await rename(join(directory, 'x.wav'), join(directory, 'done/x.wav'))
    const { taken } = await watch()
    expect(taken).toEqual([])
    const after = Object.keys(await everything()).toSorted()
    expect(after).toEqual(['done/x.wav', 'done/x.xml', 'plume-folder.json'])
  })

  test('alone is left, and told', async () => {
    await put('lone.xml', xml)
    const { summary, events } = await watch()
    expect(summary.left).toBe(1)
    expect(events).toEqual([{ kind: 'left', path: 'lone.xml', why: 'lone-sidecar' }])
  })
})

describe('watching', () => {
  test('takes what comes later, and ends soon after it is told to', async () => {
    const stop = new AbortController()
    setTimeout(() => void put('later.wav'), 100)
    setTimeout(() => stop.abort(), 600)
    const { taken } = await watch({ once: false, signal: stop.signal })
    expect(taken.map(({ fileName }) => fileName)).toEqual(['later.wav'])
  })

  test('finishes a move that was broken off', async () => {
    await put('x.wav', 'sound')
    await breakOffMove(['x.wav'], 'done')
    await link(join(directory, 'x.wav'), join(directory, 'done/x.wav'))
    const { taken } = await watch()
    expect(taken).toEqual([])
    expect(await everything()).toEqual({ 'done/x.wav': 'sound' })
  })

  test('takes a file that has come under the name of one whose move was broken off', async () => {
    await put('x.wav', 'sound 1')
    await breakOffMove(['x.wav'], 'done')
    await rename(join(directory, 'x.wav'), join(directory, 'done/x.wav'))
    await put('x.wav', 'sound of another')
    const { taken } = await watch()
    expect(taken.map(({ content }) => content)).toEqual(['sound of another'])
    expect(await everything()).toEqual({
      'done/x.wav': 'sound 1',
      'done/x (2).wav': 'sound of another',
    })
  })

  test('can put files elsewhere', async () => {
    const elsewhere = await mkdtemp(join(tmpdir(), 'plume-done-'))
    await put('x.wav', 'sound')
    await watch({ done: elsewhere })
    expect(await readFile(join(elsewhere, 'x.wav'), 'utf8')).toBe('sound')
    await rm(elsewhere, { recursive: true })
    await pause(1)
  })
})
