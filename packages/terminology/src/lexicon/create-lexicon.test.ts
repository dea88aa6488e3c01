import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createLexicon } from './create-lexicon.ts'
import { type LayerEntries, type LexiconEntry, lexiconLayers } from './lexicon-entry.ts'

const forms = ['ASA', 'asa', 'MS', "Crohn's disease", 'hémoglobine', 'troponin I', 'COVID-19']

const entries: fc.Arbitrary<LexiconEntry> = fc.record({
  form: fc.constantFrom(...forms),
  preferred: fc.constantFrom(...forms),
  locale: fc.constantFrom('en', 'en-CA', 'en-US', 'fr'),
  class: fc.constantFrom('condition', 'abbreviation'),
  source: fc.constant('test'),
  status: fc.constantFrom('active', 'proposed', 'retired'),
  spoken: fc.constant([]),
  caseRule: fc.constant('exact'),
  weight: fc.integer({ min: 1, max: 5 }),
})
const layers: fc.Arbitrary<readonly LayerEntries[]> = fc.tuple(
  ...lexiconLayers.map((layer) =>
    fc.record({ layer: fc.constant(layer), entries: fc.array(entries) }),
  ),
)

describe('layers', () => {
  test('the narrowest layer that says anything of a form says all of it', () => {
    fc.assert(
      fc.property(layers, fc.constantFrom(...forms), (given, form) => {
        const found = createLexicon(given, 'en-CA').lookUp(form)
        const alone = [...given]
          .reverse()
          .map(({ layer, entries: own }) => ({
            entries: createLexicon([{ layer, entries: own }], 'en-CA').lookUp(form),
            retires: createLexicon(
              [{ layer, entries: own.map((entry) => revived(entry)) }],
              'en-CA',
            ).lookUp(form),
          }))
          .find(({ retires }) => retires.length > 0)
        expect(found).toEqual(alone?.entries ?? [])
      }),
    )
  })

  test('the order in which layers are given makes no difference', () => {
    fc.assert(
      fc.property(layers, fc.constantFrom(...forms), (given, form) => {
        const forward = createLexicon(given, 'en-CA')
        const backward = createLexicon([...given].reverse(), 'en-CA')
        expect(forward.lookUp(form)).toEqual(backward.lookUp(form))
        expect(forward.listEntries()).toEqual(backward.listEntries())
      }),
    )
  })

  test('lists only what holds: active, of this locale, and under no narrower layer', () => {
    fc.assert(
      fc.property(layers, (given) => {
        const lexicon = createLexicon(given, 'en-CA')
        for (const entry of lexicon.listEntries()) {
          expect(entry.status).toBe('active')
          expect(['en', 'en-CA']).toContain(entry.locale)
          expect(lexicon.lookUp(entry.form)).toContain(entry)
        }
      }),
    )
  })
})

/** As if nothing had been retired; what was proposed stays so. */
const revived = (entry: LexiconEntry): LexiconEntry =>
  entry.status === 'retired' ? { ...entry, status: 'active' } : entry
