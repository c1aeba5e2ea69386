/**
 * A dialog is a declaration: its steps in order, what each accepts, and when one applies. Only what the person said is
 * kept, by step; where the person is, is worked out each time. So going back, correcting, a restart, another device and a
 * dialog that was changed meanwhile need nothing of their own.
 */
import type { Day } from './day.ts'

/** What a reply was read as; or the key of the sentence that says what is wrong with it. */
type Reading<Value> = { value: Value } | { fault: string }

/** How a step is answered: in words, by one of some options or any number of them, or with a day. */
export type Input =
  | { kind: 'words'; long: boolean; most: number }
  | { kind: 'choice' | 'many'; options: readonly string[] }
  | { kind: 'day'; from: Day }

/** `answers` are those to the steps before it, `facts` what else is known. */
export type Step<Value, Answers, Facts> = {
  input(answers: Partial<Answers>, facts: Facts): Input
  accept(said: string, answers: Partial<Answers>, facts: Facts): Reading<Value>
  /** Left out: it always applies. */
  onlyIf?(answers: Partial<Answers>, facts: Facts): boolean
  /** A reply to begin with, for the person to confirm or change. */
  suggest?(answers: Partial<Answers>, facts: Facts): string | undefined
}

/** The order of the keys is the order of the steps. */
export type Dialog<Answers, Facts> = {
  [Name in keyof Answers & string]: Step<Answers[Name], Answers, Facts>
}

/**
 * What is kept. `reopened` are steps to be answered again, asked one after the other before anything else: the first is the one
 * that the person went back to.
 */
export type Replies = { said: Readonly<Record<string, string>>; reopened: readonly string[] }

export const noReplies: Replies = { said: {}, reopened: [] }

/** `about` how many there will be, as far as is known now; it changes with the answers. */
type Progress = { at: number; about: number }

export type Standing<Answers> =
  | {
      kind: 'ask'
      step: keyof Answers & string
      /** What was replied before; `fault` where that does not hold any more. */
      said: string | undefined
      fault: string | undefined
      progress: Progress
      /** Those to the steps before it. */
      answers: Partial<Answers>
      /** Whether there is a step to go back to. */
      hasBefore: boolean
    }
  | { kind: 'done'; answers: Partial<Answers> }

type Walked<Answers> = {
  name: keyof Answers & string
  before: Partial<Answers>
  said: string | undefined
  reading: Reading<unknown> | undefined
}

/** Every step that applies, in order, with its reply read. What is not answered is left out of what later steps see. */
function walk<Answers, Facts>(
  dialog: Dialog<Answers, Facts>,
  { said }: Replies,
  facts: Facts,
): { steps: Walked<Answers>[]; answers: Partial<Answers> } {
  const steps: Walked<Answers>[] = []
  let answers: Partial<Answers> = {}
  for (const name of namesOf(dialog)) {
    const step = dialog[name]
    if (step.onlyIf && !step.onlyIf(answers, facts)) continue
    const reply = Object.hasOwn(said, name) ? said[name] : undefined
    const reading = reply === undefined ? undefined : step.accept(reply, answers, facts)
    steps.push({ name, before: answers, said: reply, reading })
    if (reading && 'value' in reading) answers = { ...answers, [name]: reading.value }
  }
  return { steps, answers }
}

/** Where the person is: at the step that was opened again, else at the first that has no answer that holds. */
export function follow<Answers, Facts>(
  dialog: Dialog<Answers, Facts>,
  replies: Replies,
  facts: Facts,
): Standing<Answers> {
  const { steps, answers } = walk(dialog, replies, facts)
  const again = replies.reopened.find((step) => steps.some(({ name }) => name === step))
  const reopened = steps.findIndex(({ name }) => name === again)
  const open = steps.findIndex(({ reading }) => !reading || 'fault' in reading)
  // One cannot stand behind a question that has no answer: what applies there hangs on it.
  const at = reopened === -1 || (open !== -1 && open < reopened) ? open : reopened
  const current = steps[at]
  if (!current) return { kind: 'done', answers }
  const { name, before, said, reading } = current
  return {
    kind: 'ask',
    step: name,
    said,
    fault: reading && 'fault' in reading ? reading.fault : undefined,
    progress: { at: at + 1, about: steps.length },
    answers: before,
    hasBefore: at > 0,
  }
}

export type Taken =
  | { kind: 'taken'; replies: Replies }
  | { kind: 'fault'; fault: string }
  | { kind: 'not-asked' }

/**
 * Takes a reply to any step that applies, also an earlier one: answers to later steps are kept. What is not accepted
 * changes nothing. `not-asked` where there is no such step for these answers.
 */
export function reply<Answers, Facts>(
  dialog: Dialog<Answers, Facts>,
  replies: Replies,
  { step, said }: { step: string; said: string },
  facts: Facts,
): Taken {
  const found = walk(dialog, replies, facts).steps.find(({ name }) => name === step)
  if (!found) return { kind: 'not-asked' }
  const reading = dialog[found.name].accept(said, found.before, facts)
  if ('fault' in reading) return { kind: 'fault', fault: reading.fault }
  // Who answers a step is past those before it.
  const order = namesOf(dialog) as string[] // as any names
  const reopened = replies.reopened.filter((one) => order.indexOf(one) > order.indexOf(step))
  return { kind: 'taken', replies: { said: { ...replies.said, [step]: said }, reopened } }
}

/** Opens a step again; nothing changes where it does not apply. Its answer stays until there is another. */
export function reopen<Answers, Facts>(
  dialog: Dialog<Answers, Facts>,
  replies: Replies,
  step: string,
  facts: Facts,
): Replies {
  const applies = walk(dialog, replies, facts).steps.some(({ name }) => name === step)
  return applies ? standAt(replies, step) : replies
}

/** Stands at a step instead of the one that is open; what else is to be answered again still is. */
export const standAt = <Kept extends Pick<Replies, 'reopened'>>(kept: Kept, step: string): Kept => ({
  ...kept,
  reopened: [step, ...kept.reopened.slice(1).filter((one) => one !== step)],
})

/** Opens the step before the one that the person is at, or the last one when all is answered. */
export function back<Answers, Facts>(
  dialog: Dialog<Answers, Facts>,
  replies: Replies,
  facts: Facts,
): Replies {
  const standing = follow(dialog, replies, facts)
  const { steps } = walk(dialog, replies, facts)
  const at = standing.kind === 'done' ? steps.length : steps.findIndex(({ name }) => name === standing.step)
  const before = steps[at - 1]
  return before ? standAt(replies, before.name) : replies
}

/** Every step that was answered, in order, with what was said. */
export const answered = <Answers, Facts>(
  dialog: Dialog<Answers, Facts>,
  replies: Replies,
  facts: Facts,
): { step: keyof Answers & string; said: string }[] =>
  walk(dialog, replies, facts).steps.flatMap(({ name, said, reading }) =>
    said !== undefined && reading && 'value' in reading ? [{ step: name, said }] : [],
  )

const namesOf = <Answers, Facts>(dialog: Dialog<Answers, Facts>) =>
  Object.keys(dialog) as (keyof Answers & string)[] // a dialog has the names of its answers and no other
