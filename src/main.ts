/** Builds everything and wires it; the only file that knows every room. Started as a program, it runs until stopped. */
import { randomBytes, randomUUID } from 'node:crypto'
import { type Announcements, createAnnouncements } from './announcements/announcements.ts'
import { createAnswers, itemButton } from './answers/answers.ts'
import { caseState, createCases, word } from './cases/cases.ts'
import { type Config, environmentHere, readConfig } from './config.ts'
import { type Courses, createCourses } from './courses/courses.ts'
import { createGaps } from './gaps/gaps.ts'
import { everyHour, tidy } from './hourly.ts'
import { createIntake, type Intake } from './intake/intake.ts'
import type { Command, Presses } from './kit/action.ts'
import type { Clock } from './kit/day.ts'
import { Fault } from './kit/fault.ts'
import { createLog } from './kit/log.ts'
import { followKnowledge } from './knowledge/live.ts'
import { tellNews, tellPeopleNews } from './news.ts'
import {
  createAuditTrail,
  createGraph,
  createOwnData,
  followPeople,
  microsoft,
  type Person,
} from './people/people.ts'
import { openStore, type Store } from './store/store.ts'
import { createLinks, createPasses, type Door, openDoor, startPlayground } from './teams/teams.ts'
import { announcementsOf, installer, rememberAnd } from './wire-announcements.ts'
import { askSection, casesOf, type LiveChannels, liveChannels, submitRequest } from './wire-cases.ts'
import { coursesOf } from './wire-courses.ts'
import { documentLinks, templateDownloads } from './wire-downloads.ts'
import { gapsOf } from './wire-gaps.ts'
import { startOutbox } from './wire-outbox.ts'
import { purchasers } from './wire-people.ts'

export type Running = {
  port: number
  store: Store
  /** Every button and command that there is, with the role that it needs. */
  presses: Presses<Person>
  commands: readonly Command<Person>[]
  /** Where to try it; undefined where no Playground was asked for. */
  playground: string | undefined
  /** Resolves when all that is due has been told. */
  idle(): Promise<void>
  /** Safe to call twice. */
  stop(): Promise<void>
}

