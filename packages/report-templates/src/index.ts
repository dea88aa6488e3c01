export { expandMacro, macroIdIn, macroTemplateId } from './macros/expand-macro.ts'
export { findMacro, macroNames, sharedMacroName } from './macros/find-macro.ts'
export { formatMacros } from './macros/format-macros.ts'
export { type KeptMacro, type Macro, type MacroPart, macroLimits } from './macros/macro.ts'
export { isMacroName, parseMacros } from './macros/parse-macros.ts'
export { type BodyProblem, readMacroBody } from './macros/read-macro-body.ts'
export { spokenForm } from './macros/spoken-form.ts'
export { findTemplate, type MergeContext, mergeReport, spokenHeadings } from './merge-report.ts'
export { parseTemplate } from './parse-template.ts'
export {
  type FieldSource,
  fieldSources,
  type Template,
  type TemplateField,
  type TemplateProblem,
  type TemplateSection,
} from './template.ts'
export { inLanguage, templateFor } from './template-for.ts'
