import { existsSync, readFileSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { spokenNumber } from '../packages/speech/src/pocketsphinx/adapt/spoken-corpus/spoken-number.ts'

/** A recording and what is said in it. */
export type ScoredClip = { readonly name: string; readonly wavPath: string; readonly said: string }

const samples = fileURLToPath(new URL('../samples/', import.meta.url))
/** Recordings of others, beside the checkout: not everywhere. */
const clips = fileURLToPath(new URL('../../shared/audio/speech/', import.meta.url))

/** The English dictations of this repository. */
export async function sampleDictations(): Promise<readonly ScoredClip[]> {
  const names = (await readdir(samples)).filter((name) => name.endsWith('.json')).sort()
  const read = await Promise.all(names.map((name) => readFile(`${samples}${name}`, 'utf8')))
  return read.flatMap((text, at) => {
    const { locale, spoken }: { locale: string; spoken: string } = JSON.parse(text)
    const name = (names[at] ?? '').replace('.json', '')
    return locale.startsWith('en') ? [{ name, wavPath: `${samples}${name}.wav`, said: spoken }] : []
  })
}

/** English clips of the folder beside the checkout, or null where it is absent. */
export function clipsOfOthers(kind: 'human' | 'synthetic'): readonly ScoredClip[] | null {
  if (!existsSync(`${clips}manifest.json`)) return null
  const manifest: readonly {
    readonly file: string
    readonly reference: string
    readonly language: string
    readonly kind: string
  }[] = JSON.parse(readFileSync(`${clips}manifest.json`, 'utf8'))
  return manifest
    .filter((clip) => clip.kind === kind && clip.language === 'en')
    .map(({ file, reference }) => ({ name: file, wavPath: `${clips}${file}`, said: reference }))
}

/**
 * Words to compare: lower case, numbers in words, no marks but those that were said; "M R I" and "MRI" are one word, and
 * "mister" is "mr". The same for what was said and what was heard.
 */
export function wordsToCompare(text: string): readonly string[] {
  const words =
    text
      .replaceAll(/\d+/g, (digits) => ` ${spokenNumber(Number(digits))} `)
      .toLowerCase()
      .replaceAll(/\bmister\b/g, 'mr')
      .match(/[a-z']+/g) ?? []
  const joined: string[] = []
  let letters = ''
  for (const word of [...words, '']) {
    const isLetter = word.length === 1 && word !== 'a'
    if (isLetter) letters += word
    if (isLetter) continue
    if (letters) joined.push(letters)
    letters = ''
    if (word) joined.push(word)
  }
  return joined
}
