export { type BlockOf, parseTemplate } from './language/parse-template.ts'
export { expandMacro, macroIdIn, macroTemplateId } from './macros/expand-macro.ts'
export { findMacro, macroNames, sharedMacroName } from './macros/find-macro.ts'
export { formatMacros } from './macros/format-macros.ts'
export { type KeptMacro, type Macro, type MacroPart, macroLimits } from './macros/macro.ts'
export { isMacroName, parseMacros } from './macros/parse-macros.ts'
export { type BodyProblem, readMacroBody } from './macros/read-macro-body.ts'
export { spokenForm } from './macros/spoken-form.ts'
export { changeTemplate } from './merge/change-template.ts'
export type { MergeContext } from './merge/known-facts.ts'
export { findTemplate, mergeReport } from './merge/merge-report.ts'
export { spokenHeadings } from './merge/place-parts.ts'
export {
  type Condition,
  type DictatedField,
  type FieldSource,
  fieldSources,
  type KnownField,
  type LetterPart,
  type Template,
  type TemplateField,
  type TemplateProblem,
  type TemplateRecipient,
  type TemplateSection,
  type TemplateText,
  type TextPart,
} from './template.ts'
export { inLanguage, templateFor } from './template-for.ts'
