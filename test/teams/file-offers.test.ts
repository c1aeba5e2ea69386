import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Person } from '../../src/people/people.ts'
import { openChat } from '../support/chat.ts'
import { type OpenDoor, openDoorWith } from '../support/door.ts'
import { type FileStore, openFileStore } from '../support/file-store.ts'

const content = Buffer.from('PK protokoll')
const asked: { context: unknown; person: string }[] = []
let found: { name: string; content: Uint8Array } | 'no database' | undefined
let door: OpenDoor
let store: FileStore
beforeAll(async () => {
  store = await openFileStore()
  door = await openDoorWith({
    said: async (text) => ({
      text: 'Vil du ha protokollen?',
      file: { name: text, bytes: 12, description: 'Utkast til protokoll', data: { draft: 'u-7' } },
    }),
    async documentOf(context: unknown, { id }: Person) {
      asked.push({ context, person: id })
      if (found === 'no database') throw new Error(found)
      return found
    },
  })
})
afterAll(() => Promise.all([door.close(), store.close()]))
beforeEach(() => {
  asked.length = 0
  store.asked.length = 0
  store.answerWith(201)
  found = { name: 'protokoll.docx', content }
})

const uploadInfo = () => ({
  contentUrl: 'https://kommune-my.sharepoint.com/personal/kari/Documents/Applications/protokoll.docx',
  name: 'protokoll 1.docx',
  uploadUrl: `${store.url}/session?guid=1`,
  uniqueId: 'B1A9',
  fileType: 'docx',
})
const yes = (changed: object = {}) => ({
  type: 'fileUpload',
  action: 'accept',
  context: { draft: 'u-7' },
  uploadInfo: uploadInfo(),
  ...changed,
})
const no = { type: 'fileUpload', action: 'decline', context: { draft: 'u-7' } }
const answer = (value: unknown, extra?: object) => door.invoke('fileConsent/invoke', value, extra)
const couldNot = 'Jeg fikk ikke lagt filen i OneDrive hos deg. Be om den på nytt, så prøver jeg igjen.'
const inGroup = () => ({ id: '19:gruppe', conversationType: 'groupChat', tenantId: 'tenant-1' })

describe('a file is offered', () => {
  test('with a card that asks first, which tells its size and carries its data both ways', async () => {
    const [sent] = await door.say('protokoll.docx')
    expect(sent?.text).toBe('Vil du ha protokollen?')
    expect(sent?.attachments).toEqual([
      {
        contentType: 'application/vnd.microsoft.teams.card.file.consent',
        name: 'protokoll.docx',
        content: {
          description: 'Utkast til protokoll',
          sizeInBytes: 12,
          acceptContext: { draft: 'u-7' },
          declineContext: { draft: 'u-7' },
        },
      },
    ])
  })

  test('under a name that OneDrive takes', async () => {
    const [sent] = await door.say('Stoler: 2026/14 "nye".docx')
    expect(sent?.attachments?.[0]?.name).toBe('Stoler- 2026-14 -nye-.docx')
  })

  test('to one person alone, never in a group', async () => {
    const { sent } = await door.send({ type: 'message', text: 'protokoll.docx', conversation: inGroup() })
    expect(sent).toHaveLength(1)
    expect(sent[0]?.text).toContain('bare til deg alene')
    expect(sent[0]?.attachments).toBeUndefined()
  })
})

