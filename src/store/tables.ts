/** What is kept. Common types only: text, whole numbers, epoch milliseconds; JSON is text. The same on both databases. */
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
  /** A question handed to the procurement section, with the number the asker was told. */
  section_question: { question: string; number: number; asked_at: number }
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
}
