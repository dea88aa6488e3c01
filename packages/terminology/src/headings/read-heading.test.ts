import type { Locale, SpokenHeading } from '@plume/transcript'
import { textOf } from '@plume/transcript'
import { describe, expect, test } from 'vitest'
import { recognitionFromText, standardHeadings, writeDictation } from '../index.ts'

/** Parts as `section: text | section: text`; a dash where no section was named. */
function parts(spoken: string, locale: Locale, headings: readonly SpokenHeading[]): string {
  const recognition = recognitionFromText(spoken, { locale })
  return writeDictation(recognition, { locale, headings })
    .parts.map(({ sectionId, text }) => `${sectionId ?? '-'}: ${textOf(text)}`)
    .join(' | ')
}

type Row = readonly [spoken: string, parts: string]

describe('spoken headings in English', () => {
  const headings = standardHeadings('en-CA')

  test.each<Row>([
    [
      'findings colon lungs clear period impression colon normal',
      'findings: Lungs clear. | impression: Normal.',
    ],
    ['findings period lungs clear', 'findings: Lungs clear.'],
    ['findings full stop lungs clear', 'findings: Lungs clear.'],
    ['findings new line lungs clear', 'findings: Lungs clear.'],
    ['findings colon new line lungs clear', 'findings: Lungs clear.'],
    ['findings dash lungs clear', 'findings: Lungs clear.'],
    ['heading findings lungs clear', 'findings: Lungs clear.'],
    ['next heading findings lungs clear', 'findings: Lungs clear.'],
    ['section findings lungs clear', 'findings: Lungs clear.'],
    ['findings heading lungs clear', 'findings: Lungs clear.'],
    ['stable period findings lungs clear', '-: Stable. | findings: Lungs clear.'],
    ['stable new paragraph findings lungs clear', '-: Stable. | findings: Lungs clear.'],
    ['history of present illness colon he fell', 'history-of-present-illness: He fell.'],
    ['follow up colon none', 'follow-up: None.'],
    ['follow-up colon none', 'follow-up: None.'],
    ['Findings: Lungs clear. Impression: Normal.', 'findings: Lungs clear. | impression: Normal.'],
    ['Findings. Lungs clear. Impression. Normal.', 'findings: Lungs clear. | impression: Normal.'],
    ['Findings: colon. Lungs clear.', 'findings: Lungs clear.'],
    ['um findings um colon lungs clear', 'findings: Lungs clear.'],
    [
      'findings colon clear period plan colon rest period go back to the findings no mass',
      'findings: Clear. No mass. | plan: Rest.',
    ],
    ['go back to findings clear', 'findings: Clear.'],
    ['technique colon findings colon clear', 'technique:  | findings: Clear.'],
    ['allergies colon none period allergies colon latex', 'allergies: None. | allergies: Latex.'],
  ])('%s', (spoken, expected) => {
    expect(parts(spoken, 'en-CA', headings)).toBe(expected)
  })

  test.each<Row>([
    ['impression of the capsule', '-: Impression of the capsule.'],
    ['stable period impression of the capsule', '-: Stable. Impression of the capsule.'],
    ['stable period procedure well tolerated', '-: Stable. Procedure well tolerated.'],
    ['stable period plan is to wait', '-: Stable. Plan is to wait.'],
    ['stable period history of diabetes', '-: Stable. History of diabetes.'],
    ['the findings colon see above', '-: The findings: see above.'],
    ['normal heart impression colon nothing', '-: Normal heart impression: nothing.'],
    ['stable comma findings colon none', '-: Stable, findings: none.'],
    ['impression colon cancer', '-: Impression colon cancer.'],
    ['impression normal chest', '-: Impression normal chest.'],
    ['stable period go back to work', '-: Stable. Go back to work.'],
    ['section of the bowel', '-: Section of the bowel.'],
    ['stable new line findings lungs clear', '-: Stable\nFindings lungs clear.'],
  ])('prose is no heading: %s', (spoken, expected) => {
    expect(parts(spoken, 'en-CA', headings)).toBe(expected)
  })

  test('a name that the template does not know is no heading', () => {
    const known = [{ sectionId: 'findings', aliases: ['findings'] }]
    expect(parts('impression colon normal', 'en-CA', known)).toBe('-: Impression: normal.')
  })
})

describe('spoken headings in French', () => {
  const headings = standardHeadings('fr-CA')

  test.each<Row>([
    [
      'constatations deux points poumons clairs point conclusion deux points normal',
      'findings: Poumons clairs. | conclusion: Normal.',
    ],
    ['conclusion point normal', 'conclusion: Normal.'],
    ['conclusion point à la ligne normal', 'conclusion: Normal.'],
    ['titre conclusion normal', 'conclusion: Normal.'],
    ['rubrique conclusion normal', 'conclusion: Normal.'],
    ['section conclusion normal', 'conclusion: Normal.'],
    ['stable nouveau paragraphe conclusion normal', '-: Stable. | conclusion: Normal.'],
    [
      'Histoire de la maladie actuelle : Il est tombé.',
      'history-of-present-illness: Il est tombé.',
    ],
    ['antécédents deux points aucun', 'past-medical-history: Aucun.'],
    ['motif de consultation deux points toux', 'reason-for-visit: Toux.'],
    ['Évolution. Favorable.', 'hospital-course: Favorable.'],
  ])('%s', (spoken, expected) => {
    expect(parts(spoken, 'fr-CA', headings)).toBe(expected)
  })

  test.each<Row>([
    ['stable point impression de flou', '-: Stable. Impression de flou.'],
    ['stable point suivi recommandé', '-: Stable. Suivi recommandé.'],
    ['stable point évolution vers la guérison', '-: Stable. Évolution vers la guérison.'],
    ['la conclusion deux points normal', '-: La conclusion\u00a0: normal.'],
    ["l'examen est normal", "-: L'examen est normal."],
  ])('prose is no heading: %s', (spoken, expected) => {
    expect(parts(spoken, 'fr-CA', headings)).toBe(expected)
  })
})

describe('the table of standard headings', () => {
  test.each<Locale>(['en-CA', 'en-US', 'fr-CA', 'fr-FR'])(
    '%s names each section once',
    (locale) => {
      const headings = standardHeadings(locale)
      const aliases = headings.flatMap((heading) => heading.aliases)
      expect(new Set(headings.map(({ sectionId }) => sectionId)).size).toBe(headings.length)
      expect(aliases.filter((alias, index) => aliases.indexOf(alias) !== index)).toEqual([])
      expect(aliases.filter((alias) => alias !== alias.toLowerCase() || alias === '')).toEqual([])
    },
  )

  test('a section has the same id in both languages', () => {
    const ids = (locale: Locale) => standardHeadings(locale).map(({ sectionId }) => sectionId)
    expect(ids('fr-CA').sort()).toEqual(ids('en-CA').sort())
  })
})
