import type { Finding } from '../written-text.ts'

/** What a lint may find. */
export const lintKinds = [
  'do-not-use-abbreviation',
  'trailing-zero',
  'missing-leading-zero',
  'laterality-contradiction',
  'sex-contradiction',
  'age-contradiction',
  'number-contradiction',
  'negation-contradiction',
  'implausible-dose',
  'lookalike-drug',
] as const

export type LintKind = (typeof lintKinds)[number]

export type LintFinding = Finding & { readonly kind: LintKind }
