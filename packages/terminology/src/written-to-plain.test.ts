import { expect, test } from 'vitest'
import { recognitionFromText, standardHeadings, writeDictation, writtenToPlain } from './index.ts'

test('puts each heading on its own line', () => {
  const headings = standardHeadings('en-CA')
  const spoken = 'seen today period findings colon lungs clear period hpi colon he fell'
  const recognition = recognitionFromText(spoken, { locale: 'en-CA' })
  expect(writtenToPlain(writeDictation(recognition, { locale: 'en-CA', headings }), headings)).toBe(
    'Seen today.\n\nFindings:\nLungs clear.\n\nHistory of present illness:\nHe fell.',
  )
})

test('puts a no-break space before the colon of a French heading', () => {
  const headings = standardHeadings('fr-CA')
  const recognition = recognitionFromText('évolution deux points bonne', { locale: 'fr-CA' })
  const written = writeDictation(recognition, { locale: 'fr-CA', headings })
  expect(writtenToPlain(written, headings, 'fr-CA')).toBe('Évolution\u00a0:\nBonne.')
})

test('names a section by its id where no heading table is given', () => {
  const headings = [{ sectionId: 'hospital-course', aliases: ['course'] }]
  const recognition = recognitionFromText('course colon good', { locale: 'en-CA' })
  const written = writeDictation(recognition, { locale: 'en-CA', headings })
  expect(writtenToPlain(written)).toBe('Hospital course:\nGood.')
})

test('plain text with headings is read back as it is', () => {
  const headings = standardHeadings('en-CA')
  const text = 'Seen today.\n\nFindings:\nLungs clear.\n\nImpression:\nNormal.'
  const recognition = recognitionFromText(text, { locale: 'en-CA' })
  const written = writeDictation(recognition, { locale: 'en-CA', headings, fragment: true })
  expect(writtenToPlain(written, headings)).toBe(text)
})
