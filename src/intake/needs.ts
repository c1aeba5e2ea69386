import type { Button } from '../kit/card.ts'
import type { Clock, Day } from '../kit/day.ts'
import type { Item, Knowledge } from '../knowledge/knowledge.ts'
import type { Person } from '../people/people.ts'
import type { DocumentKind, Municipality } from './documents/documents.ts'
import type { Unit } from './purchase-facts.ts'
import type { EarlierRequest } from './request.ts'

/** A purchase that is begun and not sent: what was replied, and what the chat does with the next words. */
export type Draft = {
  id: string
  person: string
  replies: Readonly<Record<string, string>>
  reopened: readonly string[]
  /** The next thing that is written is a question and no reply. */
  asking: boolean
  /** What is written in the chat goes to it. */
  active: boolean
  state: 'open' | 'submitted' | 'ended' | 'cancelled' | 'expired'
  touchedAt: number
  startedAt: number
  version: number
}

type Kept = { number: string; draft: string; person: string; submittedAt: number; content: unknown }

type Drafts = {
  begin(draft: { id: string; person: string; replies: Draft['replies']; at: number }): Promise<Draft>
  of(id: string, person: string): Promise<Draft | undefined>
  activeOf(person: string, since: number): Promise<Draft | undefined>
  openOf(person: string): Promise<Draft[]>
  /** Whatever has become of them. */
  allOf(person: string): Promise<Draft[]>
  /** Lets one that was submitted be filled in again. */
  openAgain(id: string, person: string, at: number): Promise<void>
  /** False when it was changed meanwhile. */
  keep(draft: Draft, at: number): Promise<boolean>
  left(touchedBefore: number): Promise<Draft[]>
  reminded(draft: Pick<Draft, 'id' | 'touchedAt'>, at: number): Promise<void>
  expire(remindedBefore: number, at: number): Promise<number>
}

type Requests = {
  /** Undefined when the draft was changed meanwhile, or cannot be submitted. */
  submit(request: {
    draft: string
    version: number
    person: string
    year: number
    at: number
    content: unknown
    unit: string | null
    group: string | null
    title: string
    value: number
    /** Who must approve; null where nobody was found. */
    approver: string | null
  }): Promise<{ number: string; before: boolean } | undefined>
  similar(to: {
    unit: string
    group: string
    since: number
    draft?: string
  }): Promise<(Omit<EarlierRequest, 'day'> & { submittedAt: number })[]>
  of(number: string): Promise<Kept | undefined>
  ofDraft(draft: string, person: string): Promise<Kept | undefined>
  ofPerson(person: string): Promise<(Kept & { title: string })[]>
}

type Attachments = {
  add(file: {
    id: string
    draft: string
    person: string
    name: string
    contentType: string
    content: Uint8Array
    at: number
    most: number
  }): Promise<'kept' | 'too-many' | 'gone'>
  of(draft: string): Promise<{ id: string; name: string; bytes: number }[]>
  remove(id: string, person: string): Promise<boolean>
}

type People = {
  units(): readonly Unit[]
  unitOf(person: string): Unit | undefined
  /** The name of whom somebody reports to; undefined where it is not known. */
  managerOf(person: string): string | undefined
  nameOf(person: string): Promise<string | undefined>
  /** Who may approve so much for a unit on a day, never the requester; undefined where nobody is found. */
  approverFor(
    unit: string,
    purchase: { amount: number; day: Day; requester: string },
  ): { id: string; name: string } | undefined
}

export type Needs = {
  knowledge(): Knowledge
  now: Clock
  answerFrom: number
  sectionContact: string
  municipality: Municipality
  drafts: Drafts
  requests: Requests
  attachments: Attachments
  people: People
  /** A person's own logged question; undefined when they never asked it. */
  questionText(question: string, person: string): Promise<string | undefined>
  /** A button that shows an item of the knowledge base. */
  showItem(item: Item, title: string): Button
  /** Whether somebody may read a request: who made it, approves it, or is an officer of the section. */
  mayRead(number: string, who: Person): Promise<boolean>
  /** Where a document can be downloaded; undefined where it is handed out in the chat. */
  documentUrl(number: string, kind: DocumentKind): string | undefined
  /** Posts what is to be told without being asked for, worded by `word` when it is sent. One with the key of another is left out. */
  postLetters(letters: readonly { place: string; what: unknown; dueAt: number; key: string }[]): Promise<void>
}
