/** Somebody who fills in, corrects and sends (twice at the same moment) one purchase after the other, and notes what the bot acknowledges of it. */
import type { Database } from '../../src/store/store.ts'
import type { Random } from '../fuzz/hostile.ts'
import { talkTo } from '../support/chat.ts'
import type { Connector, Sent } from '../support/connector.ts'
import type { Acknowledged } from './acknowledged.ts'
import { keptIn } from './kept.ts'
import { missingStep } from './purchase-steps.ts'

const firstKroner = 450_000
/** One in so many times that a purchase is filled in, its amount is corrected before it is sent. */
const correctedOneIn = 3

const who = { id: 'kari', entraId: '00000000-0000-0000-0000-000000000001' }

/** `kept` is what is kept of what is said. */
type Deed =
  | { kind: 'begin' }
  | { kind: 'answer' | 'correct'; draft: string; step: string; said: string; kept: string }
  | { kind: 'submit'; draft: string }

export function createBuyer(database: Database, connector: Connector, random: Random) {
  const purchases = new Map<string, Acknowledged>()
  let amounts = 0
  let answers = 0
  const amount = () => `${firstKroner + amounts++} kr`
  const purchase = (draft: string): Acknowledged => {
    const found = purchases.get(draft) ?? { answers: new Map(), numbers: new Set() }
    purchases.set(draft, found)
    return found
  }

  return {
    purchases,
    answers: () => answers,

    /** Goes on where it stands. Whoever has not seen a receipt sends again, whatever became of it. */
    async next(): Promise<Deed> {
      const open = (await keptIn(database)).find(({ id }) => purchase(id).numbers.size === 0)
      if (!open) return { kind: 'begin' }
      const { id: draft, state, replies } = open
      const missing = missingStep(replies)
      if (missing) {
        const [step, said = amount(), kept = said] = missing
        return { kind: 'answer', draft, step, said, kept }
      }
      if (state === 'submitted' || random.below(correctedOneIn) > 0) return { kind: 'submit', draft }
      const said = amount()
      return { kind: 'correct', draft, step: 'amount', said, kept: said }
    },

    /** False when the bot died before it had acknowledged it. */
    async act(deed: Deed, port: number): Promise<boolean> {
      const { say, press } = speaker(port, connector)
      switch (deed.kind) {
        case 'begin':
          return say('nytt kjøp')
        case 'answer':
        case 'correct': {
          const { draft, step, said, kept } = deed
          const acknowledged = purchase(draft).answers
          const before = acknowledged.get(step)
          // What is sent in its place may stand there even if the bot dies before it says so.
          if (before) acknowledged.set(step, [...before, kept])
          const taken =
            deed.kind === 'answer' ? say(said) : press('intake.answer', { draft, step, answer: said })
          if (!(await taken)) return false
          acknowledged.set(step, [kept])
          answers++
          return true
        }
        case 'submit': {
          const { draft } = deed
          const before = connector.sent.length
          const submit = () => press('intake.submit', { draft })
          const taken = await Promise.all([submit(), submit()])
          const { numbers } = purchase(draft)
          for (const number of numbersIn(connector.sent.slice(before))) numbers.add(number)
          return taken.every(Boolean) && numbers.size > 0
        }
      }
    },
  }
}

/** Those in receipts, as their heading has them. */
const numbersIn = (sent: readonly Sent[]): string[] =>
  sent.flatMap((one) => /meldt: (\d{4}-\d{4,})/.exec(JSON.stringify(one))?.[1] ?? [])

/** Each gives whether the bot has acknowledged it: not when it died first. */
function speaker(port: number, connector: Connector) {
  const talk = talkTo(port, connector)
  const isTaken = (sent: Promise<{ status: number }>): Promise<boolean> =>
    sent.then(
      ({ status }) => status === 200,
      () => false,
    )
  return {
    say: (text: string) => isTaken(talk.send({ type: 'message', text }, who)),
    press: (verb: string, data: object) =>
      isTaken(talk.press({ type: 'Action.Execute', title: '', verb, data }, who)),
  }
}
