import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

function fragment(spoken: string, locale: Locale = 'fr-CA'): string {
  const recognition = recognitionFromText(spoken, { locale })
  const options = { locale, headings: [], fragment: true }
  return writtenToPlain(writeDictation(recognition, options))
}

function sentences(spoken: string): string {
  const recognition = recognitionFromText(spoken, { locale: 'fr-CA' })
  return writtenToPlain(writeDictation(recognition, { locale: 'fr-CA', headings: [] }))
}

/** In the tables `~` stands for a no-break space and `^` for a thin one. */
const spaced = (text: string) => text.replaceAll('~', '\u00a0').replaceAll('^', '\u202f')

type Row = readonly [spoken: string, written: string]
const unchanged = (...spoken: readonly string[]): readonly Row[] =>
  spoken.map((words) => [words, words] as const)

const marks: readonly Row[] = [
  ['les poumons sont clairs point', 'les poumons sont clairs.'],
  ['les poumons sont clairs point final', 'les poumons sont clairs.'],
  ['stable virgule sans changement', 'stable, sans changement'],
  ['stable point virgule sans changement', 'stable; sans changement'],
  ['stable point-virgule sans changement', 'stable; sans changement'],
  ['conclusion deux points normal', 'conclusion~: normal'],
  ["est-ce nouveau point d'interrogation", 'est-ce nouveau?'],
  ['est-ce nouveau point d’interrogation', 'est-ce nouveau?'],
  ["arrêtez point d'exclamation", 'arrêtez!'],
  ['et ainsi de suite points de suspension', 'et ainsi de suite…'],
  ['et ainsi de suite trois petits points', 'et ainsi de suite…'],
  ["post trait d'union opératoire", 'post-opératoire'],
  ['L4 tiret L5', 'L4-L5'],
  ['et barre oblique ou', 'et/ou'],
  ['L4 barre oblique L5', 'L4/L5'],
  ['ouvrez la parenthèse voir plus bas fermez la parenthèse', '(voir plus bas)'],
  ['parenthèse ouvrante voir parenthèse fermante', '(voir)'],
  ['ouvrir parenthèse voir fermer parenthèse', '(voir)'],
  ['ouvrez les guillemets jamais fermez les guillemets', '«~jamais~»'],
  ['ouvrez le crochet sic fermez le crochet', '[sic]'],
  ['normal point de plus le coeur', 'normal. de plus le coeur'],
  ["normal point d'ailleurs le coeur", "normal. d'ailleurs le coeur"],
  ['il vit seul point', 'il vit seul.'],
  ['potassium quatre virgule un point', 'potassium 4,1.'],
  ['inr deux virgule un point poursuivre', 'inr 2,1. poursuivre'],
  ['hernie l cinq s un point', 'hernie L5-S1.'],
  ['fracture de l un point', 'fracture de L1.'],
  ['t un n un point', 'T1 N1.'],
  ['ecog un point', 'ecog 1.'],
  ['grade un point de plus le rein', 'grade 1. de plus le rein'],
  ['asa un point', 'ASA I.'],
  ['stade un point', 'stade I.'],
  ['stade deux point suivi', 'stade II. suivi'],
  ['on note deux points une opacité', 'on note~: une opacité'],
  ['On note deux points, une opacité', 'On note~: une opacité'],
  ['tympans deux points rouges', 'tympans~: rouges'],
  ['elle le fait elle-même point', 'elle le fait elle-même.'],
]

const marksThatAreProse: readonly Row[] = unchanged(
  'un point douloureux',
  'point douloureux au flanc',
  'point de côté',
  'point de suture',
  'au point de McBurney',
  'une mise au point',
  'ce point sera revu',
  "le même point d'appui",
  'deux points de suture',
  'deux points douloureux',
  'les deux points sont fermés',
  'il a perdu deux points',
  'une barre épigastrique',
  'un tiret',
  'en forme de virgule',
  'un point noir',
  'on note un point précis',
  'à ce niveau un point sensible',
  'grade un point douloureux',
  'à ce stade un scanner est utile',
  'stade une biopsie',
  'deux points rouges sur la peau',
  'On note deux points, sensibles',
  'il y a deux points au bras',
)

const breaks: readonly Row[] = [
  ['normal point à la ligne suite', 'normal.\nsuite'],
  ['normal à la ligne suite', 'normal\nsuite'],
  ['normal point nouvelle ligne suite', 'normal.\nsuite'],
  ['normal point nouveau paragraphe suite', 'normal.\n\nsuite'],
  ['normal point paragraphe suivant suite', 'normal.\n\nsuite'],
  ['normal retour à la ligne suite', 'normal\nsuite'],
  ['à la ligne tiret aspirine', '\n- aspirine'],
  ...unchanged(
    'il est passé à la ligne suivante',
    'incision à la ligne médiane',
    'une nouvelle ligne de traitement',
    'la ligne suivante',
  ),
]

