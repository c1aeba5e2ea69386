import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { readIn, titleIn } from '../support/purchase-talk.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs

/** When announcements go, to whom, and what happens on the way and after. */
let section: Section
let now = noon
beforeAll(async () => {
  section = await openSection(() => now, { quiet: { from: 20, to: 7 } })
})
afterAll(() => section.chat.close())

const later = async (ms: number) => {
  now += ms
  await section.chat.bot.idle()
}
const last = (sent: readonly Sent[]): Sent[] => sent.slice(-1)
const titles = (who: typeof kari) => section.chatOf(who).map((one) => titleIn([one]))

/** Writes one to Skogen skole, where Kari and Per work; gives what the author sees when it can be sent. */
async function written(form: object = {}): Promise<Sent[]> {
  const draft = await section.say('ny kunngjøring', ola)
  const fields = { title: 'Ny avtale', text: 'Bestill hos Kontorpartner.', topic: 'agreements', ...form }
  const audience = await section.press(draft, 'Velg mottakere', ola, fields)
  return section.press(await section.press(audience, 'Enheter', ola), 'Bruk dette', ola, { chosen: 'skogen' })
}
const status = async (title: string): Promise<Sent[]> => {
  const found = await section.say(`søk kunngjøringer ${title}`, ola)
  return section.press(found, 'Vis', ola)
}

test('a time is chosen, and it goes then and not before', async () => {
  const when = await section.press(await written({ title: 'Planlagt avtale' }), 'Velg tidspunkt', ola)
  expect(readIn(await section.press(when, 'Planlegg', ola, { day: '2026-11-21', time: '09:00' }))).toContain(
    'Velg en dag og et klokkeslett som ikke er passert',
  )
  const planned = await section.press(when, 'Planlegg', ola, { day: '2026-11-22', time: '13:00' })
  const over = await written({ title: 'For sent', expiresOn: '2026-12-01' })
  const late = await section.press(over, 'Velg tidspunkt', ola)
  const tooLate = await section.press(late, 'Planlegg', ola, { day: '2026-12-02', time: '09:00' })
  expect(tooLate.at(-1)?.text).toContain('ville ikke gjelde lenger når den sendes')
  expect(planned.at(-1)?.text).toContain('22.11.2026 13:00')
  await later(59 * minuteMs)
  expect(titles(kari)).not.toContain('Planlagt avtale')
  await later(minuteMs)
  expect(titles(kari)).toContain('Planlagt avtale')
})

test('in the quiet hours it waits for the morning, unless it is sent all the same', async () => {
  now = Date.parse('2026-11-22T21:00:00+01:00')
  const evening = await written({ title: 'Kveldsnytt' })
  expect(readIn(evening)).toContain('Det er stilletid nå. Den sendes 23.11.2026 07:00')
  await section.press(evening, 'Send til 2 personer', ola)
  await section.press(await written({ title: 'Haster' }), 'Send nå likevel', ola)
  expect(titles(kari)).toContain('Haster')
  expect(titles(kari)).not.toContain('Kveldsnytt')
  await later(10 * 60 * minuteMs)
  expect(titles(kari)).toContain('Kveldsnytt')
})

test('what was planned is stopped, and goes to nobody', async () => {
  const when = await section.press(await written({ title: 'Aldri sendt' }), 'Velg tidspunkt', ola)
  await section.press(when, 'Planlegg', ola, { day: '2026-11-23', time: '12:00' })
  const sure = await section.press(await status('Aldri sendt'), 'Stopp', ola)
  expect(readIn(await section.press(sure, 'Ja, stopp', ola))).toContain('Stoppet')
  await later(dayMs)
  expect(titles(kari)).not.toContain('Aldri sendt')
})

