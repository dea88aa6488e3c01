/**
 * `npx tsx bench/scored-runs.ts`: writes anew which runs of words may enter no language model, from `samples/` and,
 * where they are, the clips beside the checkout. Without those it only adds.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readReportText } from '../packages/speech/src/pocketsphinx/adapt/read-report-text.ts'
import { runsOf } from '../packages/speech/src/pocketsphinx/adapt/refuse-scored-texts.ts'
import { clipsOfOthers } from './scored-texts.ts'

const list = new URL('../packages/speech/src/pocketsphinx/adapt/scored-runs.json', import.meta.url)

/** Every text that engines are scored on and that is here, in the forms in which it could come into a model. */
export async function scoredTexts(): Promise<readonly string[]> {
  const samples = new URL('../samples/', import.meta.url)
  const names = (await readdir(samples)).filter((name) => /\.(json|txt)$/.test(name))
  const texts = await Promise.all(
    names.map(async (name) => {
      const text = await readFile(new URL(name, samples), 'utf8')
      return name.endsWith('.json') ? String(JSON.parse(text).spoken) : text
    }),
  )
  const clips = [...(clipsOfOthers('human') ?? []), ...(clipsOfOthers('synthetic') ?? [])]
  return [...texts, ...clips.map(({ said }) => said)]
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const texts = await scoredTexts()
  const runs = texts.flatMap((text) => runsOf(readReportText(text).flat()))
  const before: { readonly runs: readonly string[] } = JSON.parse(readFileSync(list, 'utf8'))
  const kept = clipsOfOthers('human') ? [] : before.runs
  writeFileSync(
    list,
    `${JSON.stringify({ runs: [...new Set([...kept, ...runs])].sort() }, null, 2)}\n`,
  )
}
