/** A municipality of so many employees who have all talked to the bot, and the two who write and let out what they are sent. */
import { writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import pg from 'pg'
import { type Database, openStore } from '../../src/store/store.ts'

const tenant = 'tenant-1'
export const author = { id: 'e1', entraId: 'e1' }
export const second = { id: 'e2', entraId: 'e2' }

/** Keeps people `e1` to `eN`, who are reached at a service, in an empty database. */
export async function settle(database: Database, count: number, serviceUrl: string): Promise<void> {
  await (await openStore(database)).close()
  const rows = Array.from({ length: count }, (_, at) => personAt(at + 1, serviceUrl))
  if (database.kind === 'sqlite') {
    const db = new DatabaseSync(database.file)
    const insert = db.prepare(
      'insert into person (id, tenant, entra_id, name, conversation, seen_at) values (?, ?, ?, ?, ?, unixepoch() * 1000)',
    )
    db.exec('begin')
    for (const row of rows) insert.run(...row)
    db.exec('commit')
    db.close()
    return
  }
  const client = new pg.Client(database.url)
  await client.connect()
  const columns = [0, 1, 2, 3, 4].map((column) => rows.map((row) => row[column]))
  await client.query(
    `insert into person (id, tenant, entra_id, name, conversation, seen_at)
     select *, (extract(epoch from now()) * 1000)::bigint from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[])`,
    columns,
  )
  await client.query('analyze person')
  await client.end()
}

const personAt = (number: number, serviceUrl: string): [string, string, string, string, string] => {
  const id = `e${number}`
  const conversation = {
    id: `a:${id}`,
    tenantId: tenant,
    conversationType: 'personal',
    isGroup: false,
    name: '',
  }
  const reach = {
    channelId: 'msteams',
    serviceUrl,
    bot: { id: '28:bot' },
    user: { id: `29:${id}` },
    conversation,
  }
  return [`${tenant}:${id}`, tenant, id, `Ansatt ${number}`, JSON.stringify(reach)]
}

export function writePeople(file: string): void {
  writeFileSync(
    file,
    `enheter: []
personer:
  - { id: ${author.entraId}, navn: Ola Innkjøper, roller: [innkjøper] }
  - { id: ${second.entraId}, navn: Ida Innkjøpssjef, roller: [innkjøpssjef] }
grupper: []
`,
  )
}
