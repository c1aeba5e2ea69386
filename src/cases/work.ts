/** Making a move: against the case as it is, kept once, with everything that is told of it. */
import { businessDaysAfter } from '../kit/business-day.ts'
import { dayAt } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { mask, type Person, tenantOf } from '../people/people.ts'
import type { Case, CaseChange } from './case.ts'
import { caseCard } from './case-card.ts'
import { formCard } from './form-card.ts'
import { nameOf, stateOf } from './in-words.ts'
import { lettersOf } from './letters.ts'
import { move, type Said } from './move.ts'
import { endStates, moves, type Party } from './moves.ts'
import type { Needs } from './needs.ts'
import { requestShown } from './request-shown.ts'
import { caseFor, moverOf } from './seen.ts'
import { speak } from './sentences.ts'

/** A move as it was pressed; what a client leaves out is undefined. */
export type Wanted = { number: string; move: string; version?: number } & {
  [What in 'words' | 'officer' | 'reference' | 'steps']?: string | undefined
}

/** How often a move is tried when something else happened to the case at the same moment. */
const mostTries = 5

/** Makes a move and shows the case, or says why not. `elsewhere`: the case is shown in the person's own chat instead. */
export async function make(
  wanted: Wanted,
  who: Person,
  needs: Needs,
  { elsewhere = false }: { elsewhere?: boolean } = {},
): Promise<Message> {
  const say = speak(who.language)
  const mover = moverOf(who, needs)
  for (let tries = 0; tries < mostTries; tries++) {
    const kase = await caseFor(wanted.number, who, needs)
    if (!kase) return { text: say('refused.no-case') }
    const shown = (told: string) => caseCard({ kase, needs, language: who.language, told }, mover)
    const said = saidIn(wanted, kase, needs)
    const moved = move(kase, wanted.move, mover, said)
    if (moved.kind === 'says-nothing') {
      const fault = say('refused.says-nothing')
      return formCard(kase, wanted.move, { needs, language: who.language, fault })
    }
    if (moved.kind !== 'moved') return shown(await refusal(moved.kind, kase, wanted.move, { needs, say }))
    if (wanted.move === 'endorse' && !(await mayEndorse(kase, who, needs)))
      return shown(say('refused.no-authority'))
    if (await isOtherThanSeen(kase, wanted, needs)) return shown(say('refused.changed'))
    const after = {
      ...kase,
      ...moved.change,
      ...dueAfter(kase, moved.change, needs),
      version: kase.version + 1,
    }
    if (
      await keep(kase, after, {
        wanted,
        said,
        tells: elsewhere ? [...moved.tells, 'owner'] : moved.tells,
        who,
        needs,
        elsewhere,
      })
    ) {
      needs.wake()
      const told = say(wanted.move === 'take' ? 'done.take' : 'done', {
        name: nameOf(after, say).toLowerCase(),
        state: stateOf(after, say),
      })
      return caseCard({ kase: after, needs, language: who.language, told }, mover)
    }
  }
  return { text: say('refused.changed') }
}

/** Who stands in for the approver must have the authority too. The approver was chosen by it. */
async function mayEndorse({ number, approver }: Case, who: Person, needs: Needs): Promise<boolean> {
  if (approver === who.id) return true
  const request = requestShown((await needs.requests.of(number))?.content)
  return request !== undefined && needs.people.mayApprove(who.id, request.value)
}

/**
 * What was sent again since the card was made has to be seen before anything is decided of it. The same move that was made
 * meanwhile is another press of the same card, or somebody else's who did it first.
 */
async function isOtherThanSeen(
  { number, version }: Case,
  { move: wanted, version: seen = version }: Wanted,
  { cases }: Needs,
): Promise<boolean> {
  if (seen === version) return false
  const since = (await cases.eventsOf(number)).filter(({ seq }) => seq > seen)
  return since.some(({ kind }) => kind === 'resubmit' || kind === wanted)
}

/** Identity numbers and the like are taken out; who gets a case must be an officer who is there. */
function saidIn({ words, officer, reference }: Wanted, kase: Case, { people, now }: Needs): Said {
  const officers = people.officers(tenantOf(kase.requester), dayAt(now()))
  const known = officers.some(({ id, away }) => id === officer && !away && id !== kase.requester)
  return {
    ...(words !== undefined && { words: mask(words).text.trim() }),
    ...(officer !== undefined && known && { officer }),
    ...(reference !== undefined && { reference: mask(reference).text.trim() }),
  }
}

type Keeping = {
  wanted: Wanted
  said: Said
  tells: readonly Party[]
  who: Person
  needs: Needs
  elsewhere: boolean
}

async function keep(
  before: Case,
  after: Case,
  { wanted, said, tells, who, needs, elsewhere }: Keeping,
): Promise<boolean> {
  const at = needs.now()
  const { state, owner, approval, dueOn, reference } = after
  const change: CaseChange = { state, owner, approval, dueOn, reference }
  const steps = wanted.move === 'return' ? await stepsIn(wanted, needs) : undefined
  const waitsAnew = moves[before.kind][wanted.move]?.decides === 'anew'
  const actor = elsewhere ? '' : who.id
  const letters = lettersOf(after, { seq: after.version, actor, at, tells, before, waitsAnew }, needs)
  return needs.cases.change(
    before,
    change,
    {
      happening: {
        actor: who.id,
        kind: wanted.move,
        data: { ...said, ...(steps && { steps }) },
        at,
      },
      letters,
    },
    steps && { steps: steps.length > 0 ? steps : ['need'] },
  )
}

/** The steps that were ticked, of those that the request answers, in their order. */
async function stepsIn({ number, steps = '' }: Wanted, { requests }: Needs): Promise<string[]> {
  const ticked = steps.split(',')
  const { answers = [] } = requestShown((await requests.of(number))?.content) ?? {}
  return answers.map(({ step }) => step).filter((step) => ticked.includes(step))
}

/** The section's time does not run while it waits for the requester, and begins anew when it can go on. */
export function dueAfter(
  kase: Case,
  { state = kase.state }: CaseChange,
  { channels, now }: Needs,
): Pick<Case, 'dueOn'> {
  const waits = state === 'needs-information' || state === 'returned' || state === 'answered'
  if (waits || endStates.includes(state) || state === 'with-kgv') return { dueOn: null }
  if (kase.dueOn !== null) return { dueOn: kase.dueOn }
  return { dueOn: businessDaysAfter(dayAt(now()), channels().timeLimits[kase.kind]) }
}

async function refusal(
  because: 'no-move' | 'not-yours' | 'not-now',
  kase: Case,
  wanted: string,
  { needs, say }: { needs: Needs; say: ReturnType<typeof speak> },
): Promise<string> {
  const name = async (person: string | null) =>
    (person && (await needs.people.nameOf(person))) || say('somebody')
  if (wanted === 'take' && kase.owner !== null) return say('refused.taken', { who: await name(kase.owner) })
  if (wanted === 'approve' && kase.approval === 'awaited')
    return say('refused.awaits', { who: await name(kase.approver) })
  return because === 'not-now'
    ? say('refused.not-now', { state: stateOf(kase, say) })
    : say('refused.not-yours')
}
