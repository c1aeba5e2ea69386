import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { purchaseDialog } from '../../src/intake/purchase-dialog.ts'
import { openKnowledge } from '../../src/knowledge/knowledge.ts'
import { linkedAll } from '../../src/purchase/purchase.ts'
import { bandOn, dutiesOn, factNames } from '../../src/rules/rules.ts'
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

test('a consultancy of 900 000 tells every duty that the rules have for it, with where it stands', async () => {
  const { who, opening, turns } = purchasesTold['consultancy of 900 000'] ?? never()
  const card = readIn(await talk(chat, buyer(who), opening, turns))
  const { rules } = await openKnowledge('knowledge')
  const banded = bandOn(rules.limits, { day: '2026-11-22', kind: 'services', value: 900_000 }) ?? never()
  const nothingTicked = Object.fromEntries(Object.values(factNames).map((fact) => [fact, false]))
  const due = dutiesOn(rules, banded, nothingTicked)
  expect(due.length).toBeGreaterThan(15)
  for (const { duty, text, legalBasis } of due)
    expect(card).toContain(`**${duty.title.nb}:** ${text.nb} (${asRead(linkedAll([legalBasis]))}`)
})

/** A link is read as its words, a no-break space as a space. */
const asRead = (markdown: string) =>
  markdown.replace(/\[([^\]]*)\]\([^)]*\)/g, '$1').replaceAll('\u00a0', ' ')
const never = (): never => {
  throw new Error('the recordings and the rules of the day are there')
}

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
