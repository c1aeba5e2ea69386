import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { readIn, titleIn } from '../support/purchase-talk.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

/** The whole of an announcement's life, with the people who write it, let it out and get it. */
let section: Section
let now = noon
beforeAll(async () => {
  section = await openSection(() => now)
})
afterAll(() => section.chat.close())

/** Time passes, and what is then due is told. */
const later = async (ms: number) => {
  now += ms
  await section.chat.bot.idle()
}

const form = {
  title: 'Ny avtale om kontormøbler',
  text: 'Fra 1. desember bestiller alle hos **Kontorpartner**.\n\n- Bruk e-handel\n- Ring ved spørsmål',
  topic: 'agreements',
  link: 'https://eksempel.kommune.no/avtale',
  expiresOn: '2027-01-31',
  mandatory: 'false',
  readBack: 'true',
  nudgeAfter: '2',
}

/** Writes one to units; gives what the author sees when it can be sent. */
async function written(changed: object = {}, units = 'skogen'): Promise<Sent[]> {
  const draft = await section.say('ny kunngjøring', ola)
  const audience = await section.press(draft, 'Velg mottakere', ola, { ...form, ...changed })
  expect(titleIn(audience)).toBe('Hvem skal få den?')
  const choices = await section.press(audience, 'Enheter', ola)
  return section.press(choices, 'Bruk dette', ola, { chosen: units })
}

test('is written, seen as it will look, sent, confirmed, corrected and recalled', async () => {
  const unfilled = await section.press(await section.say('ny kunngjøring', ola), 'Velg mottakere', ola, {
    ...form,
    text: '# Stor overskrift',
    link: 'http://usikker.no',
  })
  expect(readIn(unfilled)).toContain('overskrifter med #')
  expect(readIn(unfilled)).toContain('https://')

  const preview = await written()
  const [look, ready] = preview
  expect(look?.summary).toContain('Ny avtale om kontormøbler: Fra 1. desember')
  expect(cardIn(look ? [look] : []).buttons.map(({ title }) => title)).toEqual([
    'Lest og forstått',
    'Åpne lenken',
    'Spør om dette',
  ])
  expect(readIn(ready ? [ready] : [])).toContain('Varselet sier: «Ny avtale om kontormøbler: Fra 1. desember')
  expect(readIn(preview)).toContain('Skogen skole')
  expect(readIn(preview)).toContain('2 personer')
  expect(readIn(preview)).toContain('Kari Ansatt')

  const before = section.chatOf(kari).length
  await section.press(preview, 'Send til 2 personer', ola)
  const [copy] = section.chatOf(kari).slice(before)
  expect(titleIn(copy ? [copy] : [])).toBe('Ny avtale om kontormøbler')
  expect(section.chatOf(per).at(-1)?.summary).toBe(copy?.summary)
  const progress = section.chatOf(ola).at(-1)
  await later(5_000)
  expect(section.chatOf(ola).at(-1)).toMatchObject({ id: progress?.id, replaced: true })
  expect(readIn([section.chatOf(ola).at(-1) as Sent])).toContain('2 av 2 er ferdig')
  expect((await section.press(preview, 'Send til 2 personer', ola)).at(-1)?.text).toContain('Det går ikke nå')

  const thanked = await section.press(copy ? [copy] : [], 'Lest og forstått', kari)
  expect(thanked.some(({ text }) => text === 'Takk, det er notert.')).toBe(true)
  const redrawn = section.chatOf(kari).at(-1)
  expect(redrawn).toMatchObject({ id: copy?.id, replaced: true })
  expect(readIn(redrawn ? [redrawn] : [])).toContain('Du bekreftet')

  await later(1_000)
  const status = await section.press(await section.say('kunngjøringer', ola), 'Vis', ola)
  expect(readIn(status)).toContain('1 / 2')
  const corrected = await section.press(await section.press(status, 'Rett', ola), 'Slik blir det', ola, {
    ...form,
    title: 'Ny avtale om møbler',
  })
  await section.press(corrected, 'Send rettelsen til 2 personer', ola)
  const inPlace = section.chatOf(kari).at(-1)
  expect(inPlace).toMatchObject({ id: copy?.id, replaced: true })
  expect(titleIn(inPlace ? [inPlace] : [])).toBe('Ny avtale om møbler')
  expect(readIn(inPlace ? [inPlace] : [])).toContain('Rettet')
  expect(readIn(inPlace ? [inPlace] : [])).toContain('Du bekreftet')

  await later(5_000)
  const shown = await section.press(await section.say('kunngjøringer', ola), 'Vis', ola)
  const sure = await section.press(shown, 'Trekk tilbake', ola)
  expect(readIn(sure)).toContain('slettet hos 2 personer')
  await section.press(sure, 'Ja, trekk tilbake', ola)
  expect(section.chat.connector.deleted).toContain(copy?.id)
  expect(section.chat.connector.deleted).toHaveLength(2)
  await later(5_000)
  expect(readIn(await section.press(await section.say('kunngjøringer', ola), 'Vis', ola))).toContain(
    'Trukket tilbake',
  )
  expect((await section.press([copy as Sent], 'Lest og forstått', kari)).at(-1)?.text).toContain(
    'gjelder ikke lenger',
  )
})

