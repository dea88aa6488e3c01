import {
  type EntryLocale,
  foldForm,
  type ImportItem,
  languageOf,
  type RejectionReason,
} from '@plume/terminology'

/** What a first reading finds in a list. */
export type Survey = {
  readonly categories: ReadonlyMap<string, CategorySurvey>
  readonly candidates: number
  readonly rejected: ReadonlyMap<RejectionReason, RejectedLines>
  readonly leftOut: ReadonlyMap<string, number>
  /** Candidates that do not say their language. */
  readonly withoutLocale: number
  /** Single words, folded, by language: what a spelling dictionary has to be asked about. */
  readonly words: { readonly en: ReadonlySet<string>; readonly fr: ReadonlySet<string> }
}

export type CategorySurvey = { readonly count: number; readonly samples: readonly string[] }
export type RejectedLines = { readonly count: number; readonly lines: readonly number[] }

const keptSamples = 3
const keptLines = 20

/** What no list can put right: Plume keeps no letter alone and no more forms of a stem. */
const ownLimits: ReadonlySet<RejectionReason> = new Set(['too-short', 'too-many-forms'])

/** How many rows of a list are mistakes that somebody can correct. */
export function mistakenRows({ rejected }: Pick<Survey, 'rejected'>): number {
  return [...rejected]
    .filter(([reason]) => !ownLimits.has(reason))
    .reduce((sum, [, { count }]) => sum + count, 0)
}

/** Reads a list once and counts. `locale`: what the person says of candidates that do not. */
export async function surveyList(
  items: AsyncIterable<ImportItem>,
  locale: EntryLocale | null,
): Promise<Survey> {
  const categories = new Map<string, { count: number; samples: string[] }>()
  const rejected = new Map<RejectionReason, { count: number; lines: number[] }>()
  const leftOut = new Map<string, number>()
  const words = { en: new Set<string>(), fr: new Set<string>() }
  let candidates = 0
  let withoutLocale = 0
  for await (const item of items) {
    if ('leftOut' in item) {
      leftOut.set(item.leftOut, (leftOut.get(item.leftOut) ?? 0) + 1)
    } else if ('rejected' in item) {
      const known = rejected.get(item.rejected.reason) ?? { count: 0, lines: [] }
      known.count += 1
      if (known.lines.length < keptLines) known.lines.push(item.rejected.line)
      rejected.set(item.rejected.reason, known)
    } else {
      candidates += 1
      const { category, form } = item.candidate
      const known = categories.get(category) ?? { count: 0, samples: [] }
      known.count += 1
      if (known.samples.length < keptSamples) known.samples.push(form)
      categories.set(category, known)
      const said = item.candidate.locale ?? locale
      if (!item.candidate.locale) withoutLocale += 1
      if (said) noteWord(words[languageOf(said)], foldForm(form, languageOf(said)))
    }
  }
  return { categories, candidates, rejected, leftOut, withoutLocale, words }
}

function noteWord(words: Set<string>, folded: string): void {
  if (folded !== '' && !folded.includes(' ')) words.add(folded)
}
