/** The bot as a program of its own, to be killed: on a fixed day, and on the database that its argument gives in JSON. It tells its port. */
import { readConfig } from '../../src/config.ts'
import { start } from '../../src/main.ts'
import type { Database } from '../../src/store/store.ts'
import { noon } from '../support/config.ts'

const database: Database = JSON.parse(process.argv[2] ?? '')
const config = readConfig({ PORT: '0', PLAYGROUND: 'off', MESSAGES_A_MINUTE: '100000' })
const { port } = await start({ ...config, database }, () => noon)
console.log(port)
