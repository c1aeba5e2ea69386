/** The environment, read once. Refuses to start half-configured, and says what is missing and what is permitted. */
import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { defaultAnswerFrom } from './answers/answers.ts'
import { Fault } from './kit/fault.ts'
import {
  count,
  daysBefore,
  email,
  id,
  ids,
  missing,
  oneOf,
  organisationNumber,
  port,
  postgresUrl,
  quietHours,
  settings,
  share,
  text,
} from './settings.ts'
import type { Database } from './store/store.ts'
import type { Authority, Credentials, PlaygroundPerson } from './teams/teams.ts'

export type Config = {
  host: string
  port: number
  /** The address that people's browsers reach the bot on, for downloads; undefined = where it listens. */
  publicUrl: string | undefined
  knowledgeFolder: string
  database: Database
  /** Undefined in embedded mode, where the bot listens on this machine alone. */
  credentials: Credentials | undefined
  /** Whose people are let in. */
  tenants: readonly string[]
  /** Another identity service than Microsoft's, on this machine; only tests have one. */
  authority?: Authority
  playground: { port: number; folder: string; as: PlaygroundPerson } | undefined
  sectionContact: string
  /** Whose purchases these are, for the documents. */
  municipality: { name: string; organisationNumber: string | undefined }
  /** Who is who: roles, units and authority. */
  peopleFile: string
  /** How many messages and presses a person may send in a minute. */
  mostInAMinute: number
  /** How many messages the bot sends to a tenant in a second without being asked; undefined = as many as it can. */
  sendsPerSecond?: number | undefined
  /** An announcement to more people than this needs a second officer. */
  aloneUpTo: number
  /** Hours of the day in Norway in which no announcement is sent; undefined = there are none. */
  quiet: { from: number; to: number } | undefined
  /** The bot's id in the organisation's catalog of Teams apps, to install it where it is missing; undefined = it is not installed. */
  catalogApp: string | undefined
  /** Whether courses are put into people's calendars through Microsoft Graph; otherwise they are handed a file. */
  graphCalendar: boolean
  /** Days before a session on which those who come are reminded, the most first. */
  remindBefore: readonly number[]
  /** So many courses a year are held at least. */
  coursesAYear: number
  /** The e-mail address that calendar entries come from. */
  calendarOrganizer: string
  /** How long things are kept, in days. */
  retention: { questions: number; people: number; audit: number; drafts: number; requests: number }
  /** How sure it must be to answer, 0–1. */
  answerFrom: number
  logLevel: string
}

/** Named here, so that answering without Teams does not load the Teams SDK. */
const playgroundPeople = [
  'ansatt',
  'innkjøper',
  'innkjøpssjef',
] as const satisfies readonly PlaygroundPerson[]

const shared = {
  KNOWLEDGE_FOLDER: text.default('knowledge'),
  SECTION_CONTACT: text.default('innkjopsseksjonen@eksempel.kommune.no'),
  MUNICIPALITY_NAME: text.default('Eksempel kommune'),
  MUNICIPALITY_ORGANISATION_NUMBER: organisationNumber.optional(),
  ANSWER_CONFIDENCE: share.default(defaultAnswerFrom),
  PEOPLE_FILE: text.optional(),
  MESSAGES_A_MINUTE: count.default(30),
  SENDS_A_SECOND: count.default(25),
  ANNOUNCE_ALONE_UP_TO: count.default(500),
  QUIET_HOURS: quietHours.default('20-07'),
  TEAMS_CATALOG_APP_ID: id.optional(),
  GRAPH_CALENDAR: oneOf(['on', 'off']).default('off'),
  COURSE_REMINDERS: daysBefore.default('7,1'),
  COURSES_A_YEAR: count.default(3),
  CALENDAR_ORGANIZER: email.optional(),
  KEEP_QUESTIONS_DAYS: count.default(365),
  KEEP_PEOPLE_DAYS: count.default(730),
  KEEP_AUDIT_DAYS: count.default(3650),
  KEEP_DRAFTS_DAYS: count.default(90),
  KEEP_REQUESTS_DAYS: count.default(3650),
  LOG_LEVEL: oneOf(['debug', 'info', 'warn', 'error', 'silent']).optional(),
  PORT: port.default(3978),
}
const embedded = z.object({
  ...shared,
  DATA_FOLDER: text.default('.data'),
  DATABASE_URL: postgresUrl.optional(),
  PLAYGROUND: oneOf(['on', 'off']).default('on'),
  PLAYGROUND_PORT: port.default(56_150),
  PLAYGROUND_AS: oneOf(playgroundPeople).default('ansatt'),
})
const production = z.object({
  ...shared,
  HOST: text.default('0.0.0.0'),
  PUBLIC_URL: z.url({ protocol: /^https$/ }).describe('en adresse som https://innkjop.kommunen.no'),
  DATABASE_URL: postgresUrl,
  MICROSOFT_APP_ID: id,
  MICROSOFT_APP_TENANT_ID: id,
  ALLOWED_TENANTS: ids,
  MICROSOFT_APP_TYPE: oneOf(['SingleTenant', 'UserAssignedMSI']).default('SingleTenant'),
  MICROSOFT_APP_PASSWORD: text.optional(),
  MICROSOFT_APP_CERTIFICATE_THUMBPRINT: text.optional(),
  MICROSOFT_APP_CERTIFICATE_KEY_FILE: text.optional(),
})

