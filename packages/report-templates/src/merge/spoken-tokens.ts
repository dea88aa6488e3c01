import { spokenForm } from '../macros/spoken-form.ts'
import type { Template } from '../template.ts'

/** A word as it is compared, and where it stands. */
export type Token = { readonly form: string; readonly from: number; readonly to: number }

/** Most words have no accents: to fold each would cost more than the rest of a merge. */
const isPlain = /^[A-Za-z0-9]+$/

export function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = []
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
    const form = isPlain.test(word) ? word.toLowerCase() : spokenForm(word)
    tokens.push({ form, from: index, to: index + word.length })
  }
  return tokens
}

/** Names by their first word, the longest first: to be found in a text without asking for each. */
export type NameIndex<Meaning> = ReadonlyMap<string, readonly Named<Meaning>[]>
type Named<Meaning> = { readonly forms: readonly string[]; readonly meaning: Meaning }

export function indexNames<Meaning>(
  names: readonly (readonly [name: string, meaning: Meaning])[],
): NameIndex<Meaning> {
  const index = new Map<string, Named<Meaning>[]>()
  for (const [name, meaning] of names) {
    const forms = spokenForm(name).split(' ')
    const [first = ''] = forms
    if (first === '') continue
    index.set(first, [...(index.get(first) ?? []), { forms, meaning }])
  }
  for (const named of index.values()) named.sort((a, b) => b.forms.length - a.forms.length)
  return index
}

/** Names that are indexed once for each template that has them. */
export function namesOnce<Meaning>(
  namesOf: (template: Template) => readonly (readonly [name: string, meaning: Meaning])[],
): (template: Template) => NameIndex<Meaning> {
  const known = new WeakMap<Template, NameIndex<Meaning>>()
  return (template) => {
    const index = known.get(template) ?? indexNames(namesOf(template))
    known.set(template, index)
    return index
  }
}

/** The longest name that begins at this token; `to` is the token after it. */
export function nameAt<Meaning>(
  index: NameIndex<Meaning>,
  tokens: readonly Token[],
  at: number,
): { readonly meaning: Meaning; readonly to: number } | null {
  const found = index
    .get(tokens[at]?.form ?? '')
    ?.find(({ forms }) => forms.every((form, step) => tokens[at + step]?.form === form))
  return found ? { meaning: found.meaning, to: at + found.forms.length } : null
}
