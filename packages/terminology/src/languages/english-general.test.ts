import { describe, expect, test } from 'vitest'
import { recognitionFromText, type SiteProfile, writeDictation, writtenToPlain } from '../index.ts'

/**
 * What is said in letters and envelopes and is not medicine. Conventions: the Canadian Style and AMA for numbers and
 * dates, ISO 4217 names with the usual signs for money, Canada Post for addresses, ITU-T E.164 for telephones from
 * abroad, small letters in electronic addresses.
 */
function write(spoken: string, site: SiteProfile = {}): string {
  const locale = 'en-CA'
  const recognition = recognitionFromText(spoken, { locale })
  return writtenToPlain(writeDictation(recognition, { locale, headings: [], fragment: true, site }))
}

type Row = readonly [spoken: string, written: string]
const unchanged = (...spoken: readonly string[]): readonly Row[] =>
  spoken.map((words) => [words, words] as const)

const numbers: readonly Row[] = [
  ['one thousand two hundred thirty four', '1234'],
  ['minus twenty five thousand thirty seven', '-25,037'],
  ['four hundred fifty six thousand seven hundred eighty nine', '456,789'],
  ['three million two hundred thousand and five', '3,200,005'],
  ['one trillion two hundred million', '1,000,200,000,000'],
  ['seventy eight billion four hundred and nine million', '78,409,000,000'],
  ['two trillion', '2 trillion'],
  ['a hundred and twenty', '120'],
  ['three point one four one five nine', '3.14159'],
  ['minus zero point two five', '-0.25'],
  ['eighteen point six billion', '18.6 billion'],
  ['two and a half million', '2.5 million'],
  ['fifty point five percent', '50.5%'],
  ['the twenty first century', 'the 21st century'],
  ['two hundred and fifth', '205th'],
  ['the one thousand and first', 'the 1001st'],
  ['seven eighths', '7/8'],
  ['five and a half', '5 1/2'],
  ['chapter four', 'chapter 4'],
  ['thirty pounds per square inch', '30 psi'],
  ['nine point eight meters per second squared', '9.8 m/s²'],
  ['three parts per million', '3 ppm'],
  ['five ohms', '5 Ω'],
  ['thirty miles per gallon', '30 mpg'],
  ['five percentage points', '5 percentage points'],
  ['five per mille', '5‰'],
  // In slang a millilitre.
  ...unchanged('five per mil'),
  ['twelve or eight', '12 or 8'],
  ['twenty one to seven', '21 to 7'],
  ...unchanged('two or three', 'six to one and half a dozen to the other'),
  ['twelve and one of them', '12 and one of them'],
  ['after world war two', 'after World War II'],
  ...unchanged('a thousand', 'half a percent', 'one on one'),
]

const money: readonly Row[] = [
  ['five dollars', '$5'],
  ['one dollar and five cents', '$1.05'],
  ['two dollars twenty', '$2.20'],
  ['ninety nine cents', '99 cents'],
  ['fifteen hundred dollars', '$1500'],
  ['three point five million dollars', '$3.5 million'],
  ['twenty five us dollars', 'US$25'],
  ['seventy canadian dollars and ten cents', 'CA$70.10'],
  ['two hundred euros', '€200'],
  ['ten pounds sterling', '£10'],
  ['three pounds fifty pence', '£3.50'],
  ['she weighs ninety pounds', 'she weighs 90 pounds'],
  ['two thousand yen', '¥2000'],
  ['five hundred rupees', '₹500'],
  ['four million swiss francs', 'CHF 4 million'],
  ['a hundred dollars', '$100'],
  ['minus five dollars and twenty cents', '-$5.20'],
  ['twelve point five dollars', '$12.50'],
  ['five and a half dollars', '$5.50'],
  ['two and a half million dollars', '$2.5 million'],
  ['two million and a half dollars', '$2.5 million'],
  ['five or six dollars', '$5 or $6'],
  ['between five and ten euros', 'between €5 and €10'],
  ['two to three million dollars', '$2 to $3 million'],
  // From five hundred, or from five.
  ...unchanged('five to six hundred dollars', 'one to two thousand dollars'),
  ['five euros fifty', '€5.50'],
  ['ten pounds fifty milligrams', '10 pounds 50 mg'],
  ['five hundred yuan', 'CN¥500'],
  ...unchanged(
    'half a million dollars',
    'a quarter of a million dollars',
    'a hundred dollar bill',
    'a few hundred dollars',
    'dollars and cents',
  ),
]

