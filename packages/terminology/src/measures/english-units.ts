import { wordSet } from '../reading/word-set.ts'
import { type UnitRow, unitsFrom } from './unit.ts'

/**
 * Units as they are said in English. Never abbreviated: units of insulin or heparin, international units
 * (Joint Commission, ISMP), times, and household measures. Micrograms are mcg, never µg (ISMP, ISMP Canada).
 */
const rows: readonly UnitRow[] = [
  // Mass and doses
  ['kg', 'mass', 'kg', 'kilogram(s) | kilo(s) | kg | k g | kgs | kilogramme(s)'],
  ['g', 'mass', 'g', 'gram(s) | gramme(s)'],
  ['mg', 'mass', 'mg', 'milligram(s) | mg | m g | mgs | milligramme(s)'],
  ['mcg', 'mass', 'mcg', 'microgram(s) | mcg | m c g | mcgs | microgramme(s) | mic(s)'],
  ['ng', 'mass', '-', 'nanogram(s)'],
  ['pg', 'mass', '-', 'picogram(s)'],
  ['fg', 'mass', '-', 'femtogram(s)'],
  ['mmol', 'mass', '-', 'millimole(s) | mmol'],
  ['µmol', 'mass', '-', 'micromole(s)'],
  ['nmol', 'mass', '-', 'nanomole(s)'],
  ['pmol', 'mass', '-', 'picomole(s)'],
  ['mol', 'mass', 'mol', 'mole(s)'],
  ['mEq', 'mass', '-', 'milliequivalent(s) | meq | milli equivalent(s)'],
  ['mOsm', 'mass', '-', 'milliosmole(s)'],
  ['-', 'dose', '-', 'unit(s) | international unit(s) | milliunit(s) | million units'],
  ['units', 'dose', '-', 'u'],
  ['international units', 'dose', '-', 'iu | i u'],
  ['-', 'mass', '-', 'pound(s) | ounce(s) | ton(s) | tonne(s) | stone | grain(s)'],
  // Volume
  ['L', 'volume', 'L', 'litre(s) | liter(s)'],
  ['dL', 'volume', 'dL', 'decilitre(s) | deciliter(s) | dl | d l'],
  ['mL', 'volume', 'mL', 'millilitre(s) | milliliter(s) | ml | m l | mls'],
  ['mcL', 'volume', 'mcL', 'microlitre(s) | microliter(s)'],
  ['fL', 'volume', '-', 'femtolitre(s) | femtoliter(s)'],
  ['cc', 'volume', 'cc', 'cc | ccs | c c | c cs'],
  ['-', 'volume', '-', 'gallon(s) | quart(s) | pint(s) | cup(s) | fluid ounce(s)'],
  ['-', 'volume', '-', 'teaspoon(s) | tablespoon(s) | barrel(s)'],
  // Length; area and volume are said as "square" and "cubic"
  ['km', 'length', 'km', 'kilometre(s) | kilometer(s) | km'],
  ['m', 'length', 'm', 'metre(s) | meter(s)'],
  ['dm', 'length', '-', 'decimetre(s) | decimeter(s)'],
  ['cm', 'length', 'cm', 'centimetre(s) | centimeter(s) | cm | c m | cms'],
  ['mm', 'length', 'mm', 'millimetre(s) | millimeter(s) | mm | m m'],
  ['µm', 'length', '-', 'micrometre(s) | micrometer(s) | micron(s)'],
  ['nm', 'length', '-', 'nanometre(s) | nanometer(s)'],
  ['-', 'length', '-', 'inch | inches | foot | feet | yard(s) | mile(s) | nautical mile(s)'],
  ['-', 'other', '-', 'acre(s) | hectare(s)'],
  // Time
  ['-', 'time', 's', 'second(s)'],
  ['-', 'time', 'min', 'minute(s)'],
  ['-', 'time', 'h', 'hour(s)'],
  ['-', 'time', 'day', 'day(s)'],
  ['-', 'time', 'week', 'week(s)'],
  ['-', 'time', '-', 'month(s) | year(s) | decade(s) | fortnight(s) | night(s)'],
  ['ms', 'time', '-', 'millisecond(s)'],
  ['µs', 'time', '-', 'microsecond(s)'],
  ['ns', 'time', '-', 'nanosecond(s)'],
  // Temperature and angles. A single "degree" is an adjective: "a 45 degree angle".
  ['°C', 'temperature', '°C', 'degree(s) celsius | degree(s) centigrade | degrees c | celsius'],
  ['°F', 'temperature', '°F', 'degree(s) fahrenheit | degrees f | fahrenheit'],
  ['K', 'temperature', 'K', 'kelvin | kelvins'],
  ['°', 'angle', '-', 'degrees | degree sign'],
  // Pressure
  ['mmHg', 'other', '-', 'millimetre(s) of mercury | millimeter(s) of mercury | mm of mercury'],
  ['mmHg', 'other', '-', 'mmhg | millimetre(s) mercury | millimeter(s) mercury'],
  ['cmH2O', 'other', '-', 'centimetre(s) of water | centimeter(s) of water'],
  ['Pa', 'other', '-', 'pascal(s)'],
  ['hPa', 'other', '-', 'hectopascal(s)'],
  ['kPa', 'other', '-', 'kilopascal(s)'],
  ['MPa', 'other', '-', 'megapascal(s)'],
  ['psi', 'other', '-', 'pounds per square inch | p s i'],
  ['-', 'other', '-', 'atmosphere(s) | bar(s) | millibar(s)'],
  // Rates
  ['bpm', 'rate', '-', 'bpm | b p m'],
  ['-', 'rate', '-', 'beat(s) per minute | beats a minute'],
  ['rpm', 'rate', '-', 'revolution(s) per minute | rpm | r p m'],
  ['Hz', 'rate', '-', 'hertz'],
  ['kHz', 'rate', '-', 'kilohertz | kilo hertz'],
  ['MHz', 'rate', '-', 'megahertz | mega hertz'],
  ['GHz', 'rate', '-', 'gigahertz | giga hertz'],
  ['mph', 'rate', '-', 'mile(s) per hour | miles an hour'],
  ['Mbps', 'rate', '-', 'megabit(s) per second'],
  ['Gbps', 'rate', '-', 'gigabit(s) per second'],
  ['kbps', 'rate', '-', 'kilobit(s) per second'],
  // Energy, radiation, electricity
  ['kcal', 'other', '-', 'kilocalorie(s) | kilo calorie(s)'],
  ['-', 'other', '-', 'calorie(s)'],
  ['J', 'other', '-', 'joule(s)'],
  ['kJ', 'other', '-', 'kilojoule(s)'],
  ['W', 'other', '-', 'watt(s)'],
  ['kW', 'other', '-', 'kilowatt(s)'],
  ['MW', 'other', '-', 'megawatt(s)'],
  ['GW', 'other', '-', 'gigawatt(s)'],
  ['kWh', 'other', '-', 'kilowatt hour(s)'],
  ['hp', 'other', '-', 'horsepower'],
  ['V', 'other', '-', 'volt(s)'],
  ['kV', 'other', '-', 'kilovolt(s)'],
  ['mV', 'other', '-', 'millivolt(s)'],
  ['A', 'other', '-', 'amp(s) | ampere(s)'],
  ['mA', 'other', '-', 'milliamp(s) | milliampere(s)'],
  ['dB', 'other', '-', 'decibel(s)'],
  ['T', 'other', '-', 'tesla'],
  ['N', 'other', '-', 'newton(s)'],
  ['Gy', 'other', '-', 'gray | grays'],
  ['cGy', 'other', '-', 'centigray | centigrays'],
  ['Sv', 'other', '-', 'sievert(s)'],
  ['mSv', 'other', '-', 'millisievert(s)'],
  ['MBq', 'other', '-', 'megabecquerel(s)'],
  ['GBq', 'other', '-', 'gigabecquerel(s)'],
  ['mCi', 'other', '-', 'millicurie(s)'],
  ['HU', 'other', '-', 'hounsfield unit(s)'],
  // Data
  ['B', 'other', '-', 'byte(s)'],
  ['KB', 'other', '-', 'kilobyte(s)'],
  ['MB', 'other', '-', 'megabyte(s)'],
  ['GB', 'other', '-', 'gigabyte(s)'],
  ['TB', 'other', '-', 'terabyte(s)'],
  ['PB', 'other', '-', 'petabyte(s)'],
  ['Mb', 'other', '-', 'megabit(s)'],
  ['Gb', 'other', '-', 'gigabit(s)'],
  // Parts of a whole
  ['%', 'proportion', '-', 'percent | per cent | percent sign | %'],
  ['pack-years', 'count', '-', 'pack years'],
  ['pack-year', 'count', '-', 'pack year'],
  // How often
  ['-', 'count', '-', 'times a day | times daily | times per day | times each day'],
  [
    '-',
    'count',
    '-',
    'times a week | times weekly | times per week | times a month | times nightly',
  ],
  // Things that doctors count: the number is in digits
  ['-', 'count', '-', 'tablet(s) | capsule(s) | pill(s) | puff(s) | drop(s) | spray(s) | vial(s)'],
  ['-', 'count', '-', 'ampoule(s) | patch | patches | suppository | suppositories | lozenge(s)'],
  ['-', 'count', '-', 'breath(s) per minute | respiration(s) per minute'],
  ['-', 'count', '-', 'cycle(s) | diopter(s) | dioptre(s) | log(s) | joint years'],
  ['-', 'count', '-', 'mets | metabolic equivalents | fraction(s) | megaunit(s)'],
]

/** Words after a unit that show that none was meant: "two gram negative rods", "ten foot ulcers". */
const guards: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  (
    [
      ['gram', 'stain stains stained negative negatives positive positives variable'],
      ['grams', 'stain negative positive'],
      ['gray', 'matter white scale'],
      ['second', 'degree opinion line toe finger rib metatarsal'],
      ['foot', 'drop ulcer ulcers pain x'],
      ['minute', 'amount amounts ventilation'],
      ['kilo', 'hertz calories calorie joules joule pascals pascal bases base'],
    ] as const
  ).map(([said, words]) => [said, wordSet(words)] as const),
)

export const englishUnits = unitsFrom(rows, guards)
