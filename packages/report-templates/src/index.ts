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
