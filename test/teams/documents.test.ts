import { afterAll, beforeAll, expect, test } from 'vitest'
import { createPasses } from '../../src/teams/links.ts'
import { openChat } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import { type OpenDoor, openDoorWith } from '../support/door.ts'

const passes = createPasses('hemmelig', () => noon)
const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'
let door: OpenDoor
beforeAll(async () => {
  door = await openDoorWith({
    async documentAt(pass) {
      const read = passes.read(pass)
      if (read.kind === 'expired') return 'expired'
      if (read.kind === 'bad' || read.data === 'slettet') return undefined
      if (read.data === 'feil') throw new Error('databasen svarer ikke: select hemmelighet')
      return { name: 'Protokoll – stoler «nye».docx', content: Buffer.from('PK docx'), type: word }
    },
  })
})
afterAll(() => door.close())

const get = (pass: string, language = 'nb-NO,nb;q=0.9', name = 'protokoll.docx') =>
  fetch(`http://127.0.0.1:${door.port}/documents/${pass}/${name}`, {
    headers: { 'accept-language': language },
  })
const good = passes.passFor('utkast-7', noon + 1)

test('a link gives its document under its own name, and nobody keeps a copy on the way', async () => {
  const response = await get(good)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-type')).toBe(word)
  expect(response.headers.get('content-disposition')).toBe(
    `attachment; filename*=UTF-8''${encodeURIComponent('Protokoll – stoler «nye».docx')}`,
  )
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  expect(await response.text()).toBe('PK docx')
})

test('a link may hold much', async () => {
  expect((await get(passes.passFor('x'.repeat(1000), noon + 1))).status).toBe(200)
})

test.each([
  ['nb-NO,nb;q=0.9,no;q=0.8', 'Lenken virker ikke lenger. Be boten om dokumentet på nytt.'],
  ['nn-NO,nn;q=0.9,nb;q=0.8', 'Lenkja verkar ikkje lenger. Be boten om dokumentet på nytt.'],
  ['en-US,en;q=0.9', 'The link works no longer. Ask the bot for the document anew.'],
  ['en-US,en;q=0.9,nb;q=0.8', 'Lenken virker ikke lenger. Be boten om dokumentet på nytt.'],
  ['', 'Lenken virker ikke lenger. Be boten om dokumentet på nytt.'],
])('a link that is too old says so, to a browser that asks for «%s»', async (language, words) => {
  const response = await get(passes.passFor('utkast-7', noon), language)
  expect(response.status).toBe(410)
  expect(response.headers.get('cache-control')).toBe('no-store')
  expect(await response.text()).toBe(words)
})

test('what is forged, gone or nothing opens nothing', async () => {
  for (const pass of [
    passes.passFor('slettet', noon + 1),
    createPasses('en annen', () => noon).passFor('utkast-7', noon + 1),
    `${good}x`,
    'x',
    '..%2f..%2fetc%2fpasswd',
    '%00',
  ]) {
    const response = await get(pass)
    expect(response.status, pass).toBe(404)
    expect(await response.text()).toContain('Dokumentet finnes ikke.')
  }
  for (const pass of ['', '%zz', 'x'.repeat(3000)])
    expect([400, 404], pass).toContain((await get(pass)).status)
})

test('a fault inside is told without a word about what it was', async () => {
  const response = await get(passes.passFor('feil', noon + 1))
  expect(response.status).toBe(500)
  expect(await response.text()).toBe('Beklager, noe gikk galt hos meg. Prøv igjen om litt.')
})

test('the whole bot, which has made no document, has none', async () => {
  const chat = await openChat()
  try {
    expect((await fetch(`http://127.0.0.1:${chat.bot.port}/documents/${good}/x`)).status).toBe(404)
  } finally {
    await chat.close()
  }
})
