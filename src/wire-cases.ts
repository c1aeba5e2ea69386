/** What the cases take from the rooms beside them, and how a request or a question becomes a case. */
import { itemButton } from './answers/answers.ts'
import {
  type Needs as CaseNeeds,
  type Channels,
  handlingOf,
  questionOpening,
  readChannels,
} from './cases/cases.ts'
import type { Intake, Needs as IntakeNeeds } from './intake/intake.ts'
import type { Clock } from './kit/day.ts'
import { Fault } from './kit/fault.ts'
import type { Log } from './kit/log.ts'
import { checkArticle, groupsOf, type Item, writeArticle, writeFault } from './knowledge/knowledge.ts'
import type { LiveKnowledge } from './knowledge/live.ts'
import type { LivePeople } from './people/people.ts'
import type { Store } from './store/store.ts'
import { handlers } from './wire-people.ts'

type Rooms = {
  live: LiveKnowledge
  store: Store
  people: LivePeople
  intake: () => Intake
  channels: () => Channels
  now: Clock
  linkTo: CaseNeeds['linkTo']
  folder: string
  answerFrom: number
  wake: () => void
}

export const casesOf = ({
  live,
  store,
  people,
  intake,
  channels,
  now,
  linkTo,
  wake,
  folder,
  answerFrom,
}: Rooms): CaseNeeds => ({
  now,
  knowledge: live.now,
  channels,
  cases: store.cases,
  requests: {
    of: store.requests.of,
    async attachmentsOf(number) {
      const sent = await store.requests.of(number)
      return sent ? store.attachments.of(sent.draft) : []
    },
    async attachment(id) {
      const kept = await store.attachments.content(id)
      return kept && { name: kept.name, type: kept.contentType, content: kept.content }
    },
  },
  people: handlers(people, store),
  correct: (number, who) => intake().correct(number, who),
  documentButtons: (number, content, language) => intake().documentButtons(number, content, language),
  showItem: itemButton,
  answerFrom,
  articles: articlesIn(folder, live),
  doubtful: store.gaps.doubtful,
  noteArticle: ({ article, number, by }) =>
    store.audit.note({ actor: by, act: 'article-published', object: article, after: { number } }, now()),
  async postLetters(letters) {
    await store.outbox.post(letters, now())
    wake()
  },
  linkTo,
  wake,
})

/** Articles are files of the knowledge folder, which is read anew at once. The same answer is kept once, however often it is pressed. */
function articlesIn(folder: string, live: LiveKnowledge): CaseNeeds['articles'] {
  const write: CaseNeeds['articles']['write'] = async (article) => {
    const same = (one: Item) =>
      'section' in one &&
      one.section === article.section &&
      one.title === article.title.trim() &&
      one.body === article.body.trim()
    const there = live.now().items.find(same)
    if (there) return { kind: 'kept', id: there.id }
    const kept = await writeArticle(folder, article)
    if (kept.kind === 'faulty') return { kind: 'faulty', faults: kept.faults.map(writeFault) }
    await live.renewNow()
    return { kind: 'kept', id: kept.id }
  }
  let writing: Promise<unknown> = Promise.resolve()
  return {
    async check(article) {
      const { faults, contradictions } = await checkArticle(folder, article)
      return { faults: faults.map(writeFault), contradictions: contradictions.map(writeFault) }
    },
    write(article) {
      const written = writing.then(() => write(article))
      writing = written.catch(() => undefined)
      return written
    },
  }
}

export type LiveChannels = {
  now(): Channels
  /** Reads the file anew; one with faults changes nothing and is told in the log. */
  renew(): Promise<void>
}

/** Throws as `readChannels` does when it cannot begin. */
export async function liveChannels(
  folder: string,
  { people, live, log }: { people: LivePeople; live: LiveKnowledge; log: Log },
): Promise<LiveChannels> {
  const read = () =>
    readChannels(`${folder}/channels.yaml`, {
      topics: groupsOf(live.now().items),
      units: people.units().map(({ id }) => id),
    })
  let current = await read()
  // A request names its unit; the file has the unit's id.
  const nameOf = (id: string) => people.units().find((unit) => unit.id === id)?.name ?? id
  return {
    now: () => ({
      ...current,
      channels: current.channels.map((one) => ({ ...one, units: one.units.map(nameOf) })),
    }),
    async renew() {
      try {
        current = await read()
      } catch (error) {
        if (!(error instanceof Fault)) throw error
        log.error(
          { because: error.message },
          'the channels were changed and have faults: what was there before is used',
        )
      }
    },
  }
}

type Submitted = Parameters<IntakeNeeds['requests']['submit']>[0]

export async function submitRequest(sent: Submitted, store: Store, needs: CaseNeeds) {
  const submitted = await store.requests.submit(sent, handlingOf(sent, needs))
  if (submitted && !submitted.before) needs.wake()
  return submitted
}

export async function askSection(question: string, person: string, store: Store, needs: CaseNeeds) {
  const asked = await store.questions.askSection(question, person, (opened) =>
    questionOpening({ ...opened, person }, needs),
  )
  if (asked && !asked.before) needs.wake()
  return asked
}
