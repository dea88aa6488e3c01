import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { composeVocabulary, type VocabularySources } from './compose-vocabulary.ts'

const whisper = { promptTokens: 223, terms: 0, isPrivate: false }
const hotwords = { promptTokens: 0, terms: 4, isPrivate: true }

const sources: VocabularySources = {
  workType: 'radiologie',
  template: { title: 'Radiographie du thorax', headings: ['Indication', 'Résultats'] },
  authorTerms: ['Xarelto', 'syndrome de Gougerot-Sjögren'],
  patientTerms: ['Marie Tremblay'],
}

test('a prompt reads as a report does, most useful first', () => {
  expect(composeVocabulary(sources, whisper).prompt).toBe(
    'Radiographie du thorax. Xarelto, syndrome de Gougerot-Sjögren, Indication, Résultats, radiologie.',
  )
})

describe('what only the patient brings in', () => {
  test('is never told to an engine whose command line others can read', () => {
    const { prompt, terms } = composeVocabulary(sources, { ...whisper, terms: 100 })
    expect(`${prompt} ${terms.join(' ')}`).not.toContain('Tremblay')
  })

  test('is told to one that keeps it to itself, after the author’s own terms', () => {
    expect(composeVocabulary(sources, hotwords).terms).toEqual([
      'Xarelto',
      'syndrome de Gougerot-Sjögren',
      'Marie Tremblay',
      'Indication',
    ])
  })
})

test.each([
  ['the same term in another spelling of capitals', ['xarelto', 'XARELTO', 'Xarelto'], ['xarelto']],
  ['the same letters composed otherwise', ['ée', 'e\u0301e'], ['ée']],
  ['line ends and spaces', [' a\n b ', ''], ['a b']],
  ['what is no term but a text', ['x'.repeat(81)], []],
])('leaves out or tidies %s', (_name, authorTerms, expected) => {
  const template = { title: '', headings: [] }
  const { terms } = composeVocabulary(
    { workType: 'general', template, authorTerms, patientTerms: [] },
    { ...hotwords, terms: 100 },
  )
  expect(terms).toEqual(expected)
})

test('an engine that takes neither is told nothing', () => {
  const nothing = { promptTokens: 0, terms: 0, isPrivate: true }
  expect(composeVocabulary(sources, nothing)).toEqual({ prompt: '', terms: [] })
})

test('a prompt stays within its limit, and drops the least useful', () => {
  const term = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 })
  fc.assert(
    fc.property(
      fc.array(term, { maxLength: 80 }),
      fc.integer({ min: 0, max: 300 }),
      (terms, limit) => {
        const { prompt } = composeVocabulary(
          { ...sources, authorTerms: terms },
          { ...whisper, promptTokens: limit },
        )
        // At the very most a token for each two and a half bytes, and one for each mark.
        const marks = prompt.split(/[,.]/).length
        const bytes = new TextEncoder().encode(prompt.replace(/[,.] ?/g, '')).length
        expect(bytes / 2.5).toBeLessThanOrEqual(limit)
        if (prompt !== '') expect(marks).toBeGreaterThan(1)
      },
    ),
  )
  const crowded = {
    ...sources,
    authorTerms: Array.from({ length: 300 }, (_, n) => `Médicament${n}`),
  }
  const { prompt } = composeVocabulary(crowded, whisper)
  expect(prompt).toContain('Médicament0,')
  expect(prompt).not.toContain('Médicament200')
})
