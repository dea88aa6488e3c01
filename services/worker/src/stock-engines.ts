import type { SmokeFailure } from '@plume/contracts'
import { Failure, type SpeechEngine, type SpeechLanguage } from '@plume/records'
import type { EngineIdentity } from '@plume/transcript'
import { type InstalledEngines, languagesOfModel } from './installed-engines.ts'
import type { SmokeTest } from './smoke-test/smoke-test.ts'
import { describeError } from './steps/settle-failure.ts'
import type { Log } from './worker-log.ts'

/** While there is no engine at all, and while one that is installed does not work. */
const lookAgain = { whileNoneMs: 30_000, whileOneFailsMs: 10 * 60_000 }

export type CheckedLanguage =
  | { readonly language: SpeechLanguage; readonly state: 'ready' }
  | {
      readonly language: SpeechLanguage
      readonly state: 'not-used'
      readonly reason: SmokeFailure
    }

export type CheckedEngine = {
  readonly identity: EngineIdentity
  readonly languages: readonly CheckedLanguage[]
  /** How fast it heard the smoke clip, its start included; null where it did not. */
  readonly clipSpeed: number | null
}

export type EngineStock = {
  /** The engines that passed their smoke test, for the languages in which they did, best first. */
  ready(): readonly SpeechEngine[]
  /** All that were found, with what became of them. */
  checked(): readonly CheckedEngine[]
  close(): void
}

type Needs = {
  readonly installed: InstalledEngines
  readonly smokeTest: SmokeTest
  readonly log: Log
  /** Tests look again sooner. */
  readonly lookAgain?: typeof lookAgain
}

type Tested = { readonly engine: SpeechEngine; readonly checked: CheckedEngine }

/**
 * Finds speech engines and tries each one, in each of its languages, before it gets a patient's dictation. What does
 * not hear its clip is not used, and is tried again later: it may only have been out of memory. While there is no engine it looks
 * again too, so that installing one needs no restart.
 */
export async function stockEngines(needs: Needs): Promise<EngineStock> {
  const again = needs.lookAgain ?? lookAgain
  let tested: readonly Tested[] = []
  let timer: NodeJS.Timeout | undefined
  let closed = false

  const look = async () => {
    try {
      tested = await testAll(await needs.installed.find(), tested, needs)
    } catch (error) {
      // A program that somebody chose and that does not work must stop the start.
      if (error instanceof Failure && error.code === 'invalid-configuration') throw error
      needs.log.warn({ error: describeError(error) }, 'looking for speech engines failed')
    }
    if (closed || (usable(tested).length > 0 && !tested.some(hasFailed))) return
    const ms = usable(tested).length === 0 ? again.whileNoneMs : again.whileOneFailsMs
    timer = setTimeout(() => void look().catch(() => {}), ms)
  }

  await look()
  if (usable(tested).length === 0) {
    needs.log.warn('no speech engine: dictations wait until there is one')
  }
  return {
    ready: () => usable(tested),
    checked: () => tested.map(({ checked }) => checked),
    close: () => {
      closed = true
      clearTimeout(timer)
    },
  }
}

/** Each engine for the languages that it passed in, and for no other. */
function usable(tested: readonly Tested[]): readonly SpeechEngine[] {
  return tested.flatMap(({ engine, checked }) => {
    const languages = checked.languages
      .filter(({ state }) => state === 'ready')
      .map(({ language }) => language)
    if (languages.length === 0) return []
    return { ...engine, capabilities: { ...engine.capabilities, languages } }
  })
}

function hasFailed({ checked }: Tested): boolean {
  return checked.languages.some(
    (each) => each.state === 'not-used' && each.reason !== 'stands-back',
  )
}

async function testAll(
  found: readonly SpeechEngine[],
  before: readonly Tested[],
  needs: Needs,
): Promise<readonly Tested[]> {
  const tested: Tested[] = []
  for (const engine of found) {
    const known = before.find((each) => isSame(each.engine, engine) && !hasFailed(each))
    tested.push(known ?? { engine, checked: await test(engine, found, needs) })
  }
  return tested
}

async function test(
  engine: SpeechEngine,
  found: readonly SpeechEngine[],
  { installed, smokeTest, log }: Needs,
): Promise<CheckedEngine> {
  const { engine: name, model, demonstrationOnly } = engine.identity
  const facts = { engine: name, model, demonstrationOnly }
  const languages: CheckedLanguage[] = []
  let clipSpeed: number | null = null
  for (const language of engine.capabilities.languages) {
    if (standsBack(engine, language, found, installed.damagedModels())) {
      languages.push({ language, state: 'not-used', reason: 'stands-back' })
      log.info(
        { ...facts, language },
        'a demonstration engine stands back: a real one is installed',
      )
      continue
    }
    const result = await smokeTest(engine, language)
    if (!result.passed) {
      const { reason, shareHeard } = result
      languages.push({ language, state: 'not-used', reason })
      log.error(
        { ...facts, language, reason, shareHeard },
        'speech engine failed its smoke test: not used for this language',
      )
      continue
    }
    const speed = result.clipMs / Math.max(1, result.workMs)
    clipSpeed = Math.min(clipSpeed ?? speed, speed)
    languages.push({ language, state: 'ready' })
    const ms = Math.round(result.workMs)
    log.info({ ...facts, language, ms, timesRealTime: rounded(speed) }, 'speech engine ready')
  }
  return { identity: engine.identity, languages, clipSpeed }
}

/**
 * A demonstration engine is never the quiet replacement of a real one that broke: where one is installed for a
 * language, dictations in it wait until that one works.
 */
function standsBack(
  { identity }: SpeechEngine,
  language: SpeechLanguage,
  found: readonly SpeechEngine[],
  damagedModels: readonly string[],
): boolean {
  if (!identity.demonstrationOnly) return false
  const real = found.filter((each) => !each.identity.demonstrationOnly)
  return (
    real.some(({ capabilities }) => capabilities.languages.includes(language)) ||
    damagedModels.some((model) => languagesOfModel(model).includes(language))
  )
}

function isSame(one: SpeechEngine, other: SpeechEngine): boolean {
  const [a, b] = [one.identity, other.identity]
  return a.engine === b.engine && a.model === b.model && a.modelSha256 === b.modelSha256
}

function rounded(speed: number): number {
  return Math.round(speed * 100) / 100
}