test('paused on the way it goes no further, and goes on when it is let go', async () => {
  now = Date.parse('2026-11-25T10:00:00+01:00')
  for (const { id } of [kari, per]) section.chat.connector.busy.add(`a:${id}`)
  await section.press(await written({ title: 'Underveis' }), 'Send til 2 personer', ola)
  expect(readIn(await section.press(await status('Underveis'), 'Pause', ola))).toContain('Satt på pause')
  section.chat.connector.busy.clear()
  await later(10 * minuteMs)
  expect(titles(kari)).not.toContain('Underveis')
  await section.press(await status('Underveis'), 'Fortsett', ola)
  await later(minuteMs)
  expect(titles(kari)).toContain('Underveis')
  expect(readIn(await status('Underveis'))).toContain('2 av 2 er ferdig')
})

test('who has not said that they understood is reminded, once, after so many business days', async () => {
  await section.press(
    await written({ title: 'Må leses', readBack: 'true', nudgeAfter: '2' }),
    'Send til 2 personer',
    ola,
  )
  await section.press(last(section.chatOf(per)), 'Lest og forstått', per)
  await later(dayMs) // Thursday
  expect(titles(kari).filter((one) => one.includes('ikke bekreftet'))).toEqual([])
  await later(dayMs)
  const reminders = () =>
    titles(kari).filter((one) => one.includes('Du har ikke bekreftet at du har lest «Må leses»'))
  expect(reminders()).toHaveLength(1)
  expect(titles(per).filter((one) => one.includes('ikke bekreftet'))).toEqual([])
  await later(7 * dayMs)
  expect(reminders()).toHaveLength(1)
  await section.press(last(section.chatOf(kari)), 'Lest og forstått', kari)
  expect(readIn(await status('Må leses'))).toContain('2 / 2')
})

test('a topic is turned off, and only what is mandatory comes', async () => {
  const topics = await section.say('varsler', kari)
  expect(readIn(topics)).toContain('Kurs og forum')
  const button = cardIn(topics).buttons.find(({ data }) => JSON.stringify(data).includes('courses'))
  await section.press(
    topics.map((one) => one),
    button?.title ?? '',
    kari,
    { topic: 'courses', out: true },
  )
  const preview = await written({ title: 'Kurs i avrop', topic: 'courses' })
  expect(readIn(preview)).toContain('Har slått av emnet')
  await section.press(preview, 'Send til 1 person', ola)
  expect(titles(kari)).not.toContain('Kurs i avrop')
  await section.press(
    await written({ title: 'Pålagt kurs', topic: 'courses', mandatory: 'true' }),
    'Send til 2 personer',
    ola,
  )
  expect(titles(kari)).toContain('Pålagt kurs')
})

test('what somebody asks about it becomes a question to the section', async () => {
  await section.press(await written({ title: 'Nye satser' }), 'Send til 2 personer', ola)
  const form = await section.press(last(section.chatOf(kari)), 'Spør om dette', kari)
  expect((await section.press(form, 'Send', kari, { words: 'Gjelder det vikarer?' })).at(-1)?.text).toContain(
    'S-1',
  )
  expect(readIn(last(section.channel()))).toContain('Om «Nye satser»: Gjelder det vikarer?')
})

test('a reply to it, however the client quotes, becomes a question to the section', async () => {
  await section.press(await written({ title: 'Nye skjemaer' }), 'Send til 2 personer', ola)
  const id = section.chatOf(kari).at(-1)?.id ?? ''
  const quotedReply = { type: 'quotedReply', quotedReply: { messageId: id } }
  const html = `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="${id}">Nye</blockquote>`
  for (const [text, quoted] of [
    ['Hvor ligger de?', { entities: [quotedReply] }],
    ['Hvem fyller dem ut?', { attachments: [{ contentType: 'text/html', content: html }] }],
  ] as const) {
    const { sent } = await section.chat.send({ type: 'message', text, ...quoted }, kari)
    expect(sent.at(-1)?.text).toContain('Innkjøpsseksjonen har fått spørsmålet ditt')
    await section.chat.bot.idle()
    expect(readIn(last(section.channel()))).toContain(`Om «Nye skjemaer»: ${text}`)
  }
  const other = { entities: [{ type: 'quotedReply', quotedReply: { messageId: 'another' } }] }
  const { sent } = await section.chat.send({ type: 'message', text: 'hjelp', ...other }, kari)
  expect(readIn(sent), 'what quotes something else is a message').not.toContain('Innkjøpsseksjonen har fått')
})

