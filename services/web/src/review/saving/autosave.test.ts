import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Answer, Problem } from '../../server/problem.ts'
import { createAutosave, pauseMs, retryMs } from './autosave.ts'
import { type AutosaveState, advanceAutosave } from './autosave-state.ts'

type SaveAnswer = Answer<{ readonly version: number }>

const problem = (code: Problem['code']): Problem => ({ code, requestId: null })

/** A server and a clock in a test's hands. */
function aWorkplace() {
  const timers = new Map<object, { readonly ms: number; readonly act: () => void }>()
  const answers: ((answer: SaveAnswer) => void)[] = []
  const saves: number[] = []
  let open = 0
  let mostOpen = 0
  const autosave = createAutosave({
    version: 3,
    save(baseVersion) {
      saves.push(baseVersion)
      open += 1
      mostOpen = Math.max(mostOpen, open)
      return new Promise((resolve) => {
        answers.push((answer) => {
          open -= 1
          resolve(answer)
        })
      })
    },
    after(ms, act) {
      const key = {}
      timers.set(key, { ms, act })
      return () => timers.delete(key)
    },
  })
  return {
    autosave,
    saves,
    mostOpen: () => mostOpen,
    waitingMs: () => [...timers.values()].map((timer) => timer.ms),
    ring() {
      const [entry] = timers
      if (!entry) return
      timers.delete(entry[0])
      entry[1].act()
    },
    async answer(answer: SaveAnswer) {
      answers.shift()?.(answer)
      await settle()
    },
    phase: () => autosave.state().phase,
  }
}

async function settle() {
  for (let turn = 0; turn < 5; turn += 1) await Promise.resolve()
}

describe('autosave', () => {
  it('saves once typing has paused, on top of the newest version', async () => {
    const place = aWorkplace()
    place.autosave.edited()
    place.autosave.edited()
    expect(place.waitingMs()).toEqual([pauseMs])
    place.ring()
    expect(place.saves).toEqual([3])
    await place.answer({ value: { version: 4 } })
    expect(place.autosave.state()).toEqual({ version: 4, phase: { kind: 'clean' } })
  })

  it('saves again what was typed during a save, never two at a time', async () => {
    const place = aWorkplace()
    place.autosave.edited()
    place.ring()
    place.autosave.edited()
    expect(place.saves).toEqual([3])
    await place.answer({ value: { version: 4 } })
    expect(place.phase().kind).toBe('changed')
    place.ring()
    expect(place.saves).toEqual([3, 4])
    expect(place.mostOpen()).toBe(1)
  })

  it('tries again by itself when the server does not answer, and keeps the text', async () => {
    const place = aWorkplace()
    place.autosave.edited()
    place.ring()
    await place.answer({ problem: problem('server-unreachable') })
    expect(place.phase().kind).toBe('failed')
    expect(place.waitingMs()).toEqual([retryMs])
    place.ring()
    await place.answer({ value: { version: 4 } })
    expect(place.phase().kind).toBe('clean')
  })

  it.each(['stale-version', 'claimed-by-another', 'already-signed', 'sections-changed'] as const)(
    'stops and asks a person after %s',
    async (code) => {
      const place = aWorkplace()
      place.autosave.edited()
      place.ring()
      await place.answer({ problem: problem(code) })
      place.autosave.edited()
      expect(place.phase()).toEqual({ kind: 'locked', problem: problem(code) })
      expect(place.waitingMs()).toEqual([])
      expect(await place.autosave.flush()).toBe(false)
    },
  )

  it('goes on after signing in again', async () => {
    const place = aWorkplace()
    place.autosave.edited()
    place.ring()
    await place.answer({ problem: problem('not-signed-in') })
    expect(place.phase().kind).toBe('signed-out')
    place.autosave.signedIn()
    expect(place.saves).toEqual([3, 3])
    await place.answer({ value: { version: 4 } })
    expect(place.phase().kind).toBe('clean')
  })

  it('flushes everything, even what is typed while it flushes', async () => {
    const place = aWorkplace()
    place.autosave.edited()
    const flushed = place.autosave.flush()
    expect(place.saves).toEqual([3])
    place.autosave.edited()
    await place.answer({ value: { version: 4 } })
    expect(place.saves).toEqual([3, 4])
    await place.answer({ value: { version: 5 } })
    expect(await flushed).toBe(true)
  })

  it('does not keep a flush waiting for ever once it is disposed of', async () => {
    const place = aWorkplace()
    place.autosave.edited()
    const flushed = place.autosave.flush()
    place.autosave.dispose()
    expect(await flushed).toBe(false)
  })

  it('never overlaps saves and never calls unsaved text clean, whatever happens', async () => {
    const happening = fc.constantFrom(
      'edited',
      'ring',
      'flush',
      'answer-saved',
      'answer-failed',
      'answer-signed-out',
      'signed-in',
    )
    await fc.assert(
      fc.asyncProperty(fc.array(happening, { maxLength: 40 }), async (happenings) => {
        const place = aWorkplace()
        let version = 3
        let editsSaved = 0
        let editsSent = 0
        let edits = 0
        let sends = 0
        const noteSend = () => {
          if (place.saves.length > sends) {
            sends = place.saves.length
            editsSent = edits
          }
        }
        for (const what of happenings) {
          if (what === 'edited') {
            edits += 1
            place.autosave.edited()
          } else if (what === 'ring') place.ring()
          else if (what === 'flush') void place.autosave.flush()
          else if (what === 'signed-in') place.autosave.signedIn()
          else if (what === 'answer-failed') {
            await place.answer({ problem: problem('server-unreachable') })
          } else if (what === 'answer-signed-out') {
            await place.answer({ problem: problem('not-signed-in') })
          } else if (place.phase().kind === 'saving') {
            version += 1
            editsSaved = editsSent
            await place.answer({ value: { version } })
          }
          noteSend()
          expect(place.mostOpen()).toBeLessThanOrEqual(1)
          if (place.phase().kind === 'clean') expect(editsSaved).toBe(edits)
        }
        place.autosave.dispose()
      }),
    )
  })
})

describe('autosave rules', () => {
  it('ignore an answer that nobody waits for', () => {
    const clean: AutosaveState = { version: 3, phase: { kind: 'clean' } }
    expect(advanceAutosave(clean, { kind: 'saved', version: 9 })).toEqual({
      state: clean,
      effect: 'none',
    })
  })
})
