import type { Locale } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

/**
 * What is said in letters and is not medicine. Conventions: Office québécois de la langue française (Banque de dépannage
 * linguistique) for numbers, hours and money, its country's letters after the sign; small letters without accents in electronic addresses; ITU-T E.164 for telephones from abroad.
 * In the tables `~` stands for a no-break space.
 */
function write(spoken: string, locale: Locale = 'fr-CA'): string {
  const recognition = recognitionFromText(spoken, { locale })
  const options = { locale, headings: [], fragment: true }
  return writtenToPlain(writeDictation(recognition, options)).replaceAll('\u00a0', '~')
}

type Row = readonly [spoken: string, written: string]
const unchanged = (...spoken: readonly string[]): readonly Row[] =>
  spoken.map((words) => [words, words] as const)

const families: Readonly<Record<string, readonly Row[]>> = {
  numbers: [
    ['mille deux cent trente-quatre', '1234'],
    ['quatre-cent-cinquante-six-mille-sept-cent-quatre-vingt-neuf', '456~789'],
    ['un million cinq cent mille', '1~500~000'],
    ['trois milliards deux cents millions', '3~200~000~000'],
    ['deux milliards', '2 milliards'],
    ['deux billions', '2 billions'],
    ['septante et un', '71'],
    ['huitante-deux', '82'],
    ['nonante-neuf', '99'],
    ['trois virgule un quatre un cinq neuf', '3,14159'],
    ['zéro virgule zéro cinq', '0,05'],
    ['deux virgule cinq millions de dollars', '2,5 millions de dollars'],
    ['un virgule deux milliard', '1,2 milliard'],
    ['moins vingt-cinq mille trente-sept', '-25~037'],
    ['excès de base moins cinq', 'excès de base -5'],
    ['moins cinq kilos', 'moins 5~kg'],
    ['au moins vingt', 'au moins 20'],
    ['extension à moins dix degrés', 'extension à -10°'],
    ['moins dix degrés de flexion', 'moins 10° de flexion'],
    ['au dix-neuvième siècle', 'au XIXe siècle'],
    ['code postal h deux x un y quatre', 'code postal H2X 1Y4'],
    ['montréal québec h deux x un y quatre', 'montréal québec H2X 1Y4'],
    ['score de chads deux vasc à trois', 'score de CHA2DS2-VASc à trois'],
    ['la deux cent troisième', 'la 203e'],
    ['dans les années quatre-vingt-dix', 'dans les années 90'],
    ...unchanged('une dizaine', 'la première fois', 'deuxièmement'),
  ],
  'a whole number and a part of one': [
    ['un et demi', '1 1/2'],
    ['trois et trois quarts', '3 3/4'],
    ['quatre et un tiers', '4 1/3'],
    ['deux et demi pour cent', '2,5~%'],
    ["deux millions et demi d'euros", "2,5 millions d'euros"],
    ['température trente-sept et demi', 'température 37,5~°C'],
    ['deux comprimés et demi', '2 comprimés et demi'],
    // 2000 and a half, or 2500.
    ['deux mille et demi', '2000 et demi'],
    ...unchanged('huit et demie', 'stades deux et trois', "l'un et l'autre", 'un tiers des cas'),
  ],
  'what an engine wrote is put together again': [
    ['2 ,5 mg', '2,5~mg'],
    ['température 37 ,5', 'température 37,5~°C'],
    ['potassium 4 ,5', 'potassium 4,5'],
    ['Deux-cents milligrammes', '200~mg'],
    ['14 h 30', '14~h~30'],
    ...unchanged('10 ,20 ,30'),
  ],
  'units of other trades': [
    ['huit gigaoctets', '8~Go'],
    ['deux kilowattheures', '2~kWh'],
    ['cinq acres', '5 acres'],
    ['cinq gigahertz', '5~GHz'],
    ['cent mégabits par seconde', '100~Mbit/s'],
    ['trois mille tours par minute', '3000~tr/min'],
    ['mille hectopascals', '1000~hPa'],
    ['trois parties par million', '3~ppm'],
    ['cinq pour mille', '5~‰'],
    ['épinéphrine un pour mille', 'épinéphrine 1:1000'],
    ['deux points de pourcentage', '2 points de pourcentage'],
    ...unchanged('deux points de suture', 'un siècle'),
    ['code postal sept cinq zéro zéro un', 'code postal 75001'],
  ],
  money: [
    ['vingt euros', '20~€'],
    ['vingt euros cinquante', '20,50~€'],
    ['deux euros cinq', '2,05~€'],
    ['deux euros cinq comprimés', '2~€ 5 comprimés'],
    ['douze virgule cinq euros', '12,50~€'],
    ['deux virgule cinq millions de dollars', '2,5 millions de dollars'],
    ['trente-deux euros et quarante centimes', '32,40~€'],
    ['deux dollars et cinquante cents', '2,50~$'],
    ['trois dollars et cinq cents', '3,05~$'],
    ['cinq cents dollars', '500~$'],
    ['cinquante centimes', '50 centimes'],
    ['vingt dollars canadiens', '20~$~CA'],
    ['cent dollars américains', '100~$~US'],
    ['trois mille livres sterling', '3000~£'],
    ['elle pèse quatre-vingt-dix livres', 'elle pèse 90 livres'],
    ['cinq dollars vingt-cinq patients', '5~$ 25 patients'],
    ["un million d'euros", "1 million d'euros"],
  ],
  'dates and years': [
    ['le onze septembre deux mille un', 'le 11 septembre 2001'],
    ['en dix-neuf cent quatre-vingt-quatre', 'en 1984'],
    ['du deux au cinq janvier', 'du 2 au 5 janvier'],
    ['du premier au trois mars deux mille vingt', 'du 1er au 3 mars 2020'],
    ['les deux et trois mars', 'les 2 et 3 mars'],
    ['le deux ou le trois mars', 'le 2 ou le 3 mars'],
    ['quatre et cinq mars', 'quatre et 5 mars'],
    ['juillet deux mille quatorze', 'juillet 2014'],
    ['le mardi quinze avril deux mille dix', 'le mardi 15 avril 2010'],
  ],
  'days without their month': [
    ['absent du deux au huit inclus', 'absent du 2 au 8 inclus'],
    ['du premier au trois', 'du 1er au 3'],
    ['du lundi trois au vendredi sept mai', 'du lundi 3 au vendredi 7 mai'],
    ['lundi six et mardi sept', 'lundi 6 et mardi 7'],
    ['mardi neuf à neuf heures', 'mardi 9 à 9~h'],
    ['le samedi premier', 'le samedi 1er'],
    ['le cinq du mois', 'le 5 du mois'],
    ['les dix onze et douze juin', 'les 10, 11 et 12 juin'],
    ['les trois quatre et cinq mai', 'les 3, 4 et 5 mai'],
    ['lundi deux à trois comprimés', 'lundi 2 à 3 comprimés'],
    ...unchanged('du deux au cinq patients', 'mardi deux patients', 'lundi un patient'),
  ],
  'dates in numbers, the day first': [
    ['né le vingt-deux zéro huit mille neuf cent quatre-vingt-un', 'né le 22/08/1981'],
    ['le quinze trois deux mille vingt-trois', 'le 15/3/2023'],
    ['né le quatorze zéro sept soixante-huit', 'né le 14/07/68'],
    ['le cinq douze deux mille trois', 'le 5/12/2003'],
    [
      'date de naissance zéro trois zéro cinq mille neuf cent cinquante',
      'date de naissance 03/05/1950',
    ],
    ['douze slash zéro trois slash vingt-quatre', '12/03/24'],
    ...unchanged(
      'le vingt-trois deux mille trois',
      'le deux trois deux mille milligrammes',
      'vingt-deux zéro huit soixante-huit',
    ),
  ],
  hours: [
    ['neuf heures moins le quart', '8~h~45'],
    ['une heure moins vingt', '0~h~40'],
    ['midi moins dix', '11~h~50'],
    ['minuit et quart', '0~h~15'],
    ['midi et demi', '12~h~30'],
    ['dix heures du matin', '10~h du matin'],
    ["trois heures de l'après-midi", "3~h de l'après-midi"],
    ['douze heures moins dix patients', '12 heures moins 10 patients'],
    ['pendant six heures moins dix minutes', 'pendant 6 heures moins 10 minutes'],
    ['insuline midi quinze', 'insuline midi 15'],
    ['un comprimé midi et soir', '1 comprimé midi et soir'],
  ],
  'days of a month': [
    ['le un mai', 'le 1er mai'],
    ['un mai deux mille vingt', '1er mai 2020'],
    ['trois slash quatre slash deux mille vingt', '3/4/2020'],
    ...unchanged('un avril pluvieux'),
  ],
  'electronic addresses, apart from a point that ends a sentence': [
    ['jean point dupont arobase gmail point com', 'jean.dupont@gmail.com'],
    ['jérôme tiret roy arobase exemple point qc point ca point', 'jerome-roy@exemple.qc.ca.'],
    ['écrire à jean douze arobase exemple point fr', 'écrire à jean12@exemple.fr'],
    ['info tiret bas santé à commercial exemple point org', 'info_sante@exemple.org'],
    [
      'connu du service point jean point roy arobase exemple point com',
      'connu du service. jean.roy@exemple.com',
    ],
    ['trois w point exemple point ca barre oblique aide', 'www.exemple.ca/aide'],
    ['http deux points slash slash exemple point com', 'http://exemple.com'],
    ['sur le site web exemple point ca', 'sur le site web exemple.ca'],
    ['poumons clairs point ca quinze trois normal', 'poumons clairs. CA 15-3 normal'],
    ['site opératoire propre point net', 'site opératoire propre. net'],
    ['contact arobase mon tiret site point org', 'contact@mon-site.org'],
    ['jean plus avis arobase gmail point com', 'jean+avis@gmail.com'],
    ['exemple point com slash mon tiret compte', 'exemple.com/mon-compte'],
    ['le fichier rapport point pdf', 'le fichier rapport.pdf'],
    ['examen normal point pdf joint', 'examen normal. pdf joint'],
    ['douleur plus forte point', 'douleur plus forte.'],
    ...unchanged('trois patients', 'trois w'),
  ],
  'telephones from abroad': [
    [
      'plus trente-trois six douze trente-quatre cinquante-six soixante-dix-huit',
      '+33~6~12~34~56~78',
    ],
    ['plus un cinq un quatre cinq cinq cinq zéro un deux trois', '+1~514~555-0123'],
    ['plus quarante et un vingt-deux sept six six trente trente', '+41~227663030'],
    ...unchanged('plus deux patients'),
  ],
  'telephones in numbers': [
    ['cinq un quatre cinq cinq cinq douze trente-quatre', '514~555-1234'],
    [
      'téléphone cinq cent quatorze cinq cent cinquante-cinq douze trente-quatre',
      'téléphone 514~555-1234',
    ],
    ['composez le neuf un un', 'composez le 911'],
    ...unchanged('deux cents trois cents vingt trente', 'le neuf un un'),
  ],
  'letters, codes and numbers with many points': [
    ['la s n c f a annoncé', 'la SNCF a annoncé'],
    ['la t v a de vingt pour cent', 'la TVA de 20~%'],
    ['a b c un deux trois', 'ABC un deux trois'],
    ['l e c g', 'l ECG'],
    ['i v b i d', 'i v BID'],
    ['numéro de série a b un deux trois', 'numéro de série AB123'],
    ["plaque d'immatriculation a b cent vingt-trois c d", "plaque d'immatriculation AB123CD"],
    ['le vol a f quatre cinq six', 'le vol AF456'],
    ['le vol a duré dix heures', 'le vol a duré 10 heures'],
    ['baladeur m p trois', 'baladeur MP3'],
    ['reconstruction trois d', 'reconstruction 3D'],
    ['version trois point zéro point un', 'version 3.0.1'],
    ['cent quatre-vingt-douze point cent soixante-huit point un point un', '192.168.1.1'],
    ['code postal soixante-quinze mille un', 'code postal 75001'],
    ['soixante-quinze mille un', '75~001'],
    ...unchanged('il n y a pas de fracture', 'le patient a v u', 'la t v a augmenté'),
  ],
}

describe.each(Object.entries(families))('%s', (_, rows) => {
  test.each(rows)('%s → %s', (spoken, written) => expect(write(spoken)).toBe(written))
})
