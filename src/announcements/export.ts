/** Who got an announcement, as an Excel file; and the file that goes with one. */
import { z } from 'zod'
import { card, openUrl, title } from '../kit/card.ts'
import type { Message } from '../kit/message.ts'
import { isChannel, personPlace } from '../kit/place.ts'
import { type Column, excel, sheetOf, textColumn } from '../kit/sheet.ts'
import { isPermitted, type Person } from '../people/people.ts'
import type { Announcement } from './announcement.ts'
import type { Copy, Needs } from './needs.ts'
import { workedBy } from './read.ts'
import { speak, whyOf } from './sentences.ts'

export type AnnouncementFile = { name: string; content: Uint8Array; type: string }

const wanted = z.strictObject({ announcementList: z.strictObject({ id: z.string() }) })
const attached = z.strictObject({ announcementFile: z.strictObject({ id: z.string(), file: z.string() }) })

type Row = Copy & { name: string }
const say = speak('nb')
const time = (heading: string, value: (row: Row) => number | null): Column<Row> => ({
  heading,
  width: 18,
  format: 'time',
  value: (row) => clockOf(value(row)),
})

const columns: readonly Column<Row>[] = [
  textColumn('Mottaker', 30, ({ name }) => name),
  textColumn('Status', 16, ({ state }) => say(`part.${state}`)),
  textColumn('Hvorfor ikke', 34, ({ because }) => (because === null ? null : whyOf(because, say))),
  time('Levert', ({ deliveredAt }) => deliveredAt),
  textColumn('Lest', 18, ({ readAt, state }) =>
    state !== 'delivered' ? null : readAt === null ? 'ukjent' : 'ja',
  ),
  time('Lest og forstått', ({ understoodAt }) => understoodAt),
]

/** Excel knows no time zones: what a clock in Norway showed is written as if it were UTC. */
function clockOf(instant: number | null): Date | null {
  if (instant === null) return null
  const shown = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Oslo',
    dateStyle: 'short',
    timeStyle: 'medium',
  }).format(instant)
  return new Date(`${shown.replace(' ', 'T')}Z`)
}

/** Offers the list, or a link to it where files cannot be handed out. */
export async function offerExport(id: string, who: Person, needs: Needs): Promise<Message> {
  const words = speak(who.language)
  const found = await workedBy(id, who, needs)
  if (!found) return { text: words('refused.gone') }
  const name = nameOf(found)
  const told = words('exported', { id })
  const data = { announcementList: { id } }
  const url = needs.linkTo(JSON.stringify(data), name)
  if (url) return { text: told, card: card([title(name)], [openUrl(words('download'), url)]) }
  const { byteLength } = await listOf(found, needs)
  return { text: told, file: { name, bytes: byteLength, description: told, data } }
}

const nameOf = ({ id }: Announcement): string => `Kunngjøring ${id}.xlsx`

/** The list behind an offer or a link. `who` is undefined where the link itself was given to them. */
export async function exportOf(
  data: unknown,
  who: Person | undefined,
  needs: Needs,
): Promise<AnnouncementFile | undefined> {
  const id = wanted.safeParse(data).data?.announcementList.id
  if (id === undefined) return undefined
  const found = who ? await workedBy(id, who, needs) : await anyOf(id, needs)
  return found && { name: nameOf(found), content: await listOf(found, needs), type: excel }
}

const anyOf = async (id: string, needs: Needs): Promise<Announcement | undefined> => {
  const kept = await needs.announcements.of(id)
  return kept && workedBy(id, { id: kept.author, language: 'nb', roles: new Set(['officer']) }, needs)
}

const pageSize = 1_000

async function listOf({ id }: Announcement, needs: Needs): Promise<Uint8Array> {
  const rows: Row[] = []
  for (let after = ''; ; ) {
    const copies = await needs.copies.page(id, { after, most: pageSize })
    const last = copies.at(-1)
    if (!last) break
    after = last.place
    for (const copy of copies) rows.push({ ...copy, name: await placeName(copy.place, needs) })
  }
  return sheetOf('Mottakere', columns, rows)
}

async function placeName(place: string, { people, channels }: Needs): Promise<string> {
  const id = place.replace(/^[^:]*:/, '')
  if (isChannel(place)) return channels().find((one) => one.id === id)?.name ?? id
  return (await people.nameOf(id)) ?? id
}

/** The file that goes with an announcement: for who got it, works with it, or was given the link. */
export async function fileOf(
  data: unknown,
  who: Person | undefined,
  needs: Needs,
): Promise<AnnouncementFile | undefined> {
  const { id, file } = attached.safeParse(data).data?.announcementFile ?? {}
  if (id === undefined || file === undefined) return undefined
  if (who && !(await mayHave(id, who, needs))) return undefined
  const kept = await needs.announcements.fileOf(file)
  return kept?.announcement === id
    ? { name: kept.name, content: kept.content, type: kept.contentType }
    : undefined
}

async function mayHave(id: string, who: Person, needs: Needs): Promise<boolean> {
  const [copy] = await needs.copies.of([{ announcement: id, place: personPlace(who.id) }])
  return (
    copy?.state === 'delivered' ||
    isPermitted('officer', who.roles) ||
    (await workedBy(id, who, needs)) !== undefined
  )
}