const numbers: readonly Row[] = [
  ['soixante-dix', '70'],
  ['soixante dix', '70'],
  ['soixante et onze', '71'],
  ['soixante-dix-sept', '77'],
  ['quatre-vingts', '80'],
  ['quatre vingt', '80'],
  ['quatre-vingt-un', '81'],
  ['quatre-vingt-onze', '91'],
  ['quatre-vingt-dix-sept', '97'],
  ['quatre vingt dix sept', '97'],
  ['vingt et un', '21'],
  ['vingt-et-un', '21'],
  ['vingt-quatre', '24'],
  ['septante-cinq', '75'],
  ['cent', '100'],
  ['cent un', '101'],
  ['deux cents', '200'],
  ['deux cent trois', '203'],
  ['mille', '1000'],
  ['deux mille vingt-quatre', '2024'],
  ['mille neuf cent quatre-vingt-dix', '1990'],
  ['cent mille', '100~000'],
  ['deux millions cinq cent mille', '2~500~000'],
  ['trente-sept virgule cinq', '37,5'],
  ['trente-sept virgule vingt-cinq', '37,25'],
  ['trois virgule zéro cinq', '3,05'],
  ['trois virgule deux cinq', '3,25'],
  ['zéro virgule cinq', '0,5'],
  ['trois point cinq', '3,5'],
  ['37 virgule 5', '37,5'],
  ['cent vingt sur quatre-vingts', '120/80'],
  ['tension 120 sur 80', 'tension 120/80'],
  ['souffle deux sur six', 'souffle 2/6'],
  ['douleur huit sur dix', 'douleur 8/10'],
  ['le premier mars', 'le 1er mars'],
  ['le trois mars deux mille vingt-quatre', 'le 3 mars 2024'],
  ['dix virgule vingt virgule trente milligrammes', '10, 20, 30~mg'],
  ['cent un point', '101.'],
  ['entre vingt et trente', 'entre 20 et 30'],
  ['vingt et unième', '21e'],
  ['vingt-deuxième', '22e'],
  ['cent vingt-deuxième', '122e'],
  ['un comprimé', '1 comprimé'],
  ['trois fois par jour', '3 fois par jour'],
  ['une fois par jour', 'une fois par jour'],
]

const numbersInDoubt: readonly Row[] = [
  ...unchanged(
    'un',
    'une',
    'neuf',
    'un fauteuil neuf',
    'deux lésions',
    'un deux trois',
    'huit quatre-vingts',
    'vingt un',
    'soixante et dix',
    'le premier lobe',
    'une unité de soins intensifs',
    'un jour il tombe',
    'quelques pour cent',
    'douze huit',
  ),
  ['deux virgule trois virgule quatre', 'deux, trois, quatre'],
  ['dix virgule trois fois par jour', '10, 3 fois par jour'],
  ['deux virgule euh cinq milligrammes', 'deux virgule cinq milligrammes'],
  ['cinq sur trois jours', 'cinq sur 3 jours'],
]

const units: readonly Row[] = [
  ['cinq milligrammes', '5~mg'],
  ['neuf milligrammes', '9~mg'],
  ['un milligramme', '1~mg'],
  ['treize milligrammes', '13~mg'],
  ['seize milligrammes', '16~mg'],
  ['5 milligrammes', '5~mg'],
  ['deux cents microgrammes', '200~mcg'],
  ['soixante-dix kilos', '70~kg'],
  ['deux litres', '2~L'],
  ['deux par trois centimètres', '2 x 3~cm'],
  ['quatre-vingt-dix-sept pour cent', '97~%'],
  ['cent pour cent', '100~%'],
  ['trente-sept virgule cinq degrés celsius', '37,5~°C'],
  ['quarante-cinq degrés', '45°'],
  ['trente-sept degrés cinq', '37 degrés cinq'],
  ['cinq millimoles par litre', '5~mmol/L'],
  ['cinq milligrammes par jour', '5~mg par jour'],
  ['cent mille unités', '100~000 unités'],
  ['neuf mois', '9 mois'],
  ['six heures', '6 heures'],
  ['un à deux comprimés', '1 à 2 comprimés'],
]

