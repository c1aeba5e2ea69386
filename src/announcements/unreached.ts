/** People whom nothing reaches, with why: for whoever leads the section, every week and when asked. */
import { card, inPlainText, note, text, title } from '../kit/card.ts'
import { dayAt, dayMs } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { weekAt } from '../kit/moment.ts'
import type { Language } from '../kit/say.ts'
import { unreachedOf } from './letters.ts'
import type { Needs } from './needs.ts'
import { speak, whyOf } from './sentences.ts'

const withinMs = 7 * dayMs
const mostListed = 40
/** In the morning of a Monday. */
const fromHour = 8

/** Undefined where everybody was reached: then nothing is told of it. */
export async function unreachedMessage(
  tenant: string,
  needs: Needs,
): Promise<{ message(language: Language): Promise<Message> } | undefined> {
  const unreached = await needs.copies.unreachedSince(tenant, needs.now() - withinMs)
  return unreached.length === 0 ? undefined : { message: (language) => listOf(unreached, language, needs) }
}

export async function unreachedNow(tenant: string, language: Language, needs: Needs): Promise<Message> {
  const unreached = await needs.copies.unreachedSince(tenant, needs.now() - withinMs)
  return unreached.length === 0
    ? { text: speak(language)('noneUnreached') }
    : listOf(unreached, language, needs)
}

async function listOf(
  unreached: readonly { place: string; because: string }[],
  language: Language,
  needs: Needs,
): Promise<Message> {
  const say = speak(language)
  const lines = await Promise.all(
    unreached.slice(0, mostListed).map(async ({ place, because }) => {
      const id = place.replace(/^[^:]*:/, '')
      const name = inPlainText((await needs.people.nameOf(id)) ?? id)
      return text(say('unreachedLine', { name, why: whyOf(because, say) }), { spacing: 'Small' })
    }),
  )
  const more = unreached.length - lines.length
  return {
    text: `${say('unreachedTitle')}: ${say('people', { count: unreached.length })}`,
    card: card([
      title(say('unreachedTitle')),
      note(say('unreachedHelp')),
      ...lines,
      more > 0 ? note(say('more', { count: more })) : undefined,
    ]),
  }
}

/** Posts the week's list to who leads the section, once however often it is called. */
export async function tellUnreached(tenants: readonly string[], needs: Needs): Promise<void> {
  const { week, isMonday, hour } = weekAt(needs.now())
  if (!isMonday || hour < fromHour) return
  const letters = tenants.flatMap((tenant) =>
    needs.people
      .leads(tenant, dayAt(needs.now()))
      .map((person) => unreachedOf(person, tenant, week, needs.now())),
  )
  await needs.outbox.post(letters)
}
