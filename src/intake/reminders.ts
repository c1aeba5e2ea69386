import { z } from 'zod'
import { card, text } from '../kit/card.ts'
import { dayMs } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { personAt, personPlace } from '../kit/place.ts'
import type { Language } from '../kit/say.ts'
import { resumeDraft } from './actions.ts'
import { draftTitle } from './drafts-card.ts'
import type { Needs } from './needs.ts'
import { speak } from './sentences.ts'

/** A draft that nobody touches is reminded of after so many days, and expires so many days after that. */
const remindedAfterDays = 14
const expiresAfterDays = 7
export const draftsKeptDays = remindedAfterDays + expiresAfterDays

const reminderSchema = z.object({ room: z.literal('intake'), draft: z.string(), touchedAt: z.number() })
type Reminder = z.output<typeof reminderSchema>

/** Posts one reminder of each draft that was left, and ends those that a reminder did not help. */
export async function remind({ drafts, postLetters, now }: Needs): Promise<void> {
  const at = now()
  const left = await drafts.left(at - remindedAfterDays * dayMs)
  await postLetters(
    left.map(({ id: draft, person, touchedAt }) => ({
      place: personPlace(person),
      what: { room: 'intake', draft, touchedAt } satisfies Reminder,
      dueAt: at,
      key: `reminder ${draft} ${touchedAt}`,
    })),
  )
  await drafts.expire(at - expiresAfterDays * dayMs, at)
}

type Delivery = { message(language: Language): Message; shown(): Promise<void> }

/** What a reminder says. Undefined where the person has gone on with the draft meanwhile, or it is gone. */
export async function wordReminder(
  what: unknown,
  place: string,
  { drafts, now }: Needs,
): Promise<Delivery | undefined> {
  const { draft: id, touchedAt } = reminderSchema.parse(what)
  const draft = await drafts.of(id, personAt(place) ?? '')
  if (draft?.state !== 'open' || draft.touchedAt !== touchedAt) return undefined
  return {
    message(language) {
      const say = speak(language)
      const told = say('reminder', { title: draftTitle(draft.replies, language), days: expiresAfterDays })
      return { text: told, card: card([text(told)], [resumeDraft.button(say('goOnNow'), { draft: id })]) }
    },
    shown: () => drafts.reminded(draft, now()),
  }
}
