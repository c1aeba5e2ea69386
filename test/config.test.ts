import { expect, test } from 'vitest'
import { readConfig } from '../src/config.ts'

const production = {
  NODE_ENV: 'production',
  PUBLIC_URL: 'https://innkjop.eksempel.kommune.no',
  DATABASE_URL: 'postgresql://innkjop@db/innkjop',
  MICROSOFT_APP_ID: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
  MICROSOFT_APP_TENANT_ID: '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
  ALLOWED_TENANTS: '3f2504e0-4f89-41d3-9a0c-0305e82c3302',
  MICROSOFT_APP_PASSWORD: 'secret',
}

test('with nothing set it runs on this machine alone, with an embedded database and the Playground', () => {
  expect(readConfig({})).toMatchObject({
    host: '127.0.0.1',
    port: 3978,
    database: { kind: 'sqlite', file: '.data/innkjop.sqlite' },
    credentials: undefined,
    playground: { port: 56_150 },
  })
})

test('production takes credentials and PostgreSQL, and starts no Playground', () => {
  expect(readConfig(production)).toMatchObject({
    host: '0.0.0.0',
    database: { kind: 'postgres' },
    credentials: {
      appId: production.MICROSOFT_APP_ID,
      tenant: production.MICROSOFT_APP_TENANT_ID,
      kind: 'secret',
      secret: 'secret',
    },
    tenants: [production.ALLOWED_TENANTS],
    playground: undefined,
  })
})

test('production refuses to start without any one of its settings, and says which', () => {
  for (const name of Object.keys(production).filter(
    (key) => !['NODE_ENV', 'MICROSOFT_APP_PASSWORD'].includes(key),
  )) {
    expect(() => readConfig({ ...production, [name]: undefined })).toThrow(`${name} mangler`)
    expect(() => readConfig({ ...production, [name]: '' }), 'an empty line in .env').toThrow(
      `${name} mangler`,
    )
  }
})

test('the bot proves who it is by a secret, a certificate or a managed identity, and by one of them alone', () => {
  const { MICROSOFT_APP_PASSWORD: _, ...without } = production
  expect(() => readConfig(without)).toThrow('én måte å vise hvem den er på')
  expect(readConfig({ ...without, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }).credentials).toMatchObject({
    kind: 'managed-identity',
  })
  expect(() => readConfig({ ...production, MICROSOFT_APP_TYPE: 'UserAssignedMSI' })).toThrow('én måte')
  const certificate = { ...without, MICROSOFT_APP_CERTIFICATE_THUMBPRINT: 'AB12' }
  expect(() => readConfig(certificate)).toThrow('MICROSOFT_APP_CERTIFICATE_KEY_FILE')
  expect(() => readConfig({ ...certificate, MICROSOFT_APP_CERTIFICATE_KEY_FILE: 'finnes/ikke.pem' })).toThrow(
    'finnes/ikke.pem kan ikke leses',
  )
  expect(
    readConfig({ ...certificate, MICROSOFT_APP_CERTIFICATE_KEY_FILE: 'package.json' }).credentials,
  ).toMatchObject({ kind: 'certificate', thumbprint: 'AB12', privateKey: expect.stringContaining('{') })
})

test('several tenants may be let in, and what is no tenant is refused', () => {
  const [one, two] = [production.MICROSOFT_APP_ID, production.MICROSOFT_APP_TENANT_ID]
  expect(readConfig({ ...production, ALLOWED_TENANTS: `${one}, ${two}` }).tenants).toEqual([one, two])
  expect(() => readConfig({ ...production, ALLOWED_TENANTS: 'alle' })).toThrow('ALLOWED_TENANTS er feil')
})

