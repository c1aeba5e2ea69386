import { pino } from 'pino'

/** Ids, verbs and durations; never what people wrote. */
export type Log = Pick<pino.Logger, 'info' | 'warn' | 'error'>

export const createLog = (level: string): Log =>
  pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime })
