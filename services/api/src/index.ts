export { buildApp } from './app.ts'
export { describeConfig, loadConfig } from './config.ts'
export type { Needs } from './needs.ts'
