import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { SpeechEngine } from '@plume/records'
import { createPocketSphinxEngine, hearWhole } from '@plume/speech'
import { clipsOfOthers, type ScoredClip, sampleDictations, wordsToCompare } from './scored-texts.ts'
import { wordErrors } from './word-errors.ts'

type Sum = { errors: number; words: number; ms: number }

/**
 * PocketSphinx with Debian's general language model against the medical one that ships and the one that
 * `plume engines adapt` builds, by the words it gets wrong (substitutions, insertions and deletions for each word said)
 * and by the time it takes, one clip at a time.
 */
export async function benchPocketSphinx(): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'plume-bench-'))
  try {
    const stock = await createPocketSphinxEngine({ shippedModelDir: null })
    const shipped = await createPocketSphinxEngine()
    if ('unavailable' in stock || 'unavailable' in shipped) {
      return console.log(
        'PocketSphinx: SKIPPED, pocketsphinx or pocketsphinx-en-us is not installed',
      )
    }
    await compareModels(stock, shipped, folder)
    const siteModelDir = await adaptAsSite(folder)
    if (siteModelDir === null)
      return console.log("  a site's own model: SKIPPED, no espeak-ng here")
    const site = await createPocketSphinxEngine({ siteModelDir })
    if (!('unavailable' in site)) await compareModels(stock, site, folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** With the command itself, so that what is measured is what a site gets; null where it has no pronunciations. */
async function adaptAsSite(dataDir: string): Promise<string | null> {
  const command = ['services/cli/bin/plume.mjs', 'engines', 'adapt', 'pocketsphinx']
  const env = { ...process.env, PLUME_DATA_DIR: dataDir }
  return promisify(execFile)(process.execPath, command, { env }).then(
    ({ stdout }) => stdout.trim(),
    (error: Error & { readonly stderr?: string }) => {
      if (error.stderr?.startsWith('espeak-missing')) return null
      throw error
    },
  )
}

async function compareModels(
  stock: SpeechEngine,
  adapted: SpeechEngine,
  folder: string,
): Promise<void> {
  console.log(`PocketSphinx, words wrong: ${stock.identity.model} -> ${adapted.identity.model}`)
  const sets = [
    ['samples/', await sampleDictations(), 'target: at most half, and under 20 %'],
    ['synthetic medical clips', clipsOfOthers('synthetic'), 'target: not more'],
    ['human clips', clipsOfOthers('human'), 'target: not more'],
  ] as const
  for (const [name, clips, target] of sets) {
    if (clips === null) console.log(`  ${name}: SKIPPED, they are not beside this checkout`)
    else await compare(name, clips, target)
  }

  async function compare(name: string, clips: readonly ScoredClip[], target: string) {
    const sums = { stock: emptySum(), adapted: emptySum() }
    for (const clip of clips) {
      const wavPath = await asHeard(clip.wavPath, folder)
      await listen(stock, wavPath, clip, sums.stock)
      await listen(adapted, wavPath, clip, sums.adapted)
    }
    const ratio = (sums.adapted.ms / sums.stock.ms).toFixed(2)
    console.log(
      `  ${name}: ${shown(sums.stock)} -> ${shown(sums.adapted)} (${target}); time x ${ratio}`,
    )
  }
}

function emptySum(): Sum {
  return { errors: 0, words: 0, ms: 0 }
}

async function listen(engine: SpeechEngine, wavPath: string, { said }: ScoredClip, sum: Sum) {
  const start = performance.now()
  // Longer than any clip: times are not looked at here.
  const { words } = await hearWhole(engine, { wavPath, durationMs: 600_000 }, { language: 'en' })
  sum.ms += performance.now() - start
  const expected = wordsToCompare(said)
  sum.words += expected.length
  sum.errors += wordErrors(expected, wordsToCompare(words.map(({ text }) => text).join(' ')))
}

function shown({ errors, words }: Sum): string {
  return `${errors} of ${words} (${((100 * errors) / words).toFixed(1)} %)`
}

/** 16 kHz, mono, 16 bits, as a worker hands it to an engine. */
async function asHeard(wavPath: string, folder: string): Promise<string> {
  const out = join(folder, 'clip.wav')
  const form = ['-ar', '16000', '-ac', '1', '-c:a', 'pcm_s16le']
  await promisify(execFile)('ffmpeg', ['-v', 'error', '-y', '-i', wavPath, ...form, out])
  return out
}
