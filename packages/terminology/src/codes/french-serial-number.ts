import { frenchRunAt } from '../numbers/french-run.ts'
import type { Reading } from '../reading/reading.ts'
import { wordSet } from '../reading/word-set.ts'
import { readSerialNumber, type SerialSpeech } from './serial-number.ts'

const speech: SerialSpeech = {
  announced: wordSet('série lot modèle police permis passeport référence catalogue suivi'),
  oftenCoded: wordSet('immatriculation vol confirmation'),
  between: wordSet("numéro de du d' la le code est"),
  saysNumber: wordSet('numéro'),
  hyphens: wordSet('tiret'),
  runAt: frenchRunAt,
  isZero: () => false,
  // « a b cent vingt-trois c d » is on the plates of France.
  isDigits: ({ digits }) => /^\d{1,3}$/.test(digits),
}

/** « numéro de série a b un deux trois » */
export const readFrenchSerialNumber = (reading: Reading, at: number) =>
  readSerialNumber(speech, reading, at)
