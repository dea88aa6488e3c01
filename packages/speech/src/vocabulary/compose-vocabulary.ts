/** What is known of a dictation before anybody hears it. Each list has what matters most first. */
export type VocabularySources = {
  readonly workType: string
  readonly template: { readonly title: string; readonly headings: readonly string[] }
  /** What the author asked for: names, drugs and devices that were heard wrongly before. */
  readonly authorTerms: readonly string[]
  /** Names that only this patient brings in: the patient's own, the referring doctor's. */
  readonly patientTerms: readonly string[]
}

export type VocabularyLimits = {
  /** Tokens of a prompt that the model takes; 0 for none. */
  readonly promptTokens: number
  /** Hotwords that the engine takes; 0 for none. */
  readonly terms: number
  /** False where other programs of the machine can read what the engine is told. */
  readonly isPrivate: boolean
}

export type Vocabulary = { readonly prompt: string; readonly terms: readonly string[] }

/**
 * What an engine is told to expect, within its limits, most useful first: what the document is, the
 * author's own terms, the patient's names, the headings, the kind of work. What does not fit is left out, whole.
 * The patient's names are only told to an engine that keeps them to itself.
 *
 * The prompt is written as a report is, with capitals and full stops, because Whisper goes on in the style of
 * what it was given. It asks for nothing: a model for speech obeys nothing.
 */
export function composeVocabulary(
  sources: VocabularySources,
  limits: VocabularyLimits,
): Vocabulary {
  const { template, authorTerms, patientTerms, workType } = sources
  const terms = distinct([
    ...authorTerms,
    ...(limits.isPrivate ? patientTerms : []),
    ...template.headings,
    ...(workType === 'general' ? [] : [workType]),
  ])
  const title = tidy(template.title)
  return {
    prompt: writePrompt(title, terms, limits.promptTokens),
    terms: terms.slice(0, limits.terms),
  }
}

/** "Chest radiograph. Metformin, Xarelto, Indication, Findings." */
function writePrompt(title: string, terms: readonly string[], limit: number): string {
  let left = limit - tokensOf(title)
  if (left < 0) return ''
  const fitting = terms.filter((term) => {
    const tokens = tokensOf(term)
    if (tokens > left) return false
    left -= tokens
    return true
  })
  return [title, fitting.join(', ')]
    .filter((sentence) => sentence !== '')
    .map((sentence) => (/[.!?]$/.test(sentence) ? sentence : `${sentence}.`))
    .join(' ')
}

const bytesForAToken = 2.5

/**
 * At most so many tokens with the comma behind it. Whisper cuts a prompt that is too long at its beginning,
 * where the best is, so this must not be too few. Counted with the vocabulary of whisper.cpp's own test files
 * (tiny, multilingual) over 1,200 names of French and Canadian drugs and French medical terms: any 25 of
 * them in a row have 1.02 to 1.2 times fewer. Single names may have more ("Zyrtec": 4).
 */
function tokensOf(term: string): number {
  return Math.ceil(new TextEncoder().encode(term).length / bytesForAToken) + 1
}

/** Nobody dictates more in one breath; it is a sentence or a mistake. */
const longestTerm = 80

function distinct(terms: readonly string[]): readonly string[] {
  const seen = new Set<string>()
  return terms.map(tidy).filter((term) => {
    const key = term.toLocaleLowerCase('fr')
    if (term === '' || term.length > longestTerm || seen.has(key)) return false
    seen.add(key)
    return true
  })
}

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ')
    .trim()
}
