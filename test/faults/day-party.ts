/** One of those who take part in a day, as they press and write; it is noted what the bot acknowledges. */
import { randomUUID } from 'node:crypto'
import { correctRequest, makeMove, takeCase } from '../../src/cases/actions.ts'
import { moves } from '../../src/cases/moves.ts'
import { cardIn, talkTo } from '../support/chat.ts'
import type { Connector, Sent } from '../support/connector.ts'
import type { KeptCase, KeptDraft } from './day-kept.ts'
import { channel, ida, officers, ola, personOf, type Somebody, whoIs } from './day-people.ts'
import type { By, Press } from './day-plan.ts'
import { missingStep } from './purchase-steps.ts'

/** Something that the bot said has happened. `said` is what was said with it. */
export type Acknowledged = { number: string; kind: string; actor: string; said?: string }

const opening = 'traktor til 450 000 kr'
const corrected = '460 000 kr'
const question = 'hvordan blir været i morgen på jobben'

export function speaker(port: number, connector: Connector, acknowledged: Acknowledged[]) {
  const talk = talkTo(port, connector)
  /** What it is answered with: also where the bot dies after it has answered. */
  const send = async (activity: object, who: Somebody): Promise<Sent[]> => {
    const before = connector.sent.length
    const id = randomUUID()
    await talk.send({ id, ...activity }, who).catch(() => undefined)
    return connector.sent.slice(before).filter(({ under }) => under === id)
  }
  const say = (text: string, who: Somebody) => send({ type: 'message', text }, who)
  /** A button in a card is more than this. */
  const press = (button: object, who: Somebody, where: object = {}) =>
    send({ type: 'invoke', name: 'adaptiveCard/action', value: pressed(button), ...where }, who)
  const note = (one: Acknowledged) => void acknowledged.push(one)

  return {
    install: (who: Somebody) => send({ type: 'installationUpdate', action: 'add' }, who),

    /** One turn towards a case of the purchase that somebody has open, or of a new one. */
    async buy(draft: KeptDraft | undefined, who: Somebody): Promise<void> {
      if (!draft) return void (await say('nytt kjøp', who))
      const [step, said] = missingStep(draft.replies) ?? []
      if (step) return void (await say(step === 'need' ? opening : (said ?? ''), who))
      const number = receiptIn(await press(submit(draft), who))
      if (number) note({ number, kind: 'submitted', actor: personOf(who) })
    },

    /** Hands a question over to the section. */
    async ask(who: Somebody): Promise<void> {
      const refused = await say(question, who)
      const button = cardIn(refused).buttons.find(({ verb }) => verb === 'answers.ask-section')
      const answer = button ? await press(button, who) : []
      const number = /S-\d+/.exec(JSON.stringify(answer))?.[0]
      if (number) note({ number, kind: 'asked', actor: personOf(who) })
    },

    /** Makes a move with a case as it was seen. `draft` is the request to correct, where it is open. */
    async move({ by, move }: Press, kase: KeptCase, draft: () => Promise<KeptDraft | undefined>) {
      const who = whoOf(by, kase)
      const actor = personOf(who)
      const { number, version } = kase
      if (move === 'resubmit') {
        if ((await press(correctRequest.button('', { number }), who)).length === 0) return
        const open = await draft()
        if (!open) return
        const change = { draft: open.id, step: 'amount', answer: corrected }
        await press({ verb: 'intake.answer', data: change }, who)
        if (receiptIn(await press(submit(open), who)) === number) note({ number, kind: move, actor })
        return
      }
      const said = saidWith(move, kase)
      const answer =
        move === 'take' && who === ola
          ? await press(takeCase.button('', { number }), who, inChannel)
          : await press(makeMove.button('', { number, move, version, ...said }), who)
      if (answer.some(isDone)) note({ number, kind: move, actor, ...saidOf(said) })
    },
  }
}

const pressed = (button: object) => ({ action: { type: 'Action.Execute', ...button }, trigger: 'manual' })
const submit = ({ id }: KeptDraft) => ({ verb: 'intake.submit', data: { draft: id } })
const inChannel = {
  conversation: { id: `${channel};messageid=1`, conversationType: 'channel', tenantId: 'tenant-1' },
}

const receiptIn = (answer: readonly Sent[]): string | undefined =>
  /meldt: (\d{4}-\d{4,})/.exec(JSON.stringify(answer))?.[1]
/** As `done` and `hasIt` say it. */
const isDone = (one: Sent): boolean =>
  /^(?:Gjort\.|Du har tatt |(?:Ola Innkjøper|Ida Innkjøpssjef) har tatt )/.test(readIn(one))

/** The words of a card or, where there is none, of the message; what is told stands first, on a line of its own. */
export const readIn = ({ attachments, text = '' }: Sent): string =>
  String(attachments?.[0]?.content.fallbackText ?? text)

function whoOf(by: By, { requester, owner, approver }: KeptCase): Somebody {
  switch (by) {
    case 'ola':
      return ola
    case 'ida':
      return ida
    case 'requester':
      return whoIs(requester)
    case 'owner':
      return whoIs(owner)
    case 'approver':
      return whoIs(approver)
  }
}

/** Other words each time, so that what is told of it is told of nothing else. */
function saidWith(move: string, { kind, owner, events }: KeptCase) {
  switch (moves[kind][move]?.says) {
    case 'words':
      return { words: `ord ${events.length}` }
    case 'reference':
      return { reference: `26/${events.length}` }
    case 'officer':
      return { officer: personOf(officers.find((one) => personOf(one) !== owner) ?? ola) }
    default:
      return {}
  }
}

const saidOf = (said: Record<string, string>) => {
  const [words] = Object.values(said)
  return words === undefined ? {} : { said: words }
}