const dates: readonly Row[] = [
  ['january first nineteen ninety', 'January 1, 1990'],
  ['july twenty fifth two thousand twelve', 'July 25, 2012'],
  ['the fifteenth of january', 'January 15'],
  ['the third and fourth of may', 'the third and fourth of May'],
  ['from the third to the fifth of june', 'from the third to the fifth of June'],
  ['march third and the fourth of may', 'March 3 and May 4'],
  ['tuesday the third of may twenty twenty', 'Tuesday, May 3, 2020'],
  ['nineteen seventeen', '1917'],
  ['in twenty oh one', 'in 2001'],
  ['june of nineteen forty five', 'June 1945'],
  ['the nineteen nineties', 'the 1990s'],
  ['the early nineteen hundreds', 'the early 1900s'],
  ['the two thousands', 'the 2000s'],
  ['two thousands', 'two thousands'],
  ['five hundred b c', '500 BC'],
  ['two hundred fifty b c e', '250 BCE'],
  ['fifteen sixty six ad', '1566 AD'],
  ['twelve ad lib', '12 ad lib'],
  ['q three twenty twenty', 'Q3 2020'],
]

const times: readonly Row[] = [
  ['quarter past one', '1:15'],
  ['a quarter to three', '2:45'],
  ['half past six', '6:30'],
  ['five past two', '2:05'],
  ['three p m e s t', '3 p.m. EST'],
  ['two thirty p m eastern time', '2:30 p.m. ET'],
  ['eleven fifty five p m central standard time', '11:55 p.m. CST'],
  ['four a m g m t', '4 a.m. GMT'],
  ['seven a m to nine p m', '7 a.m. to 9 p.m.'],
  ['fourteen hundred hours', '1400 hours'],
  ['three thirty in the afternoon', '3:30 in the afternoon'],
  ['six thirty to seven p m', '6:30 to 7 p.m.'],
  ['from six thirty to seven fifteen p m', 'from 6:30 to 7:15 p.m.'],
  ['at twenty to six', 'at 5:40'],
  ['it is ten minutes to five', 'it is 4:50'],
  ['decreased from twenty to six', 'decreased from 20 to 6'],
  ['call at three fifteen tomorrow', 'call at 3:15 tomorrow'],
  ['two p m eastern', '2 p.m. ET'],
  ['at two p m central line placed', 'at 2 p.m. central line placed'],
  ['eight a m greenwich mean time', '8 a.m. GMT'],
  // Ten to five, or from ten to five; a dose, or a time.
  ...unchanged(
    'ten to five p m',
    'three past',
    'quetiapine one fifty at night',
    'levothyroxine one twenty five in the morning',
  ),
  ['blood sugar one thirty to two p m', 'blood sugar 130 to 2 p.m.'],
]

const telephones: readonly Row[] = [
  ['six one three five five five zero one four two', '613-555-0142'],
  ['five one four double five five zero one two three', '514-555-0123'],
  ['one eight hundred five five five oh one four two', '1-800-555-0142'],
  ['one eight eight eight five five five oh one four two', '1-888-555-0142'],
  ['plus one six one three five five five zero one four two', '+1 613-555-0142'],
  ['plus four four two seven nine four six zero nine five eight', '+44 279460958'],
  ['plus three five three one two three four five six seven', '+353 1234567'],
  ['call nine one one', 'call 911'],
  ['four one six five five five twelve thirty four', '416-555-1234'],
  ['eight hundred five five five oh one four two', '800-555-0142'],
  ['oh two oh seven nine four six oh nine five eight', '02079460958'],
  ['plus three three one four two six eight five three oh oh', '+33 142685300'],
  ['five five five oh one four two extension four five six', '555-0142 extension 456'],
  ['call her at five five five oh one four two', 'call her at 555-0142'],
  ['flight one two three', 'flight 123'],
  ['room two one two', 'room 212'],
  ['order number nine eight seven six', 'order number 9876'],
  ['tooth number two three four five', 'tooth number 2 3 4 5'],
  ['aspirin plus one two three', 'aspirin plus 1 2 3'],
]

