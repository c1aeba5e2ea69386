/** Builds everything and wires it; the only file that knows every room. Started as a program, it runs until stopped. */
import { randomBytes, randomUUID } from 'node:crypto'
import { basename } from 'node:path'
import { createAnswers, itemButton } from './answers/answers.ts'
import { type Config, environmentHere, readConfig } from './config.ts'
import { createIntake, type Intake, linkData } from './intake/intake.ts'
import type { Command, Presses } from './kit/action.ts'
import type { Clock } from './kit/day.ts'
import { Fault } from './kit/fault.ts'
import { createLog, type Log } from './kit/log.ts'
import type { Item, Knowledge } from './knowledge/knowledge.ts'
import { followKnowledge, type KnowledgeNews } from './knowledge/live.ts'
import {
  createAuditTrail,
  createGraph,
  createOwnData,
  followPeople,
  type LivePeople,
  mask,
  microsoft,
  type PeopleNews,
  type Person,
} from './people/people.ts'
import { openStore, type Store } from './store/store.ts'
import { createLinks, createPasses, type Door, type Links, openDoor, startPlayground } from './teams/teams.ts'

export type Running = {
  port: number
  store: Store
  /** Every button and command that there is, with the role that it needs. */
  presses: Presses<Person>
  commands: readonly Command<Person>[]
  /** Where to try it; undefined where no Playground was asked for. */
  playground: string | undefined
  /** Safe to call twice. */
  stop(): Promise<void>
}

const hourMs = 60 * 60 * 1000
/** How long a seen activity is remembered: far longer than Teams tries again. */
const seenForMs = 7 * 24 * hourMs

export async function start(config: Config, now: Clock = Date.now): Promise<Running> {
  const log = createLog(config.logLevel)
  const opened = new AsyncDisposableStack()
  try {
    const live = await followKnowledge(config.knowledgeFolder, (news) => tellNews(news, log))
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
        requests: store.requests,
        attachments: store.attachments,
        people: purchasers(people, store),
        questionText: store.questions.textOf,
        showItem: itemButton,
        documentUrl: documents.urlOf,
        async tell(person, messageIn) {
          const reach = await store.people.reachOf(person)
          return reach ? door.tell(reach.conversation, messageIn(reach.language ?? 'nb')) : 'unreachable'
        },
      },
      (question, who) => answers.said(question, who),
    )
    const answers = createAnswers({
      knowledge: live.now,
      now,
      sectionContact: config.sectionContact,
      answerFrom: config.answerFrom,
      templateUrl: templates.urlOf,
      startButton: intake.startButton,
      newestQuestion: store.questions.newestOf,
      showed: store.questions.showed,
      askSection: store.questions.askSection,
      async noteQuestion(question) {
        const id = randomUUID()
        await store.questions.note({ id, ...question })
        return id
      },
    })
    const ownData = createOwnData({
      ownData: store.ownData.of,
      erase: (person) => store.ownData.erase(person, person, now()),
    })
    const auditTrail = createAuditTrail({ newestActs: store.audit.newest, nameOf: people.nameOf })
    const presses = { ...answers.presses, ...intake.presses, ...ownData.presses }
    const commands = [...intake.commands, ...ownData.commands, ...auditTrail.commands]
    const door: Door = await openDoor(
      config,
      {
        now,
        greet: answers.greet,
        said: (text, who, alone) =>
          alone ? intake.said(text, who, (question) => answers.said(question, who)) : answers.said(text, who),
        received: intake.received,
        documentOf: intake.documents.offered,
        documentAt: (pass) => documents.at(pass, intake),
        ...store.people,
        ...store.seen,
        presses,
        commands,
        rolesOf: people.rolesOf,
        mostInAMinute: config.mostInAMinute,
        answeredWith: store.questions.answeredWith,
        feedback: (activity, person, reaction, reason, at) =>
          store.questions.feedback(activity, person, reaction, mask(reason).text, at),
        templateFile: templates.fileOf,
      },
      log,
    )
    opened.defer(door.close)
    address ||= `http://127.0.0.1:${door.port}`
    opened.defer(everyHour(intake.remind, log))

    const playground =
      config.playground && (await startPlayground({ ...config.playground, botPort: door.port }))
    if (playground) opened.defer(playground.close)
    return {
      port: door.port,
      store,
      presses,
      commands,
      playground: playground?.address,
      stop: () => opened.disposeAsync(),
    }
  } catch (error) {
    await opened.disposeAsync()
    throw error
  }
}

