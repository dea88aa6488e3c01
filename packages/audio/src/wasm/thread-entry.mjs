// A thread does not take over that its process reads TypeScript (Node 20): it is told here.
import { register } from 'tsx/esm/api'

register()
await import('./thread.ts')
