import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

/** In the tables `~` stands for a no-break space. */
function write(spoken: string, locale: Locale): string {
  const recognition = recognitionFromText(spoken, { locale })
  const options = { locale, headings: [], fragment: true }
  return writtenToPlain(writeDictation(recognition, options)).replaceAll('\u00a0', '~')
}

type Row = readonly [spoken: string, written: string]
const asSaid = (...lines: readonly string[]): readonly Row[] => lines.map((line) => [line, line])

const families: Readonly<Record<string, readonly Row[]>> = {
  'hours with minutes are times, an hour alone only where one is expected': [
    ['réveillé à trois heures vingt', 'réveillé à 3~h~20'],
    ['vers onze heures et demie', 'vers 11~h~30'],
    ['à huit heures zéro cinq', 'à 8~h~5'],
    ['vu à 7h45 ce matin', 'vu à 7~h~45 ce matin'],
    ['entre neuf heures et onze heures', 'entre 9~h et 11~h'],
    ['à midi vingt', 'à 12~h~20'],
    ['à minuit dix', 'à 0~h~10'],
    ['à midi vingt comprimés', 'à midi 20 comprimés'],
    ['humalog dix à midi quinze au souper', 'humalog 10 à midi 15 au souper'],
    ['de dix heures trente à onze heures quarante-cinq', 'de 10~h~30 à 11~h~45'],
    ['entre dix heures et onze heures trente', 'entre 10~h et 11~h~30'],
    ['entre midi et quatorze heures', 'entre midi et 14~h'],
    ['de huit à seize heures', 'de 8 à 16 heures'],
    ['le vingt et un à dix heures', 'le 21 à 10~h'],
    ['appelez le quinze avant dix-huit heures', 'appelez le 15 avant 18~h'],
    ['fermé après dix-sept heures', 'fermé après 17~h'],
    ['après dix-huit heures de jeûne', 'après 18 heures de jeûne'],
    ['il est dix heures', 'il est 10~h'],
    ['depuis hier dix-huit heures', 'depuis hier 18~h'],
    ['hier deux heures avant son arrivée', 'hier 2 heures avant son arrivée'],
    ['la réunion de quinze heures', 'la réunion de 15~h'],
    ['la réunion de deux heures', 'la réunion de 2 heures'],
    ['lundi neuf heures à dix heures', 'lundi 9~h à 10~h'],
    ['une durée de deux heures à trois heures', 'une durée de 2 heures à 3 heures'],
    ['à deux heures trois quarts', 'à 2~h~45'],
    ['pendant une heure trente', 'pendant 1 heure 30'],
    ['pendant une heure cinq patients', 'pendant une heure cinq patients'],
    ["jusqu'à dix-sept heures", "jusqu'à 17~h"],
    ['à midi', 'à midi'],
  ],
  'doses, and how often they are given': [
    ['métoprolol cinquante milligrammes b i d', 'métoprolol 50~mg BID'],
    ['un comprimé aux douze heures', '1 comprimé aux 12~h'],
    ['q quatre à six heures p r n', 'q4-6h PRN'],
    ['deux à trois fois par semaine', '2 à 3 fois par semaine'],
    ['une fois par jour', 'une fois par jour'],
    ['deux bouffées quatre fois par jour', '2 bouffées 4 fois par jour'],
    ['trois virgule zéro milligrammes', '3~mg'],
    ['hémoglobine glyquée à six virgule zéro pour cent', 'hémoglobine glyquée à 6,0~%'],
    ['douze millilitres par heure', '12~mL/h'],
    ['vingt milligrammes par jour', '20~mg par jour'],
    ['deux milligrammes par kilo par jour', '2~mg/kg/jour'],
    ['3000 UI sous-cutané', '3000 unités sous-cutané'],
    ['deux millions d’unités', '2 millions d’unités'],
  ],
  'the temperature of a body, and angles that are none': [
    ['température trente-huit cinq', 'température 38,5~°C'],
    ['fièvre à trente-neuf et demi', 'fièvre à 39,5~°C'],
    ['température à trente-six degrés huit', 'température à 36,8~°C'],
    ['flexion à quarante degrés', 'flexion à 40°'],
    ['flexion à trente-sept virgule cinq degrés', 'flexion à 37,5°'],
    ['à moins vingt degrés celsius', 'à -20~°C'],
  ],
  'pressures, scores and dilutions': [
    ['tension artérielle cent trente-cinq sur soixante-dix', 'tension artérielle 135/70'],
    ['TA quatorze sur neuf', 'TA 14/9'],
    ['force trois sur cinq', 'force 3/5'],
    ['MMSE vingt-six sur trente', 'MMSE 26/30'],
    ['épinéphrine un pour cent mille', 'épinéphrine 1:100~000'],
    ['conduction trois pour un', 'conduction 3:1'],
    ['deux sur trois jours', 'deux sur 3 jours'],
  ],
  'how large and how tall': [
    ['trois virgule cinq par deux centimètres', '3,5 x 2~cm'],
    ['quatre sur cinq sur six millimètres', '4 x 5 x 6~mm'],
    ['dix centimètres carrés', '10~cm²'],
    ['elle mesure un mètre soixante-huit', 'elle mesure 1,68~m'],
    ['six pieds un pouce', '6~pi 1~po'],
  ],
  dates: [
    ['le trente et un décembre dix-neuf cent soixante-deux', 'le 31 décembre 1962'],
    ['le premier juillet', 'le 1er juillet'],
    ['le dix-huit courant', 'le 18 courant'],
    ['trois tours en mai', 'trois tours en mai'],
  ],
  'ordinals from the tenth on, and fractions of more than one part': [
    ['la vingt-huitième semaine', 'la 28e semaine'],
    ['le cinquième métacarpe', 'le cinquième métacarpe'],
    ['cinq sixièmes', '5/6'],
    ['un tiers inférieur', 'un tiers inférieur'],
    ['le deuxième étage', 'le deuxième étage'],
  ],
  money: [
    ['vingt dollars', '20~$'],
    ['cent euros', '100~€'],
  ],
  'what may be two numbers stays as it was said': asSaid(
    'quatre-vingts vingt',
    'huit quatre-vingts milligrammes',
  ),
  'what lasts, comes round or is counted is no time': [
    ['surveillance pendant dix heures', 'surveillance pendant 10 heures'],
    ['à six heures de vie', 'à 6 heures de vie'],
    ['depuis quatre heures', 'depuis 4 heures'],
  ],
  'neighbours in the spine': [
    ['discopathie L trois L quatre', 'discopathie L3-L4'],
    ['protrusion T onze T douze', 'protrusion T11-T12'],
    ['hernie C six C sept', 'hernie C6-C7'],
    ['racine L cinq gauche', 'racine L5 gauche'],
    ['tassement de L deux', 'tassement de L2'],
    ['tassements de L un à L trois', 'tassements de L1 à L3'],
  ],
  'leads of the electrocardiogram, apart from the spine': [
    ['sus-décalage en d deux d trois et a v f', 'sus-décalage en DII DIII et aVF'],
    ['onde t négative en d un a v l', 'onde t négative en DI aVL'],
    ['ischémie de v un à v quatre', 'ischémie de V1 à V4'],
    ['en D deux, D trois et aVF', 'en DII, DIII et aVF'],
    ['en v cinq', 'en V5'],
    ['fracture en d deux d trois', 'fracture en D2-D3'],
    ['douleur en d deux', 'douleur en D2'],
    ['hernie à l cinq', 'hernie à L5'],
    ['vue en t deux', 'vue en T2'],
    ['à c cinq milligrammes', 'à c 5~mg'],
    ...asSaid('en v un aspect de bloc', 'à l un des patients', 'le patient a v u'),
  ],
  'two letters of the spine that are no neighbours stay two': asSaid('L2 L5', 'un C et un T'),
  'tumour, nodes, metastases': [
    ['t trois n zéro m zéro', 'T3 N0 M0'],
    ['c t deux n un', 'cT2 N1'],
    ['pT2, pN1, M0', 'pT2 pN1 M0'],
  ],
  'Roman where French medicine writes Roman': [
    ['carcinome de stade deux', 'carcinome de stade II'],
    ['nerf crânien six', 'nerf crânien VI'],
    ['nerfs crâniens trois, quatre et six', 'nerfs crâniens III, IV et VI'],
    ['déficit en facteur neuf', 'déficit en facteur IX'],
    ['escarre de stade trois', 'escarre de stade 3'],
    ['néphropathie de stade quatre', 'néphropathie de stade 4'],
  ],
  'a letter that is a name': [
    ['groupe a positif', 'groupe A positif'],
    ['groupe sanguin a b négatif', 'groupe sanguin AB négatif'],
    ['culot o négatif', 'culot O négatif'],
    ['protéine c réactive', 'protéine C réactive'],
    ['troponine t à dix', 'troponine T à 10'],
    ['hépatites b et c', 'hépatites B et C'],
    ['vitamines a et d', 'vitamines A et D'],
    ['trouble bipolaire de type i', 'trouble bipolaire de type I'],
    ['les groupes a et b', 'les groupes A et B'],
    ['streptocoque b', 'streptocoque B'],
    ['densité mammaire de type c', 'densité mammaire de type C'],
    ['bi rads quatre a', 'bi rads 4A'],
    ['vitamines b un et b six', 'vitamines B1 et B6'],
    ['à j un point', 'à J1.'],
    ['à j plus deux', 'à J+2'],
    ['e c o g deux', 'e c o g 2'],
    ['nyha classe i i i', 'nyha classe III'],
    ...asSaid('à ce stade deux options', 'à ce niveau deux nodules'),
    ...asSaid('le groupe a reçu un placebo', 'le type a changé', 'streptocoque a été retrouvé'),
  ],
  'a number that is a name': [
    ['phq neuf à douze', 'PHQ-9 à 12'],
    ['phq neuf sur vingt-sept', 'phq 9/27'],
    ['virus h un n un', 'virus H1N1'],
    ['bi rads quatre', 'bi rads 4'],
    ['diabète de type un', 'diabète de type 1'],
    ['gravida quatre para trois', 'gravida 4 para 3'],
    ['jour deux', 'jour 2'],
  ],
  'grades with a plus, only of what is graded': [
    ['réflexes rotuliens trois plus', 'réflexes rotuliens 3+'],
    ['deux plus grands ganglions', 'deux plus grands ganglions'],
  ],
  'threads, blades and tubes': [
    ['surjet de Monocryl quatre zéro', 'surjet de Monocryl 4-0'],
    ['drain de vingt-quatre French', 'drain de 24~Fr'],
    ['lame numéro dix', 'lame no~10'],
    ['deux patients French', 'deux patients French'],
  ],
  'numbers that are read out': [
    ['quatre un huit cinq cinq cinq zéro un zéro zéro', '418~555-0100'],
    ['dossier neuf huit sept six cinq', 'dossier 98765'],
    ['chambre trois cent douze', 'chambre 312'],
  ],
  pregnancies: [
    ['G deux P un A un', 'G2P1A1'],
    ['G1P0', 'G1P0'],
  ],
  'Gleason: the sum only if it was said': [
    ['gleason quatre plus quatre', 'gleason 4 + 4'],
    ['Gleason quatre plus trois égale sept', 'Gleason 4 + 3 = 7'],
  ],
}

describe.each(Object.entries(families))('%s', (_, rows) => {
  test.each(rows)('%s → %s', (spoken, written) => expect(write(spoken, 'fr-CA')).toBe(written))
})

test('France writes minutes with two digits, and telephones in pairs', () => {
  expect(write('à huit heures cinq', 'fr-FR')).toBe('à 8~h~05')
  expect(write('zéro un quarante-deux zéro cinq dix vingt', 'fr-FR')).toBe('01~42~05~10~20')
})
