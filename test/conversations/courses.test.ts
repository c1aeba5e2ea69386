import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { form, heard } from '../support/course.ts'
import { readIn, titleIn } from '../support/purchase-talk.ts'
import { readSheet } from '../support/read-sheet.ts'
import { readWord } from '../support/read-word.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

const minuteMs = 60_000

/** From a course's making to its certificate, with one place, a queue, a cancellation and reminders. */
let section: Section
let now = noon // Sunday 22 November 2026
beforeAll(async () => {
  section = await openSection(() => now)
})
afterAll(() => section.chat.close())

const to = async (when: string) => {
  now = Date.parse(when)
  await section.chat.bot.idle()
}
const last = (sent: readonly Sent[]): Sent[] => sent.slice(-1)
/** What is answered; cards that are drawn anew at the same time are no answer. */
const press = async (...pressed: Parameters<Section['press']>) =>
  (await section.press(...pressed)).filter(({ replaced }) => replaced !== true)
const titles = (who: typeof kari) => section.chatOf(who).map((one) => titleIn([one]))
const buttonsIn = (sent: readonly Sent[]) => cardIn(sent).buttons.map(({ title }) => title)
const told = (who: typeof kari, words: string) =>
  section.chatOf(who).filter((one) => readIn([one]).includes(words) && one.replaced !== true)
const fileBehind = async (sent: readonly Sent[]) => {
  const response = await fetch(cardIn(sent).button('Åpne filen').url ?? '')
  expect(response.status).toBe(200)
  return new Uint8Array(await response.arrayBuffer())
}

/** The invitation in somebody's chat as it stands there now. */
const invitation = (who: typeof kari): Sent[] => {
  const first = section.chatOf(who).find((one) => titleIn([one]) === 'Avrop på rammeavtaler')
  return last(section.chatOf(who).filter(({ id }) => id === first?.id))
}

let steered: Sent[]

test('what cannot be held is named, and nothing that was written is lost', async () => {
  const draft = await section.say('nytt kurs', ola)
  const wrong = await press(draft, 'Se hvordan det blir', ola, {
    ...form,
    sessions: '15.12.2026 09:00–11:00\ntirsdag etter lunsj',
    place: '',
    minimum: 'to',
  })
  for (const fault of [
    'Jeg forstår ikke tiden «tirsdag etter lunsj»',
    'Skriv et sted, eller lenken til Teams-møtet',
    'skrives som tall fra 1 til 2000',
  ])
    expect(readIn(wrong)).toContain(fault)
  expect(cardIn(wrong).json).toContain('tirsdag etter lunsj')
  const tooMany = await press(wrong, 'Se hvordan det blir', ola, form)
  expect(readIn(tooMany)).toContain('Minste antall deltakere kan ikke være flere enn plassene')
  steered = await press(tooMany, 'Se hvordan det blir', ola, { ...form, minimum: '1' })
  expect(readIn(steered)).toContain('15.12.2026 09:00–11:00')
  expect(readIn(steered)).toContain('Utkast')
  expect(heard(await section.say('kurs', kari)), 'a draft is for the section').toContain('Ingen kurs')
})

test('it is opened and invited to as any announcement, with the answer in the card', async () => {
  const opened = await press(steered, 'Åpne for påmelding', ola)
  expect(readIn(opened)).toContain('Åpent for påmelding')
  const audience = await press(opened, 'Inviter', ola)
  const preview = await press(await press(audience, 'Enheter', ola), 'Bruk dette', ola, {
    chosen: 'skogen',
  })
  await press(preview, 'Send til 2 personer', ola)
  expect(buttonsIn(invitation(kari)).slice(0, 3)).toEqual(['Ja, jeg kommer', 'Nei', 'Kanskje'])
  expect(readIn(invitation(kari))).toContain('1 av 1 ledige')
  expect(invitation(kari)[0]?.summary ?? invitation(kari)[0]?.text).toContain('Avrop på rammeavtaler')
})

test('yes gives the place, and the next is told to wait; the cards show it', async () => {
  expect(readIn(await press(invitation(kari), 'Ja, jeg kommer', kari))).toContain('Du har fått plass')
  expect(readIn(invitation(kari)), 'the invitation itself shows it').toContain('Du har plass.')
  now += 6 * minuteMs
  await section.chat.bot.idle()
  expect(readIn(invitation(per)), 'all see that it is full').toContain('Fullt')
  const queued = await press(invitation(per), 'Ja, sett meg på venteliste', per)
  expect(readIn(queued)).toContain('Du er nummer 1 på ventelisten')
  expect(readIn(await section.say('mine kurs', per))).toContain('nummer 1 på ventelisten')
})

