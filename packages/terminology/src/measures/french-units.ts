import { wordSet } from '../reading/word-set.ts'
import { type UnitRow, unitsFrom } from './unit.ts'

/**
 * Units as they are said in French. Never abbreviated: units of insulin or heparin, international units (ISMP
 * Canada), times, and dose forms. Micrograms are mcg, never µg.
 */
const rows: readonly UnitRow[] = [
  // Mass and doses
  ['kg', 'mass', 'kg', 'kilogramme(s) | kilo(s) | kg'],
  ['g', 'mass', 'g', 'gramme(s)'],
  ['mg', 'mass', 'mg', 'milligramme(s) | mg'],
  ['mcg', 'mass', 'mcg', 'microgramme(s) | mcg'],
  ['ng', 'mass', '-', 'nanogramme(s)'],
  ['pg', 'mass', '-', 'picogramme(s)'],
  ['mmol', 'mass', '-', 'millimole(s) | mmol'],
  ['µmol', 'mass', '-', 'micromole(s) | µmol'],
  ['nmol', 'mass', '-', 'nanomole(s)'],
  ['pmol', 'mass', '-', 'picomole(s)'],
  ['mol', 'mass', 'mol', 'mole(s)'],
  ['mEq', 'mass', '-', 'milliéquivalent(s) | meq'],
  ['mOsm', 'mass', '-', 'milliosmole(s)'],
  [
    '-',
    'dose',
    '-',
    "unité(s) | unités internationales | unité internationale | million d'unités | millions d'unités",
  ],
  ['unités', 'dose', '-', 'u | ui'],
  ['-', 'mass', '-', 'livre(s) | once(s) | tonne(s)'],
  // Volume
  ['L', 'volume', 'L', 'litre(s)'],
  ['dL', 'volume', 'dL', 'décilitre(s) | dl'],
  ['cL', 'volume', '-', 'centilitre(s)'],
  ['mL', 'volume', 'mL', 'millilitre(s) | ml'],
  ['mcL', 'volume', 'mcL', 'microlitre(s)'],
  ['fL', 'volume', '-', 'femtolitre(s)'],
  ['cc', 'volume', 'cc', 'cc'],
  // Length; « carrés » and « cubes » come after
  ['km', 'length', 'km', 'kilomètre(s) | km'],
  ['m', 'length', 'm', 'mètre(s)'],
  ['cm', 'length', 'cm', 'centimètre(s) | cm'],
  ['mm', 'length', 'mm', 'millimètre(s) | mm'],
  ['µm', 'length', '-', 'micromètre(s) | micron(s)'],
  ['nm', 'length', '-', 'nanomètre(s)'],
  ['-', 'length', '-', 'pouce(s) | pieds | années lumière | année lumière'],
  ['ha', 'other', '-', 'hectare(s)'],
  ['-', 'other', '-', 'acre(s) | mille marin | milles marins | nœud(s)'],
  // Time
  ['-', 'time', 's', 'seconde(s)'],
  ['-', 'time', 'min', 'minute(s)'],
  ['-', 'time', 'h', 'heure(s)'],
  ['-', 'time', 'jour', 'jour(s)'],
  ['-', 'time', 'semaine', 'semaine(s)'],
  ['-', 'time', '-', 'mois | an(s) | année(s) | nuit(s) | décennie(s) | siècle(s)'],
  ['ms', 'time', '-', 'milliseconde(s)'],
  // Temperature and angles
  ['°C', 'temperature', '°C', 'degré(s) celsius | degrés centigrades | degrés c | °c'],
  ['°F', 'temperature', '°F', 'degré(s) fahrenheit | degrés f | °f'],
  ['°', 'angle', '-', 'degrés'],
  // Pressure
  ['mmHg', 'other', '-', 'millimètres de mercure | mm de mercure | mmhg'],
  ['cmH2O', 'other', '-', "centimètres d'eau"],
  ['Pa', 'other', '-', 'pascal(s)'],
  ['hPa', 'other', '-', 'hectopascal(s)'],
  ['kPa', 'other', '-', 'kilopascal(s)'],
  ['MPa', 'other', '-', 'mégapascal(s)'],
  ['-', 'other', '-', 'bar(s) | millibar(s)'],
  // Rates
  ['-', 'rate', '-', 'battements par minute | battement par minute | respirations par minute'],
  ['Hz', 'rate', '-', 'hertz'],
  ['kHz', 'rate', '-', 'kilohertz'],
  ['MHz', 'rate', '-', 'mégahertz'],
  ['GHz', 'rate', '-', 'gigahertz'],
  ['tr/min', 'rate', '-', 'tours par minute | tour par minute'],
  ['kbit/s', 'rate', '-', 'kilobits par seconde'],
  ['Mbit/s', 'rate', '-', 'mégabits par seconde'],
  ['Gbit/s', 'rate', '-', 'gigabits par seconde'],
  ['km/h', 'rate', '-', "kilomètres heure | kilomètres à l'heure"],
  // Energy, radiation, electricity
  ['kcal', 'other', '-', 'kilocalorie(s)'],
  ['-', 'other', '-', 'calorie(s)'],
  ['J', 'other', '-', 'joule(s)'],
  ['kJ', 'other', '-', 'kilojoule(s)'],
  ['W', 'other', '-', 'watt(s)'],
  ['kW', 'other', '-', 'kilowatt(s)'],
  ['kWh', 'other', '-', 'kilowattheure(s) | kilowatts heure | kilowatt heure'],
  ['MW', 'other', '-', 'mégawatt(s)'],
  ['GW', 'other', '-', 'gigawatt(s)'],
  ['V', 'other', '-', 'volt(s)'],
  ['kV', 'other', '-', 'kilovolt(s)'],
  ['mV', 'other', '-', 'millivolt(s)'],
  ['A', 'other', '-', 'ampère(s)'],
  ['mA', 'other', '-', 'milliampère(s)'],
  ['Ω', 'other', '-', 'ohm(s)'],
  ['N', 'other', '-', 'newton(s)'],
  ['kN', 'other', '-', 'kilonewton(s)'],
  ['ko', 'other', '-', 'kilooctet(s) | kilo octets'],
  ['Mo', 'other', '-', 'mégaoctet(s)'],
  ['Go', 'other', '-', 'gigaoctet(s)'],
  ['To', 'other', '-', 'téraoctet(s)'],
  ['Po', 'other', '-', 'pétaoctet(s)'],
  ['-', 'other', '-', 'pixel(s) | mégapixel(s)'],
  ['dB', 'other', '-', 'décibel(s)'],
  ['Gy', 'other', '-', 'gray | grays'],
  ['cGy', 'other', '-', 'centigray | centigrays'],
  ['mSv', 'other', '-', 'millisievert(s)'],
  ['MBq', 'other', '-', 'mégabecquerel(s)'],
  ['UH', 'other', '-', 'unités hounsfield'],
  // Money, where it is shared: « dix à vingt dollars »
  ['$', 'other', '-', 'dollar(s)'],
  ['€', 'other', '-', 'euro(s)'],
  ['£', 'other', '-', 'livres sterling'],
  ['-', 'other', '-', 'cents | centime(s)'],
  // Parts of a whole
  ['%', 'proportion', '-', 'pour cent | pourcent | %'],
  ['‰', 'proportion', '-', 'pour mille'],
  ['ppm', 'other', '-', 'parties par million | partie par million'],
  ['ppb', 'other', '-', 'parties par milliard | partie par milliard'],
  ['-', 'proportion', '-', 'points de pourcentage | point de pourcentage'],
  ['paquets-années', 'count', '-', 'paquets années'],
  ['paquet-année', 'count', '-', 'paquet année'],
  // Things that doctors count: the number is in digits, « un » and « une » too
  [
    '-',
    'count',
    '-',
    'comprimé(s) | co | cos | capsule(s) | gélule(s) | cachet(s) | bouffée(s) | inhalation(s)',
  ],
  [
    '-',
    'count',
    '-',
    'goutte(s) | ampoule(s) | fiole(s) | timbre(s) | suppositoire(s) | ovule(s) | sachet(s)',
  ],
  ['-', 'count', '-', 'pulvérisation(s) | vaporisation(s) | cycle(s) | dioptrie(s) | culot(s)'],
]

/** Words after a unit that show that none was meant. */
const guards: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ['kilo', 'hertz calories joules'],
      ['minute', 'papillon'],
      ['pour cent', 'mille'],
      ['pour mille', 'patients patientes personnes habitants naissances cas femmes hommes enfants'],
      ['unité', 'de'],
      ['livre', 'sur ouvert'],
    ] as const
  ).map(([said, words]) => [said, wordSet(words)] as const),
)

export const frenchUnits = unitsFrom(rows, guards)
