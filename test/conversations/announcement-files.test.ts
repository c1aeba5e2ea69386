import { createServer } from 'node:http'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { z } from 'zod'
import { cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { readIn, titleIn } from '../support/purchase-talk.ts'
import { readSheet } from '../support/read-sheet.ts'
import { kari, ola, openSection, per, type Section } from '../support/section.ts'

/** What goes with an announcement, and lists of people that are uploaded. */
let section: Section
let store: { url: string; files: Map<string, Uint8Array>; close(): void }
beforeAll(async () => {
  let at = noon
  section = await openSection(() => at++)
  const files = new Map<string, Uint8Array>()
  const server = createServer((request, response) => response.end(files.get(request.url ?? '') ?? ''))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = z.object({ port: z.number() }).parse(server.address())
  store = { url: `http://127.0.0.1:${port}`, files, close: () => server.close() }
})
afterAll(async () => {
  store.close()
  await section.chat.close()
})

/** Sends a file in the chat, as Teams does: by its address. */
async function sendFile(name: string, content: Uint8Array, who = ola): Promise<Sent[]> {
  store.files.set(`/${name}`, content)
  const attachment = {
    contentType: 'application/vnd.microsoft.teams.file.download.info',
    name,
    content: { downloadUrl: `${store.url}/${name}`, uniqueId: name, fileType: name.split('.').at(-1) },
  }
  const { sent } = await section.chat.send({ type: 'message', text: '', attachments: [attachment] }, who)
  return sent
}

const fields = { title: 'Sikkerhetsvarsel', text: 'Bytt pumpen før bruk.', topic: 'recall' }
const begun = () => section.say('ny kunngjøring', ola)
const png = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3])

test('a picture goes with it, with words for those who do not see it, and opens by its address alone', async () => {
  const asked = await section.press(await begun(), 'Legg ved bilde', ola, fields)
  expect(asked.at(-1)?.text).toContain('Send meg bildet nå')
  expect((await sendFile('virus.png', new TextEncoder().encode('MZ ikke et bilde'))).at(-1)?.text).toContain(
    'ikke et bilde jeg kan vise',
  )
  const form = await sendFile('pumpe.png', png)
  expect(cardIn(form).json).toContain('Hva viser bildet?')
  const without = await section.press(form, 'Velg mottakere', ola, { ...fields, alt: ' ' })
  expect(readIn(without)).toContain('Skriv hva bildet viser')
  const audience = await section.press(without, 'Velg mottakere', ola, {
    ...fields,
    alt: 'Pumpen med rød bryter',
  })
  const preview = await section.press(await section.press(audience, 'Enheter', ola), 'Bruk dette', ola, {
    chosen: 'skogen',
  })
  await section.press(preview, 'Send til 2 personer', ola)
  const copy = section.chatOf(kari).at(-1)
  const [, url = ''] = /"url":"(http[^"]+)"/.exec(JSON.stringify(copy)) ?? []
  expect(JSON.stringify(copy)).toContain('"altText":"Pumpen med rød bryter"')
  const fetched = await fetch(url)
  expect(fetched.headers.get('content-type')).toBe('image/png')
  expect(new Uint8Array(await fetched.arrayBuffer())).toEqual(png)
  expect((await fetch(url.replace(/key=.*/, 'key=gjettet'))).status).toBe(404)
})

test('a file goes with it, to those who got it and nobody else', async () => {
  await section.press(await begun(), 'Legg ved fil', ola, fields)
  const form = await sendFile('varsel.pdf', new TextEncoder().encode('%PDF-1.7'))
  expect(readIn(form)).toContain('Fil: varsel.pdf')
  const audience = await section.press(form, 'Velg mottakere', ola, fields)
  const preview = await section.press(await section.press(audience, 'Enheter', ola), 'Bruk dette', ola, {
    chosen: 'skogen',
  })
  await section.press(preview, 'Send til 2 personer', ola)
  const copy = section.chatOf(kari).slice(-1)
  const offered = await section.press(copy, 'Hent varsel.pdf', kari)
  const link = cardIn(offered).button('Last ned').url ?? ''
  expect(await (await fetch(link)).text()).toBe('%PDF-1.7')
  const stranger = { id: 'nina', entraId: '00000000-0000-0000-0000-000000000014' }
  expect((await section.press(copy, 'Hent varsel.pdf', stranger)).at(-1)?.text).toContain(
    'gjelder ikke lenger',
  )
})