const dayMs = 24 * hourMs

/** Deletes what has been kept as long as it may be. */
async function tidy(store: Store, keep: Config['retention'], at: number): Promise<void> {
  await store.seen.forgetBefore(at - seenForMs)
  await store.ownData.forget({
    questionsBefore: at - keep.questions * dayMs,
    peopleBefore: at - keep.people * dayMs,
    auditBefore: at - keep.audit * dayMs,
    draftsBefore: at - keep.drafts * dayMs,
    requestsBefore: at - keep.requests * dayMs,
  })
}

/** Groups of Entra are read with the bot's own secret; without one, roles come from the file alone. */
const graphOf = ({ credentials }: Config) =>
  credentials?.kind === 'secret' ? createGraph({ ...credentials, ...microsoft }) : undefined

type Telling = { store: Store; now: Clock; log: Log }

/** A change of roles or authority is an administrative act; a broken file changes nothing and is told in the log. */
function tellPeopleNews(news: PeopleNews, { store, now, log }: Telling): void {
  if (news.kind === 'kept') {
    log.error(
      { because: news.because },
      'who is who was changed and has faults: what was there before is used',
    )
    return
  }
  for (const { person, act, before, after } of news.changes)
    store.audit
      .note({ actor: 'people.yaml', act, object: person, before, after }, now())
      .catch((error: unknown) => log.error({ err: error }, 'a change of roles could not be noted'))
}

/** Does something now and once an hour; gives what ends it. A failure is logged and tried again the next hour. */
function everyHour(does: () => Promise<void>, log: Log): () => void {
  const attempt = () => does().catch((error: unknown) => log.error({ err: error }, 'hourly tidying failed'))
  void attempt()
  const timer = setInterval(attempt, hourMs)
  return () => clearInterval(timer)
}

/** A broken file is told in the log, for whoever keeps the knowledge; people are answered from what was whole before. */
function tellNews(news: KnowledgeNews, log: Log): void {
  if (news.kind === 'renewed') log.info({ count: news.count }, 'the knowledge was renewed')
  else
    log.error(
      { because: news.because },
      'the knowledge was changed and has faults: what was there before is used',
    )
}

/** The download links on template cards, and the files behind them. `address` is where browsers reach the bot. */
function templateDownloads(knowledge: () => Knowledge, links: Links, address: () => string) {
  const fileOf = (item: Item | undefined) =>
    item?.type === 'template' ? knowledge().fileOf(item) : undefined
  return {
    urlOf(item: Item): string | undefined {
      const file = fileOf(item)
      return (
        file &&
        `${address()}/templates/${item.id}/${encodeURIComponent(basename(file))}?key=${links.keyOf(item.id)}`
      )
    },
    fileOf: (id: string, key: string) => (links.fits(id, key) ? fileOf(knowledge().item(id)) : undefined),
  }
}

/** How long a link to a document opens: it stands in a card that others may come to see. */
const documentOpenMs = 24 * hourMs

/** Links to documents, where Teams cannot hand files out: on one's own machine. */
function documentLinks(
  passes: ReturnType<typeof createPasses>,
  { config, now, address }: { config: Config; now: Clock; address: () => string },
) {
  return {
    urlOf: (number: string, kind: Parameters<typeof linkData>[1]) =>
      config.credentials
        ? undefined
        : `${address()}/documents/${passes.passFor(linkData(number, kind), now() + documentOpenMs)}/${number}-${kind}`,
    async at(pass: string, intake: Intake) {
      const read = passes.read(pass)
      if (read.kind === 'expired') return 'expired' as const
      return read.kind === 'good' ? intake.documents.linked(read.data) : undefined
    },
  }
}

/** Who buys for which unit: people are known by tenant and Entra id, the directory by Entra id alone. */
function purchasers(people: LivePeople, store: Store): Parameters<typeof createIntake>[0]['people'] {
  const entraIdOf = (person: string) => person.slice(person.indexOf(':') + 1)
  return {
    units: people.units,
    approverFor: (unit, { requester, ...purchase }) =>
      people.approverFor(unit, { ...purchase, requester: entraIdOf(requester) }),
    managerOf(person) {
      const manager = people.managerOf(entraIdOf(person))
      return manager && people.nameOf(manager)
    },
    nameOf: async (person) => people.nameOf(entraIdOf(person)) ?? store.people.nameOf(person),
    unitOf(person) {
      const unit = people.unitOf(entraIdOf(person))
      return unit && { id: unit.id, name: unit.name }
    },
  }
}

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
