import type { RuleApplication } from '@plume/transcript'
import type { WritingProfile } from '../locale-profile.ts'
import { type Gap, type ValuePart, writtenFor } from '../reading/span.ts'
import type { Token } from '../reading/token.ts'

const noRules: readonly RuleApplication[] = []

/** Most values have one: an array that grows keeps room for sixteen more. */
function withRule(
  rules: readonly RuleApplication[],
  rule: RuleApplication,
): readonly RuleApplication[] {
  return rules.length === 0 ? [rule] : [...rules, rule]
}

export type Written = { readonly text: string; readonly rules: readonly RuleApplication[] }

/** A value for a profile: its parts side by side, and one rule for each part that changed anything. */
export function writeValue(
  parts: readonly ValuePart[],
  tokens: readonly Token[],
  profile: WritingProfile,
): Written {
  let text = ''
  let rules = noRules
  for (const { from, to, rule, write, left } of parts) {
    const before = coreOf(tokens, from, to)
    const after = writtenFor(profile, write)
    if (after !== before) rules = withRule(rules, { rule, before, after })
    text += (from === parts[0]?.from ? '' : gapOf(left ?? 'none', profile)) + after
  }
  return { text, rules }
}

export function gapOf(gap: Gap, profile: WritingProfile): string {
  switch (gap) {
    case 'none':
      return ''
    case 'space':
      return ' '
    case 'unit':
      return profile.unitSpace
    case 'percent':
      return profile.percentSpace
  }
}

/** What was said, without the marks that the engine put around it. */
export function coreOf(tokens: readonly Token[], from: number, to: number): string {
  if (to === from + 1) return tokens[from]?.core ?? ''
  return tokens
    .slice(from, to)
    .map((token) => token.core)
    .join(' ')
}