test.each([
  ['PORT', 'mange', 'et tall fra 0 til 65535'],
  ['PORT', '70000', 'et tall fra 0 til 65535'],
  ['ANSWER_CONFIDENCE', '1.5', 'et tall fra 0 til 1, for eksempel 0.8'],
  ['ANSWER_CONFIDENCE', '0,8', 'et tall fra 0 til 1, for eksempel 0.8'],
  ['DATABASE_URL', 'mysql://x', 'en adresse som postgresql://'],
  ['PLAYGROUND', 'kanskje', 'on, off'],
  ['GRAPH_CALENDAR', 'ja', 'on, off'],
  ['COURSE_REMINDERS', 'ukentlig', 'ett til fem tall fra 1 til 60 med komma mellom, for eksempel 7,1'],
  ['COURSE_REMINDERS', '0', 'ett til fem tall'],
  ['COURSE_REMINDERS', '61,1', 'ett til fem tall'],
  ['COURSE_REMINDERS', '7;1', 'ett til fem tall'],
  ['COURSE_REMINDERS', '6,5,4,3,2,1', 'ett til fem tall'],
  ['COURSES_A_YEAR', '0', 'et helt tall fra 1 og opp'],
  ['CALENDAR_ORGANIZER', 'innkjøpsseksjonen', 'en e-postadresse'],
  ['LOG_LEVEL', 'loud', 'debug, info, warn, error, silent'],
])('%s=%s is refused by name, with what is permitted', (name, value, permitted) => {
  expect(() => readConfig({ [name]: value })).toThrow(`${name} er feil. Skriv ${permitted}`)
})

test('an app id without production is refused: everybody on the machine would be let in', () => {
  expect(() => readConfig({ MICROSOFT_APP_ID: production.MICROSOFT_APP_ID })).toThrow('NODE_ENV=production')
})

test('a public address that is not https is refused', () => {
  expect(() => readConfig({ ...production, PUBLIC_URL: 'http://innkjop.no' })).toThrow('PUBLIC_URL er feil')
})

test('courses have reminders, a number to hold a year and an organizer, and no calendar of Graph, when nothing is said', () => {
  expect(readConfig({})).toMatchObject({
    graphCalendar: false,
    remindBefore: [7, 1],
    coursesAYear: 3,
    calendarOrganizer: 'innkjopsseksjonen@eksempel.kommune.no',
  })
})

test('reminders are read once each, the earliest first', () => {
  expect(readConfig({ COURSE_REMINDERS: ' 1, 14,7 ,1' }).remindBefore).toEqual([14, 7, 1])
  expect(readConfig({ COURSE_REMINDERS: '60' }).remindBefore).toEqual([60])
})

test('calendar entries come from the section, or from an address of their own, and always from an address', () => {
  const contact = { SECTION_CONTACT: 'innkjop@kommunen.no' }
  expect(readConfig(contact).calendarOrganizer).toBe('innkjop@kommunen.no')
  const own = { ...contact, CALENDAR_ORGANIZER: 'kurs@kommunen.no' }
  expect(readConfig(own).calendarOrganizer).toBe('kurs@kommunen.no')
  const phone = { SECTION_CONTACT: 'telefon 12 34 56 78' }
  expect(() => readConfig(phone)).toThrow('CALENDAR_ORGANIZER mangler')
  expect(readConfig({ ...phone, CALENDAR_ORGANIZER: 'kurs@kommunen.no' }).sectionContact).toBe(
    phone.SECTION_CONTACT,
  )
})

test('calendars are written through Graph with a secret, and without one it refuses to start', () => {
  const on = { GRAPH_CALENDAR: 'on' }
  expect(readConfig({ ...production, ...on }).graphCalendar).toBe(true)
  const { MICROSOFT_APP_PASSWORD: _, ...without } = production
  const managed = { ...without, MICROSOFT_APP_TYPE: 'UserAssignedMSI' }
  expect(readConfig(managed).graphCalendar).toBe(false)
  for (const lacking of [managed, {}])
    expect(() => readConfig({ ...lacking, ...on })).toThrow('GRAPH_CALENDAR=on krever MICROSOFT_APP_PASSWORD')
})
