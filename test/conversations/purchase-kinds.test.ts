import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { purchaseDialog } from '../../src/intake/purchase-dialog.ts'
import { type Chat, cardIn, openChat } from '../support/chat.ts'
import { buyer, readIn, talk, titleIn } from '../support/purchase-talk.ts'
import { purchasesTold } from '../support/purchases-told.ts'

/** Every kind of purchase takes its own turn, from the first words to its end. */
let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

describe('a whole purchase', () => {
  test.each(Object.entries(purchasesTold))('%s', async (_, { who, opening, turns, ends, never }) => {
    const card = readIn(await talk(chat, buyer(who), opening, turns))
    for (const part of ends) expect(card).toContain(part)
    for (const part of never) expect(card).not.toContain(part)
  })
})

test('a question is answered in the middle of every step, and the same step comes again', async () => {
  const stepOf = (sent: Parameters<typeof cardIn>[0]) =>
    cardIn(sent)
      .buttons.flatMap(({ data }) => (data as { step?: string } | undefined)?.step ?? [])
      .at(-1) // an action's data
  const asked = new Set<string>()
  for (const { who, opening, turns } of Object.values(purchasesTold)) {
    const as = buyer(who)
    let sent = await chat.say(opening, as)
    for (const [, answer] of turns) {
      const step = stepOf(sent)
      if (step !== undefined && !asked.has(step)) {
        asked.add(step)
        const title = titleIn(sent)
        const answered = await chat.say('hva er grensa for å lyse ut i Doffin?', as)
        expect(readIn(answered.slice(0, 1)), step).toContain('1 300 000')
        expect(titleIn(answered), step).toBe(title)
        expect(stepOf(answered)).toBe(step)
      }
      sent = await chat.say(answer, as)
    }
  }
  expect([...asked].sort()).toEqual(Object.keys(purchaseDialog).sort())
})
