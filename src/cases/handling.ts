/** How a case begins: from a purchase that is sent, sent again, or from a question. */
import { businessDaysAfter } from '../kit/business-day.ts'
import { dayAt } from '../kit/day.ts'
import type { Case, CaseChange } from './case.ts'
import { lettersOf } from './letters.ts'
import { move } from './move.ts'
import type { Needs, Told } from './needs.ts'
import { dueAfter } from './work.ts'

type Opening = Pick<Case, 'state' | 'topic' | 'approver' | 'approval' | 'dueOn'> & Told

/** A purchase as it is sent: by whom, and who must approve it; null where nobody must. */
export type Sent = {
  person: string
  title: string
  unit: string | null
  group: string | null
  approver: string | null
}

export const handlingOf = (sent: Sent, needs: Needs) => ({
  opens: (number: string): Opening => {
    const { person: requester, title, unit, group, approver } = sent
    const topic = topicOf(group, needs)
    return openingOf(
      { number, kind: 'purchase', state: 'submitted', requester, title, unit, topic, approver },
      needs,
    )
  },
  /** Undefined where the case has gone on, so that it cannot be changed any more. */
  changes: (read: object): ({ change: CaseChange } & Told) | undefined => {
    const kase = read as Case // as the store keeps it
    const at = needs.now()
    const mover = { id: sent.person, isOfficer: false, actsFor: [sent.person] }
    const moved = move({ ...kase, approver: sent.approver }, 'resubmit', mover, {})
    if (moved.kind !== 'moved') return undefined
    const { approver } = sent
    const topic = topicOf(sent.group, needs)
    const change = { ...moved.change, approver, topic, ...dueAfter(kase, moved.change, needs) }
    const after = { ...kase, ...change, title: sent.title, unit: sent.unit, version: kase.version + 1 }
    const happening = { actor: sent.person, kind: 'resubmit', data: null, at }
    return {
      change,
      happening,
      letters: lettersOf(
        after,
        { seq: after.version, actor: sent.person, at, tells: moved.tells, before: kase, waitsAnew: true },
        needs,
      ),
    }
  },
})

/** A question that is handed to the section. `sources` are the ids of what was found for it, best first. */
export const questionOpening = (
  {
    number,
    text,
    sources,
    person,
  }: { number: string; text: string; sources: readonly string[]; person: string },
  needs: Needs,
): Opening => {
  const found = sources.map((id) => needs.knowledge().item(id)).find((item) => item?.type === 'agreement')
  const topic = found?.type === 'agreement' ? found.group : null
  return openingOf(
    {
      number,
      kind: 'question',
      state: 'asked',
      requester: person,
      title: text,
      unit: null,
      topic,
      approver: null,
    },
    needs,
  )
}

/** The main group of the agreements that something belongs to, by its group or subgroup. */
function topicOf(group: string | null, { knowledge }: Needs): string | null {
  const found = knowledge().items.find(
    (item) => item.type === 'agreement' && (item.subgroup === group || item.group === group),
  )
  return found?.type === 'agreement' ? found.group : null
}

type Begun = Pick<Case, 'number' | 'kind' | 'state' | 'requester' | 'title' | 'unit' | 'topic' | 'approver'>

function openingOf(begun: Begun, needs: Needs): Opening {
  const at = needs.now()
  const dueOn = businessDaysAfter(dayAt(at), needs.channels().timeLimits[begun.kind])
  const approval = begun.approver === null ? 'none' : 'awaited'
  const kase: Case = {
    ...begun,
    approval,
    dueOn,
    owner: null,
    reference: null,
    question: null,
    version: 1,
    openedAt: at,
    changedAt: at,
  }
  const { state, topic, approver, requester } = kase
  const happening = { actor: requester, kind: state, data: null, at }
  const letters = lettersOf(
    kase,
    { seq: 1, actor: requester, at, tells: ['approver'], waitsAnew: true },
    needs,
  )
  return { state, topic, approver, approval, dueOn, happening, letters }
}
