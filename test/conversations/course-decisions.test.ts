import { afterAll, beforeAll, expect, test } from 'vitest'
import { noon } from '../support/config.ts'
import { form, heard } from '../support/course.ts'
import { readIn } from '../support/purchase-talk.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

/** What is decided of courses, and who has been at those that all are to be at. */
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
const press = (...pressed: Parameters<Section['press']>) => section.press(...pressed)
const told = (who: typeof kari, words: string) =>
  section.chatOf(who).filter((one) => readIn([one]).includes(words) && one.replaced !== true)

test('with too few, who leads it decides; what is cancelled is told with why, to who was to come', async () => {
  const draft = await section.say('nytt kurs', ola)
  const more = {
    ...form,
    title: 'Innkjøpsforum',
    kind: 'forum',
    capacity: '',
    minimum: '5',
    sessions: '20.01.2027 09:00–11:00',
    deadline: '10.01.2027',
    mandatory: 'true',
  }
  const ready = await press(draft, 'Se hvordan det blir', ola, more)
  await press(ready, 'Åpne for påmelding', ola)
  const shown = await press(await section.say('kurs', kari), 'Vis', kari)
  await press(shown, 'Ja, jeg kommer', kari)
  await to('2027-01-11T08:00:00+01:00')
  const asked = told(ola, '1 av minst 5 kommer på «Innkjøpsforum». Skal det holdes?')
  expect(asked).toHaveLength(1)
  expect(told(ida, 'Skal det holdes?'), 'who leads the section is asked too').toHaveLength(1)
  expect(readIn(await press(asked, 'Hold det likevel', ola))).toContain('Det holdes')
  expect(told(kari, 'blir holdt som planlagt')).toHaveLength(1)
  const sure = await press(await press(asked, 'Vis kurset', ola), 'Avlys', ola)
  expect(readIn(await press(sure, 'Ja, avlys', ola, { because: ' ' }))).toContain('Skriv grunnen')
  expect(readIn(await press(sure, 'Ja, avlys', ola, { because: 'Kursholder er syk' }))).toContain('Avlyst')
  expect(told(kari, '«Innkjøpsforum» er avlyst. Kursholder er syk')).toHaveLength(1)
  await to('2027-01-19T12:00:00+01:00')
  expect(told(kari, 'Husk «Innkjøpsforum»').length, 'nobody is reminded of what is cancelled').toBe(0)
})

test('leaders see who in their units lacks what is mandatory', async () => {
  expect(heard(await section.say('kursstatus', kari))).toContain('Dette er for ledere')
  expect(heard(await section.say('kursstatus', per))).toContain('Ingen obligatoriske kurs')
  const draft = await section.say('nytt kurs', ola)
  const day = {
    ...form,
    title: 'E-handel',
    kind: 'e-ordering',
    mandatory: 'true',
    capacity: '',
    minimum: '',
    deadline: '',
    sessions: '25.01.2027 09:00–10:00',
  }
  const ready = await press(draft, 'Se hvordan det blir', ola, day)
  const opened = await press(ready, 'Åpne for påmelding', ola)
  await press(await press(await section.say('kurs', kari), 'Vis', kari), 'Ja, jeg kommer', kari)
  await to('2027-01-25T09:30:00+01:00')
  const list = await press(opened, 'Hvem er her?', ola)
  await press(list, 'Lagre', ola, { present: `tenant-1:${kari.entraId}` })
  await to('2027-01-26T12:00:00+01:00')
  const status = await section.say('kursstatus', per)
  expect(readIn(status)).toContain('Skogen skole')
  expect(readIn(status)).toContain('1 av 2. Mangler: Per Rektor')
  expect(readIn(status), 'only those that they lead').not.toContain('Biblioteket')
})

test('who teaches notes who is there, without being of the section', async () => {
  const draft = await section.say('nytt kurs', ola)
  const written = {
    ...form,
    title: 'Lederkurs',
    capacity: '',
    minimum: '',
    deadline: '',
    teacher: 'per rektor',
    sessions: '02.03.2027 09:00–10:00',
  }
  const ready = await press(draft, 'Se hvordan det blir', ola, written)
  await press(ready, 'Åpne for påmelding', ola)
  await press(await press(await section.say('kurs', kari), 'Vis', kari), 'Ja, jeg kommer', kari)
  await to('2027-03-02T09:10:00+01:00')
  const list = await press(await press(await section.say('kurs', per), 'Vis', per), 'Hvem er her?', per)
  const saved = await press(list, 'Lagre', per, { present: `tenant-1:${kari.entraId}` })
  expect(heard(saved)).toContain('1 til stede')
})
