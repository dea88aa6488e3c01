import { indexPhrases } from '../reading/phrase-index.ts'

/**
 * Names made of letters and numbers, as they are said and as they are written. A letter with a number after it
 * (B12, T4, V6) needs no row; a row is for what is written otherwise.
 */
const rows = `
  a one c = A1c
  nine one one = 911
  i to e ratio = I:E ratio
  apgar = Apgar
  apgars = Apgars
  gleason = Gleason
  mallampati = Mallampati
  glasgow = Glasgow
  hba one c | h b a one c = HbA1c
  co two | c o two = CO2
  o two = O2
  h two o = H2O
  spo two | s p o two | sp o two = SpO2
  sao two | s a o two = SaO2
  pao two | p a o two = PaO2
  paco two | p a c o two = PaCO2
  pco two | p c o two = pCO2
  po two | p o two = pO2
  fio two | f i o two = FiO2
  vo two | v o two = VO2
  hco three | h c o three = HCO3
  cd four | c d four = CD4
  cd eight | c d eight = CD8
  cd twenty | c d twenty = CD20
  ca one twenty five | c a one twenty five | ca one hundred twenty five = CA 125
  ca nineteen nine | c a nineteen nine = CA 19-9
  ca fifteen three | c a fifteen three = CA 15-3
  p fifty three = p53
  p sixteen = p16
  ki sixty seven = Ki-67
  h e r two = HER2
  er = ER
  pr positive = PR positive
  pr negative = PR negative
  her two neu = HER2/neu
  brca one | b r c a one = BRCA1
  brca two | b r c a two = BRCA2
  covid nineteen = COVID-19
  chads two = CHADS2
  cha two ds two vasc | chads two vasc = CHA2DS2-VASc
  g six pd | g six p d = G6PD
  h one n one = H1N1
  phq nine | p h q nine = PHQ-9
  phq two | p h q two = PHQ-2
  gad seven | g a d seven = GAD-7
  p two y twelve = P2Y12
  hla b twenty seven | h l a b twenty seven = HLA-B27
  fev one | f e v one = FEV1
  hpv sixteen | h p v sixteen = HPV 16
  pdl one | pd l one | p d l one = PD-L1
  ctla four | c t l a four = CTLA-4
  glp one | g l p one = GLP-1
  sglt two | s g l t two = SGLT2
  il six | i l six = IL-6
  t one weighted | t1 weighted = T1-weighted
  t two weighted | t2 weighted = T2-weighted
  free t four = free T4
  free t three = free T3
  p h = pH
  e g f r | egfr = eGFR
  a1c = A1c
  hba1c = HbA1c
  c difficile = C. difficile
  c diff = C. diff
  e coli = E. coli
  h pylori = H. pylori
  h influenzae = H. influenzae
  s aureus = S. aureus
  s pneumoniae = S. pneumoniae
  k pneumoniae = K. pneumoniae
  p aeruginosa = P. aeruginosa
  sub q | sub cue = subq
  p h d | ph d = PhD
  m p three | mp three = MP3
  m p four | mp four = MP4
  two d echo = 2D echo
  two d images = 2D images
  three d echo = 3D echo
  three d reconstruction = 3D reconstruction
  three d reconstructions = 3D reconstructions
  three d model = 3D model
  three d images = 3D images
  three d printed = 3D printed
  three d printer = 3D printer
  three d printing = 3D printing
  three d imaging = 3D imaging
  three d ultrasound = 3D ultrasound
  five g network = 5G network
  four k television = 4K television
  four k video = 4K video
  four k camera = 4K camera
  four oh one k = 401(k)
  i p v four = IPv4
  i p v six = IPv6
  p o box = P.O. Box
  fifty fifty chance = 50/50 chance
  fifty fifty split = 50/50 split
  fifty fifty odds = 50/50 odds
  twenty four seven care = 24/7 care
  twenty four seven supervision = 24/7 supervision
  twenty four seven coverage = 24/7 coverage
  twenty four seven support = 24/7 support
  in three d = in 3D
  om one | o m one = OM1
  om two | o m two = OM2
  om three | o m three = OM3
  svg | s v g = SVG
  c section = C-section
  c sections = C-sections
  c spine = C-spine
  t spine = T-spine
  l spine = L-spine
  c arm = C-arm
  c collar = C-collar
  c shaped = C-shaped
  l shaped = L-shaped
  s shaped = S-shaped
  t shaped = T-shaped
  u shaped = U-shaped
  v shaped = V-shaped
  y shaped = Y-shaped
  t shirt = T-shirt
  v neck = V-neck
  p value = P value
  p values = P values
  t score = T-score
  t scores = T-scores
  z score = Z-score
  z scores = Z-scores
  p wave = P wave
  p waves = P waves
  q wave = Q wave
  q waves = Q waves
  r wave = R wave
  r waves = R waves
  t wave = T wave
  t waves = T waves
  u wave = U wave
  u waves = U waves
  v fib = V-fib
  v tach = V-tach
  t tube = T-tube
  g tube = G-tube
  j tube = J-tube
  k wire = K-wire
  k wires = K-wires
  z plasty = Z-plasty
  d dimer = D-dimer
  b cell = B cell
  b cells = B cells
  t cell = T cell
  t cells = T cells
  x ray = X-ray
  x rays = X-rays
`

/** "her two children": only beside what is said of a receptor. */
const rowsOfTumours = `
  her two = HER2
`

/** Names that are words of their own where no number follows: "not a peep", "PEEP of 8". */
const rowsBeforeNumber = `
  peep = PEEP
  mac = Mac
`

export const englishNames = indexPhrases(namesIn(rows))
export const englishNamesBeforeNumber = indexPhrases(namesIn(rowsBeforeNumber))
export const englishNamesOfTumours = indexPhrases(namesIn(rowsOfTumours))
export const englishNameStarts: ReadonlySet<string> = new Set([
  ...englishNames.keys(),
  ...englishNamesBeforeNumber.keys(),
  ...englishNamesOfTumours.keys(),
])

function namesIn(table: string): readonly (readonly [said: string, written: string])[] {
  return table
    .trim()
    .split('\n')
    .flatMap((row) => {
      const [said = '', written = ''] = row.trim().split(' = ')
      return said.split(' | ').map((phrase) => [phrase, written] as const)
    })
}
