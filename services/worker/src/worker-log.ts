import type { Logger } from 'pino'

/** Ids, counts and milliseconds only: nothing that came out of a recording or an upload. */
export type Log = Pick<Logger, 'info' | 'warn' | 'error' | 'debug' | 'child'>
