/** Writing an announcement: each press keeps what is filled in. */
import { onPress, type Presses } from '../kit/action.ts'
import { dayAt, readDay } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { isPermitted, type Person, tenantOf } from '../people/people.ts'
import { editDraft, previewDraft, saveDraft } from './actions.ts'
import {
  type Announcement,
  type Audience,
  type Content,
  emptyContent,
  type Fault,
  faultsIn,
  type Words,
} from './announcement.ts'
import { audienceCard } from './audience-card.ts'
import { draftCard, languagesCard } from './draft-card.ts'
import type { Needs } from './needs.ts'
import { preview } from './preview.ts'
import { workable, workedBy } from './read.ts'
import { speak } from './sentences.ts'

/** A new draft, empty or as another was. */
export async function begin(who: Person, needs: Needs, from?: Announcement): Promise<Message> {
  // What a copy is of may be over.
  const as = from && { ...from, content: { ...from.content, expiresOn: null } }
  const { id, content } = await draft(who, needs, as)
  return draftCard({ id, content, state: 'draft' }, { say: speak(who.language), today: dayAt(needs.now()) })
}

type Invited = { units: readonly string[] } | { leaders: readonly string[] }

/** A draft that invites to an event, and what comes next: whom it goes to, or where that is said how it will look. */
export async function invite(
  invitation: Pick<Content, 'event' | 'expiresOn' | 'mandatory'> &
    Words & { notTo: readonly string[]; to: Invited | undefined },
  who: Person,
  needs: Needs,
): Promise<{ announcement: string; message: Message }> {
  const { title, text, notTo, to, ...more } = invitation
  const texts = { nb: { title, text } }
  const content: Content = { ...emptyContent, ...more, texts, topic: 'courses', notTo: [...notTo] }
  const { id } = await draft(who, needs, { content, audience: audienceOf(to, who) })
  const made = to && (await workedBy(id, who, needs))
  const message = made
    ? await preview(made, who, needs)
    : audienceCard({ id }, isPermitted('officer', who.roles), speak(who.language))
  return { announcement: id, message }
}

export function composing(needs: Needs): Presses<Person> {
  const today = () => dayAt(needs.now())
  return {
    ...onPress(editDraft, async ({ id, part }, who: Person) => {
      const read = await workable(id, 'edit', who, needs)
      if ('refused' in read) return { text: read.refused }
      const shown = { say: speak(who.language), today: today() }
      return part === 'languages' ? languagesCard(read.found, shown) : draftCard(read.found, shown)
    }),
    ...onPress(saveDraft, (filled, who: Person) => save(filled, who, needs)),
    ...onPress(previewDraft, async ({ id }, who: Person) => {
      const found = await workedBy(id, who, needs)
      return found ? preview(found, who, needs) : { text: speak(who.language)('refused.gone') }
    }),
  }
}

async function draft(
  who: Person,
  needs: Needs,
  from?: Pick<Announcement, 'content' | 'audience'>,
): Promise<{ id: string; content: Content }> {
  // Files belong to one announcement: a copy is begun without them.
  const begun = from ? { ...from.content, awaits: null, image: null, file: null } : emptyContent
  const content = { ...begun, editedBy: who.id }
  const made = {
    tenant: tenantOf(who.id),
    author: who.id,
    state: 'draft',
    content,
    audience: from?.audience ?? ({ kind: 'nobody' } satisfies Audience),
    words: wordsIn(content),
  }
  return { id: await needs.announcements.create(made, needs.now()), content }
}

function audienceOf(to: Invited | undefined, who: Person): Audience {
  if (!to) return { kind: 'nobody' }
  return 'units' in to
    ? { kind: 'units', units: [...to.units] }
    : { kind: 'list', name: speak(who.language)('leaders'), people: [...to.leaders], unknown: [] }
}

type Filled = NonNullable<ReturnType<typeof saveDraft.read>>

