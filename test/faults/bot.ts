/** The bot as a program of its own, to be killed: on the database and the clock that its arguments give in JSON. It tells its port. */
import { readConfig } from '../../src/config.ts'
import { start } from '../../src/main.ts'
import type { Database } from '../../src/store/store.ts'
import { noon } from '../support/config.ts'
import type { Going } from './start-bot.ts'

const [of, clock] = process.argv.slice(2)
const database: Database = JSON.parse(of ?? '')
const { begunAt, speed }: Going = clock === undefined ? { begunAt: 0, speed: 0 } : JSON.parse(clock)
const now = () => noon + Math.round((Date.now() - begunAt) * speed)
const config = readConfig({ PORT: '0', PLAYGROUND: 'off', MESSAGES_A_MINUTE: '100000' })
// A day goes by in minutes: what Teams takes of a channel in a minute would be hours of it.
const { port } = await start({ ...config, database, sendsPerSecond: undefined }, now)
console.log(port)
