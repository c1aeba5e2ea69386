/** How much the outbox may send: a bucket of tokens for each tenant, shared by all processes, and a tenant's pause. */
import type { Transaction } from 'kysely'
import type { Tables } from './tables.ts'

export type Pace = {
  /** To each tenant, in the long run. */
  perSecond: number
  /** What was not sent before can be sent at once: so many. */
  burst: number
  /** To one place. */
  perPlace: readonly { count: number; withinMs: number }[]
}

/** What one claim may take, and what it then has taken. */
export type Paced = {
  /** Tenants that get nothing now. */
  blocked: string[]
  /** As many of those found as each tenant may get, in their order. */
  take<Found extends { tenant: string }>(found: readonly Found[]): Found[]
  /** When more is permitted, where that is not now. */
  nextAt(): number | undefined
  note(tx: Transaction<Tables>): Promise<void>
}

const unpaced: Paced = {
  blocked: [],
  take: (found) => [...found],
  nextAt: () => undefined,
  note: async () => undefined,
}

/**
 * The bucket is one number: until when what was sent has used it up, in epoch milliseconds. It is full where that is `burst`
 * intervals ago, and empty where it is now.
 */
export async function paced(tx: Transaction<Tables>, pace: Pace | undefined, at: number): Promise<Paced> {
  if (!pace) return unpaced
  const interval = 1000 / pace.perSecond
  const full = at - pace.burst * interval
  const rows = await tx.selectFrom('outbox_pace').selectAll().execute()
  const spent = new Map(rows.map((row) => [row.tenant, Math.max(row.spent_until, full)]))
  const paused = new Map(rows.map((row) => [row.tenant, row.paused_until]))
  const touched = new Set<string>()
  const spentOf = (tenant: string) => spent.get(tenant) ?? full
  /** Rounding must not hold back what is due this very moment. */
  const readyAt = (tenant: string) =>
    Math.max(Math.ceil(spentOf(tenant) + interval - 0.5), paused.get(tenant) ?? 0)
  const mayGet = (tenant: string) => readyAt(tenant) <= at
  const known = [...new Set([...spent.keys(), ...paused.keys()])]
  return {
    blocked: known.filter((tenant) => !mayGet(tenant)),
    take: (found) =>
      found.filter(({ tenant }) => {
        if (!mayGet(tenant)) return false
        spent.set(tenant, spentOf(tenant) + interval)
        touched.add(tenant)
        return true
      }),
    nextAt() {
      const waits = [...spent.keys()].filter((tenant) => !mayGet(tenant)).map(readyAt)
      return waits.length > 0 ? Math.min(...waits) : undefined
    },
    async note(tx) {
      for (const tenant of touched) {
        const spent_until = Math.round(spentOf(tenant) * 1000) / 1000
        await tx
          .insertInto('outbox_pace')
          .values({ tenant, spent_until, paused_until: 0 })
          .onConflict((conflict) => conflict.column('tenant').doUpdateSet({ spent_until }))
          .execute()
      }
    },
  }
}
