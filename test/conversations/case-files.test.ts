import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Button, cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import { openFileStore } from '../support/file-store.ts'
import { type Buyer, talk, titleIn } from '../support/purchase-talk.ts'
import { kari, ola, openSection, per, type Section, turns } from '../support/section.ts'

let section: Section
let files: Awaited<ReturnType<typeof openFileStore>>
beforeAll(async () => {
  section = await openSection(() => noon)
  files = await openFileStore()
})
afterAll(async () => {
  await files.close()
  await section.chat.close()
})
const nina: Buyer = { id: 'nina', entraId: '00000000-0000-0000-0000-000000000014' }

/** Kari sends a purchase with a file; gives its number. */
async function sendWithFile(name: string): Promise<string> {
  await talk(section.chat, kari, 'nytt kjøp', turns)
  const attachment = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name,
    content: { downloadUrl: `${files.url}/file`, uniqueId: name, fileType: 'txt' },
  }
  const { sent } = await section.chat.send({ type: 'message', text: '', attachments: [attachment] }, kari)
  const receipt = await section.press(sent, 'Send til innkjøpsseksjonen', kari)
  return /\d{4}-\d{4}/.exec(titleIn(receipt))?.[0] ?? ''
}

const openedBy = async ({ url = '' }: Button): Promise<string> => (await fetch(url)).text()

test('who approves and who handles a purchase open its documents and the files that came with it', async () => {
  const number = await sendWithFile('krav.txt')
  for (const who of [kari, per, ola]) {
    const card = cardIn(await section.say(`sak ${number}`, who))
    expect(await openedBy(card.button('krav.txt')), who.id).toBe('innholdet')
    expect((await openedBy(card.button('Behovsbeskrivelse (Word)'))).startsWith('PK'), who.id).toBe(true)
  }
})

test('nobody else is given them, whatever they press', async () => {
  const number = await sendWithFile('hemmelig.txt')
  const { draft = '' } = (await section.chat.bot.store.requests.of(number)) ?? {}
  const [file] = await section.chat.bot.store.attachments.of(draft)
  const other = await section.sendPurchase()
  const press = (verb: string, data: object, who: Buyer) =>
    section.chat.press({ type: 'Action.Execute', title: '', verb, data }, who)
  const attachment = file?.id
  for (const [verb, data, who] of [
    ['cases.attachment', { number, attachment }, nina],
    ['cases.attachment', { number: other, attachment }, per],
    ['intake.document', { number, kind: 'needs' }, nina],
  ] as const) {
    const { sent } = await press(verb, data, who)
    expect(sent.at(-1)?.attachments ?? [], verb).toEqual([])
    expect(sent.at(-1)?.text).toBeTruthy()
  }
  const given = await press('cases.attachment', { number, attachment }, per)
  expect(given.sent.at(-1)?.attachments).toMatchObject([{ name: 'hemmelig.txt' }])
})
