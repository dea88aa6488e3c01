// A new process does not read TypeScript by itself (ADR 0008): it is told here, and then runs the
// program that it was started for.
import { register } from 'tsx/esm/api'

register()
await import(process.argv[2])
