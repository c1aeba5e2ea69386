/** What is kept of a day, read past the bot: cases with what happened to them, drafts, and letters. */
import { z } from 'zod'
import type { Case, Event } from '../../src/cases/case.ts'
import { type CaseKind, type CaseState, caseKinds, caseStates } from '../../src/cases/moves.ts'
import type { Database } from '../../src/store/store.ts'
import { rowsIn } from './kept.ts'

export type KeptCase = Pick<Case, 'number' | 'requester' | 'owner' | 'approver' | 'approval' | 'version'> & {
  kind: CaseKind
  state: CaseState
  /** From the first to the last. */
  events: readonly Pick<Event, 'seq' | 'actor' | 'kind' | 'data'>[]
}

const person = z.string().nullable()
const json = z.string().transform((text) => JSON.parse(text) as unknown)
const caseRow = z.object({
  number: z.string(),
  case_kind: z.enum(caseKinds),
  state: z.enum(caseStates),
  requester: z.string(),
  owner: person,
  approver: person,
  approval: z.enum(['none', 'awaited', 'given', 'refused']),
  version: z.coerce.number(),
  seq: z.coerce.number(),
  actor: z.string(),
  kind: z.string(),
  data: json,
})

/** Somebody's, or all, in the order they were opened. Ids of people hold no quotes. */
export async function casesIn(database: Database, requester?: string): Promise<KeptCase[]> {
  const rows = await rowsIn(
    database,
    `select section_case.*, section_case.kind as case_kind, case_event.seq, case_event.actor, case_event.kind, case_event.data
    from section_case join case_event on case_event.number = section_case.number
    ${requester === undefined ? '' : `where requester = '${requester}'`}
    order by opened_at, section_case.number, seq`,
  )
  const cases = new Map<string, KeptCase & { events: KeptCase['events'][number][] }>()
  for (const { case_kind, seq, actor, kind, data, ...row } of z.array(caseRow).parse(rows)) {
    const kase = cases.get(row.number) ?? { ...row, kind: case_kind, events: [] }
    kase.events.push({ seq, actor, kind, data })
    cases.set(row.number, kase)
  }
  return [...cases.values()]
}

const draftRow = z.object({
  id: z.string(),
  number: z.string().nullable(),
  replies: json.pipe(z.record(z.string(), z.string())),
})
export type KeptDraft = z.output<typeof draftRow>

/** Those of somebody that can be filled in, with the number of the request where they were sent before. */
export const openDraftsIn = async (database: Database, owner: string): Promise<KeptDraft[]> =>
  z
    .array(draftRow)
    .parse(
      await rowsIn(
        database,
        `select id, request.number, replies from draft left join request on request.draft = draft.id where draft.person = '${owner}' and state = 'open'`,
      ),
    )

const letterRow = z.object({
  place: z.string(),
  what: json.pipe(z.object({ tell: z.string(), number: z.string(), seq: z.number().optional() })),
  state: z.string(),
  attempts: z.coerce.number(),
  due_at: z.coerce.number(),
  because: z.string().nullable(),
})
export type KeptLetter = z.output<typeof letterRow>

export const lettersIn = async (database: Database): Promise<KeptLetter[]> =>
  z.array(letterRow).parse(await rowsIn(database, 'select * from outbox order by seq'))
