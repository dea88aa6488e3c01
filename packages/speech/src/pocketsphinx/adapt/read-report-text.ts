import { spokenNumber } from './spoken-corpus/spoken-number.ts'

const spokenMarks: Readonly<Record<string, string>> = {
  '.': ' period ',
  ',': ' comma ',
  ':': ' colon ',
  ';': ' semicolon ',
  '?': ' question mark ',
  '%': ' percent ',
  '/': ' slash ',
  '(': ' open parenthesis ',
  ')': ' close parenthesis ',
}

/** Units that reports abbreviate and doctors say in full. */
const spokenUnits: Readonly<Record<string, string>> = {
  mg: 'milligrams',
  mcg: 'micrograms',
  g: 'grams',
  kg: 'kilograms',
  ml: 'milliliters',
  l: 'liters',
  mm: 'millimeters',
  cm: 'centimeters',
  bid: 'b i d',
  tid: 't i d',
}

/**
 * A written report as it may have been dictated: a sentence from each line, its numbers, units and punctuation in
 * words. A word in capitals is said letter by letter where it has no vowel or is short: CT, ECG, MRI.
 */
export function readReportText(text: string): readonly (readonly string[])[] {
  return text
    .split(/\r?\n/)
    .flatMap((line) => line.split(/(?<=[.!?])\s+/))
    .map(spokenLine)
    .filter((words) => words.length > 0)
}

function spokenLine(line: string): readonly string[] {
  const spoken = line
    .replaceAll(/(\d)[.](\d)/g, '$1 point $2')
    .replaceAll(/(\d)\/(\d)/g, '$1 over $2')
    .replaceAll(/\d+/g, (digits) => ` ${spokenNumber(Number(digits))} `)
    .replaceAll(/\b[A-Z]{2,4}\b/g, (letters) => [...letters].join(' '))
    .replaceAll(/[.,:;?%/()]/g, (mark) => spokenMarks[mark] ?? ' ')
    .toLowerCase()
    .replaceAll('’', "'")
  const words = spoken.match(/[a-z]+(?:'[a-z]+)*/g) ?? []
  return words.flatMap((word) => (spokenUnits[word] ?? word).split(' '))
}