async function save({ id, next, ...filled }: Filled, who: Person, needs: Needs): Promise<Message> {
  const say = speak(who.language)
  const read = await workable(id, 'edit', who, needs)
  if ('refused' in read) return { text: read.refused }
  const { found } = read
  const { content, faults } = filledIn(found.content, filled, dayAt(needs.now()))
  content.awaits = next === 'image' || next === 'file' || next === 'list' ? next : null
  content.editedBy = who.id
  if (next === 'bare') Object.assign(content, { image: null, file: null })
  if (!(await keep(found, { content }, needs))) return { text: say('refused.changed') }
  const shown = { say, today: dayAt(needs.now()) }
  const now = { ...found, content }
  switch (next) {
    case 'image':
      return { text: say('sendImage') }
    case 'file':
      return { text: say('sendFile') }
    case 'list':
      return { text: say('sendList') }
    case 'languages':
      return languagesCard(now, shown)
    case 'text':
    case 'bare':
      return draftCard(now, shown)
    case 'later':
      return { text: say('saved', { id }) }
    case 'audience': {
      const wrong = [...faults, ...faultsIn(content)]
      if (wrong.length > 0) return draftCard(now, { ...shown, faults: wrong })
      if (found.state !== 'draft') return preview((await workedBy(id, who, needs)) ?? now, who, needs)
      return audienceCard(found, isPermitted('officer', who.roles), say)
    }
  }
}

/** The content with what was filled in; what a form does not have stays as it was. */
function filledIn(
  before: Content,
  filled: Omit<Filled, 'id' | 'next'>,
  today: string,
): { content: Content; faults: (Fault | 'day')[] } {
  const expiresOn = filled.expiresOn === undefined ? before.expiresOn : readDay(filled.expiresOn.trim())
  const wrongDay = filled.expiresOn?.trim() !== '' && expiresOn !== null && (expiresOn ?? '') < today
  const { nb, nn, en } = before.texts
  const content: Content = {
    ...before,
    texts: {
      nb: { title: (filled.title ?? nb.title).trim(), text: (filled.text ?? nb.text).trim() },
      ...inLanguage('nn', nn, filled.titleNn, filled.textNn),
      ...inLanguage('en', en, filled.titleEn, filled.textEn),
    },
    topic: filled.topic ?? before.topic,
    link: filled.link === undefined ? before.link : filled.link.trim() || null,
    expiresOn: wrongDay ? before.expiresOn : (expiresOn ?? null),
    mandatory: filled.mandatory === undefined ? before.mandatory : filled.mandatory === 'true',
    readBack: filled.readBack === undefined ? before.readBack : filled.readBack === 'true',
    nudgeAfter: filled.nudgeAfter === undefined ? before.nudgeAfter : Number(filled.nudgeAfter) || null,
    image:
      before.image && filled.alt !== undefined ? { ...before.image, alt: filled.alt.trim() } : before.image,
  }
  return { content, faults: wrongDay ? ['day'] : [] }
}

/** A language of which both parts are empty is none. */
function inLanguage(language: 'nn' | 'en', before: Words | undefined, title?: string, text?: string) {
  const words = { title: (title ?? before?.title ?? '').trim(), text: (text ?? before?.text ?? '').trim() }
  return words.title === '' && words.text === '' ? {} : { [language]: words }
}

/** All that it is found by. */
export const wordsIn = ({ texts }: Content): string =>
  Object.values(texts)
    .flatMap((one) => (one ? [one.title, one.text] : []))
    .join(' ')

export const keep = (
  found: Announcement,
  { content, audience }: { content?: Content; audience?: Audience },
  needs: Needs,
): Promise<boolean> =>
  needs.announcements.change(
    found,
    {
      ...(audience && { audience }),
      ...(content && { content }),
      // Of what is out it is what was sent that holds and is found.
      ...(content && found.state === 'draft' && { expiresOn: content.expiresOn, words: wordsIn(content) }),
    },
    { at: needs.now() },
  )
