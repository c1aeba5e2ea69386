import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Chat, openChat } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import { form } from '../support/course.ts'
import { ola } from '../support/section.ts'

const people = 1_000
const places = 30

/** A thousand people press the same button of the real bot at the same moment. */
let chat: Chat
beforeAll(async () => {
  chat = await openChat({}, () => noon)
  await chat.install(ola)
})
afterAll(() => chat.close())

test(`of ${people} who press at once ${places} are told that they have a place, and the others where they stand`, async () => {
  const press = (verb: string, data: object, as: { id: string; entraId: string }) =>
    chat.press({ type: 'Action.Execute', title: '', verb: `courses.${verb}`, data }, as)
  await chat.say('nytt kurs', ola)
  const written = { ...form, capacity: String(places) }
  await press('save', { id: 'A-1', revision: 1, next: 'ready', ...written }, ola)
  await press('open', { id: 'A-1', revision: 2 }, ola)
  const answers = await Promise.all(
    Array.from({ length: people }, async (_, nth) => {
      const who = { id: `p${nth}`, entraId: `entra-p${nth}` }
      const { status, sent } = await press('answer', { id: 'A-1', wish: 'yes' }, who)
      expect(status).toBe(200)
      return JSON.stringify(sent.filter(({ to }) => to === `a:${who.id}`).at(-1))
    }),
  )
  const saying = (words: RegExp) => answers.flatMap((one) => words.exec(one)?.[1] ?? [])
  expect(saying(/(Du har fått plass)/)).toHaveLength(places)
  const turns = saying(/Du er nummer (\d+) på ventelisten/).map(Number)
  expect(turns.toSorted((a, b) => a - b)).toHaveLength(people - places)
  const seats = await chat.bot.store.events.seatsOf('A-1')
  expect(seats.filter(({ state }) => state === 'booked')).toHaveLength(places)
  expect(seats.filter(({ state }) => state === 'waiting')).toHaveLength(people - places)
}, 120_000)
