import { expect, test } from 'vitest'
import { recognitionFromText, writeDictation, writtenToPlain } from '../index.ts'

const locale = 'en-CA'

function write(spoken: string) {
  const recognition = recognitionFromText(spoken, { locale })
  return writeDictation(recognition, { locale, headings: [], fragment: true })
}

type Row = readonly [spoken: string, written: string]

const times: readonly Row[] = [
  ['seen at two thirty', 'seen at 2:30'],
  ['since eight thirty', 'since 8:30'],
  ['until two fifteen', 'until 2:15'],
  ['before eight thirty', 'before 8:30'],
  ["half past ten o'clock", '10:30'],
  ['around eight thirty', 'around 8:30'],
  ['from eight thirty to nine forty five', 'from 8:30 to 9:45'],
  ['between eight thirty and nine thirty', 'between 8:30 and 9:30'],
  ['a two thirty appointment', 'a 2:30 appointment'],
  ['eight thirty tonight', '8:30 tonight'],
  ["two o'clock pm", '2 p.m.'],
  ["at ten o'clock p m", 'at 10 p.m.'],
  ['at eleven o clock', "at 11 o'clock"],
  ['quarter till six', '5:45'],
  ['ten minutes to three', '2:50'],
  ['it is ten to five', 'it is 4:50'],
  ['at ten after three', 'at 3:10'],
  ['time of death twenty two forty seven', 'time of death 22:47'],
  ['time of death was oh six fifteen', 'time of death was 0615'],
  ['zero hundred hours', '0000 hours'],
  ['her sugar at two thirty was ninety', 'her sugar at 2:30 was 90'],
  ['pulse checked at two thirty', 'pulse checked at 2:30'],
  ['one thirty e s t', '1:30 EST'],
  ['appointment at one twenty five', 'appointment at 1:25'],
  ['seen at nine fifty', 'seen at 9:50'],
  ['arrived at four twenty', 'arrived at 4:20'],
  ['heparin stopped at nine fifty', 'heparin stopped at 9:50'],
  ['last dose of morphine given at one fifty', 'last dose of morphine given at 1:50'],
  ['the meeting is set at one thirty', 'the meeting is set at 1:30'],
  ['takes it at eight thirty daily', 'takes it at 8:30 daily'],
  ['the flight is at nine fifty', 'the flight is at 9:50'],
  ['back in her room at four twenty', 'back in her room at 4:20'],
  ['the magazine came at nine fifty', 'the magazine came at 9:50'],
  ['the heparin drip was started at nine fifty', 'the heparin drip was started at 9:50'],
  ['repeat lactate at nine fifty', 'repeat lactate at 9:50'],
  ['the patient was found at three fifty', 'the patient was found at 3:50'],
  ['last dose at nine fifty', 'last dose at 9:50'],
  ['the patient was seen at nine fifty', 'the patient was seen at 9:50'],
  ['the surgery is at one fifty', 'the surgery is at 1:50'],
  ['she was brought in at four twenty', 'she was brought in at 4:20'],
  ['bnp drawn at nine fifteen', 'bnp drawn at 9:15'],
]

const measures: readonly Row[] = [
  ['heart rate at one ten', 'heart rate at 110'],
  ['blood pressure was at one fifty', 'blood pressure was at 150'],
  ['sugar was at one forty this morning', 'sugar was at 140 this morning'],
  ['normal saline at one twenty five an hour', 'normal saline at 125 an hour'],
  ['ALT one oh five AST ninety eight', 'ALT 105 AST 98'],
  ['d five n s at one twenty five', 'D5 NS at one twenty five'],
  ['tidal volume at four fifty', 'tidal volume at 450'],
  ['sinus tach at one thirty', 'sinus tach at 130'],
  ['heart rate sustaining at one forty five', 'heart rate sustaining at 145'],
  ['q t c at four thirty', 'QTC at 430'],
  ['c d four at three fifty', 'CD4 at 350'],
  ['cd four at three fifty', 'CD4 at 350'],
  ['bnp at nine fifteen', 'bnp at 915'],
  ['ck peaked at nine fifty', 'ck peaked at 950'],
  ['lipase at four twenty', 'lipase at 420'],
  ['weighed in at one fifty five', 'weighed in at 155'],
  ["at the two o'clock position", "at the two o'clock position"],
  ['at five to ten', 'at 5 to 10'],
  ['apply heat for ten minutes to three areas', 'apply heat for 10 minutes to three areas'],
  ['decreased from ten minutes to three', 'decreased from 10 minutes to three'],
  ['decreased from ten after three days', 'decreased from 10 after 3 days'],
]

const undecided = [
  'fluids at one twenty five',
  'lactated ringers at two fifty',
  'heparin at nine fifty',
  'fentanyl at one twenty five',
  'metformin at eight fifty twice a day',
  'quetiapine at one fifty at bedtime',
  'on sertraline at one fifty daily',
  'levothyroxine at one twelve',
  'methadone at one ten',
  'pacer set at one ten',
  'maintained at one fifty daily',
  'metoprolol tartrate at one twelve',
  'potassium chloride at one ten',
  'insulin glargine at nine thirty',
  'magnesium sulfate at two fifty',
  'the dose is at one fifty',
  'he is now at one fifty',
  'tube feeding at one fifty',
  'warfarin sodium was started at two thirty',
  'chest tube output at one fifty',
  'sertraline was started at one fifty',
  'tube feeds at one fifty',
  'the oven is set at three fifty',
  'sugar at two thirty in the afternoon',
  'a glucose between eight fifteen and nine thirty',
  'between one twenty and one eighty',
  'quetiapine one fifty tonight',
  'increased by one fifty',
  'before one fifty',
  'heart rate settled at one ten',
  'around one fifty',
]

test.each([...times, ...measures])('%s is %s', (spoken, written) => {
  expect(writtenToPlain(write(spoken))).toBe(written)
})

test.each(undecided)('%s stays, for a person to decide', (spoken) => {
  const written = write(spoken)
  expect(writtenToPlain(written)).toBe(spoken)
  expect(new Set(written.findings.map(({ kind }) => kind))).toEqual(new Set(['ambiguous-number']))
})
