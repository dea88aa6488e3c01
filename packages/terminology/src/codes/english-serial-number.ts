import { englishRunAt } from '../numbers/english-run.ts'
import type { Reading } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'
import { readSerialNumber, type SerialSpeech } from './serial-number.ts'

const speech: SerialSpeech = {
  announced: wordSet(
    'serial lot batch model part policy licence license passport reference catalogue registration tracking',
  ),
  oftenCoded: wordSet('plate flight confirmation'),
  between: wordSet('number numbers code is was'),
  saysNumber: wordSet('number'),
  hyphens: wordSet('dash hyphen'),
  runAt: englishRunAt,
  isZero: (word) => word === 'oh',
  isDigits: ({ shape }) => shape !== 'large',
}

export const readEnglishSerialNumber = (reading: Reading, at: number) =>
  readSerialNumber(speech, reading, at)