const whatEnginesAdd: readonly Row[] = [
  ['Normal. Point. Le coeur.', 'Normal. Le coeur.'],
  ['Normal. Point à la ligne. Suite.', 'Normal.\nSuite.'],
  ['le coeur, virgule, est normal', 'le coeur, est normal'],
  ['Conclusion~: deux points normal', 'Conclusion~: normal'],
  ['normal point point', 'normal.'],
  ['Examen normal. Point-virgule. Retrait du drain.', 'Examen normal; retrait du drain.'],
  ['Vu. Virgule. Tremblay.', 'Vu, Tremblay.'],
  ['normal . suite', 'normal. suite'],
]

const fillers: readonly Row[] = [
  ['euh le coeur est hum normal', 'le coeur est normal'],
  ['il va ben bien', 'il va bien'],
  ['normal euh. Suite', 'normal. Suite'],
  ['vu par Ben', 'vu par Ben'],
]

describe.each<[string, readonly Row[]]>([
  ['marks that are said', marks],
  ['words that could be marks', marksThatAreProse],
  ['line breaks', breaks],
  ['numbers', numbers],
  ['numbers in doubt stay as they were said', numbersInDoubt],
  ['units', units],
  ['marks that engines add around commands', whatEnginesAdd],
  ['fillers', fillers],
])('French: %s', (_family, rows) => {
  test.each(rows)('%s', (spoken, written) => {
    expect(fragment(spaced(spoken))).toBe(spaced(written))
  })
})

describe('French: spaces around marks', () => {
  test.each<[spoken: string, quebec: string, france: string]>([
    ['liste deux points fin', 'liste~: fin', 'liste~: fin'],
    ['oui point virgule non', 'oui; non', 'oui^; non'],
    ["oui point d'interrogation", 'oui?', 'oui^?'],
    ["oui point d'exclamation", 'oui!', 'oui^!'],
    ['oui virgule non point', 'oui, non.', 'oui, non.'],
    ['cent mille', '100~000', '100^000'],
    ['ouvrez les guillemets oui fermez les guillemets point', '«~oui~».', '«~oui~».'],
  ])('%s', (spoken, quebec, france) => {
    expect(fragment(spoken, 'fr-CA')).toBe(spaced(quebec))
    expect(fragment(spoken, 'fr-FR')).toBe(spaced(france))
  })
})

describe('French: sentences', () => {
  test.each<Row>([
    ['les poumons sont clairs', 'Les poumons sont clairs.'],
    ["l'examen est normal point état stable", "L'examen est normal. État stable."],
    ['normal point à la ligne oedème absent', 'Normal.\nOedème absent.'],
    ["est-ce nouveau point d'interrogation non", 'Est-ce nouveau? Non.'],
    ['soixante-dix ans', '70 ans.'],
    ['euh le coeur', 'Le coeur.'],
    ['ouvrez les guillemets oui fermez les guillemets', '«~Oui~».'],
  ])('%s', (spoken, written) => {
    expect(sentences(spoken)).toBe(spaced(written))
  })
})

describe('French that is already written', () => {
  const finished = [
    'Les poumons sont clairs. Coeur de volume normal, sans épanchement.',
    'TA 120/80, pouls 72, saturation 97~% sous 2~L d’oxygène.',
    'Métoprolol 12,5~mg 2 fois par jour; insuline 8~unités au coucher.',
    'Température 37,5~°C. Poids 70~kg.',
    'Conclusion~: «~normal~»; est-ce nouveau? Non!',
    'Conclusion\u00a0: « normal »; est-ce nouveau? Non!',
    'Le 1er mars 2024 à 14~h~30, par la Dre Roe.',
    'Point de côté à gauche; deux points de suture.',
    'Incision à la ligne médiane.',
    'Un nodule de 2 x 3~cm, L4-L5.',
    '- aspirine 80~mg\n- ramipril 5~mg\n\nAucune allergie.',
    'Elle a 54 ans et neuf frères.',
    '100~000 unités, 0.5~mg.',
    'Stade IIIA; HbA1c 6,5~%.',
    'S’il vous plaît, l’os est-il normal?',
    '1. Douleur. 2. Dyspnée...',
  ].map(spaced)
  test.each(finished)('stays as it is: %j', (text) => {
    expect(fragment(text)).toBe(text)
  })

  const lost = new Set(['deux virgule euh cinq milligrammes'])
  const written = [
    marks,
    marksThatAreProse,
    breaks,
    numbers,
    numbersInDoubt,
    units,
    whatEnginesAdd,
    fillers,
  ]
    .flat()
    .filter(([spoken]) => !lost.has(spoken))
    .map(([, text]) => spaced(text))
  test.each(written)('is not changed a second time: %j', (text) => {
    expect(fragment(text)).toBe(text)
  })
})
