import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import type { Database } from '../../src/store/store.ts'

export type FreshDatabase = { database: Database; drop(): Promise<void> }

/** The databases that the product runs on; each call of `fresh` gives an empty one. */
export const databases: { name: string; skipped: string | undefined; fresh(): Promise<FreshDatabase> }[] = [
  {
    name: 'SQLite',
    skipped: undefined,
    async fresh() {
      const folder = mkdtempSync(join(tmpdir(), 'innkjop-'))
      return {
        database: { kind: 'sqlite', file: join(folder, 'store.sqlite') },
        drop: async () => rmSync(folder, { recursive: true, force: true }),
      }
    },
  },
  {
    name: 'PostgreSQL',
    skipped: inject('postgresUrl') ? undefined : 'no PostgreSQL on this machine',
    async fresh() {
      const name = `t_${randomUUID().replaceAll('-', '')}`
      await onServer(`create database ${name}`)
      return {
        database: { kind: 'postgres', url: inject('postgresUrl').replace(/\/postgres$/, `/${name}`) },
        drop: () => onServer(`drop database ${name} with (force)`),
      }
    },
  },
]

async function onServer(sql: string): Promise<void> {
  const client = new pg.Client(inject('postgresUrl'))
  await client.connect()
  await client.query(sql)
  await client.end()
}