test('to everybody it takes a second officer, who sees it as it will look', async () => {
  const draft = await section.say('ny kunngjøring', ola)
  const audience = await section.press(draft, 'Velg mottakere', ola, {
    ...form,
    readBack: 'false',
    mandatory: 'true',
  })
  const preview = await section.press(audience, 'Alle ansatte', ola)
  expect(readIn(preview)).toContain('En annen innkjøper må se over')
  const asked = await section.press(preview, 'Be om godkjenning', ola)
  expect(asked.at(-1)?.text).toContain('Ida Innkjøpssjef')
  const [look, decide] = section.chatOf(ida).slice(-2)
  expect(look?.summary).toContain('Ny avtale om kontormøbler')
  expect(readIn(decide ? [decide] : [])).toContain('Ola Innkjøper vil sende en kunngjøring til')

  const back = await section.press([decide as Sent], 'Send tilbake', ida)
  await section.press(back, 'Send tilbake', ida, { words: 'Skriv hvem man ringer' })
  expect(readIn([section.chatOf(ola).at(-1) as Sent])).toContain('Ida Innkjøpssjef sendte tilbake')
  expect((await section.press([decide as Sent], 'Godkjenn og send', ida)).at(-1)?.text).toContain('Utkast')

  const again = await section.press([section.chatOf(ola).at(-1) as Sent], 'Slik blir det', ola)
  await section.press(again, 'Be om godkjenning', ola)
  const decision = [section.chatOf(ida).at(-1) as Sent]
  const kariBefore = section.chatOf(kari).length
  await section.press(decision, 'Godkjenn og send', ida)
  expect(
    section
      .chatOf(kari)
      .slice(kariBefore)
      .map(({ summary }) => summary),
  ).toEqual([look?.summary])
  // Those who never wrote are met in a chat that is opened with them.
  expect(section.chat.connector.sent.some(({ to }) => to === 'a:00000000-0000-0000-0000-000000000014')).toBe(
    true,
  )
})

/** One of Ola's that Ida let out to everybody, as he sees it in the list. */
async function toEverybody(title: string): Promise<Sent[]> {
  const draft = await section.say('ny kunngjøring', ola)
  const audience = await section.press(draft, 'Velg mottakere', ola, { ...form, title })
  await section.press(await section.press(audience, 'Alle ansatte', ola), 'Be om godkjenning', ola)
  await section.press(section.chatOf(ida).slice(-1), 'Godkjenn og send', ida)
  await later(5_000)
  return section.press(await section.say(`søk kunngjøringer ${title}`, ola), 'Vis', ola)
}

test('nobody sends a correction to everybody of their own words', async () => {
  const status = await toEverybody('Brannslukkere')
  const corrected = { ...form, title: 'Brannslukkere, rettet' }
  const preview = await section.press(
    await section.press(status, 'Rett', ola),
    'Slik blir det',
    ola,
    corrected,
  )
  expect(cardIn(preview).json).not.toContain('Send rettelsen')
  const { data } = cardIn(preview).button('Be om godkjenning')
  const forged = await section.chat.press({ type: '', title: '', verb: 'announcements.correct', data }, ola)
  expect(forged.sent.at(-1)?.text).toContain('En annen enn du som skrev')
  await section.press(preview, 'Be om godkjenning', ola)
  expect(titleIn(section.chatOf(kari).slice(-1))).toBe('Brannslukkere')
  const decision = section.chatOf(ida).slice(-1)
  const send = cardIn(decision).buttons.find(({ title }) => title.startsWith('Send rettelsen'))
  await section.press(decision, send?.title ?? '', ida)
  expect(titleIn(section.chatOf(kari).slice(-1))).toBe('Brannslukkere, rettet')
})

test('a draft is its author’s alone, and what goes to a second officer is shown in every language', async () => {
  const draft = await section.say('ny kunngjøring', ola)
  await section.press(draft, 'Lagre utkastet', ola, { ...form, title: 'Utkastet til Ola' })
  const seen = await section.press(await section.say('søk kunngjøringer utkastet til ola', ida), 'Vis', ida)
  const ready = await section.press(seen, 'Slik blir det', ida)
  expect((await section.press(ready, 'Endre teksten', ida)).at(-1)?.text).toContain('Utkastet er en annens')

  const languages = await section.press(draft, 'Flere språk', ola, form)
  const english = { titleEn: 'New furniture agreement', textEn: 'Order from Kontorpartner.' }
  const audience = await section.press(languages, 'Velg mottakere', ola, english)
  await section.press(await section.press(audience, 'Alle ansatte', ola), 'Be om godkjenning', ola)
  const shown = section.chatOf(ida).slice(-3)
  expect(shown.slice(0, 2).map((one) => titleIn([one]))).toEqual([
    'Ny avtale om kontormøbler',
    'New furniture agreement',
  ])
  const status = await section.press(await section.say('søk kunngjøringer new furniture', ola), 'Vis', ola)
  const waiting = cardIn(status).buttons.map(({ title }) => title)
  expect(waiting, 'nobody is offered what they may not').not.toContain('Godkjenn og send')
  expect(readIn(await section.press(status, 'Ta tilbake', ola))).toContain('Utkast')
  expect((await section.press(shown.slice(-1), 'Godkjenn og send', ida)).at(-1)?.text).toContain('Utkast')
})
