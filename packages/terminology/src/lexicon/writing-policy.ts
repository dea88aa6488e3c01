/** What a site wants done with abbreviations and spellings. What it does not say is kept as dictated. */
export type AbbreviationStyle = 'keep' | 'expand' | 'abbreviate'

export type LexiconPolicy = {
  readonly abbreviations: AbbreviationStyle
  /** By abbreviation, as it is written: `{ PRN: 'expand' }`. */
  readonly exceptions: Readonly<Record<string, AbbreviationStyle>>
  /** Whether a spelling of another place ("haemoglobin", "tumor") gives way to the preferred one. */
  readonly spelling: 'keep' | 'prefer'
}

export const keepAsDictated: LexiconPolicy = {
  abbreviations: 'keep',
  exceptions: {},
  spelling: 'keep',
}

export function styleFor(policy: LexiconPolicy, abbreviation: string): AbbreviationStyle {
  return Object.hasOwn(policy.exceptions, abbreviation)
    ? (policy.exceptions[abbreviation] ?? policy.abbreviations)
    : policy.abbreviations
}