const addresses: readonly Row[] = [
  ['he lives at one twenty three main street', 'he lives at 123 Main Street'],
  ['twenty three fifty oak avenue', '2350 Oak Avenue'],
  ['postal code h three z two y seven', 'postal code H3Z 2Y7'],
  ['postal code k one a oh b one', 'postal code K1A 0B1'],
  ['montreal quebec h two x one y four', 'montreal quebec H2X 1Y4'],
  ['in ontario t four n one m zero', 'in ontario T4 N1 M0'],
  ['in ontario l four l five s one', 'in ontario L4-L5 S1'],
  ['zip code nine zero two one zero', 'zip code 90210'],
  ['john dot smith at gmail dot com', 'john.smith@gmail.com'],
  ['send it to j smith at hospital dot ca period', 'send it to jsmith@hospital.ca.'],
  ['a b c at hospital dot ca', 'abc@hospital.ca'],
  ['email info at plume dash health dot org', 'email info@plume-health.org'],
  ['jane underscore doe ninety nine at yahoo dot co dot uk', 'jane_doe99@yahoo.co.uk'],
  ['visit us at example dot com slash help', 'visit us at example.com/help'],
  ['information is available at example dot com', 'information is available at example.com'],
  ['w w w dot example dot com', 'www.example.com'],
  ['jane dash doe at my dash site dot org', 'jane-doe@my-site.org'],
  ['example dot com slash about dash us', 'example.com/about-us'],
  ['visit plume dot org dash it is open', 'visit plume.org - it is open'],
  ['jane plus news at gmail dot com', 'jane+news@gmail.com'],
  ['see report dot p d f', 'see report.pdf'],
  ['example dot tv', 'example.tv'],
  ...unchanged('aspirin plus plavix at rest', 'the dash was removed'),
  [
    'h t t p s colon slash slash example dot org slash help dot html',
    'https://example.org/help.html',
  ],
  ['l four l five s one', 'L4-L5 S1'],
  ['two dot five', '2.5'],
  ['one nine two dot one six eight dot one dot oh', '192.168.1.0'],
  ['two fifty five dot two fifty five dot zero dot zero', '255.255.0.0'],
  ['version two point oh point one', 'version 2.0.1'],
  ['version three point two', 'version 3.2'],
  // Two values, or one with a point too many.
  ...unchanged('two point five point five'),
  ...unchanged('pain at rest', 'two blocks down main street', 'a dot on the chest film'),
]

const serials: readonly Row[] = [
  ['serial number a b one two three c', 'serial number AB123C'],
  ['the lot number is x y dash four five', 'the lot number is XY-45'],
  ['lot number four five six', 'lot number 456'],
  ['serial number b four five a lead was placed', 'serial number B45 a lead was placed'],
  ['lot number b', 'lot number b'],
  ['a number of patients', 'a number of patients'],
  ['part of a two stage plan', 'part of a two stage plan'],
  ['license plate a b c one two three four', 'license plate ABC1234'],
  ['flight a c eight five one', 'flight AC851'],
  ['the plate a ten hole one was removed', 'the plate a 10 hole one was removed'],
  ['a b c one two three', 'ABC 1 2 3'],
  ['a t m machine', 'ATM machine'],
  ['a c t scan', 'a CT scan'],
  ['she has a p h d', 'she has a PhD'],
  ['p h seven point four', 'pH 7.4'],
  ['three d reconstruction', '3D reconstruction'],
  ['q three d', 'q three d'],
]

describe.each([
  ['numbers', numbers],
  ['serial numbers', serials],
  ['money', money],
  ['dates', dates],
  ['times', times],
  ['telephones', telephones],
  ['addresses', addresses],
])('general English: %s', (_, rows) => {
  test.each(rows)('%s is %s', (spoken, written) => expect(write(spoken)).toBe(written))
})
