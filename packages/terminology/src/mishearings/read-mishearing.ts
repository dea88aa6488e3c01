import type { Locale } from '@plume/transcript'
import { holdsIn } from '../lexicon/lexicon-entry.ts'
import type { Rule } from '../reading/rule.ts'
import { valueSpan } from '../reading/span.ts'
import { atomsOf, type Token } from '../reading/token.ts'
import { heardForm, type Mishearing, mostWordsHeard } from './mishearing.ts'

/** Whose table it is: an author's holds over the site's. */
export type MishearingLayer = {
  readonly layer: 'site' | 'author'
  readonly mishearings: readonly Mishearing[]
}

/** What `WriteOptions.mishearings` takes. */
export type MishearingsRule = Rule

type Known = { readonly meant: string; readonly rule: string }

/**
 * The rule that puts right what tables say, word for word, and nothing near it. The longest wins. Words parted by a
 * mark were not heard as one thing and stay.
 */
export function mishearingsOf(
  layers: readonly MishearingLayer[],
  locale: Locale,
): MishearingsRule | null {
  const known = new Map<string, Known>()
  const inOrder = [...layers].sort(
    (a, b) => Number(a.layer === 'author') - Number(b.layer === 'author'),
  )
  for (const { layer, mishearings } of inOrder) {
    for (const { heard, meant, locale: place } of mishearings) {
      if (!holdsIn({ locale: place }, locale)) continue
      known.set(heardForm(heard), { meant, rule: `mishearing.${layer}` })
    }
  }
  if (known.size === 0) return null
  return {
    begins: new Set(
      [...known.keys()].flatMap((heard) => atomsOf(heard.split(' ')[0] ?? '')[0] ?? []),
    ),
    read: ({ tokens, sentenceFrom }, at) => {
      const found = longest(tokens, at, known)
      if (!found) return null
      const { to, meant, rule } = found
      const isCapital = at === sentenceFrom && /^\p{Lu}/u.test(tokens[at]?.core ?? '')
      const text = isCapital ? meant.charAt(0).toUpperCase() + meant.slice(1) : meant
      return [valueSpan({ from: at, to }, 'term', rule, text)]
    },
  }
}

function longest(
  tokens: readonly Token[],
  at: number,
  known: ReadonlyMap<string, Known>,
): (Known & { readonly to: number }) | null {
  let found: (Known & { readonly to: number }) | null = null
  let heard = ''
  for (let to = at; to < at + mostWordsHeard; to++) {
    const token = tokens[to]
    if (!token || token.core === '' || (to > at && token.before !== '')) break
    heard = to === at ? heardForm(token.core) : `${heard} ${heardForm(token.core)}`
    const match = known.get(heard)
    if (match) found = { ...match, to: to + 1 }
    if (token.after !== '') break
  }
  return found
}