test('whom nothing reaches is named with why, and gets what they missed when they are back', async () => {
  await section.chat.send({ type: 'installationUpdate', action: 'remove' }, per)
  await section.press(await written({ title: 'Til alle på skolen' }), 'Send til 2 personer', ola)
  await later(minuteMs)
  expect(readIn(await status('Til alle på skolen'))).toContain('1: har tatt bort boten')
  expect(readIn(await section.say('nås ikke', ola))).toContain('**Per Rektor**: har tatt bort boten')

  now = Date.parse('2026-12-07T09:00:00+01:00') // a Monday
  for (const _ of [1, 2]) {
    await section.chat.restart()
    await section.chat.bot.idle()
  }
  const lists = section.chatOf(ida).filter((one) => titleIn([one]) === 'Disse når vi ikke')
  expect(lists, 'who leads the section is told once a week').toHaveLength(1)
  expect(readIn(lists)).toContain('Per Rektor')

  await section.chat.install(per)
  await section.chat.bot.idle()
  expect(titles(per)).toContain('Til alle på skolen')
  expect(readIn(await status('Til alle på skolen'))).not.toContain('har tatt bort boten')
})

test('what holds no longer is in no list, and cannot be confirmed', async () => {
  await section.press(
    await written({ title: 'Bare i dag', expiresOn: '2026-12-31', readBack: 'true' }),
    'Send til 2 personer',
    ola,
  )
  const copy = last(section.chatOf(kari))
  expect(readIn(await section.say('kunngjøringer', kari))).toContain('Bare i dag')
  now = Date.parse('2027-01-02T10:00:00+01:00')
  expect(readIn(await section.say('kunngjøringer', kari))).not.toContain('Bare i dag')
  expect((await section.press(copy, 'Lest og forstått', kari)).at(-1)?.text).toContain('gjelder ikke lenger')
  expect(
    readIn(await section.say('søk kunngjøringer bare i dag', ida)),
    'officers find all there was',
  ).toContain('Bare i dag')
})

test('a draft that was copied, saved and thrown away goes to nobody', async () => {
  const copied = await section.press(await status('Bare i dag'), 'Lag en kopi', ola)
  const saved = await section.press(copied, 'Lagre utkastet', ola, { title: 'Kopi' })
  expect(saved.at(-1)?.text).toContain('er lagret')
  const audience = await section.press(await section.say('kunngjøringer', ola), 'Vis', ola)
  const ready = await section.press(audience, 'Slik blir det', ola)
  expect((await section.press(ready, 'Slett utkastet', ola)).at(-1)?.text).toBe('Utkastet er slettet.')
  expect((await section.press(ready, 'Endre teksten', ola)).at(-1)?.text).toContain('finner ikke')
})