/** The environment of this process, with what `.env` adds to it. */
export function environmentHere(): NodeJS.ProcessEnv {
  if (existsSync('.env')) process.loadEnvFile('.env')
  return process.env
}

/** What answering takes, with or without Teams. */
export function readSharedConfig(
  environment: NodeJS.ProcessEnv,
): Pick<Config, 'knowledgeFolder' | 'sectionContact' | 'municipality' | 'answerFrom' | 'peopleFile'> {
  const read = settings(z.object(shared), environment)
  return { ...answering(read), peopleFile: keeping(read).peopleFile }
}

/** Whose deeds are permitted, and how long what they leave is kept. */
const keeping = (read: z.output<z.ZodObject<typeof shared>>) => ({
  peopleFile: read.PEOPLE_FILE ?? `${read.KNOWLEDGE_FOLDER}/people.yaml`,
  mostInAMinute: read.MESSAGES_A_MINUTE,
  sendsPerSecond: read.SENDS_A_SECOND,
  aloneUpTo: read.ANNOUNCE_ALONE_UP_TO,
  quiet: hoursIn(read.QUIET_HOURS),
  catalogApp: read.TEAMS_CATALOG_APP_ID,
  retention: {
    questions: read.KEEP_QUESTIONS_DAYS,
    people: read.KEEP_PEOPLE_DAYS,
    audit: read.KEEP_AUDIT_DAYS,
    drafts: read.KEEP_DRAFTS_DAYS,
    requests: read.KEEP_REQUESTS_DAYS,
  },
})

const courses = (read: z.output<z.ZodObject<typeof shared>>) => ({
  graphCalendar: read.GRAPH_CALENDAR === 'on',
  remindBefore: [...new Set(read.COURSE_REMINDERS.split(',').map(Number))].sort((a, b) => b - a),
  coursesAYear: read.COURSES_A_YEAR,
  calendarOrganizer: read.CALENDAR_ORGANIZER ?? addressIn(read.SECTION_CONTACT),
})

/** The section may be reached in other ways; calendar entries cannot. */
function addressIn(contact: string): string {
  if (email.safeParse(contact).success) return contact
  throw missing(
    'CALENDAR_ORGANIZER mangler, og SECTION_CONTACT er ikke en e-postadresse. Skriv en e-postadresse',
  )
}

function hoursIn(written: string): Config['quiet'] {
  const [from, to] = written.split('-').map(Number)
  return from === undefined || to === undefined || from === to ? undefined : { from, to }
}

const answering = (read: z.output<z.ZodObject<typeof shared>>) => ({
  knowledgeFolder: read.KNOWLEDGE_FOLDER,
  sectionContact: read.SECTION_CONTACT,
  municipality: {
    name: read.MUNICIPALITY_NAME,
    organisationNumber: read.MUNICIPALITY_ORGANISATION_NUMBER,
  },
  answerFrom: read.ANSWER_CONFIDENCE,
})

