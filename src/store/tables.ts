import type { Generated } from 'kysely'

/** What is kept. Common types only: text, whole numbers, epoch milliseconds; JSON is text; a file alone is bytes. The same on both databases. */
export type Tables = {
  person: {
    id: string
    tenant: string
    entra_id: string
    name: string
    language: string | null
    /** Where the bot can write to this person alone: the newest conversation reference, as JSON. */
    conversation: string | null
    seen_at: number
    /** Of the client, such as Europe/Oslo. */
    time_zone: string | null
    /** Why the bot cannot write first; null while it can, as far as is known. */
    unreachable: string | null
    /** 1 a guest, 0 one of the municipality's own; null until Teams has been asked. */
    guest: number | null
    guest_checked_at: number | null
  }
  question: {
    id: string
    person: string
    asked_at: number
    text: string
    language: string
    outcome: string
    /** `[{id, score}]` best first, as JSON. */
    sources: string
    /** The item that was shown last for it: the answer, or what was chosen; what comes next may be about it. */
    shown: string | null
    /** The Teams activity that carried the answer: feedback comes back with its id. */
    answer_activity: string | null
  }
  feedback: { question: string; person: string; reaction: string; reason: string; given_at: number }
  /** Keys made by the product itself, such as the one that signs download links. */
  secret: { name: string; value: string }
  counter: { name: string; value: number }
  seen_activity: { conversation: string; activity: string; seen_at: number; person: string | null }
  /** Administrative acts and decisions. Rows are added and never changed: the database refuses. */
  audit: {
    id: string
    at: number
    /** Person id, or what did it by itself, such as `people.yaml`. */
    actor: string
    act: string
    /** What it was done to. */
    object: string
    /** JSON. */
    before: string | null
    after: string | null
  }
  /** A purchase that somebody has begun to ask for. */
  draft: {
    id: string
    person: string
    /** `{step: reply}` in the person's own words, as JSON. */
    replies: string
    reopened: string | null
    /** 1 or 0, as `active` is. */
    asking: number
    active: number
    state: 'open' | 'submitted' | 'ended' | 'cancelled' | 'expired'
    started_at: number
    touched_at: number
    /** One more with every change; what was read before it cannot be written over it. */
    version: number
    reminded_at: number | null
  }
  attachment: {
    id: string
    draft: string
    /** In the order they were added to their draft. */
    seq: number
    name: string
    content_type: string
    bytes: number
    content: Uint8Array
    added_at: number
  }
  /** A draft as it was submitted, with the number that the person was told. */
  request: {
    number: string
    draft: string
    person: string
    submitted_at: number
    unit: string | null
    grouped_by: string | null
    title: string
    /** Whole kroner without VAT. */
    value: number
    /** JSON. */
    content: string
  }
  /** What the section handles; see `KeptCase`. */
  section_case: {
    number: string
    kind: 'purchase' | 'question'
    state: string
    requester: string
    title: string
    unit: string | null
    topic: string | null
    owner: string | null
    approver: string | null
    approval: 'none' | 'awaited' | 'given' | 'refused'
    due_on: string | null
    reference: string | null
    question: string | null
    version: number
    opened_at: number
    changed_at: number
  }
  /** What has happened to a case. Rows are added and never changed: the database refuses. */
  case_event: {
    number: string
    /** From 1; the case's version after it. */
    seq: number
    at: number
    actor: string
    kind: string
    /** JSON. */
    data: string
  }
  /** A channel of Teams that the bot has heard from. */
  channel: {
    id: string
    /** The newest conversation reference, as JSON; of nobody in particular. */
    conversation: string
    seen_at: number
  }
  /** Which activity shows a case at a place, to be changed when the case does. */
  case_card: { number: string; place: string; activity: string }
  /** What is to be told or done, until it is. Letters to one place are sent one at a time. */
  outbox: {
    seq: Generated<number>
    place: string
    /** Of a person; empty at a channel. */
    tenant: string
    /** What can be held back together. */
    batch: string | null
    /** Those with a lower one go first. */
    turn: number
    /** How often it may have been sent without anybody knowing. */
    doubts: number
    /** JSON. */
    what: string
    /** Of what is posted once only. */
    key: string | null
    due_at: number
    /** When it can be taken: later than due where it failed, and while somebody is sending it. */
    next_at: number
    state: 'waiting' | 'sending' | 'sent' | 'dropped' | 'failed'
    attempts: number
    /** Who is sending it. */
    lease: string | null
    /** Why it was put back, or could not be sent. */
    because: string | null
    posted_at: number
    settled_at: number | null
  }
  /** Until when a tenant's bucket of sends is used up, and until when Teams wants nothing; epoch milliseconds. */
  outbox_pace: { tenant: string; spent_until: number; paused_until: number }
  /** Batches of which nothing is sent. */
  outbox_held: { batch: string }
  announcement: {
    id: string
    tenant: string
    author: string
    state: string
    /** JSON, as it is now. */
    content: string
    /** JSON. */
    audience: string
    /** All that it can be found by, in lower case. */
    words: string
    /** Of the content, as it was sent out or will be. */
    version: number
    /** Counts every change. */
    revision: number
    send_at: number | null
    begun_at: number | null
    /** When nothing was left to send. */
    ended_at: number | null
    approved_by: string | null
    /** The last day it holds; `yyyy-mm-dd`. */
    expires_on: string | null
    created_at: number
    changed_at: number
  }
  /** The content as it was sent out, version by version. */
  announcement_version: { announcement: string; version: number; content: string; actor: string; at: number }
  announcement_file: {
    id: string
    announcement: string
    kind: string
    name: string
    content_type: string
    content: Uint8Array
  }
  /** One for each place that is to have it. */
  announcement_copy: {
    announcement: string
    place: string
    state: 'waiting' | 'delivered' | 'unreached' | 'dropped' | 'taken-back'
    /** Which one is shown there. */
    version: number
    activity: string | null
    because: string | null
    delivered_at: number | null
    /** As Teams said it; null is not known. */
    read_at: number | null
    understood_at: number | null
  }
  /** What somebody does not want to be told of. */
  topic_opt_out: { person: string; topic: string }
  /** A course or another event. */
  event: {
    id: string
    tenant: string
    lead: string
    state: string
    /** JSON. */
    content: string
    /** Counts every change. */
    revision: number
    /** Of the calendar entries. */
    sequence: number
    /** JSON: ids of those that invite to it. */
    announcements: string
    /** 1 = decided that it is held though few come. */
    held_anyway: number
    because: string | null
    begins_at: number | null
    ends_at: number | null
    created_at: number
    changed_at: number
  }
  /** What somebody has said to an event, and what has become of it. */
  event_seat: {
    event: string
    person: string
    state: string
    /** The order in which they asked. */
    turn: number
    answer_by: number | null
    /** Who said yes for them. */
    by_person: string | null
    because: string | null
    changed_at: number
    /** JSON: session → entry in their calendar. */
    entries: string | null
  }
  event_attendance: { event: string; session: string; person: string; by_person: string; at: number }
  /** What was thought of an event; who thought so is not kept. `answers` is JSON. */
  event_evaluation: { id: string; event: string; answers: string }
  /** Who has said what they thought. */
  event_evaluated: { event: string; person: string }
  /** What was asked and not answered, and is looked after. */
  closed_gap: {
    /** The words that the questions were about. */
    key: string
    closed_at: number
    /** Null where the person's data was deleted. */
    closed_by: string | null
    /** JSON. */
    how: string
  }
}
