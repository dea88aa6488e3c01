import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

/** In the tables `~` stands for a no-break space. */
function write(spoken: string): string {
  const recognition = recognitionFromText(spoken, { locale: 'fr-CA' })
  const options = { locale: 'fr-CA', headings: [], fragment: true } as const
  return writtenToPlain(writeDictation(recognition, options)).replaceAll('\u00a0', '~')
}

type Row = readonly [spoken: string, written: string]

const families: Readonly<Record<string, readonly Row[]>> = {
  'from eighty to ninety-nine, with hyphens or without': [
    ['poids quatre vingt dix sept virgule cinq kilos', 'poids 97,5~kg'],
    ['saturation quatre vingt dix neuf virgule neuf', 'saturation 99,9'],
    ['quatre vingts virgule deux litres', '80,2~L'],
  ],
  'a point after a decimal ends the sentence': [
    [
      'température trente sept virgule cinq point deux vomissements',
      'température 37,5~°C. deux vomissements',
    ],
    ['potassium quatre virgule cinq point sodium cent quarante', 'potassium 4,5. sodium 140'],
    ['deux virgule trois virgule quatre', 'deux, trois, quatre'],
  ],
  'what has whole numbers only takes no decimal': [
    ['glasgow à quinze point deux plaies', 'glasgow à 15. deux plaies'],
    ['opéré en deux mille douze point trois enfants', 'opéré en 2012. trois enfants'],
    ['gravida trois point deux enfants', 'gravida 3. deux enfants'],
    ['bi rads quatre point deux nodules', 'bi rads 4. deux nodules'],
    ['carcinome de stade trois point deux ganglions', 'carcinome de stade III. deux ganglions'],
    ['grade trois virgule deux lésions', 'grade 3, deux lésions'],
    ['potassium quatre point deux', 'potassium 4,2'],
    ['tension cent vingt sur quatre-vingts point deux souffles', 'tension 120/80. deux souffles'],
    ['force cinq sur cinq point deux réflexes', 'force 5/5. deux réflexes'],
    ['lésion de deux sur trois virgule cinq centimètres', 'lésion de 2 x 3,5~cm'],
    ['version deux point trois', 'version 2.3'],
  ],
  'the next value of a list is counted by no decimal': [
    ['hémoglobine douze point cinq plaquettes deux cents', 'hémoglobine 12,5 plaquettes 200'],
    ['potassium trois point un sodium cent quarante', 'potassium 3,1 sodium 140'],
    ['potassium trois point un stable', 'potassium 3,1 stable'],
  ],
  'a number that counts what follows is no digit of the decimal': [
    ['eliquis deux virgule cinq deux fois par jour', 'eliquis 2,5 2 fois par jour'],
    ['un virgule vingt-cinq une fois par jour', '1,25 une fois par jour'],
    ['trois virgule soixante-quinze deux comprimés', '3,75 2 comprimés'],
    ['zéro virgule deux cinq comprimé', '0,25 comprimé'],
    ['dix virgule trois fois par jour', '10, 3 fois par jour'],
  ],
  'a scale takes its s from two on': [
    ['un virgule deux millions', '1,2 million'],
    ['deux virgule cinq million', '2,5 millions'],
  ],
}

describe.each(Object.entries(families))('%s', (_, rows) => {
  test.each(rows)('%s → %s', (spoken, written) => expect(write(spoken)).toBe(written))
})
