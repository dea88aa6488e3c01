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
  'a scale said once is of both ends, where it can be': [
    ['deux à trois cents personnes', '200 à 300 personnes'],
    ['entre quatre et cinq cents', 'entre 400 et 500'],
    ['quinze à vingt mille plaquettes', '15~000 à 20~000 plaquettes'],
    ['dix à quinze mille euros', '10~000 à 15~000~€'],
    ['deux à trois millions', '2 à 3 millions'],
    ['cinquante à deux cents', '50 à 200'],
    ['cinq à cent mètres', '5 à 100~m'],
    ['deux sur trois cents', '2 sur 300'],
  ],
  'so many out of a thousand and more': [
    [
      'épinéphrine un pour cent mille point deux points de nylon',
      'épinéphrine 1:100~000. deux points de nylon',
    ],
    ['deux pour cent mille habitants', '2 pour 100~000 habitants'],
    ['un pour cent mille naissances', '1 pour 100~000 naissances'],
    ['trois virgule deux pour cent mille', '3,2 pour 100~000'],
    ['quinze décès pour cent mille habitants', '15 décès pour 100~000 habitants'],
    ['quelques pour cent', 'quelques pour cent'],
    ['vingt-cinq pour cent', '25~%'],
    ['cinq pour mille', '5~‰'],
  ],
  'a decimal that is glued to the word before it': [
    ["nodule d'un virgule quatre centimètre", 'nodule de 1,4~cm'],
    ["d'un virgule quatre par un virgule deux centimètre", 'de 1,4 x 1,2~cm'],
    ["D'un virgule cinq à deux virgule cinq millimètres", 'De 1,5 à 2,5~mm'],
    ["plus qu'un virgule deux", 'plus que 1,2'],
    ["d'un centimètre", "d'un centimètre"],
    ["l'un virgule deux autres", "l'un, deux autres"],
    ["à l'aide d'un point d'appui", "à l'aide d'un point d'appui"],
  ],
  'the number of a vitamin or of its dose': [
    ['vitamine d deux mille unités', 'vitamine d 2000 unités'],
    ['vitamine d trois deux mille unités', 'vitamine D3 2000 unités'],
    ['vitamine d trois par jour', 'vitamine D3 par jour'],
    ['vitamine b douze mille microgrammes', 'vitamine B12 1000~mcg'],
  ],
  'a part that was said after its unit': [
    ['poids soixante-sept kilos cinq', 'poids 67,5~kg'],
    ['trois kilos deux cent cinquante à la naissance', '3,25~kg à la naissance'],
    ['deux kilos trois en un mois', '2,3~kg en un mois'],
    ['diurèse à un litre deux', 'diurèse à 1,2~L'],
    ['un litre vingt-cinq', '1,25~L'],
    ['un litre huit cents point stable', '1,8~L. stable'],
    ['glycémie à un gramme vingt', 'glycémie à 1,20~g'],
    ['à un gramme zéro cinq', 'à 1,05~g'],
    ['taille un mètre cinq', 'taille 1,05~m'],
    ['douze euros cinquante par mois', '12,50~€ par mois'],
    ['deux euros vingt la baguette', '2,20~€ la baguette'],
    ['deux euros zéro cinq', '2,05~€'],
    ['deux euros et demi', '2,50~€'],
    ['deux hectares et demi', '2,5~ha'],
    ['trente-huit deux de fièvre', '38,2~°C de fièvre'],
    ['un gramme deux fois par jour', '1~g 2 fois par jour'],
    ['deux kilos cinq jours plus tard', '2~kg 5 jours plus tard'],
    ['un litre deux heures après', '1~L 2 heures après'],
    ['deux kilos cinq cents grammes', '2~kg 500~g'],
  ],
  'T4 is measured where a decimal follows it': [
    ['tsh deux virgule un t quatre cinq virgule deux', 'tsh 2,1 T4 5,2'],
    ['fracture de t quatre cinq virgule stable', 'fracture de T4-5, stable'],
  ],
  'rates without « par »': [
    ['cent vingt-cinq millilitres heure', '125~mL/h'],
    ["quatre-vingts millilitres à l'heure", '80~mL/h'],
    ['oxygène deux litres minute', 'oxygène 2~L/min'],
    ['trois mètres seconde', '3~m/s'],
    ['dix milligrammes kilo jour', '10~mg/kg/jour'],
    ['cent milligrammes au mètre carré', '100~mg/m²'],
    ['cinq milligrammes heure du coucher', '5~mg heure du coucher'],
    ['cinq milligrammes seconde dose demain', '5~mg seconde dose demain'],
    ["cinq milligrammes à l'heure prévue", "5~mg à l'heure prévue"],
  ],
  'below zero, and above where both are meant': [
    ['il fait moins dix degrés dehors', 'il fait -10° dehors'],
    ['de moins dix à plus quarante degrés', 'de -10 à +40°'],
    ['entre moins deux et plus trois', 'entre -2 et +3'],
    ['excès de base à moins quatre', 'excès de base à -4'],
    ['rass moins deux', 'rass -2'],
    ['station plus un', 'station +1'],
    ['t score de moins trois', 't score de -3'],
    ['score t à moins deux virgule cinq', 'score t à -2,5'],
    ['œil droit moins un virgule vingt-cinq', 'œil droit -1,25'],
    ['sphère moins deux soixante-quinze cylindre moins un', 'sphère -2,75 cylindre -1'],
    ['réfraction plus deux consultations', 'réfraction plus deux consultations'],
    ['station plus deux jours', 'station plus 2 jours'],
    ['au moins trois jours', 'au moins 3 jours'],
    ['moins trois kilos', 'moins 3~kg'],
    ['à la base moins deux opacités', 'à la base moins deux opacités'],
  ],
  'digits that an engine wrote': [
    ['Héparine 5 000 unités', 'Héparine 5000 unités'],
    ['Plaquettes à 250 000.', 'Plaquettes à 250~000.'],
    ['Leucocytes 12 500.', 'Leucocytes 12~500.'],
    ['Poids 3 450 grammes.', 'Poids 3450~g.'],
    ['Dose de 2.5 mg.', 'Dose de 2,5~mg.'],
    ['2.5mg/kg/j', '2,5~mg/kg/j'],
    ['Amoxicilline 50 mg/kg/j.', 'Amoxicilline 50~mg/kg/j.'],
    ['Potassium à 4.1, INR de 2.5 à 3.5.', 'Potassium à 4,1, INR de 2,5 à 3,5.'],
    ['HbA1c 6.5 %', 'HbA1c 6,5~%'],
    ['Température de 37,2 C.', 'Température de 37,2~°C.'],
    ['T 37,2 C', 'T 37,2~°C'],
    ['Héparine 10U', 'Héparine 10 unités'],
    ['Version 2.5', 'Version 2.5'],
    ['Paragraphe 2.1', 'Paragraphe 2.1'],
    ['le 12.05.2024', 'le 12.05.2024'],
    ['1.000 mg', '1.000~mg'],
  ],
  'how often, beside a number without a unit': [
    ['Metformine 850 trois fois par jour', 'Metformine 850 3 fois par jour'],
    ['sertraline cinquante une fois par jour', 'sertraline 50 une fois par jour'],
  ],
  'as an eye sees': [
    ['dix dixièmes', '10/10'],
    ['douze dixièmes', '12/10'],
  ],
}

describe.each(Object.entries(families))('%s', (_, rows) => {
  test.each(rows)('%s → %s', (spoken, written) => expect(write(spoken, 'fr-CA')).toBe(written))
})

test('France writes minutes with two digits, and telephones in pairs', () => {
  expect(write('à huit heures cinq', 'fr-FR')).toBe('à 8~h~05')
  expect(write('zéro un quarante-deux zéro cinq dix vingt', 'fr-FR')).toBe('01~42~05~10~20')
})