test('the calendar entry is for who has the place, and nobody else', async () => {
  const offer = await press(invitation(kari), 'Legg i kalenderen', kari)
  const file = new TextDecoder().decode(await fileBehind(offer))
  expect(file).toContain('METHOD:REQUEST')
  expect(file).toContain('DTSTART;TZID=Europe/Oslo:20261215T090000')
  const stolen = cardIn(invitation(kari)).button('Legg i kalenderen')
  const { sent } = await section.chat.press(stolen, per)
  expect(heard(sent)).toContain('bare for dem som har plass')
})

test('who leaves says why, whoever leads it is told, and the first in the queue is offered the place', async () => {
  const sure = await press(invitation(kari), 'Meld meg av', kari)
  expect(readIn(await press(sure, 'Ja, meld meg av', kari, { because: 'Syk' }))).toContain('Du er meldt av')
  expect(titles(ola).at(-1)).toContain('Kari Ansatt har meldt seg av «Avrop på rammeavtaler». Grunn: Syk')
  const offered = told(per, 'Det er blitt en plass til deg')
  expect(offered).toHaveLength(1)
  expect(readIn(offered)).toContain('Svar før 23.11.2026')
  expect(readIn(await press(last(offered), 'Ja, jeg tar plassen', per))).toContain('Du har fått plass')
})

test('an offer that is not answered in time goes on', async () => {
  await press(invitation(kari), 'Ja, sett meg på venteliste', kari)
  const sure = await press(invitation(per), 'Meld meg av', per)
  await press(sure, 'Ja, meld meg av', per)
  expect(told(kari, 'Det er blitt en plass til deg')).toHaveLength(1)
  await press(invitation(per), 'Ja, sett meg på venteliste', per)
  await to('2026-11-24T12:00:00+01:00')
  expect(told(kari, 'er gått ut')).toHaveLength(1)
  expect(told(per, 'Det er blitt en plass til deg')).toHaveLength(2)
  await press(last(told(per, 'Det er blitt en plass til deg')), 'Ja, jeg tar plassen', per)
})

test('a raised capacity is offered to the queue, a move is told to who comes', async () => {
  await press(invitation(kari), 'Ja, sett meg på venteliste', kari)
  const entryOf = async () =>
    new TextDecoder().decode(await fileBehind(await press(invitation(per), 'Legg i kalenderen', per)))
  const sequenceIn = (file: string) => Number(/SEQUENCE:(\d+)/.exec(file)?.[1])
  const before = sequenceIn(await entryOf())
  const plan = await section.say('kursplan', ola)
  const shown = await press(plan, 'Styr', ola)
  const edit = await press(shown, 'Endre', ola)
  const small = await press(edit, 'Lagre endringene', ola, {
    ...form,
    minimum: '',
    capacity: '0',
  })
  expect(readIn(small)).toContain('tall fra 1 til 2000')
  const saved = await press(edit, 'Lagre endringene', ola, {
    ...form,
    capacity: '2',
    sessions: '15.12.2026 10:00–12:00',
  })
  expect(heard(saved)).toContain('de som kommer, får beskjed')
  expect(told(per, 'har fått ny tid eller nytt sted')).toHaveLength(1)
  const offered = told(kari, 'Det er blitt en plass til deg')
  expect(offered).toHaveLength(2)
  await press(last(offered), 'Ja, jeg tar plassen', kari)
  const file = await entryOf()
  expect(sequenceIn(file)).toBeGreaterThan(before)
  expect(file).toContain('20261215T100000')
})

test('who may not be asked is not: a colleague is registered, and who said no is not', async () => {
  const shown = await press(await section.say('kurs', per), 'Vis', per)
  const others = await press(shown, 'Meld på andre', per)
  expect(readIn(others), 'a leader sees their staff who are not on it').not.toContain('Kari Ansatt')
  expect(readIn(await press(others, 'Meld på', per, { named: 'Ingen Slik' }))).toContain(
    'Jeg finner ikke «Ingen Slik»',
  )
  const done = await press(others, 'Meld på', per, { named: 'ida innkjøpssjef' })
  expect(heard(done)).toContain('Ida Innkjøpssjef står på ventelisten')
  expect(readIn(told(ida, 'Per Rektor har meldt deg på'))).toContain('Det er fullt')
  await press(last(told(ida, 'Per Rektor har meldt deg på')), 'Gå ut av ventelisten', ida)
  expect(heard(await press(others, 'Meld på', per, { named: 'Ida Innkjøpssjef' }))).toContain(
    'har svart nei selv',
  )
})

