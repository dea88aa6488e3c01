import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

function write(spoken: string, locale: Locale): string {
  const recognition = recognitionFromText(spoken, { locale })
  return writtenToPlain(writeDictation(recognition, { locale, headings: [], fragment: true }))
}

type Row = readonly [spoken: string, written: string]
const unchanged = (...spoken: readonly string[]): readonly Row[] =>
  spoken.map((words) => [words, words] as const)

const english: readonly Row[] = [
  ['dr smith agrees', 'Dr. Smith agrees'],
  ['discussed with dr brown period', 'discussed with Dr. Brown.'],
  ['mister jones came with mrs lee-roy', 'Mr. Jones came with Mrs. Lee-Roy'],
  ['missus jones', 'Mrs. Jones'],
  ['prof lee', 'Prof. Lee'],
  ['thank you for seeing mr jones', 'thank you for seeing Mr. Jones'],
  ["dr smith's plan", "Dr. Smith's plan"],
  ["seen by dr o'brien", "seen by Dr. o'brien"],
  ['dr Smith agrees', 'Dr. Smith agrees'],
  ['dr smith spell that S M Y T H', 'Dr. Smyth'],
  ['stable period copy to dr roe', 'stable.'],
  // A doctor is met, written to or thanked, or the name is common enough to be no verb.
  ['doctor smith', 'Dr. Smith'],
  ['referred by doctor smith', 'referred by Dr. Smith'],
  ['discussed with doctor patel and doctor nguyen', 'discussed with Dr. Patel and Dr. Nguyen'],
  ['dear doctor lopez comma', 'dear Dr. Lopez,'],
  ['his family doctor is doctor evans', 'his family doctor is Dr. Evans'],
  ['consulted doctor abernathy from cardiology', 'consulted Dr. Abernathy from cardiology'],
  ['seen by doctor jane smith', 'seen by Dr. Jane Smith'],
  ["per doctor jones's note", "per Dr. Jones's note"],
  ['i spoke to ms taylor by phone', 'i spoke to Ms. Taylor by phone'],
  ['dear ms abernathy', 'dear Ms. Abernathy'],
  ['mister and mrs parker', 'Mr. and Mrs. Parker'],
  ['mr and missus abernathy', 'Mr. and Mrs. Abernathy'],
  ['doctor and mrs jones', 'Dr. and Mrs. Jones'],
  ['king henry the eighth had gout', 'King Henry VIII had gout'],
  ['pope john paul the second', 'Pope John Paul II'],
  ['pope john the twenty third', 'Pope John XXIII'],
  ...unchanged(
    'king john the third patient',
    'queen mary the first time',
    'king size bed on the second floor',
    'see doctor if worse',
    'by doctor order',
    'with doctor about',
    'by doctor recommendation',
    'with doctor present',
    'a doctor visit',
    'the family doctor agrees',
    'thank you doctor for seeing him',
    'and doctor examined him',
    'with doctor examined smith',
    'treated for ms relapse',
    'history of ms relapse',
    'seen with ms exacerbation',
    'ms contin',
    'with mr and ms lesions',
    'mr and mr angiogram',
    'the dr said',
    'dr recommended rest',
    'seen by dr',
    'the doctor said',
    'doctor recommended rest',
    'mr imaging of the knee',
    'mild mr jet',
    'no mr seen',
    'with mr and tr',
    'cardiac mr angiogram',
    'severe mr',
    'a mild ms flare',
    'ms for pain',
    'Dr. smith agrees',
    'DR detector',
  ),
]

const french: readonly Row[] = [
  ['dr roy', 'Dr Roy'],
  ['vu par le dr roy', 'vu par le Dr Roy'],
  ['la dre tremblay', 'la Dre Tremblay'],
  ['mme gagnon-roy est venue', 'Mme Gagnon-Roy est venue'],
  ['mlle roy', 'Mlle Roy'],
  ['madame gagnon', 'madame Gagnon'],
  ['le docteur tremblay a vu', 'le docteur Tremblay a vu'],
  ['vu par le docteur oularé', 'vu par le docteur Oularé'],
  ['madame jeanne tremblay est suivie', 'madame Jeanne Tremblay est suivie'],
  ['mme gagnon épelez G A N I O N', 'Mme Ganion'],
  ...unchanged(
    'le dr a dit',
    'genou dr enflé',
    'un dr',
    'mme est venue',
    'docteur Tremblay',
    'madame présente une douleur',
    'le docteur recommande un bilan',
    'vu par le docteur ce matin',
    'lettre au docteur',
    'Docteur gagnon',
    'monsieur se plaint de douleur',
    'le docteur a dit',
    'maître de stage',
  ),
]

describe.each<[Locale, readonly Row[]]>([
  ['en-CA', english],
  ['en-US', english],
  ['fr-CA', french],
  ['fr-FR', french],
])('%s: a title and the name after it', (locale, rows) => {
  test.each(rows)('%s is %s', (spoken, written) => expect(write(spoken, locale)).toBe(written))
})

test('a command after a title is obeyed, not named', () => {
  expect(write('stable period seen by dr scratch that normal', 'en-CA')).toBe('stable. normal')
})
