import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { type Buyer, readIn, titleIn } from '../support/purchase-talk.ts'
import { ida, kari, ola, openSection, type Section } from '../support/section.ts'

let section: Section
beforeAll(async () => {
  section = await openSection(() => noon)
})
afterAll(() => section.chat.close())

const chatOf = (who: Buyer) => section.chatOf(who)
const channel = () => section.channel()
const say = (words: string, as: Buyer) => section.say(words, as)
const press = (sent: readonly Sent[], title: string, as: Buyer, values: object = {}) =>
  section.press(sent, title, as, values)
const fillIn = (sent: readonly Sent[], values: object, as: Buyer) => section.press(sent, 'Send', as, values)

/** A refusal, and a choice that was not right, hand the question over by a button of their own. */
const askTitle = (sent: readonly Sent[]): string =>
  cardIn(sent).buttons.find(({ title }) => /spør innkjøpsseksjonen/i.test(title))?.title ?? ''

test('a question gets its answer back, and is asked on where that was not enough', async () => {
  const refused = await say('hvordan blir været i morgen på jobben', kari)
  await press(refused, askTitle(refused), kari)
  expect(titleIn(channel())).toContain('Spørsmål S-')
  await press(channel(), 'Jeg tar saken', ida)
  await fillIn(await press(chatOf(ida), 'Svar på spørsmålet', ida), { words: 'Send en søknad til oss.' }, ida)
  expect(readIn(chatOf(kari))).toContain(
    'Svar fra Ida Innkjøpssjef, rådgiver i innkjøpsseksjonen: Send en søknad til oss.',
  )
  await fillIn(await press(chatOf(kari), 'Nei, jeg lurer fortsatt', kari), { words: 'Hvilket skjema?' }, kari)
  expect(readIn(chatOf(ida))).toContain('Hvilket skjema?')
  await fillIn(await press(chatOf(ida), 'Svar på spørsmålet', ida), { words: 'Det har vi ikke.' }, ida)
  await press(chatOf(kari), 'Ja, det hjalp', kari)
  expect(readIn(channel())).toContain('Status: Avsluttet')
})

test('an answer is given once, however often it is pressed', async () => {
  const refused = await say('hvordan blir været i morgen på jobben', kari)
  await press(refused, askTitle(refused), kari)
  await press(channel(), 'Jeg tar saken', ida)
  const form = await press(chatOf(ida), 'Svar på spørsmålet', ida)
  const send = cardIn(form).button('Send')
  const pressed = { ...send, data: { ...(send.data as object), words: 'Sol.' } } // a button's
  await Promise.all([1, 2, 3, 4].map(() => section.chat.press(pressed, ida)))
  await section.chat.bot.idle()
  const number = /S-\d+/.exec(titleIn(channel()))?.[0] ?? ''
  const kinds = (await section.chat.bot.store.cases.eventsOf(number)).map(({ kind }) => kind)
  expect(kinds).toEqual(['asked', 'take', 'answer'])
  const own = await say('hvordan blir været på mandag hos oss', ola)
  await press(own, askTitle(own), ola)
  const taken = await press(channel(), 'Jeg tar saken', ola)
  expect(taken.map(({ text }) => text).join()).toContain('Dette er det ikke du som bestemmer')
})

test('a question is answered in the channel, by the one who has it', async () => {
  const ask = async () => {
    const refused = await say('hvordan blir været i morgen på jobben', kari)
    await press(refused, askTitle(refused), kari)
  }
  await ask()
  expect((await press(channel(), 'Send svaret', ola, { words: ' ' })).map(({ text }) => text)).toContain(
    'Fyll ut feltet først.',
  )
  await press(channel(), 'Send svaret', ola, { words: 'Det vet vi ikke, ring 91 23 45 67.' })
  expect(readIn(chatOf(kari))).toContain(
    'Svar fra Ola Innkjøper, rådgiver i innkjøpsseksjonen: Det vet vi ikke, ring \\[telefon\\].',
  )
  expect(readIn(channel())).toContain('Status: Besvart')
  expect(readIn(chatOf(ola))).toContain('Status: Besvart')
  await ask()
  await press(channel(), 'Jeg tar saken', ida)
  const late = await press(channel(), 'Send svaret', ola, { words: 'Sol.' })
  expect(late.map(({ text }) => text).join()).toMatch(
    /Ida Innkjøpssjef har saken\. Du kom litt etter\.\s+Du skrev: «Sol\.»/,
  )
  expect(readIn(channel())).toContain('Status: Under behandling')
})
