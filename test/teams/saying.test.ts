import { afterAll, beforeAll, expect, test } from 'vitest'
import { type OpenDoor, openDoorWith } from '../support/door.ts'
import { inARow } from '../support/in-a-row.ts'

/** Three messages in one, of which the second answers a question. */
const three = inARow({ text: 'først' }, { text: 'så', answers: 'q-1' }, { text: 'til slutt', answers: 'q-2' })
const answered: [question: string, activity: string][] = []
let door: OpenDoor
/** The question after whose answer Teams takes nothing more. */
let refuseAfter: string | undefined
beforeAll(async () => {
  door = await openDoorWith({
    said: async () => three,
    greet: () => three,
    presses: { 'test.three': { needs: 'employee', does: async () => three } },
    async answeredWith(question, activity) {
      answered.push([question, activity])
      if (question === refuseAfter) door.connector.failWith(403)
    },
  })
})
afterAll(() => door.close())

test.each<[string, () => ReturnType<OpenDoor['say']>]>([
  ['said', () => door.say('hei')],
  ['pressed', async () => (await door.press({ type: '', title: '', verb: 'test.three' })).sent],
  ['installed', () => door.install()],
])('what stands after a message is sent after it, in order, when %s', async (_, act) => {
  answered.length = 0
  const sent = await act()
  expect(sent.map(({ text }) => text)).toEqual(['først', 'så', 'til slutt'])
  expect(answered).toEqual([
    ['q-1', sent[1]?.id],
    ['q-2', sent[2]?.id],
  ])
  expect(sent.map(({ channelData }) => channelData?.feedbackLoop)).toEqual([
    undefined,
    { type: 'default' },
    { type: 'default' },
  ])
})

test('a press is answered once, however much is said', async () => {
  const { status, answer } = await door.press({ type: '', title: '', verb: 'test.three' })
  expect({ status, answer }).toMatchObject({ status: 200, answer: { value: 'Se svaret under.' } })
})

test('what Teams does not take ends it, and the message may come again whole', async () => {
  const hello = { id: 'again', type: 'message', text: 'hei' }
  refuseAfter = 'q-1'
  const first = (await door.send(hello)).sent
  refuseAfter = undefined
  door.connector.failWith(200)
  expect(first.map(({ text }) => text)).toEqual(['først', 'så'])
  expect((await door.send(hello)).sent).toHaveLength(3)
})
