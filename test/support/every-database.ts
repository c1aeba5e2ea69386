import { afterEach, beforeEach, describe, test } from 'vitest'
import { type Database, openStore, type Store } from '../../src/store/store.ts'
import { databases, type FreshDatabase, rewrite } from './databases.ts'

export type Here = {
  store: Store
  database: Database
  reopen(): Promise<void>
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
    beforeEach(async () => {
      place = await fresh()
      store = await openStore(place.database)
    })
    afterEach(async () => {
      await store.close()
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