export async function start(config: Config, now: Clock = Date.now): Promise<Running> {
  const log = createLog(config.logLevel)
  const opened = new AsyncDisposableStack()
  try {
    let channels: LiveChannels | undefined
    const live = await followKnowledge(config.knowledgeFolder, async (news) => {
      tellNews(news, log)
      await channels?.renew()
    })
    opened.defer(live.close)
    const store = await openStore(config.database)
    opened.defer(store.close)
    opened.defer(everyHour(() => tidy(store, config.retention, now()), log))
    const graph = graphOf(config)
    const people = await followPeople(config.peopleFile, graph, (news) =>
      tellPeopleNews(news, { store, now, log }),
    )
    opened.defer(people.close)
    if (graph) opened.defer(everyHour(people.refreshGroups, log))

    channels = await liveChannels(config.knowledgeFolder, { people, live, log })
    let address = config.publicUrl ?? ''
    const secret = await store.secret('template-links', randomBytes(32).toString('base64url'))
    const templates = templateDownloads(live.now, createLinks(secret), () => address)
    const documents = documentLinks(createPasses(secret, now), { config, now, address: () => address })
    const intake: Intake = createIntake(
      {
        knowledge: live.now,
        now,
        answerFrom: config.answerFrom,
        sectionContact: config.sectionContact,
        municipality: config.municipality,
        drafts: store.drafts,
        requests: { ...store.requests, submit: (sent) => submitRequest(sent, store, caseNeeds) },
        attachments: store.attachments,
        people: purchasers(people, store),
        questionText: store.questions.textOf,
        showItem: itemButton,
        mayRead: (number, who) => cases.maySee(number, who),
        documentUrl: documents.urlOf,
        async postLetters(letters) {
          await store.outbox.post(letters, now())
          outbox.wake()
        },
      },
      (question, who) => answers.said(question, who),
    )
    const caseNeeds = casesOf({
      live,
      store,
      people,
      intake: () => intake,
      channels: channels.now,
      now,
      linkTo: documents.linkTo,
      folder: config.knowledgeFolder,
      answerFrom: config.answerFrom,
      wake: () => outbox.wake(),
    })
    const cases = createCases(caseNeeds)
    const pictures = createLinks(secret)
    const announcements: Announcements = createAnnouncements(
      announcementsOf({
        config,
        store,
        people,
        graph,
        live,
        channels: channels.now,
        now,
        askSection: (question, person) => askSection(question, person, store, caseNeeds),
        eventPart: (event, person, language) => courses.partOf(event, person, language),
        imageUrl: (file) => `${address}/pictures/${file}?key=${pictures.keyOf(`picture ${file}`)}`,
        linkTo: documents.linkTo,
        wake: () => outbox.wake(),
      }),
    )
    const courses: Courses = createCourses(
      coursesOf({
        config,
        store,
        people,
        graph,
        announcements: () => announcements,
        now,
        linkTo: documents.linkTo,
        wake: () => outbox.wake(),
      }),
    )
    const answers = createAnswers({
      knowledge: live.now,
      now,
      sectionContact: config.sectionContact,
      answerFrom: config.answerFrom,
      templateUrl: templates.urlOf,
      startButton: intake.startButton,
      newsOf: announcements.newsOf,
      newestQuestion: store.questions.newestOf,
      noteFeedback: (given) =>
        store.questions.feedback(given.activity, given.person, given.reaction, given.reason, now()),
      showed: store.questions.showed,
      askSection: (question, person) => askSection(question, person, store, caseNeeds),
      async noteQuestion(question) {
        const id = randomUUID()
        await store.questions.note({ id, ...question })
        return id
      },
    })
    const ownData = createOwnData({
      ownData: store.ownData.of,
      async erase(person) {
        await courses.withdraw(person)
        return store.ownData.erase(person, person, now())
      },
      stateInWords: caseState,
    })
    const auditTrail = createAuditTrail({ newestActs: store.audit.newest, nameOf: people.nameOf })
    const gaps = createGaps(
      gapsOf({ live, store, folder: config.knowledgeFolder, answerFrom: config.answerFrom, now }),
    )
    const presses = {
      ...gaps.presses,
      ...answers.presses,
      ...intake.presses,
      ...cases.presses,
      ...announcements.presses,
      ...courses.presses,
      ...ownData.presses,
    }
    const commands = [
      ...gaps.commands,
      ...intake.commands,
      ...cases.commands,
      ...announcements.commands,
      ...courses.commands,
      ...ownData.commands,
      ...auditTrail.commands,
    ]
    /** The file that a room offered or linked to; undefined for a document of a request. */
    const fileOf = async (data: unknown, who: Person | undefined) =>
      (await cases.file(data, who)) ?? (await announcements.file(data, who)) ?? courses.file(data, who)
    const door: Door = await openDoor(
      config,
      {
        now,
        greet: answers.greet,
        async said(text, who, where) {
          const asked = await announcements.asked(text, who, where)
          if (asked || !where.alone) return asked ?? answers.said(text, who)
          return (
            (await cases.said(text, who)) ??
            (await announcements.said(text, who)) ??
            (await courses.said(text, who)) ??
            intake.said(text, who, (question) => answers.said(question, who))
          )
        },
        received: async (file, who) =>
          (await announcements.received(file, who)) ?? intake.received(file, who),
        documentOf: async (data, who) => (await fileOf(data, who)) ?? intake.documents.offered(data, who),
        readUpTo: announcements.readUpTo,
        async pictureAt(id, key) {
          const file = pictures.fits(`picture ${id}`, key) ? await store.announcements.fileOf(id) : undefined
          return file && { name: file.name, content: file.content, type: file.contentType }
        },
        documentAt: (pass) =>
          documents.at(
            pass,
            async (data) => (await fileOf(JSON.parse(data), undefined)) ?? intake.documents.linked(data),
          ),
        ...store.people,
        remember: rememberAnd(store, announcements.returned),
        rememberChannel: store.channels.remember,
        ...store.seen,
        presses,
        commands,
        rolesOf: people.rolesOf,
        mostInAMinute: config.mostInAMinute,
        answeredWith: store.questions.answeredWith,
        feedback: answers.feedback,
        templateFile: templates.fileOf,
      },
      log,
    )
    opened.defer(door.close)
    const outbox = startOutbox({
      store,
      door,
      sendsPerSecond: config.sendsPerSecond,
      install: installer(graph, config.catalogApp, log),
      wordings: {
        cases: (what, place) => word(what, place, caseNeeds),
        intake: intake.word,
        announcements: announcements.word,
        courses: courses.word,
      },
      alone: config.database.kind === 'sqlite',
      now,
      log,
    })
    opened.defer(outbox.close)
    address ||= `http://127.0.0.1:${door.port}`
    opened.defer(everyHour(intake.remind, log))
    opened.defer(everyHour(async () => announcements.tidy(await store.people.tenants()), log))

    const playground =
      config.playground && (await startPlayground({ ...config.playground, botPort: door.port }))
    if (playground) opened.defer(playground.close)
    return {
      port: door.port,
      store,
      presses,
      commands,
      playground: playground?.address,
      idle: outbox.idle,
      stop: () => opened.disposeAsync(),
    }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

/** Groups of Entra are read with the bot's own secret; without one, roles come from the file alone. */
const graphOf = ({ credentials }: Config) =>
  credentials?.kind === 'secret' ? createGraph({ ...credentials, ...microsoft }) : undefined

/** What lies behind a fault, for whoever has to mend it. */
const causeOf = ({ cause }: Fault): string =>
  cause instanceof AggregateError ? cause.errors.join(', ') : cause instanceof Error ? cause.message : ''

async function run(): Promise<void> {
  const running = await start(readConfig(environmentHere()))
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      running.stop().then(
        () => process.exit(0),
        (error: unknown) => {
          console.error(error)
          process.exit(1)
        },
      )
    })
  console.log(`Innkjøpsassistenten svarer på http://127.0.0.1:${running.port}/api/messages`)
  if (running.playground) console.log(`\nPrøv den her:  ${running.playground}\n\nStopp med Ctrl-C.`)
}

if (import.meta.main)
  run().catch((error: unknown) => {
    console.error(error instanceof Fault ? [error.message, causeOf(error)].filter(Boolean).join('\n') : error)
    process.exitCode = 1
  })