/** Throws a `settings` Fault that names every setting that is missing or wrong. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const config = environment.NODE_ENV === 'production' ? forProduction(environment) : forEmbedded(environment)
  if (config.graphCalendar && config.credentials?.kind !== 'secret')
    throw missing(
      'GRAPH_CALENDAR=on krever MICROSOFT_APP_PASSWORD. Boten når Microsoft Graph bare med en hemmelighet',
    )
  return config
}

/** Anonymous, and so on this machine alone. The Playground beside it listens on all addresses. */
function forEmbedded(environment: NodeJS.ProcessEnv): Config {
  if (environment.MICROSOFT_APP_ID)
    throw missing(
      'MICROSOFT_APP_ID er satt, men ikke NODE_ENV=production. Uten den slippes alle på denne maskinen inn',
    )
  const read = settings(embedded, environment)
  return {
    host: '127.0.0.1',
    port: read.PORT,
    publicUrl: undefined,
    ...answering(read),
    ...keeping(read),
    ...courses(read),
    database: read.DATABASE_URL
      ? { kind: 'postgres', url: read.DATABASE_URL }
      : { kind: 'sqlite', file: `${read.DATA_FOLDER}/innkjop.sqlite` },
    credentials: undefined,
    tenants: [],
    playground:
      read.PLAYGROUND === 'on'
        ? { port: read.PLAYGROUND_PORT, folder: `${read.DATA_FOLDER}/playground`, as: read.PLAYGROUND_AS }
        : undefined,
    logLevel: read.LOG_LEVEL ?? 'warn',
  }
}

/** Without app id and secret the SDK would let everybody in: so they are required here. */
function forProduction(environment: NodeJS.ProcessEnv): Config {
  const read = settings(production, environment)
  return {
    host: read.HOST,
    port: read.PORT,
    publicUrl: read.PUBLIC_URL.replace(/\/+$/, ''),
    ...answering(read),
    ...keeping(read),
    ...courses(read),
    database: { kind: 'postgres', url: read.DATABASE_URL },
    credentials: credentialsIn(read),
    tenants: read.ALLOWED_TENANTS.toLowerCase()
      .split(/[\s,]+/)
      .filter(Boolean),
    playground: undefined,
    logLevel: read.LOG_LEVEL ?? 'info',
  }
}

/** One way to prove who the bot is, and no more: two would hide which of them is in use. */
function credentialsIn(read: z.output<typeof production>): Credentials {
  const app = { appId: read.MICROSOFT_APP_ID, tenant: read.MICROSOFT_APP_TENANT_ID }
  const {
    MICROSOFT_APP_PASSWORD: secret,
    MICROSOFT_APP_CERTIFICATE_THUMBPRINT: thumbprint,
    MICROSOFT_APP_CERTIFICATE_KEY_FILE: keyFile,
  } = read
  const managed = read.MICROSOFT_APP_TYPE === 'UserAssignedMSI'
  const ways = [managed, secret !== undefined, thumbprint !== undefined || keyFile !== undefined]
  if (ways.filter(Boolean).length !== 1)
    throw missing(
      'Boten må ha én måte å vise hvem den er på. Sett enten MICROSOFT_APP_PASSWORD, eller MICROSOFT_APP_CERTIFICATE_THUMBPRINT og MICROSOFT_APP_CERTIFICATE_KEY_FILE, eller MICROSOFT_APP_TYPE=UserAssignedMSI',
    )
  if (managed) return { ...app, kind: 'managed-identity' }
  if (secret !== undefined) return { ...app, kind: 'secret', secret }
  if (thumbprint === undefined || keyFile === undefined)
    throw missing(
      'Et sertifikat trenger både MICROSOFT_APP_CERTIFICATE_THUMBPRINT og MICROSOFT_APP_CERTIFICATE_KEY_FILE',
    )
  return { ...app, kind: 'certificate', thumbprint, privateKey: readKey(keyFile) }
}

function readKey(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (cause) {
    throw new Fault('settings', `MICROSOFT_APP_CERTIFICATE_KEY_FILE: ${file} kan ikke leses`, cause)
  }
}