test('a list of people is read, and who is unknown is named', async () => {
  await section.press(await begun(), 'Velg mottakere', ola, { ...fields, title: 'Til noen' })
  const upload = async (name: string, content: Uint8Array) => {
    const shown = await section.say('kunngjøringer', ola)
    const draft = await section.press(shown, 'Vis', ola)
    const form = await section.press(draft, 'Slik blir det', ola)
    await section.press(await section.press(form, 'Endre mottakere', ola), 'Last opp en liste', ola)
    return sendFile(name, content)
  }
  const csv = 'Navn;Id\nKari;00000000-0000-0000-0000-000000000001\nNoen;finnes.ikke@eksempel.no\nTom rad;\n'
  const preview = await upload('liste.csv', new TextEncoder().encode(csv))
  expect(titleIn(preview)).toBe('Slik blir det')
  expect(readIn(preview)).toContain('1 person')
  expect(readIn(preview)).toContain('Kari Ansatt')
  expect(readIn(preview)).toContain('finnes.ikke@eksempel.no')
  expect(readIn(preview)).toContain('4: Tom rad')

  expect((await upload('bilde.xlsx', png)).at(-1)?.text).toContain('Jeg fant ingen')
  const rows = [['Id'], ['00000000-0000-0000-0000-000000000001'], ['00000000-0000-0000-0000-000000000004']]
  const sheet = await writeXlsx({ sheets: [{ name: 'Ark', rows }] })
  const two = await upload('liste.xlsx', sheet)
  expect(readIn(two)).toContain('2 personer')
  await section.press(two, 'Send til 2 personer', ola)
  expect(titleIn(section.chatOf(per).slice(-1))).toBe('Til noen')
})

test('to a channel it goes once, without what one person confirms', async () => {
  const audience = await section.press(await begun(), 'Velg mottakere', ola, {
    ...fields,
    title: 'I kanalen',
    readBack: 'true',
  })
  const choices = await section.press(audience, 'En kanal i Teams', ola)
  const preview = await section.press(choices, 'Bruk dette', ola, { chosen: 'channel-general' })
  expect(readIn(preview)).toContain('Innkjøpssaker')
  await section.press(preview, 'Send til én kanal', ola)
  const posted = section.channel().filter((one) => titleIn([one]) === 'I kanalen')
  expect(posted).toHaveLength(1)
  expect(cardIn(posted).buttons.map(({ title }) => title)).not.toContain('Lest og forstått')
})

test('who got it is given as an Excel file', async () => {
  const found = await section.press(await section.say('søk kunngjøringer til noen', ola), 'Vis', ola)
  const offered = await section.press(found, 'Hent Excel-liste', ola)
  const bytes = await (await fetch(cardIn(offered).button('Last ned').url ?? '')).arrayBuffer()
  expect(Buffer.from(bytes).subarray(0, 2).toString()).toBe('PK')
  expect(JSON.stringify(readSheet(new Uint8Array(bytes)))).toContain('Kari Ansatt')
})

test('a list that comes when it was let out changes nothing', async () => {
  const audience = await section.press(await begun(), 'Velg mottakere', ola, {
    ...fields,
    title: 'Bare skolen',
  })
  await section.press(audience, 'Last opp en liste', ola)
  const preview = await section.press(await section.press(audience, 'Enheter', ola), 'Bruk dette', ola, {
    chosen: 'skogen',
  })
  const when = await section.press(preview, 'Velg tidspunkt', ola)
  await section.press(when, 'Planlegg', ola, { day: '2026-12-01', time: '10:00' })
  await sendFile('alle.csv', new TextEncoder().encode('Id\n00000000-0000-0000-0000-000000000014\n'))
  const status = await section.press(await section.say('søk kunngjøringer bare skolen', ola), 'Vis', ola)
  expect(readIn(status)).toContain('Skogen skole')
})