test('who answers for agreements writes to their users and their own unit, and an officer lets it out', async () => {
  const mona = { id: 'mona', entraId: '00000000-0000-0000-0000-000000000005' }
  await section.chat.install(mona)
  const fields = { title: 'Ny pris på møbler', text: 'Prisene er nye fra 1. mars.', topic: 'agreements' }
  const audience = await section.press(
    await section.say('ny kunngjøring', mona),
    'Velg mottakere',
    mona,
    fields,
  )
  expect(cardIn(audience).buttons.map(({ title }) => title)).not.toContain('Alle ansatte')
  const units = await section.press(audience, 'Enheter', mona)
  expect(cardIn(units).json).toContain('Skogen skole')
  expect(cardIn(units).json).not.toContain('Biblioteket')
  const forged = await section.press(units, 'Bruk dette', mona, { chosen: 'bibliotek' })
  expect(forged.at(-1)?.text).toContain('din egen enhet')
  const agreements = await section.press(audience, 'Brukere av en avtale', mona)
  expect(cardIn(agreements).json, 'the register names whom she answers for').toContain(
    'Leie og drift av multifunksjonsmaskiner',
  )
  expect(cardIn(agreements).json).not.toContain('Rammeavtale kopi- og skriverpapir')
  const others = await section.press(agreements, 'Bruk dette', mona, { chosen: 'papir1' })
  expect(others.at(-1)?.text).toContain('avtalene du svarer for')
  const preview = await section.press(units, 'Bruk dette', mona, { chosen: 'skogen' })
  await section.press(preview, 'Be om godkjenning', mona)
  expect(titles(kari)).not.toContain('Ny pris på møbler')
  await section.press(last(section.chatOf(ida)), 'Godkjenn og send', ida)
  expect(titles(kari)).toContain('Ny pris på møbler')
  expect(readIn(await section.say('søk kunngjøringer kveldsnytt', mona)), 'others’ are not theirs').toContain(
    'Ingen kunngjøringer her',
  )
  expect((await section.say('ny kunngjøring', kari)).at(-1)?.text).not.toBe('')
  expect(titles(kari).at(-1)).not.toBe('Ny kunngjøring')
})

test('users of an agreement are told, and see it when they ask again, for as long as it holds', async () => {
  now = Date.parse('2027-01-04T10:00:00+01:00')
  const question = 'hvem leverer kontorstoler?'
  await section.say(question, kari)
  const fields = { title: 'Nye priser på stoler', text: 'Se e-handel.', expiresOn: '2027-01-31' }
  const audience = await section.press(
    await section.say('ny kunngjøring', ola),
    'Velg mottakere',
    ola,
    fields,
  )
  const agreements = await section.press(audience, 'Brukere av en avtale', ola)
  const preview = await section.press(agreements, 'Bruk dette', ola, { chosen: 'mobl1' })
  expect(readIn(preview)).toContain('Kari Ansatt')
  await section.press(preview, 'Send til 1 person', ola)
  const asked = await section.say(question, kari)
  expect(readIn(asked)).toContain('Nytt:** Nye priser på stoler')
  expect(readIn(await section.press(asked, 'Vis', kari))).toContain('Se e-handel.')
  expect(readIn(await section.say(question, per)), 'who did not get it does not see it').not.toContain(
    'Nye priser',
  )
  now = Date.parse('2027-02-01T10:00:00+01:00')
  expect(readIn(await section.say(question, kari))).not.toContain('Nye priser')
})

test('what was given up on is no longer waited for, says so, and comes once when it is tried again', async () => {
  now = Date.parse('2027-03-01T10:00:00+01:00')
  section.chat.connector.busy.add(`a:${per.id}`)
  await section.press(await written({ title: 'Til alle som kan nås' }), 'Send til 2 personer', ola)
  for (let tried = 0; tried < 14; tried++) await later(3 * 60 * minuteMs)
  section.chat.connector.busy.clear()
  await later(minuteMs)
  const ended = await status('Til alle som kan nås')
  expect(readIn(ended)).toContain('Sendt')
  expect(readIn(ended)).toContain('1: Teams tok ikke imot meldingen')
  for (const _ of [1, 2]) {
    await section.press(ended, 'Prøv igjen', ola)
    await later(minuteMs)
  }
  expect(titles(per).filter((one) => one === 'Til alle som kan nås')).toHaveLength(1)
  expect(titles(kari).filter((one) => one === 'Til alle som kan nås')).toHaveLength(1)
  const after = await status('Til alle som kan nås')
  expect(readIn(after)).toContain('Sendt')
  expect(cardIn(after).buttons.map(({ title }) => title)).not.toContain('Prøv igjen')
})
