/** How far an announcement has come, and how it went. */
import { type Button, card, chart, facts, inPlainText, note, text, title } from '../kit/card.ts'
import { writeDay, writeTime } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import type { Person } from '../people/people.ts'
import { approve, control, editDraft, exportCopies, giveBack, previewDraft, showStatus } from './actions.ts'
import { type Announcement, mayBe } from './announcement.ts'
import { audienceIn, reachedBy } from './audience.ts'
import { wordsFor } from './message.ts'
import type { Counts, Needs } from './needs.ts'
import { durationIn, factsOf } from './preview.ts'
import { type Say, speak, whyOf } from './sentences.ts'

/** Of the last look: how much was done, and when. */
type Before = { done?: number | undefined; at?: number | undefined }

export const totalOf = ({
  waiting,
  delivered,
  unreached,
  dropped,
  'taken-back': takenBack,
}: Counts): number => waiting + delivered + unreached + dropped + takenBack

/** The announcement as whoever works with it sees it. */
export async function statusOf(
  found: Announcement,
  reader: Pick<Person, 'id' | 'language'>,
  needs: Needs,
  before: Before = {},
): Promise<Message> {
  const { language } = reader
  const say = speak(language)
  const counts = await needs.copies.counts({ ...found, recalled: found.state === 'recalled' })
  const heading = `${found.id}: ${wordsFor(found.content, language).title || say('new')}`
  const isOut = totalOf(counts) > 0
  return {
    text: `${say(`state.${found.state}`)}: ${heading}`,
    card: card(
      [
        title(inPlainText(heading)),
        text(say(`state.${found.state}`), { weight: 'Bolder' }),
        isOut ? text(progressIn(found, counts, before, say, needs)) : undefined,
        await known(found, counts, say, needs),
        isOut ? chart(say('results'), partsOf(counts, say)) : undefined,
        ...(await reasons(found, counts, say, needs)),
      ],
      buttonsOf(found, { isOut, lacks: counts.unreached > 0, isAuthor: reader.id === found.author }, say),
    ),
  }
}

function progressIn(
  { state }: Announcement,
  counts: Counts,
  { done: doneBefore, at }: Before,
  say: Say,
  { now, perSecond }: Needs,
): string {
  const total = totalOf(counts)
  const done = total - counts.left
  const seconds = at === undefined ? 0 : (now() - at) / 1000
  const rate = seconds > 0 && doneBefore !== undefined ? (done - doneBefore) / seconds : (perSecond ?? 0)
  if (counts.left === 0 || rate <= 0 || state === 'paused') return say('progressOnly', { done, total })
  return say('progress', {
    done,
    total,
    rate: rate < 10 ? rate.toFixed(1).replace('.', ',') : Math.round(rate),
    left: durationIn(counts.left / rate, say),
  })
}

const partsOf = (counts: Counts, say: Say) =>
  (['delivered', 'waiting', 'unreached', 'dropped', 'taken-back'] as const)
    .filter((part) => counts[part] > 0)
    .map((part) => ({ legend: say(`part.${part}`), value: counts[part] }))

async function known(found: Announcement, counts: Counts, say: Say, needs: Needs) {
  const { content, version, begunAt, sendAt, state } = found
  if (totalOf(counts) === 0 && state !== 'scheduled') {
    const reached = await reachedBy(found.audience, content, found.tenant, needs)
    return factsOf(found, reached, say, needs)
  }
  const doubtful = await needs.outbox.doubtful(found.id)
  const ofDelivered = (count: number) => `${count} / ${counts.delivered}`
  return facts([
    [say('to'), audienceIn(found.audience, say, needs)],
    [say('sentAt'), begunAt ? writeTime(begunAt) : sendAt ? writeTime(sendAt) : ''],
    [say('version'), version > 1 ? say('times', { count: version - 1 }) : ''],
    [say('confirmed'), content.readBack ? ofDelivered(counts.understood) : ''],
    [say('readKnown'), counts.read > 0 ? `${ofDelivered(counts.read)}, ${say('readUnknown')}` : ''],
    [say('doubtful'), doubtful > 0 ? String(doubtful) : ''],
    [say('expires'), content.expiresOn ? writeDay(content.expiresOn) : ''],
  ])
}

async function reasons(found: Announcement, { unreached }: Counts, say: Say, needs: Needs) {
  if (unreached === 0) return []
  const why = await needs.copies.reasons(found.id)
  return [
    text(say('whyNot')),
    ...why.map(({ because, count }) =>
      note(say('reasonLine', { count: String(count), why: whyOf(because, say) })),
    ),
  ]
}

function buttonsOf(
  found: Announcement,
  { isOut, lacks, isAuthor }: { isOut: boolean; lacks: boolean; isAuthor: boolean },
  say: Say,
): (Button | undefined)[] {
  const { id, state } = found
  const does = (deed: 'pause' | 'resume' | 'again' | 'cancel' | 'recall' | 'withdraw', look = {}) =>
    mayBe(deed, found) ? control.button(say(deed), { id, deed }, look) : undefined
  const secondary = { mode: 'secondary' } as const
  return [
    state === 'draft' ? previewDraft.button(say('preview.title'), { id }, { style: 'positive' }) : undefined,
    ...(state === 'awaiting' && !isAuthor
      ? [
          approve.button(say('approve'), { id, revision: found.revision }, { style: 'positive' }),
          giveBack.button(say('return'), { id }),
        ]
      : []),
    isAuthor ? does('withdraw') : undefined,
    does('pause'),
    does('resume', { style: 'positive' }),
    lacks ? does('again') : undefined,
    isOut && mayBe('correct', found) ? editDraft.button(say('correct'), { id }) : undefined,
    does('cancel'),
    isOut ? does('recall', { style: 'destructive' }) : undefined,
    isOut ? exportCopies.button(say('exportList'), { id }) : undefined,
    control.button(say('duplicate'), { id, deed: 'duplicate' }, secondary),
    isOut && state !== 'draft' ? showStatus.button(say('refresh'), { id }, secondary) : undefined,
  ]
}

/** What a second officer decides of: what stands under the announcement itself. */
export async function awaitingCard(found: Announcement, language: Language, needs: Needs): Promise<Message> {
  const say = speak(language)
  const { id, revision, sendAt } = found
  const reached = await reachedBy(found.audience, found.content, found.tenant, needs)
  const who = (await needs.people.nameOf(found.author)) ?? found.author
  const told = say('awaitsYou', { who, count: say('people', { count: reached.places.length }) })
  return {
    text: told,
    card: card(
      [
        title(inPlainText(told)),
        await factsOf(found, reached, say, needs),
        sendAt !== null && sendAt > needs.now()
          ? note(say('scheduledFor', { id, time: writeTime(sendAt) }))
          : undefined,
      ],
      [
        approve.button(say('approve'), { id, revision }, { style: 'positive' }),
        giveBack.button(say('return'), { id }),
      ],
    ),
  }
}
