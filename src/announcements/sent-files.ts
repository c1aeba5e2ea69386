/** Files that an author sends for a draft: a picture, a file for everybody, or a list of people. */
import { randomUUID } from 'node:crypto'
import { dayAt, hourMs } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import { type Person, tenantOf } from '../people/people.ts'
import { type Announcement, type Audience, mayBe } from './announcement.ts'
import { keep } from './compose.ts'
import { draftCard } from './draft-card.ts'
import type { Needs } from './needs.ts'
import { preview } from './preview.ts'
import { announcementIn, workedBy } from './read.ts'
import { readRecipients } from './recipient-list.ts'
import { speak } from './sentences.ts'

/** For so long a file is taken for what was asked for. */
const awaitsMs = hourMs
const largest = { image: 1024 * 1024, file: 10 * 1024 * 1024, list: 5 * 1024 * 1024 }
type ReceivedFile = { name: string; read(mostBytes: number): Promise<Uint8Array | string> }

/** Takes a file that a draft awaits; undefined where none does. */
export async function received(file: ReceivedFile, who: Person, needs: Needs): Promise<Message | undefined> {
  const say = speak(who.language)
  const kept = await needs.announcements.list({ tenant: tenantOf(who.id) }, 50)
  const found = kept
    .map(announcementIn)
    .find((one) => one?.author === who.id && one.content.awaits && one.changedAt > needs.now() - awaitsMs)
  const awaits = found?.content.awaits
  if (!found || !awaits || !mayBe(awaits === 'list' ? 'send' : 'edit', found)) return undefined
  const content = await file.read(largest[awaits])
  if (typeof content === 'string') return { text: say('notRead', { name: file.name }) }
  const name = file.name || 'fil'
  return awaits === 'list'
    ? takeList(found, { name, content }, who, needs)
    : takeFile(found, awaits, { name, content }, who, needs)
}

type Sent = { name: string; content: Uint8Array }

async function takeFile(
  found: Announcement,
  kind: 'image' | 'file',
  { name, content }: Sent,
  who: Person,
  needs: Needs,
): Promise<Message> {
  const say = speak(who.language)
  const type = imageType(content)
  if (kind === 'image' && !type) return { text: say('notAnImage') }
  const file = randomUUID()
  const contentType = type ?? 'application/octet-stream'
  await needs.announcements.addFile({ id: file, announcement: found.id, kind, name, contentType, content })
  const attached = kind === 'image' ? { image: { file, alt: '' } } : { file: { file, name } }
  const now = { ...found.content, ...attached, awaits: null }
  if (!(await keep(found, { content: now }, needs))) return { text: say('refused.changed') }
  return draftCard({ ...found, content: now }, { say, today: dayAt(needs.now()) })
}

/** By its first bytes: what a file is called says nothing. */
function imageType(content: Uint8Array): string | undefined {
  const starts = (...bytes: number[]) => bytes.every((byte, at) => content[at] === byte)
  if (starts(0x89, 0x50, 0x4e, 0x47)) return 'image/png'
  if (starts(0xff, 0xd8, 0xff)) return 'image/jpeg'
  return starts(0x47, 0x49, 0x46, 0x38) ? 'image/gif' : undefined
}

async function takeList(
  found: Announcement,
  { name, content }: Sent,
  who: Person,
  needs: Needs,
): Promise<Message> {
  const say = speak(who.language)
  const read = await readRecipients(name, content)
  if (!read || read.named.length + read.nobody.length === 0) return { text: say('notAList', { name }) }
  const people: string[] = []
  const unknown = [...read.nobody]
  for (const named of read.named) {
    const person = await needs.people.find(found.tenant, named)
    if (person) people.push(person)
    else unknown.push(named)
  }
  const audience: Audience = { kind: 'list', name, people: [...new Set(people)], unknown }
  if (!(await keep(found, { content: { ...found.content, awaits: null }, audience }, needs)))
    return { text: say('refused.changed') }
  const now = await workedBy(found.id, who, needs)
  return now ? preview(now, who, needs) : { text: say('refused.gone') }
}
