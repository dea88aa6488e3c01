export type { LintPatient, LintSection } from './lint-document.ts'
export { type LintFinding, type LintKind, lintKinds } from './lint-finding.ts'
export { type LintOptions, lintSections, lintText } from './lint-text.ts'
