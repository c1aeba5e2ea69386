import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardIn } from '../support/chat.ts'
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
  expect(heard(await press(sure, 'Ja, avlys', ola, { because: 'Kursholder er syk' }))).toContain('Avlyst')
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
  const steered = await press(await press(opened, 'Deltakere', ola), 'Tilbake', ola)
  const list = await press(steered, 'Hvem er her?', ola)
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
  const forged = { present: 'tenant-1:nobody', shown: 'tenant-1:nobody' }
  expect(heard(await press(list, 'Lagre', per, forged)), 'who has no place is not noted by an id').toContain(
    '1 til stede',
  )
})

test('an old form changes nothing, and what is written in it is not lost by a new one', async () => {
  const draft = await section.say('nytt kurs', ola)
  const more = {
    ...form,
    title: 'Gammelt skjema',
    minimum: '',
    deadline: '',
    sessions: '06.04.2027 09:00–10:00',
  }
  await press(draft, 'Se hvordan det blir', ola, more)
  const old = await press(draft, 'Se hvordan det blir', ola, { ...more, title: 'Endret' })
  expect(heard(old)).toContain('Noen har endret kurset i mellomtiden')
  expect(heard(await section.say('kursplan', ola))).toContain('Gammelt skjema')
})

test('whoever leads it sees who comes, takes somebody off, and puts somebody on after the last day', async () => {
  await to('2027-04-01T09:00:00+02:00')
  const draft = await section.say('nytt kurs', ola)
  const more = {
    ...form,
    title: 'Avtaleoppfølging',
    minimum: '',
    teacher: '',
    deadline: '02.04.2027',
    sessions: '20.04.2027 09:00–10:00',
  }
  const opened = await press(await press(draft, 'Se hvordan det blir', ola, more), 'Åpne for påmelding', ola)
  const shown = async (who: typeof kari) => {
    const list = await section.say('kurs', who)
    const button = cardIn(list).buttons.at(-1)
    const { sent } = await section.chat.press(button ?? cardIn(list).button('Vis'), who)
    return sent
  }
  await press(await shown(kari), 'Ja, jeg kommer', kari)
  await to('2027-04-05T09:00:00+02:00')
  const list = await press(opened, 'Deltakere', ola)
  expect(readIn(list)).toContain('Kari Ansatt')
  expect(heard(await press(list, 'Meld på', ola, { named: 'Per Rektor' }))).toContain(
    'Per Rektor står på ventelisten',
  )
  const edit = await press(await press(list, 'Tilbake', ola), 'Endre', ola)
  expect(
    heard(await press(edit, 'Lagre endringene', ola, { ...more, text: 'Ny tekst' })),
    'also after the last day',
  ).toContain('Endringene er lagret')
  const off = await press(list, 'Meld av de valgte', ola, { off: `tenant-1:${kari.entraId}` })
  expect(heard(off)).toContain('1 er meldt av og får beskjed')
  expect(told(kari, 'Du er meldt av «Avtaleoppfølging»')).toHaveLength(1)
  expect(told(per, 'Det er blitt en plass til deg på «Avtaleoppfølging»')).toHaveLength(1)
})

test('those invited before are not invited again, and nobody to what is cancelled', async () => {
  const draft = await section.say('nytt kurs', ola)
  const more = {
    ...form,
    title: 'Nye regler',
    minimum: '',
    capacity: '',
    deadline: '',
    sessions: '18.05.2027 09:00–10:00',
  }
  const opened = await press(await press(draft, 'Se hvordan det blir', ola, more), 'Åpne for påmelding', ola)
  const ready = async (button: string) => {
    const units = await press(await press(opened, button, ola), 'Enheter', ola)
    return press(units, 'Bruk dette', ola, { chosen: 'skogen' })
  }
  await press(await ready('Inviter'), 'Send til 2 personer', ola)
  expect(heard(await ready('Inviter'))).toContain('Ingen')
  const invited = () =>
    [kari, per].map(
      (who) =>
        section.chatOf(who).filter((one) => readIn([one]).startsWith('Nye regler') && one.replaced !== true)
          .length,
    )
  expect(invited()).toEqual([1, 1])
  await press(opened, 'Avlys', ola)
  const sure = await press(opened, 'Avlys', ola)
  await press(sure, 'Ja, avlys', ola, { because: 'Flyttet til høsten' })
  expect(invited()).toEqual([1, 1])
})

test('a course for leaders is seen by leaders, invited to as such, and lacked by no others', async () => {
  await to('2027-06-01T09:00:00+02:00')
  const draft = await section.say('nytt kurs', ola)
  const more = {
    ...form,
    title: 'Lederkurs i innkjøp',
    minimum: '',
    capacity: '',
    deadline: '',
    teacher: '',
    who: 'leaders',
    units: 'oppvekst',
    mandatory: 'true',
    sessions: '08.06.2027 09:00–10:00',
  }
  const opened = await press(await press(draft, 'Se hvordan det blir', ola, more), 'Åpne for påmelding', ola)
  expect(heard(await section.say('kurs', kari))).not.toContain('Lederkurs i innkjøp')
  expect(heard(await section.say('kurs', per))).toContain('Lederkurs i innkjøp')
  const preview = await press(opened, 'Inviter', ola)
  expect(heard(preview)).toContain('Leder') // Per, and Mona above him
  await press(preview, 'Send til 2 personer', ola)
  expect(section.chatOf(kari).some((one) => readIn([one]).startsWith('Lederkurs i innkjøp'))).toBe(false)
  const invitation = section.chatOf(per).filter((one) => readIn([one]).startsWith('Lederkurs i innkjøp'))
  await press(invitation, 'Ja, jeg kommer', per)
  await to('2027-06-08T09:30:00+02:00')
  const steered = await press(await press(opened, 'Deltakere', ola), 'Tilbake', ola)
  await press(await press(steered, 'Hvem er her?', ola), 'Lagre', ola, { present: `tenant-1:${per.entraId}` })
  await to('2027-06-09T12:00:00+02:00')
  expect(heard(await section.say('kursstatus', per))).toContain('Skogen skole: alle 1')
})

test('a session that is taken away is taken out of the calendars of those who had it', async () => {
  await to('2027-08-02T09:00:00+02:00')
  const draft = await section.say('nytt kurs', ola)
  const both = '24.08.2027 09:00–10:00\n31.08.2027 09:00–10:00'
  const more = {
    ...form,
    title: 'To samlinger',
    minimum: '',
    capacity: '',
    deadline: '',
    teacher: '',
    sessions: both,
  }
  const opened = await press(await press(draft, 'Se hvordan det blir', ola, more), 'Åpne for påmelding', ola)
  const join = async (who: typeof kari) =>
    press(await press(await section.say('kurs', who), 'Vis', who), 'Ja, jeg kommer', who)
  const booked = await join(kari)
  await press(await press(opened, 'Endre', ola), 'Lagre endringene', ola, {
    ...more,
    sessions: '31.08.2027 09:00–10:00',
  })
  const methods = async (sent: Awaited<ReturnType<typeof press>>) =>
    Promise.all(
      sent
        .flatMap((one) => cardIn([one]).buttons)
        .map(async ({ url = '' }) => /METHOD:(\w+)/.exec(await (await fetch(url)).text())?.[1]),
    )
  expect(await methods(await press(booked, 'Legg i kalenderen', kari))).toEqual(['REQUEST', 'CANCEL'])
  expect(await methods(await press(await join(per), 'Legg i kalenderen', per))).toEqual(['REQUEST'])
})
