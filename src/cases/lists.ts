/** Lists of cases: an officer's, the section's, one's own, those to approve, and what a search finds. */
import type { Command } from '../kit/action.ts'
import { dayAt, dayMs } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { everyone, type Person, tenantOf } from '../people/people.ts'
import type { Case } from './case.ts'
import { listCard } from './list-card.ts'
import { endStates } from './moves.ts'
import type { CaseFilter, Needs } from './needs.ts'
import { type Say, speak } from './sentences.ts'

const mostListed = 15

export async function list(
  filter: CaseFilter,
  who: Person,
  needs: Needs,
  heading: (say: Say) => string,
): Promise<Message> {
  const say = speak(who.language)
  const within = { ...filter, tenant: tenantOf(who.id) }
  const listed = (await needs.cases.list(within, mostListed)) as Case[] // the store keeps states of moves only
  return listCard(heading(say), listed, { count: await needs.cases.count(within), language: who.language })
}

const open = (
  ['submitted', 'in-review', 'needs-information', 'returned', 'approved', 'asked', 'taken'] as const
).filter((state) => !endStates.includes(state))

export const commandsOf = (needs: Needs): readonly Command<Person>[] => {
  const actsFor = (id: string) => needs.people.actsFor(id, dayAt(needs.now()))
  const listing = (
    names: readonly string[],
    role: string,
    filter: (who: Person) => CaseFilter,
    heading: Parameters<Say>[0],
  ): Command<Person> => ({
    names,
    needs: role,
    alone: true,
    does: (_, who) => list(filter(who), who, needs, (say) => say(heading)),
  })
  return [
    listing(
      ['min kø', 'køen min', 'kø', 'mine saker til behandling', 'my queue'],
      'officer',
      ({ id }) => ({ owners: actsFor(id), states: open }),
      'mine',
    ),
    listing(
      ['nye saker', 'ufordelte saker', 'ufordelt', 'ufordelte', 'new cases', 'unassigned'],
      'officer',
      () => ({ owner: null, states: ['submitted', 'asked'] }),
      'unowned',
    ),
    listing(
      ['forfalte saker', 'forfalt', 'over fristen', 'overdue'],
      'officer',
      () => ({ states: open, due: dayAt(needs.now() - dayMs) }),
      'overdue',
    ),
    listing(['mine saker', 'sakene mine', 'my cases'], everyone, ({ id }) => ({ requester: id }), 'own'),
    listing(
      ['til godkjenning', 'mine godkjenninger', 'for my approval'],
      everyone,
      ({ id }) => ({
        approvers: actsFor(id),
        approval: 'awaited',
        states: ['submitted', 'in-review', 'needs-information', 'returned'],
      }),
      'toApprove',
    ),
  ]
}
