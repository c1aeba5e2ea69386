/** What a letter says, worded when it is sent: of the case as it is then, in the language of the one who gets it. */
import { card, inPlainText, text } from '../kit/card.ts'
import { dayAt, writeDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { isChannel, personAt, personPlace } from '../kit/place.ts'
import type { Language } from '../kit/say.ts'
import type { Case } from './case.ts'
import { caseCard, sharedCard } from './case-card.ts'
import { nameOf, toldOf } from './in-words.ts'
import { awaitsApproval, type CaseLetter, letterSchema, toOfficers } from './letters.ts'
import type { Mover } from './move.ts'
import type { Party } from './moves.ts'
import type { Needs } from './needs.ts'
import { speak } from './sentences.ts'

export type Delivery = {
  message(language: Language): Promise<Message>
  /** The activity that it takes the place of. */
  replaces?: string
  shown?(activity: string): Promise<void>
  unreachable?(): Promise<void>
}

/** Undefined where there is nothing to say any more. */
export async function word(what: unknown, place: string, needs: Needs): Promise<Delivery | undefined> {
  const letter = letterSchema.safeParse(what).data
  const kept = letter && (await needs.cases.of(letter.number))
  if (!kept) return undefined
  const kase = kept as Case // the store keeps states of moves only
  switch (letter.tell) {
    case 'case':
      return isChannel(place) ? shared(kase, place, needs) : alone(kase, place, needs)
    case 'event':
      return eventTo(letter, kase, place, needs)
    case 'asked-for':
      return telling(kase, place, needs)
    case 'overdue':
      return isOverdue(letter.due, kase, place, needs)
        ? {
            ...telling(kase, place, needs, (say) =>
              say('nudge', { name: nameOf(kase, say), day: writeDay(letter.due) }),
            ),
            ...(isChannel(place) && {
              unreachable: () =>
                needs.postLetters(toOfficers(kase, { tell: 'overdue', due: letter.due }, needs)),
            }),
          }
        : undefined
    case 'approval':
      return awaitsApproval(kase) && isFor(kase.approver, place, needs)
        ? telling(kase, place, needs, (say) => say('awaitsYou', { name: nameOf(kase, say) }))
        : undefined
    case 'article':
      return articleTold(letter.article, needs)
  }
}

/** Undefined where the article has been taken away meanwhile. */
function articleTold(id: string, { knowledge, showItem }: Needs): Delivery | undefined {
  const item = knowledge().item(id)
  return (
    item && {
      async message(language) {
        const say = speak(language)
        const told = say('article.told', { title: item.title })
        return { text: told, card: card([text(inPlainText(told))], [showItem(item, say('article.show'))]) }
      },
    }
  )
}

/** One card for each case in a channel, changed where it stands. */
async function shared(kase: Case, place: string, needs: Needs): Promise<Delivery> {
  const { number } = kase
  const replaces = await needs.cases.cardAt(number, place)
  return {
    message: (language) => sharedCard({ kase, needs, language }),
    unreachable: () => needs.postLetters(toOfficers(kase, { tell: 'case' }, needs)),
    ...(replaces !== undefined && { replaces }),
    shown: (activity) => needs.cases.cardShown(number, place, activity),
  }
}

/** Where there is no channel an officer is told of what is new and free; what others do with it is theirs. */
function alone(kase: Case, place: string, needs: Needs): Delivery | undefined {
  const isFree = kase.owner === null && (kase.state === 'submitted' || kase.state === 'asked')
  return isFree ? telling(kase, place, needs) : undefined
}

async function eventTo(
  { seq, to }: Extract<CaseLetter, { tell: 'event' }>,
  kase: Case,
  place: string,
  needs: Needs,
): Promise<Delivery | undefined> {
  const event = (await needs.cases.eventsOf(kase.number)).find((one) => one.seq === seq)
  if (!event) return undefined
  return {
    async message(language) {
      const say = speak(language)
      const told = await toldOf(kase, event, to, { people: needs.people, say })
      return caseCard({ kase, needs, language, told, toldOf: seq }, readerAt(place, to, kase, needs))
    },
  }
}

const telling = (
  kase: Case,
  place: string,
  needs: Needs,
  words?: (say: ReturnType<typeof speak>) => string,
): Delivery => ({
  message(language) {
    const told = words?.(speak(language))
    const told_ = told === undefined ? {} : { told }
    if (isChannel(place)) return sharedCard({ kase, needs, language, ...told_ })
    const id = personAt(place) ?? ''
    const actsFor = actingAt(place, needs)
    const approves = kase.approver !== null && actsFor.includes(kase.approver)
    const mover = { id, isOfficer: id !== kase.requester && !approves, actsFor }
    return caseCard({ kase, needs, language, ...told_ }, mover)
  },
})

/** Who reads it, as far as its buttons go; whether a press is permitted is checked when it is pressed. */
const readerAt = (place: string, to: Party, { requester }: Case, needs: Needs): Mover => {
  const id = personAt(place) ?? ''
  return { id, isOfficer: to === 'owner' && id !== requester, actsFor: actingAt(place, needs) }
}

/** Overdue still, and not told to somebody else instead: who has a case is told alone. */
function isOverdue(due: string, kase: Case, place: string, needs: Needs): boolean {
  const stands = kase.dueOn === due && dayAt(needs.now()) > due
  return (
    stands && (kase.owner === null ? place !== personPlace(kase.requester) : isFor(kase.owner, place, needs))
  )
}

/** Whether a place is somebody's own, or of who stands in for them today. */
const isFor = (person: string | null, place: string, needs: Needs): boolean =>
  person !== null && actingAt(place, needs).includes(person)

const actingAt = (place: string, { people, now }: Needs): readonly string[] =>
  people.actsFor(personAt(place) ?? '', dayAt(now()))
