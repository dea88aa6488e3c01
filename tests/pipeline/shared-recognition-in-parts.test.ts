import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findSileroModel } from '@plume/speech'
import { createDictationStore } from '@plume/storage'
import { describe, expect, test } from 'vitest'
import { until } from '../support/house.ts'
import {
  closing,
  drafted,
  dyingWorker,
  open,
  piecesHeard,
  ready,
  scripted,
  startWorkers,
} from '../support/long-dictations.ts'
import { spoken } from '../support/spoken.ts'

/** Long enough to be shared out in two parts. */
const longerMinutes = 14

describe.runIf(findSileroModel())('a longer dictation (SKIPPED without Silero)', () => {
  test.each(['before-share-out', 'after-share-out', 'after-claim', 'after-finish'])(
    'in two parts is whole after kill -9 of a worker %s, and at most one piece is heard twice',
    async (place) => {
      const opened = await open()
      const { house, client, database } = opened
      const flags = await mkdtemp(join(tmpdir(), 'plume-kill-'))
      closing.push(() => rm(flags, { recursive: true, force: true }))
      const doomed = { ...scripted, DIE_AT: place, DIE_ONCE: join(flags, 'died') }
      const victim = house.startWorker(dyingWorker, doomed)
      await ready(victim)
      const fields = { author: 'doctor', template: 'chest-xray' }
      const { body } = await client.upload(await spoken(5, longerMinutes), fields)
      await until(async () => victim.child.signalCode)
      const workers = [victim, ...(await startWorkers(opened, 2))]
      await drafted(client, body.id)
      const [recognition, ...more] = await createDictationStore(database.database).recognitions(
        body.id,
      )
      expect(more).toEqual([])
      const words = recognition?.words ?? []
      const ofRest = words.findIndex(({ text }, n) => n > 0 && text === 'piece0')
      expect(ofRest).toBeGreaterThan(1)
      expect(words.map(({ text }) => text)).toEqual(
        words.map((_, n) => `piece${n < ofRest ? n : n - ofRest}`),
      )
      for (const [n, { startMs }] of words.entries()) {
        expect(startMs).toBeGreaterThanOrEqual(words[n - 1]?.endMs ?? 0)
      }
      expect(piecesHeard(workers).length - words.length).toBeLessThanOrEqual(1)
      expect(workers.some((each) => each.output().includes('opening shared out'))).toBe(true)
    },
  )
})
