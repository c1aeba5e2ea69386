import { afterAll, beforeAll, describe, test } from 'vitest'
import { noBrowser } from '../support/browser.ts'
import type { Sent } from '../support/connector.ts'
import { type NarrowScreen, openNarrowScreen } from '../support/narrow-screen.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

/** Every card of a course on a phone, in the order in which people see them. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'courses at 400 pixels', () => {
  let section: Section
  let screen: NarrowScreen
  let now = Date.parse('2026-11-23T10:00:00+01:00')
  beforeAll(async () => {
    ;[section, screen] = await Promise.all([openSection(() => now), openNarrowScreen()])
  })
  afterAll(async () => {
    await screen?.close()
    await section?.chat.close()
  })
  const draws = (name: string, sent: readonly Sent[]) => screen.drawsWhole(`course-${name}`, [sent.at(-1)])
  const press = async (...pressed: Parameters<Section['press']>) =>
    (await section.press(...pressed)).filter(({ replaced }) => replaced !== true)
  const to = async (when: string) => {
    now = Date.parse(when)
    await section.chat.bot.idle()
  }
  const form = {
    title: 'Avrop, minikonkurranse og kontraktsoppfølging for ledere i oppvekstsektoren',
    text: 'Vi går gjennom hele løpet fra behov til faktura, med øvelser.',
    sessions: '15.12.2026 09:00–11:30\n17.12.2026 12:00–15:00',
    place: 'Rådhuset, Storgata 1, møterom Innlandet i fjerde etasje',
    link: 'https://teams.microsoft.com/l/meetup-join/eksempel',
    teacher: 'Ola Innkjøper',
    capacity: '1',
    minimum: '1',
    deadline: '08.12.2026',
    mandatory: 'true',
    material: 'https://eksempel.kommune.no/kurs',
    questions: 'Hva tar du med deg?\nHva manglet?',
  }

  test('from the form to the place', async () => {
    const draft = await section.say('nytt kurs', ola)
    await draws('form', draft)
    const fault = await press(draft, 'Se hvordan det blir', ola, { ...form, sessions: 'i morgen' })
    await draws('fault', fault)
    const steered = await press(fault, 'Se hvordan det blir', ola, form)
    await draws('draft', steered)
    const opened = await press(steered, 'Åpne for påmelding', ola)
    await draws('opened', opened)
    await draws('list', await section.say('kurs', kari))
    const shown = await press(await section.say('kurs', kari), 'Vis', kari)
    await draws('shown', shown)
    await draws('booked', await press(shown, 'Ja, jeg kommer', kari))
    const full = await press(await section.say('kurs', per), 'Vis', per)
    await draws('full', full)
    await draws('waiting', await press(full, 'Ja, sett meg på venteliste', per))
    await draws('register', await press(full, 'Meld på andre', per))
    await draws('own', await section.say('mine kurs', kari))
    const booked = await press(await section.say('kurs', kari), 'Vis', kari)
    await draws('calendar', await press(booked, 'Legg i kalenderen', kari))
    const leave = await press(booked, 'Meld meg av', kari)
    await draws('leave', leave)
    await draws('left', await press(leave, 'Ja, meld meg av', kari, { because: 'Har fått et annet møte' }))
    const offered = section.chatOf(per)
    await draws('offered', offered)
    await press(offered, 'Ja, jeg tar plassen', per)
    await draws('somebody-left', section.chatOf(ola))
  })

  test('from the reminder to the certificate and the year', async () => {
    await to('2026-12-14T09:00:00+01:00')
    await draws('reminder', section.chatOf(per))
    await to('2026-12-15T09:10:00+01:00')
    await draws('plan', await section.say('kursplan', ola))
    const steered = await press(await section.say('kursplan', ola), 'Styr', ola)
    const list = await press(steered, 'Hvem er her?', ola)
    await draws('attendance', list)
    await draws('participants', await press(steered, 'Deltakere', ola))
    await draws('attendance-saved', await press(list, 'Lagre', ola, { present: `tenant-1:${per.entraId}` }))
    await draws('cancel', await press(steered, 'Avlys', ola))
    await to('2026-12-18T09:00:00+01:00')
    const thanks = section.chatOf(per)
    await draws('thanks', thanks)
    await draws('certificate', await press(thanks, 'Kursbevis', per))
    const asked = await press(thanks, 'Si hva du syntes', per)
    await draws('evaluation', asked)
    await press(asked, 'Send', per, { score: '4', a0: 'Mye' })
    const over = await press(await section.say('kursplan', ida), 'Styr', ida)
    await draws('over', over)
    await draws('results', await press(over, 'Evaluering', ida))
    await draws('status', await section.say('kursstatus', ida))
    await draws('history', await section.say('mine kurs', per))
  })
})
