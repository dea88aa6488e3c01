import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SpeechEngine } from '@plume/records'
import { adaptPocketSphinx, createPocketSphinxEngine, hearWhole } from '@plume/speech'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import { shippedModelSettings } from '../packages/speech/src/pocketsphinx/adapt/build-adapted-model.ts'
import { wordsToCompare } from './scored-texts.ts'
import { wordErrors } from './word-errors.ts'

/** Not the voice of `samples/`. */
const voices = ['rms', 'awb']
const weights = [0.05, 0.1, 0.2, 0.3]

/**
 * `npm run bench -- pocketsphinx-settings`: how settings of the medical model do on sentences of our own which are in no
 * model and which nothing is scored on (`held-out/`): dictations, and plain speech, which must not get worse. Builds a
 * model a setting: minutes each. Not part of a run of all benches.
 */
export async function benchPocketSphinxSettings(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plume-bench-'))
  try {
    const stock = await createPocketSphinxEngine({ shippedModelDir: null })
    if ('unavailable' in stock) return console.log(`PocketSphinx: SKIPPED, ${stock.unavailable}`)
    if (!(await hasFlite())) return console.log('PocketSphinx settings: SKIPPED, there is no flite')
    await tell('stock', stock)
    for (const medicalWeight of weights) {
      const modelDir = join(folder, String(medicalWeight))
      await mkdir(modelDir)
      const settings = { ...shippedModelSettings, medicalWeight }
      const built = await adaptPocketSphinx({
        folder: modelDir,
        model: 'trial',
        texts: [],
        terms: loadStarterLexicon('en-CA').entries,
        settings,
      })
      if ('refused' in built) return console.log(`PocketSphinx settings: SKIPPED, ${built.refused}`)
      const engine = await createPocketSphinxEngine({ siteModelDir: modelDir })
      if (!('unavailable' in engine)) await tell(`medical weight ${medicalWeight}`, engine)
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }

  async function tell(name: string, engine: SpeechEngine): Promise<void> {
    const shares = await Promise.all(['medical', 'plain'].map((set) => errorsOn(set, engine)))
    console.log(`  ${name}: dictations ${shares[0]}, plain speech ${shares[1]}`)
  }

  async function errorsOn(set: string, engine: SpeechEngine): Promise<string> {
    const file = await readFile(new URL(`held-out/${set}.txt`, import.meta.url), 'utf8')
    let [errors, words] = [0, 0]
    for (const [place, said] of file.trim().split('\n').entries()) {
      for (const voice of voices) {
        const wavPath = join(folder, `${set}-${place}-${voice}.wav`)
        await speak(said, voice, wavPath)
        const heard = await hearWhole(engine, { wavPath, durationMs: 600_000 }, { language: 'en' })
        const expected = wordsToCompare(said)
        const text = heard.words.map((word) => word.text).join(' ')
        errors += wordErrors(expected, wordsToCompare(text))
        words += expected.length
      }
    }
    return `${errors} of ${words} (${((100 * errors) / words).toFixed(1)} %)`
  }
}

async function hasFlite(): Promise<boolean> {
  return promisify(execFile)('flite', ['-lv']).then(
    () => true,
    () => false,
  )
}

/** A letter alone is read as its name where it is a capital. */
async function speak(said: string, voice: string, wavPath: string): Promise<void> {
  const text = said.replaceAll(/\b[b-hj-z]\b/g, (letter) => letter.toUpperCase())
  const raw = `${wavPath}.raw`
  await promisify(execFile)('flite', ['-voice', voice, '-t', text, '-o', raw])
  const form = ['-ar', '16000', '-ac', '1', '-c:a', 'pcm_s16le']
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-y', '-i', raw, ...form, wavPath])
}
