import { recognitionFromText, writeDictation } from '@plume/terminology'
import compromise from 'compromise'
import { quantile } from './house.ts'

const rounds = 5
const targetWordsPerSecond = 200_000

/** Synthetic, with a command, a number or a measure in every few words, as dictation has. */
const dictation =
  `the patient is a fifty four year old man who presents with chest pain for three days period
blood pressure one twenty over eighty comma pulse seventy two comma temperature thirty seven point five period
he takes metoprolol twenty five milligrams b i d and ramipril five milligrams daily period on march third twenty
twenty four he had an m r i of the lumbar spine that showed a disc herniation at l four l five period the lungs are
clear to auscultation bilaterally and the heart sounds are normal period there is no edema period new paragraph
impression colon stable angina period plan colon continue current medications and follow up in six weeks period`
    .trim()
    .split(/\s+/)

/**
 * The writer alone, in words a second: dictations of five hundred words, then how its time grows from a hundred
 * words to a hundred thousand, then the tagger `compromise` on the same text for scale. One core.
 */
export async function benchTerminology(): Promise<void> {
  const ours = wordsPerSecond(500, write)
  console.log(`terminology, 500-word dictations, ${rounds} rounds, medians:`)
  console.log(
    `  Plume       ${thousands(ours)} words/s (target at least ${thousands(targetWordsPerSecond)})`,
  )
  // A fiftieth as fast: as many words would take minutes.
  const theirs = wordsPerSecond(500, tag, 20_000)
  console.log(
    `  compromise  ${thousands(theirs)} words/s: Plume ${(ours / theirs).toFixed(1)} times as fast`,
  )
  for (const length of [100, 1000, 10_000, 100_000]) {
    console.log(
      `  ${length} words in one dictation: ${thousands(wordsPerSecond(length, write))} words/s`,
    )
  }
}

const write = (text: string): unknown =>
  writeDictation(recognitionFromText(text, { locale: 'en-CA' }), { locale: 'en-CA', headings: [] })

/** It finds and rewrites the numbers, which is the nearest that it does to ours. */
const tag = (text: string): unknown => compromise(text).numbers().toNumber().all().text()

/** The median of rounds of so many words. */
function wordsPerSecond(length: number, work: (text: string) => unknown, words = 100_000): number {
  const text = Array.from({ length }, (_, at) => dictation[at % dictation.length]).join(' ')
  const times = Math.max(1, Math.round(words / length))
  const measured: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    const start = performance.now()
    for (let time = 0; time < times; time += 1) work(text)
    // The first warms the compiler.
    if (round > 0) measured.push((length * times * 1000) / (performance.now() - start))
  }
  return quantile(measured, 0.5)
}

const thousands = (value: number) => Math.round(value).toLocaleString('en-CA')
