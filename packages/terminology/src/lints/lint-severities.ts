import type { Severity } from '@plume/transcript'
import type { LintKind } from './lint-finding.ts'

/**
 * How much harm a finding stands for. The classes are those of AHDI and AHIMA's quality assessment: an error that is
 * critical there, because it may hurt the patient, is `high`. Abbreviations have theirs in `do-not-use-table.ts`.
 */
export const severities: Readonly<Record<Exclude<LintKind, 'do-not-use-abbreviation'>, Severity>> =
  {
    // Critical: wrong dose.
    'trailing-zero': 'high',
    'missing-leading-zero': 'high',
    'implausible-dose': 'high',
    // Critical: sound-alike drugs.
    'lookalike-drug': 'high',
    // Critical: left for right.
    'laterality-contradiction': 'high',
    // Critical: wrong patient.
    'sex-contradiction': 'high',
    'age-contradiction': 'high',
    // Critical: wrong value.
    'number-contradiction': 'high',
    // Critical: yes for no.
    'negation-contradiction': 'high',
  }

/** What may mislead and is not critical: a size without its leading zero, a cross-reaction that many do not have. */
export const lesserSeverity: Severity = 'medium'
