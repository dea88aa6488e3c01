import type { RuleApplication, Source, WordRange } from '@plume/transcript'

/** True when both say the same about where text comes from, whatever the order of their keys. */
export function isSameSource(a: Source, b: Source): boolean {
  switch (a.kind) {
    case 'dictated':
      return b.kind === 'dictated' && isSameRange(a.words, b.words) && isSameRules(a.rules, b.rules)
    case 'template':
      return (
        b.kind === 'template' &&
        a.template === b.template &&
        a.version === b.version &&
        a.default === b.default &&
        isSameRange(a.over, b.over)
      )
    case 'context':
      return b.kind === 'context' && a.field === b.field
    case 'typed':
      return b.kind === 'typed' && a.by === b.by && a.at === b.at && isSameRange(a.over, b.over)
    case 'blank':
      return b.kind === 'blank' && a.reason === b.reason && isSameRange(a.over, b.over)
  }
}

function isSameRange(a: WordRange | undefined, b: WordRange | undefined): boolean {
  return (
    a === b || (a?.recognitionId === b?.recognitionId && a?.from === b?.from && a?.to === b?.to)
  )
}

function isSameRules(a: readonly RuleApplication[], b: readonly RuleApplication[]): boolean {
  return (
    a.length === b.length &&
    a.every((rule, index) => {
      const other = b[index]
      return rule.rule === other?.rule && rule.before === other.before && rule.after === other.after
    })
  )
}
