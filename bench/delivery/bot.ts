/** The bot as a program of its own, to be measured and killed: `{database, peopleFile, perSecond}` in JSON; 0 = as fast as it goes. It tells its port. */
import { z } from 'zod'
import { readConfig } from '../../src/config.ts'
import { start } from '../../src/main.ts'

const given = z
  .object({
    database: z.union([
      z.object({ kind: z.literal('sqlite'), file: z.string() }),
      z.object({ kind: z.literal('postgres'), url: z.string() }),
    ]),
    peopleFile: z.string(),
    perSecond: z.number(),
  })
  .parse(JSON.parse(process.argv[2] ?? ''))

const config = readConfig({ PORT: '0', PLAYGROUND: 'off', MESSAGES_A_MINUTE: '100000', QUIET_HOURS: 'ingen' })
const { port, stop } = await start({
  ...config,
  database: given.database,
  peopleFile: given.peopleFile,
  sendsPerSecond: given.perSecond || undefined,
  logLevel: 'silent',
})
process.once('SIGTERM', () => void stop().finally(() => process.exit()))
console.log(port)
