/** Announcements in lists: those somebody works with, those they got, and what is new of an agreement. */
import { type Button, beside, card, inPlainText, note, text, title } from '../kit/card.ts'
import { dayAt } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { personPlace } from '../kit/place.ts'
import { isPermitted, type Person, tenantOf } from '../people/people.ts'
import { showAnnouncement, showStatus } from './actions.ts'
import type { Announcement } from './announcement.ts'
import { wordsFor } from './message.ts'
import type { Needs } from './needs.ts'
import { announcementIn } from './read.ts'
import { speak } from './sentences.ts'

const mostListed = 15
const stillOut = ['sending', 'paused', 'sent'] as const

/** All there are, for officers; for others what they wrote themselves, and what they got that still holds. */
export async function list(who: Person, needs: Needs, words?: string): Promise<Message> {
  const say = speak(who.language)
  const sought = { tenant: tenantOf(who.id), ...(words !== undefined && { words }) }
  const isOfficer = isPermitted('officer', who.roles)
  const worked = isOfficer ? sought : { ...sought, author: who.id }
  const got = { ...sought, place: personPlace(who.id), states: stillOut, validOn: dayAt(needs.now()) }
  const written = (await needs.announcements.list(worked, mostListed)).flatMap(
    (one) => announcementIn(one) ?? [],
  )
  const received = isOfficer ? [] : await sentOut(await needs.announcements.list(got, mostListed), needs)
  const more =
    (await needs.announcements.count(worked)) +
    (isOfficer ? 0 : await needs.announcements.count(got)) -
    written.length -
    received.length
  const heading = words === undefined ? say('listTitle') : say('foundTitle', { words })
  const nameOf = ({ content }: Announcement) => inPlainText(wordsFor(content, who.language).title || '–')
  return {
    text: heading,
    card: card([
      title(inPlainText(heading)),
      ...(written.length + received.length === 0 ? [text(say('noneHere'))] : []),
      ...written.map((one) =>
        beside(
          text(`**${one.id}** · ${nameOf(one)} · ${say(`state.${one.state}`)}`),
          showStatus.button(say('show'), { id: one.id }, { tooltip: one.id }),
        ),
      ),
      ...received.map((one) =>
        beside(
          text(`**${nameOf(one)}**`),
          showAnnouncement.button(say('show'), { id: one.id }, { tooltip: nameOf(one) }),
        ),
      ),
      ...(more > 0 ? [note(say('more', { count: more }))] : []),
    ]),
  }
}

/** As they were sent out last: what is being edited is not theirs to see. */
const sentOut = async (listed: readonly { id: string }[], needs: Needs): Promise<Announcement[]> =>
  listed.length === 0
    ? []
    : (await needs.announcements.published(listed.map(({ id }) => id))).flatMap(
        (kept) => announcementIn(kept) ?? [],
      )

export type News = { title: string; show: Button }
const mostNews = 2

/** What was sent to the users of an agreement, as far as somebody got it and it holds. */
export async function newsOf(agreement: string, who: Person, needs: Needs): Promise<News[]> {
  const got = {
    tenant: tenantOf(who.id),
    place: personPlace(who.id),
    states: stillOut,
    validOn: dayAt(needs.now()),
  }
  const about = (await sentOut(await needs.announcements.list(got, mostListed), needs)).filter(
    ({ audience }) => audience.kind === 'agreement' && audience.agreement === agreement,
  )
  return about.slice(0, mostNews).map(({ id, content }) => ({
    title: wordsFor(content, who.language).title,
    show: showAnnouncement.button(speak(who.language)('show'), { id }),
  }))
}