describe('after a yes', () => {
  test('the file is put where Teams says, without a token, and then shown', async () => {
    const { sent, status, answer: body } = await answer(yes())
    expect({ status, body }).toEqual({ status: 200, body: undefined })
    expect(asked).toEqual([{ context: { draft: 'u-7' }, person: 'tenant-1:entra-kari' }])
    expect(store.asked).toHaveLength(1)
    expect(store.asked[0]).toMatchObject({
      method: 'PUT',
      path: '/session?guid=1',
      headers: { 'content-range': 'bytes 0-11/12', 'content-type': 'application/octet-stream' },
      body: content,
    })
    expect(store.asked[0]?.headers.authorization).toBeUndefined()
    expect(sent).toHaveLength(1)
    expect(sent[0]?.text).toBe('Filen ligger i OneDrive hos deg.')
    expect(sent[0]?.attachments).toEqual([
      {
        contentType: 'application/vnd.microsoft.teams.card.file.info',
        name: 'protokoll 1.docx',
        contentUrl: uploadInfo().contentUrl,
        content: { uniqueId: 'B1A9', fileType: 'docx' },
      },
    ])
  })

  test('delivered again, the same yes is answered and not acted on', async () => {
    const id = randomUUID()
    const both = await Promise.all([answer(yes(), { id }), answer(yes(), { id })])
    const third = await answer(yes(), { id })
    expect([...both, third].map(({ status }) => status)).toEqual([200, 200, 200])
    expect(third.answer).toBeUndefined()
    expect(asked).toHaveLength(1)
    expect(store.asked).toHaveLength(1)
  })

  test('a document that is gone, or not theirs, is told', async () => {
    found = undefined
    const { sent, status } = await answer(yes({ context: { draft: 'en annens' } }))
    expect(status).toBe(200)
    expect(sent.map(({ text }) => text)).toEqual([
      'Denne filen har jeg ikke lenger. Be om den på nytt, så lager jeg den igjen.',
    ])
    expect(store.asked).toHaveLength(0)
  })

  test.each([202, 307, 404, 507])(
    'a store that answers %d: it is told that it did not work',
    async (status) => {
      store.answerWith(status)
      const { sent } = await answer(yes())
      expect(sent.map(({ text }) => text)).toEqual([couldNot])
      expect(sent[0]?.attachments).toBeUndefined()
      expect(store.asked).toHaveLength(1)
    },
  )

  test.each([
    ['a host that is not permitted', { uploadInfo: { uploadUrl: 'https://evil.example/x' } }],
    ['no address', { uploadInfo: { uploadUrl: undefined } }],
    ['an address that is a number', { uploadInfo: { uploadUrl: 7 } }],
    ['an endless address', { uploadInfo: { uploadUrl: `http://127.0.0.1/${'x'.repeat(9000)}` } }],
    ['no place at all', { uploadInfo: undefined }],
    ['a place that is none', { uploadInfo: [1] }],
  ])('%s: it is told that it did not work', async (_, changed) => {
    const { sent, status } = await answer(yes(changed))
    expect(status).toBe(200)
    expect(sent.map(({ text }) => text)).toEqual([couldNot])
    expect(store.asked).toHaveLength(0)
  })

  test('a fault inside is apologised for, the request is answered, and the same yes may come again', async () => {
    const id = randomUUID()
    found = 'no database'
    const failed = await answer(yes(), { id })
    expect(failed.status).toBe(500)
    expect(failed.sent[0]?.text).toContain('noe gikk galt')
    found = { name: 'protokoll.docx', content }
    expect((await answer(yes(), { id })).sent[0]?.text).toBe('Filen ligger i OneDrive hos deg.')
  })
})

test('after a no nothing is asked for or put, and it is told kindly', async () => {
  const { sent, status, answer: body } = await answer(no)
  expect({ status, body }).toEqual({ status: 200, body: undefined })
  expect(sent[0]?.text).toContain('Greit, jeg legger den ikke i OneDrive.')
  expect(asked).toHaveLength(0)
  expect(store.asked).toHaveLength(0)
})

test('who writes nynorsk or another language is told in it', async () => {
  const { sent } = await answer(yes(), { locale: 'nn-NO' })
  expect(sent[0]?.text).toBe('Fila ligg i OneDrive hos deg.')
})

test('a yes in a group is answered and goes nowhere', async () => {
  const { sent, status } = await answer(yes(), { conversation: inGroup() })
  expect(status).toBe(200)
  expect(sent.map(({ text }) => text)).toEqual([expect.stringContaining('bare til deg alene')])
  expect(asked).toHaveLength(0)
  expect(store.asked).toHaveLength(0)
})

test.each([[null], [7], [[]], [{}], [{ action: 'maybe' }], [{ action: 'accept '.repeat(9) }]])(
  '%j is no answer to an offer, and is answered as what is not offered',
  async (value) => {
    expect((await answer(value)).status).toBe(404)
    expect(asked).toHaveLength(0)
  },
)

test.each([
  ['who has no role at all', { rolesOf: () => new Set<never>() }, 200, ['Dette har du ikke tilgang til.']],
  ['who sends too much', { countOf: async () => 2000 }, 429, []],
])('%s is given nothing', async (_, needs, status, words) => {
  const closed = await openDoorWith({ documentOf: async () => ({ name: 'x', content }), ...needs })
  try {
    const { sent, ...answered } = await closed.invoke('fileConsent/invoke', yes())
    expect(answered.status).toBe(status)
    expect(sent.map(({ text }) => text)).toEqual(words.map((part) => expect.stringContaining(part)))
    expect(store.asked).toHaveLength(0)
  } finally {
    await closed.close()
  }
})

test('the whole bot, which has offered nothing, says that the file is gone', async () => {
  const chat = await openChat()
  try {
    const { sent, status } = await chat.invoke('fileConsent/invoke', yes())
    expect(status).toBe(200)
    expect(sent[0]?.text).toContain('Denne filen har jeg ikke lenger.')
  } finally {
    await chat.close()
  }
})
