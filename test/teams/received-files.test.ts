import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { openChat } from '../support/chat.ts'
import { type OpenDoor, openDoorWith } from '../support/door.ts'
import { type FileStore, openFileStore } from '../support/file-store.ts'

/** Says what it got, as the intake will. */
let door: OpenDoor
let store: FileStore
let most = 1000
beforeAll(async () => {
  store = await openFileStore()
  door = await openDoorWith({
    async received({ name, read }, { id }) {
      const content = await read(most)
      return { text: `${name} fra ${id}: ${typeof content === 'string' ? content : Buffer.from(content)}` }
    },
    commands: [{ names: ['ferdig'], needs: 'employee', does: async () => ({ text: 'Da er vi ferdige.' }) }],
  })
})
afterAll(() => Promise.all([door.close(), store.close()]))
beforeEach(() => {
  most = 1000
  store.asked.length = 0
})

const kari = 'tenant-1:entra-kari'
const file = (path: string, changed: object = {}) => ({
  contentType: 'application/vnd.microsoft.teams.file.download.info',
  name: path.slice(1),
  contentUrl: 'https://kommune-my.sharepoint.com/personal/kari/Documents/tilbud.pdf',
  content: { downloadUrl: `${store.url}${path}`, uniqueId: 'B1A9', fileType: 'pdf' },
  ...changed,
})
const html = { contentType: 'text/html', content: '<p>hei</p>' }
const picture = {
  contentType: 'image/*',
  contentUrl: 'https://smba.trafficmanager.net/emea/v3/attachments/1/views/original',
}
const texts = async (attachments: unknown, text = '', extra: object = {}) =>
  (await door.send({ type: 'message', text, attachments, ...extra })).sent.map((sent) => sent.text)
const inGroup = { conversation: { id: '19:gruppe', conversationType: 'groupChat', tenantId: 'tenant-1' } }

test('a file without words is taken, and not answered as a question', async () => {
  expect(await texts([file('/file'), html])).toEqual([`file fra ${kari}: innholdet`])
  expect(store.asked.map(({ method, path }) => `${method} ${path}`)).toEqual(['GET /file'])
  expect(store.asked[0]?.headers.authorization).toBeUndefined()
})

test('several are taken in order, and then the words that came with them', async () => {
  expect(await texts([file('/file', { name: 'a' }), file('/empty', { name: 'b' })], 'tilbudene')).toEqual([
    `a fra ${kari}: innholdet`,
    `b fra ${kari}: `,
    'Du skrev: tilbudene',
  ])
  expect(await texts([file('/file')], 'ferdig')).toEqual([`file fra ${kari}: innholdet`, 'Da er vi ferdige.'])
})

test.each([
  ['/missing', 'unreachable'],
  ['/moved', 'unreachable'],
  ['/page', 'unreachable'],
  ['/half', 'unreachable'],
  ['/endless', 'too-large'],
])('what %s leads to is %s', async (path, outcome) => {
  expect(await texts([file(path)])).toEqual([`${path.slice(1)} fra ${kari}: ${outcome}`])
  expect(store.asked).toHaveLength(1)
})

test('what lies elsewhere is not fetched', async () => {
  for (const content of [
    { downloadUrl: 'https://evil.example/x' },
    { downloadUrl: 'http://169.254.169.254/x' },
    { downloadUrl: 'filen' },
    { downloadUrl: '' },
    { downloadUrl: `${store.url}/${'x'.repeat(9000)}` },
    { downloadUrl: 7 },
    {},
    null,
    'x',
  ])
    expect(await texts([file('/file', { content })])).toEqual([`file fra ${kari}: elsewhere`])
  expect(store.asked).toHaveLength(0)
})

test('a pasted picture is a file that cannot be fetched, and has no name', async () => {
  expect(await texts([picture, html], 'se bildet')).toEqual([
    ` fra ${kari}: elsewhere`,
    'Du skrev: se bildet',
  ])
})

test('what is no file is no file', async () => {
  const card = { contentType: 'application/vnd.microsoft.card.adaptive', content: {} }
  expect(await texts([html, card], 'hei')).toEqual(['Du skrev: hei'])
  expect(await texts([html])).toEqual(['Du skrev: '])
})

test('ten at most are taken', async () => {
  const many = Array.from({ length: 14 }, (_, index) => file('/empty', { name: String(index) }))
  expect(await texts(many)).toHaveLength(10)
})

test('a name keeps to one line, one order of letters and a length', async () => {
  expect(await texts([file('/empty', { name: 'til\nbud\u202efdp.exe' })])).toEqual([
    `til bud fdp.exe fra ${kari}: `,
  ])
  expect((await texts([file('/empty', { name: 'x'.repeat(999) })]))[0]).toBe(
    `${'x'.repeat(255)} fra ${kari}: `,
  )
})

test('in a group none is taken, it is said once and why, and the words are answered', async () => {
  const refusal = 'Filer tar jeg bare imot når vi er alene. Send den til meg i vår egen chat.'
  expect(await texts([file('/file'), file('/file')], '', inGroup)).toEqual([refusal])
  expect(await texts([file('/file')], '<at>Bot</at> rørlegger', inGroup)).toEqual([
    refusal,
    'Du skrev: rørlegger',
  ])
  expect(store.asked).toHaveLength(0)
})

test('a message with a file that is delivered again is taken once', async () => {
  const id = randomUUID()
  await Promise.all([texts([file('/file')], '', { id }), texts([file('/file')], '', { id })])
  expect(store.asked).toHaveLength(1)
})

test('who has no role at all sends none, and is told so for each', async () => {
  const closed = await openDoorWith({ rolesOf: () => new Set() })
  try {
    const { sent } = await closed.send({
      type: 'message',
      text: 'hei',
      attachments: [file('/file'), picture],
    })
    expect(sent).toHaveLength(3)
    for (const { text } of sent) expect(text).toContain('Dette har du ikke tilgang til.')
    expect(store.asked).toHaveLength(0)
  } finally {
    await closed.close()
  }
})

test('the whole bot, in which no purchase has begun, says what to do first', async () => {
  const chat = await openChat()
  try {
    const { sent } = await chat.send({ type: 'message', text: '', attachments: [file('/file')] })
    expect(sent.map(({ text }) => text)).toEqual([
      'Jeg kan legge filer ved et kjøp. Skriv «nytt kjøp», og send filen igjen.',
    ])
    expect(store.asked).toHaveLength(0)
  } finally {
    await chat.close()
  }
})