test('after the last day whoever leads it hears whether enough come', async () => {
  await to('2026-12-09T08:00:00+01:00')
  expect(told(ola, '2 kommer på «Avrop på rammeavtaler», og det er mange nok')).toHaveLength(1)
  const late = await press(await section.say('kurs', ida), 'Vis', ida)
  expect(buttonsIn(late)).not.toContain('Ja, jeg kommer')
})

test('who comes is reminded a week and a day before, once, whatever restarts', async () => {
  const reminders = (who: typeof kari) =>
    told(who, 'Husk «Avrop på rammeavtaler»: 15.12.2026 10:00–12:00').length
  // A week before was the day that the deadline passed: everybody was reminded then.
  expect([reminders(kari), reminders(per)]).toEqual([1, 1])
  await section.chat.restart()
  await to('2026-12-14T08:59:00+01:00')
  expect(reminders(per)).toBe(1)
  for (let restarts = 0; restarts < 2; restarts++) {
    await to('2026-12-14T09:00:00+01:00')
    await section.chat.restart()
    await section.chat.bot.idle()
  }
  expect([reminders(kari), reminders(per), reminders(ida)]).toEqual([2, 2, 0])
})

test('who is there says the code, or the teacher notes them', async () => {
  await to('2026-12-15T10:05:00+01:00')
  const shown = await press(await section.say('kursplan', ola), 'Styr', ola)
  const list = await press(shown, 'Hvem er her?', ola)
  const code = /kode (\d{4})/.exec(readIn(list))?.[1] ?? ''
  expect(heard(await section.say('kode 0000', per))).toContain('Koden gjelder ikke nå')
  expect(heard(await section.say(`kode ${code}`, ida))).toContain('Du har ikke plass')
  expect(heard(await section.say(`kode ${code}`, per))).toContain('Du er registrert')
  const again = await press(shown, 'Hvem er her?', ola)
  const present = JSON.parse(cardIn(again).json).body.find(({ id }: { id: string }) => id === 'present').value
  const saved = await press(again, 'Lagre', ola, { present, also: 'Ida Innkjøpssjef' })
  expect(heard(saved)).toContain('2 til stede')
  const { sent } = await section.chat.press(cardIn(again).button('Lagre'), per)
  expect(heard(sent)).toContain('Bare kursholderen')
})

test('who was there gets a certificate and is asked how it was; who was not, is not', async () => {
  await to('2026-12-16T09:00:00+01:00')
  const thanks = told(per, 'Takk for at du var med')
  expect(thanks).toHaveLength(1)
  expect(told(kari, 'Takk for at du var med')).toEqual([])
  const word = await readWord(await fileBehind(await press(thanks, 'Kursbevis', per)))
  for (const part of ['Per Rektor', 'Avrop på rammeavtaler', '15.12.2026 10:00–12:00', '2 timer'])
    expect(JSON.stringify(word)).toContain(part)
  const forged = await section.chat.press(cardIn(thanks).button('Kursbevis'), kari)
  expect(heard(forged.sent)).toContain('Kursbevis får du når')
  const asked = await press(thanks, 'Si hva du syntes', per)
  expect(readIn(await press(asked, 'Send', per, { a0: 'Alt' }))).toContain('Velg et tall fra 1 til 5')
  expect(heard(await press(asked, 'Send', per, { score: '5', a0: 'Alt' }))).toContain('Takk')
  expect(heard(await press(asked, 'Send', per, { score: '1' }))).toContain('svart før')
  expect(readIn(await section.say('mine kurs', per))).toContain('Avrop på rammeavtaler')
})

test('the year is counted against three, and comes out to Excel', async () => {
  const plan = await section.say('kursplan', ida)
  expect(readIn(plan)).toContain('Holdt i 2026: 1 av minst 3')
  expect(readIn(plan)).toContain('Det mangler 2 kurs')
  const year = await readSheet(await fileBehind(await press(plan, '2026 til Excel', ida)))
  expect(JSON.stringify(year)).toContain('Avrop på rammeavtaler')
  const shown = await press(plan, 'Styr', ida)
  const list = await readSheet(await fileBehind(await press(shown, 'Deltakere til Excel', ida)))
  expect(JSON.stringify(list)).toContain('Per Rektor')
  const few = await press(shown, 'Evaluering', ida)
  expect(heard(few)).toContain('1 svar ennå')
})
