import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import {
  createLexicon,
  createSuggester,
  indexLayer,
  type LexiconEntry,
  recognitionFromText,
  type Suggester,
  stackLayers,
  type TermsRule,
  termsOf,
  writeDictation,
} from '@plume/terminology'
import { loadSpelling } from '@plume/terminology/spelling'
import { loadStarterLexicon } from '@plume/terminology/starter-lexicon'
import { quantile } from './house.ts'

const rounds = 5
const entriesWanted = 100_000
const targetMs = 300
const targetMb = 60

/** Words that nobody says, in the shapes that lists have: one to three parts, some capitals, some accents. */
function makeEntries(count: number): readonly LexiconEntry[] {
  const starts = [
    'cardi',
    'néphr',
    'ostéo',
    'hémat',
    'gastr',
    'neur',
    'derm',
    'path',
    'angi',
    'chol',
  ]
  const ends = [
    'ite',
    'ose',
    'ome',
    'algie',
    'ectomie',
    'scopie',
    'plastie',
    'émie',
    'urie',
    'pathie',
  ]
  const part = (at: number) => `${starts[at % 10]}${at.toString(36)}${ends[(at >> 3) % 10]}`
  return Array.from({ length: count }, (_, at) => {
    const form = Array.from({ length: 1 + (at % 3) }, (_, place) => part(at + place * 7)).join(' ')
    const isName = at % 5 === 0
    return {
      form: isName ? form.charAt(0).toUpperCase() + form.slice(1) : form,
      preferred: form,
      locale: 'fr-CA',
      class: isName ? 'drug-brand' : 'condition',
      source: 'bench',
      status: 'active',
      spoken: [],
      caseRule: isName ? 'exact' : 'lower',
      weight: 1 + (at % 5),
    }
  })
}

/** Loading 100,000 entries: time, memory beside a plain Map of the same forms; then the writer with and without. */
export async function benchLexicon(): Promise<void> {
  const entries = makeEntries(entriesWanted)
  const layer = { layer: 'site', entries } as const
  const ours = measure(() => indexLayer(layer, 'fr-CA'))
  const plain = measure(() => new Map(entries.map((entry) => [entry.form.toLowerCase(), entry])))
  console.log(`lexicon, ${entriesWanted} entries, ${rounds} rounds, medians:`)
  console.log(
    `  Plume index  ${ours.ms.toFixed(0)} ms, ${ours.mb.toFixed(0)} MB beside the entries (targets: under ${targetMs} ms, ${targetMb} MB)`,
  )
  console.log(
    `  plain Map    ${plain.ms.toFixed(0)} ms, ${plain.mb.toFixed(0)} MB: Plume takes ${(ours.ms / plain.ms).toFixed(1)} times as long`,
  )
  const both = measure(() =>
    indexLayer({ layer: 'site', entries: makeEntries(entriesWanted) }, 'fr-CA'),
  )
  console.log(`  with the entries themselves: ${both.mb.toFixed(0)} MB`)
  const starter = indexLayer(loadStarterLexicon('fr-CA'), 'fr-CA')
  const large = stackLayers([starter, indexLayer(layer, 'fr-CA')], 'fr-CA')
  const terms = termsOf(large)
  const small = termsOf(createLexicon([loadStarterLexicon('fr-CA')], 'fr-CA'))
  const spelling = await loadSpelling('fr')
  const first = measure(() => {
    const fresh = stackLayers([indexLayer(layer, 'fr-CA')], 'fr-CA')
    return [fresh, createSuggester(fresh, spelling).inText(strange)]
  })
  const suggester = createSuggester(large, spelling)
  console.log(`  writer without a lexicon  ${speedOf({})}`)
  console.log(`  with the starter          ${speedOf({ terms: small })}`)
  console.log(`  with 100,000 more         ${speedOf({ terms })}`)
  console.log(
    `  and suggestions           ${speedOf({ terms, suggester })} (targets: at least 200,000 words/s, under 10 ms)`,
  )
  console.log(
    `  index, and what the first strange word adds: ${first.ms.toFixed(0)} ms, ${first.mb.toFixed(0)} MB`,
  )
}

setFlagsFromString('--expose-gc')
const collect: () => void = runInNewContext('gc')

/** Held until the next is measured, or it would be collected before. */
const held: unknown[] = []

function measure(work: () => unknown): { readonly ms: number; readonly mb: number } {
  const times: number[] = []
  const sizes: number[] = []
  for (let round = 0; round <= rounds; round += 1) {
    held.length = 0
    collect()
    const before = process.memoryUsage().heapUsed
    const start = performance.now()
    held[0] = work()
    const ms = performance.now() - start
    collect()
    const mb = (process.memoryUsage().heapUsed - before) / 1_000_000
    if (round > 0) {
      times.push(ms)
      sizes.push(mb)
    }
  }
  return { ms: quantile(times, 0.5), mb: quantile(sizes, 0.5) }
}

const sentence =
  'patient de cinquante ans avec hemoglobine basse et oedeme des membres inferieurs virgule une irm est normale point'

/** One word in a hundred is strange: real recognisers have two in a hundred, doctors' names among them. */
const strange = 'metoprololle'

type Extras = { readonly terms?: TermsRule; readonly suggester?: Suggester }

/** Until the compiler has seen most of what dictations ask for; a worker is there within its first morning. */
const dictationsToWarm = 200
const dictationsMeasured = 400

/**
 * Words a second over 400 dictations of 500 words, how long all but one in a hundred of them took at most, and how
 * long the first one of all took.
 */
function speedOf(extras: Extras): string {
  const texts = Array.from({ length: dictationsToWarm + dictationsMeasured }, (_, text) =>
    Array.from({ length: 500 }, (_, at) =>
      at % 100 === 99 ? strangeWord(text * 5 + at) : sentence.split(' ')[at % 18],
    ).join(' '),
  ).map((text) => recognitionFromText(text, { locale: 'fr-CA' }))
  const options = { locale: 'fr-CA', headings: [], ...extras } as const
  const all = texts.map((text) => {
    const start = performance.now()
    writeDictation(text, options)
    return performance.now() - start
  })
  const took = all.slice(dictationsToWarm)
  const perSecond = (500 * took.length * 1000) / took.reduce((sum, ms) => sum + ms, 0)
  const p99 = quantile(took, 0.99)
  const first = all[0] ?? 0
  return `${Math.round(perSecond).toLocaleString('en-CA')} words/s, 99th percentile ${p99.toFixed(1)} ms, the first ${first.toFixed(0)} ms`
}

/** Another one each time, so that nothing is remembered. */
function strangeWord(number: number): string {
  const part = (at: number) => ['ka', 'to', 'mi', 'ru', 'se', 'vo', 'lu', 'da', 'pe', 'ni'][at % 10]
  return `${part(number)}${part(Math.floor(number / 10))}${part(Math.floor(number / 100))}${strange.slice(number % 6)}`
}
