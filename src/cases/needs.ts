import type { Button } from '../kit/card.ts'
import type { Clock, Day } from '../kit/day.ts'
import type { Message } from '../kit/message.ts'
import type { Language } from '../kit/say.ts'
import type { Item, Knowledge, NewArticle } from '../knowledge/knowledge.ts'
import type { Person } from '../people/people.ts'
import type { Case, CaseChange, Event } from './case.ts'
import type { Channels } from './channels-file.ts'

/** Something to be told: `what` comes back to `word` when it is sent. */
export type Letter = { place: string; what: unknown; dueAt: number; key?: string }
type Happening = { actor: string; kind: string; data: unknown; at: number }
export type Told = { happening: Happening; letters: readonly Letter[] }

/** All that is given must be the case. */
export type CaseFilter = {
  /** Of the requester. */
  tenant?: string
  kind?: Case['kind']
  states?: readonly string[]
  owner?: string | null
  requester?: string
  approver?: string
  /** Any of these. */
  owners?: readonly string[]
  approvers?: readonly string[]
  approval?: Case['approval']
  due?: Day
  words?: string
  openedFrom?: number
  openedBefore?: number
}

type Kept = Omit<Case, 'state'> & { state: string }

export type Needs = {
  now: Clock
  knowledge(): Knowledge
  channels(): Channels
  cases: {
    of(number: string): Promise<Kept | undefined>
    /** False when it was changed meanwhile. */
    change(
      read: Pick<Case, 'number' | 'version'>,
      change: CaseChange,
      told: Told,
      reopen?: { steps: readonly string[] },
    ): Promise<boolean>
    list(filter: CaseFilter, most: number): Promise<Kept[]>
    count(filter: CaseFilter): Promise<number>
    eventsOf(number: string): Promise<Event[]>
    cardAt(number: string, place: string): Promise<string | undefined>
    cardShown(number: string, place: string, activity: string): Promise<void>
  }
  requests: {
    of(number: string): Promise<{ content: unknown; submittedAt: number } | undefined>
    /** What is attached to it, in the order it was added. */
    attachmentsOf(number: string): Promise<readonly { id: string; name: string }[]>
    attachment(id: string): Promise<{ name: string; type: string; content: Uint8Array } | undefined>
  }
  people: {
    nameOf(person: string): Promise<string | undefined>
    /** The officers of the section in a tenant, and whether they are there on a day. */
    officers(tenant: string, day: Day): readonly { id: string; name: string; away: boolean }[]
    /** For whom somebody acts on a day: themselves, and whoever is away and has them as delegate. */
    actsFor(person: string, day: Day): readonly string[]
    /** Whether somebody's authority reaches so many kroner without VAT. */
    mayApprove(person: string, amount: number): boolean
    /** Who stands in for somebody while they are away. */
    delegateOf(person: string): string | undefined
  }
  /** Opens the request's draft for its person to be corrected, and shows it; undefined where there is none. */
  correct(number: string, who: Person): Promise<Message | undefined>
  /** The documents of a request, each with a button. */
  documentButtons(number: string, content: unknown, language: Language): readonly Button[]
  /** A button that shows an item of the knowledge base. */
  showItem(item: Item, title: string): Button
  /** How sure the search must be to answer, 0–1. */
  answerFrom: number
  articles: {
    /** What is wrong with an article, and what in it says something else than the dated rules. */
    check(article: NewArticle): Promise<{ faults: string[]; contradictions: string[] }>
    /** Keeps it as a file like any other, searchable when this resolves. */
    write(article: NewArticle): Promise<{ kind: 'kept'; id: string } | { kind: 'faulty'; faults: string[] }>
  }
  /** Questions from `since` on, epoch milliseconds, that may not have been answered well; newest first. */
  doubtful(since: number, most: number): Promise<readonly { person: string; text: string }[]>
  /** Notes who published an article from which case. */
  noteArticle(published: { article: string; number: string; by: string }): Promise<void>
  /** Posts what is told of no move. */
  postLetters(letters: readonly Letter[]): Promise<void>
  /** A link to a file that says `data`; undefined where files are handed out in the chat. */
  linkTo(data: string, name: string): string | undefined
  /** Something was posted. */
  wake(): void
}
