/** Files that a person sends while a purchase is open: checked before they are fetched, and kept beside it. */
import { randomUUID } from 'node:crypto'
import type { Message } from '../kit/message.ts'
import type { Person } from '../people/people.ts'
import type { Draft, Needs } from './needs.ts'
import { speak } from './sentences.ts'

/** What a file is called, and how to fetch no more of it than so many bytes. */
export type ReceivedFile = {
  name: string
  read(mostBytes: number): Promise<Uint8Array | 'too-large' | 'elsewhere' | 'unreachable'>
}

const mostAttachments = 10
const mostMegabytes = 10
const bytesInMegabyte = 1024 * 1024

/** What is taken, with what such a file begins with; text begins with anything. */
const types: Readonly<Record<string, { contentType: string; begins: readonly number[] }>> = {
  pdf: { contentType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46] },
  docx: { contentType: office('wordprocessingml.document'), begins: [0x50, 0x4b] },
  xlsx: { contentType: office('spreadsheetml.sheet'), begins: [0x50, 0x4b] },
  pptx: { contentType: office('presentationml.presentation'), begins: [0x50, 0x4b] },
  png: { contentType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47] },
  jpg: { contentType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  jpeg: { contentType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  txt: { contentType: 'text/plain', begins: [] },
  csv: { contentType: 'text/csv', begins: [] },
}

function office(kind: string): string {
  return `application/vnd.openxmlformats-officedocument.${kind}`
}

/** Says what became of a file; `draft` is the open purchase that it belongs to. */
export async function attach(
  { name, read }: ReceivedFile,
  draft: Draft | undefined,
  who: Person,
  needs: Needs,
): Promise<Message> {
  const say = speak(who.language)
  if (!draft) return { text: say('attach.noDraft') }
  const named = nameOf(name)
  const ending = named.slice(named.lastIndexOf('.') + 1).toLowerCase()
  // A file can be called anything, also after something that every object has.
  const type = Object.hasOwn(types, ending) ? types[ending] : undefined
  const wrongType = { text: say('attach.type', { name: named, types: Object.keys(types).join(', ') }) }
  if (!type) return wrongType
  const content = await read(mostMegabytes * bytesInMegabyte)
  if (typeof content === 'string')
    return { text: say(`attach.${content}`, { name: named, megabytes: mostMegabytes }) }
  if (!type.begins.every((byte, at) => content[at] === byte)) return wrongType
  const kept = await needs.attachments.add({
    id: randomUUID(),
    draft: draft.id,
    person: who.id,
    name: named,
    contentType: type.contentType,
    content,
    at: needs.now(),
    most: mostAttachments,
  })
  if (kept === 'gone') return { text: say('gone') }
  if (kept === 'too-many') return { text: say('attach.too-many', { most: mostAttachments }) }
  const count = (await needs.attachments.of(draft.id)).length
  return { text: say('attached', { name: named, count, most: mostAttachments }) }
}

const longestName = 120

/** The end of a path and no more, without what no file name holds; its ending is kept. */
function nameOf(name: string): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? '').replace(/[\p{Cc}<>:"|?*]/gu, '').trim()
  return bare.length > longestName ? bare.slice(-longestName) : bare
}
