export {
  type CatalogueEntry,
  type ErrorCode,
  errorCatalogue,
  type HttpErrorCode,
} from './errors/catalogue.ts'
export * from './http/correspondents.ts'
export * from './http/dictations.ts'
export * from './http/engines.ts'
export * from './http/error.ts'
export * from './http/findings.ts'
export * from './http/lints.ts'
export * from './http/macros.ts'
export * from './http/people.ts'
export * from './http/reports.ts'
export * from './http/service.ts'
export * from './http/spoken-commands.ts'
export * from './http/vocabulary.ts'
export * from './jobs/transcribe-dictation.ts'
export * from './report-text.ts'
