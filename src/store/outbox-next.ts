import { type ExpressionBuilder, type RawBuilder, sql, type Transaction } from 'kysely'
import { isPostgres } from './engine.ts'
import type { Pace, Paced } from './outbox-pace.ts'
import type { Tables } from './tables.ts'

/** What may be taken to be sent: the first of each place, of what is due, let go and permitted to its tenant and place. */
export const firstDue = (
  tx: Transaction<Tables>,
  { blocked }: Paced,
  { at, most, pace }: { at: number; most: number; pace: Pace | undefined },
) =>
  tx
    .selectFrom('outbox')
    .select(['seq', 'tenant', 'state'])
    .where('settled_at', 'is', null)
    .where('next_at', '<=', at)
    .$if(blocked.length > 0, (letters) => letters.where('tenant', 'not in', blocked))
    .where(isLetGo)
    .where(isFirstAt(sql.val(at)))
    .$if(pace !== undefined, (letters) =>
      (pace?.perPlace ?? []).reduce(
        (some, { count, withinMs }) => some.where((letter) => sentTo(letter, at - withinMs), '<', count),
        letters,
      ),
    )
    .orderBy('turn')
    .orderBy('due_at')
    .orderBy('seq')
    .limit(most)
    .$if(isPostgres(tx), (letters) => letters.forUpdate().skipLocked())

/** How many were sent to a letter's place since. */
const sentTo = (letter: ExpressionBuilder<Tables, 'outbox'>, since: number) =>
  letter
    .selectFrom('outbox as sent')
    .select((by) => by.fn.countAll<number>().as('count'))
    .whereRef('sent.place', '=', 'outbox.place')
    .where('sent.settled_at', '>', since)
    .where('sent.state', '=', 'sent')

/** The one of its place that is being sent, or else the first of those that are due by then and are not held back. */
export const isFirstAt = (at: RawBuilder<unknown>) => (letter: ExpressionBuilder<Tables, 'outbox'>) =>
  letter.or([
    letter('state', '=', 'sending'),
    letter.not(
      letter.exists(
        letter
          .selectFrom('outbox as other')
          .select('other.seq')
          .whereRef('other.place', '=', 'outbox.place')
          .where('other.settled_at', 'is', null)
          .where((other) =>
            other.or([
              other('other.state', '=', 'sending'),
              other.and([
                sql<boolean>`(other.turn, other.due_at, other.seq) < (outbox.turn, outbox.due_at, outbox.seq)`,
                sql<boolean>`other.due_at <= ${at}`,
                isLetGo(other as never, 'other.batch'),
              ]),
            ]),
          ),
      ),
    ),
  ])

const isLetGo = (
  letter: ExpressionBuilder<Tables, 'outbox'>,
  batch: 'outbox.batch' | 'other.batch' = 'outbox.batch',
) =>
  sql<boolean>`(${sql.ref(batch)} is null or ${sql.ref(batch)} not in ${letter.selectFrom('outbox_held').select('outbox_held.batch')})`
