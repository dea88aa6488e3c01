import { isOxygenPressure } from '../measures/french-frequency.ts'
import { frenchUnitAt } from '../measures/french-unit-at.ts'
import { frenchRunAt } from '../numbers/french-run.ts'
import type { Atom } from '../reading/atoms.ts'
import { close, doubtUpTo, matchAtoms, valueFrom } from '../reading/match-atoms.ts'
import { indexPhrases } from '../reading/phrase-index.ts'
import type { Reading } from '../reading/reading.ts'
import type { Span } from '../reading/span.ts'

/** Names made of letters and numbers, as they are said and as they are written. */
const rows = `
  r n i = RNI
  hba un c | h b a un c | hbaunc = HbA1c
  a1c = A1c
  e g f r | egfr = eGFR
  d f g e | dfge = DFGe
  n t pro b n p | n t pro bnp | nt pro bnp = NT-proBNP
  l v e f | lvef = LVEF
  c o deux | co deux = CO2
  o deux = O2
  p o deux | po deux = pO2
  peep = PEEP
  h deux o = H2O
  s p o deux | spo deux | sp o deux = SpO2
  s a o deux | sao deux = SaO2
  p a o deux | pao deux = PaO2
  p c o deux | pco deux = pCO2
  p a c o deux | paco deux = PaCO2
  f i o deux | fio deux = FiO2
  h c o trois | hco trois = HCO3
  vitamine b un = vitamine B1
  vitamine b six = vitamine B6
  vitamine b neuf = vitamine B9
  vitamine b douze = vitamine B12
  vitamine d deux = vitamine D2
  vitamine d trois = vitamine D3
  vitamine k un = vitamine K1
  t trois = T3
  t quatre = T4
  t quatre libre = T4 libre
  c d quatre | cd quatre = CD4
  c d huit | cd huit = CD8
  c d vingt | cd vingt = CD20
  ca cent vingt-cinq | c a cent vingt-cinq = CA 125
  ca dix-neuf neuf | c a dix-neuf neuf = CA 19-9
  ca quinze trois | c a quinze trois = CA 15-3
  phq neuf | p h q neuf = PHQ-9
  phq deux | p h q deux = PHQ-2
  gad sept | g a d sept = GAD-7
  h un n un = H1N1
  h cinq n un = H5N1
  h trois n deux = H3N2
  p cinquante-trois = p53
  ki soixante-sept = Ki-67
  her deux | h e r deux = HER2
  brca un | b r c a un = BRCA1
  brca deux | b r c a deux = BRCA2
  covid dix-neuf = COVID-19
  chads deux = CHADS2
  cha deux d s deux vasc | cha deux ds deux vasc | chads deux vasc = CHA2DS2-VASc
  b un b deux = B1 B2
  r e r b = RER B
  r e r c = RER C
  r e r d = RER D
  r e r e = RER E
  m p trois | mp trois = MP3
  m p quatre | mp quatre = MP4
  en trois d = en 3D
  échographie trois d = échographie 3D
  reconstruction trois d = reconstruction 3D
  reconstructions trois d = reconstructions 3D
  images trois d = images 3D
`

export const frenchNames = indexPhrases(
  rows
    .split('\n')
    .filter((row) => row.includes('='))
    .flatMap((row) => {
      const [said = '', written = ''] = row.split(' = ')
      return said.split('|').map((phrase) => [phrase.trim(), written.trim()] as const)
    }),
)

/** Named without their number as well, so that it may be the dose's. */
const alsoWithoutNumber = new Set(['vitamine B1', 'vitamine D2', 'vitamine D3', 'vitamine K1'])

/** « hba un c », « vitamine b douze », « CO deux »: the table of names. */
export function readFrenchName(reading: Reading, at: number): readonly Span[] | null {
  const { atoms, firstAtom } = reading
  const from = firstAtom[at] ?? 0
  const match = matchAtoms(frenchNames, atoms, from)
  // « phq neuf sur vingt-sept » is a score.
  if (!match || close(atoms, match.to) === 'sur') return null
  const { meaning: write, to } = match
  if (write === 'pO2' && !isOxygenPressure(atoms, to - 1)) return null
  if (alsoWithoutNumber.has(write)) {
    // « vitamine d deux comprimés », « vitamine d trois fois par semaine »: the number counts what follows.
    const unit = frenchUnitAt(atoms, to)
    if (unit || close(atoms, to) === 'fois') return null
    const end = numberEnd(atoms, to)
    const isRare = write === 'vitamine D2'
    if (end > to) return isRare ? null : doubtUpTo(atoms, from, frenchUnitAt(atoms, end)?.to ?? end)
  }
  const span = valueFrom(reading, 'code', [{ from, to, rule: 'code.name', write }])
  return span && [span]
}

/**
 * Where the number ends that a name ends in. Vitamin D has a name without one: « d deux mille » are 2000 units of it, for D2
 * is rare; « d trois mille » may be 3000, or 1000 of D3.
 */
const numberEnd = (atoms: readonly Atom[], to: number) => frenchRunAt(atoms, to - 1)[0]?.to ?? to
