import { z } from 'zod'
import type { Tables } from './tables.ts'

export type Draft = {
  id: string
  person: string
  /** What the person replied, by step. */
  replies: Readonly<Record<string, string>>
  /** Steps to be answered again, the one that is open first; empty where it goes on by itself. */
  reopened: readonly string[]
  /** The next thing that the person writes is a question and no reply. */
  asking: boolean
  /** What the person writes in the chat goes to it; at most one of each person's. */
  active: boolean
  state: 'open' | 'submitted' | 'ended' | 'cancelled' | 'expired'
  startedAt: number
  /** When the person last changed it, or when it expired. */
  touchedAt: number
  version: number
}

/** Whoever does something with a draft need not be reminded of it. */
export const touched = (at: number) => ({ touched_at: at, reminded_at: null })

const writtenReplies = z.record(z.string(), z.string())

export const draftOf = (row: Tables['draft']): Draft => ({
  id: row.id,
  person: row.person,
  replies: writtenReplies.parse(JSON.parse(row.replies)),
  reopened: row.reopened?.split(',') ?? [],
  asking: row.asking === 1,
  active: row.active === 1,
  state: row.state,
  startedAt: row.started_at,
  touchedAt: row.touched_at,
  version: row.version,
})

/** As it is kept: names of steps hold no comma. */
export const stepsAsKept = (steps: readonly string[]): string | null => steps.join(',') || null
