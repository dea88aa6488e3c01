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
    ["jusqu'à dix-sept heures", "jusqu'à 17~h"],
    ['à midi', 'à midi'],
  ],
  'what lasts, comes round or is counted is no time': [
    ['surveillance pendant dix heures', 'surveillance pendant 10 heures'],
    ['à six heures de vie', 'à 6 heures de vie'],
    ['aux quatre heures', 'aux 4 heures'],
  ],
  'neighbours in the spine': [
    ['discopathie L trois L quatre', 'discopathie L3-L4'],
    ['protrusion T onze T douze', 'protrusion T11-T12'],
    ['hernie C six C sept', 'hernie C6-C7'],
    ['racine L cinq gauche', 'racine L5 gauche'],
    ['tassement de L deux', 'tassement de L2'],
    ['tassements de L un à L trois', 'tassements de L1 à L3'],
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
  'a number that is a name': [
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
