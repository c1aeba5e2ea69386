import { afterEach, beforeEach, describe, test } from 'vitest'
import { type Database, openStore, type Store } from '../../src/store/store.ts'
import { databases, type FreshDatabase } from './databases.ts'
import { rewrite } from './past-the-store.ts'

export type Here = {
  store: Store
  database: Database
  reopen(): Promise<void>
  /** The store as another process has it until the test ends; on SQLite, which one process owns, the same store. */
  other(): Promise<Store>
  /** Runs SQL past the store, as somebody with access to the database could; the store is closed meanwhile. */
  past(sql: string): Promise<void>
}

/** One suite for every database, each test on a fresh one: what holds on one holds on the other. */
export const onEveryDatabase = (suite: (here: Here) => void) =>
  describe.for(databases)('$name', ({ skipped, fresh }) => {
    if (skipped) {
      test.skip(`skipped: ${skipped}`)
      return
    }
    let place: FreshDatabase
    let store: Store
    let others: Store[] = []
    beforeEach(async () => {
      place = await fresh()
      store = await openStore(place.database)
    })
    afterEach(async () => {
      await Promise.all([store, ...others].map((each) => each.close()))
      others = []
      await place.drop()
    })
    suite({
      get store() {
        return store
      },
      get database() {
        return place.database
      },
      async reopen() {
        await store.close()
        store = await openStore(place.database)
      },
      async other() {
        if (place.database.kind === 'sqlite') return store
        const other = await openStore(place.database)
        others.push(other)
        return other
      },
      async past(sql) {
        await store.close()
        try {
          await rewrite(place.database, sql)
        } finally {
          store = await openStore(place.database)
        }
      },
    })
  })
