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
  seen_activity: { conversation: string; activity: string; seen_at: number }
}
