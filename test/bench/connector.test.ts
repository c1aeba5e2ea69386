import { afterEach, describe, expect, test } from 'vitest'
import { type Connector, openConnector, startConnector } from '../../bench/delivery/connector.ts'

const noon = Date.UTC(2026, 10, 26, 12)
/** Longer than an answer on loopback takes. */
const slowMs = 40

type Answer = { status: number; code?: string; id?: string; wait: string | null } | 'broken'

let connector: Connector
let time = noon
const open = async (given: Parameters<typeof openConnector>[0] = {}) => {
  time = noon
  connector = await openConnector({ now: () => time, slowMs, ...given })
}
afterEach(() => connector.close())

async function ask(method: string, path: string, body?: object, signal?: AbortSignal): Promise<Answer> {
  const how = { method, ...(body && { body: JSON.stringify(body) }), ...(signal && { signal }) }
  const response = await fetch(`${connector.url}/v3/conversations${path}`, how).catch(() => undefined)
  if (!response) return 'broken'
  const text = await response.text()
  const { id, error } = text === '' ? {} : JSON.parse(text)
  const wait = response.headers.get('retry-after')
  return { status: response.status, wait, ...(id && { id }), ...(error && { code: error.code }) }
}

const at = (conversation: string, activity?: string) =>
  `/${encodeURIComponent(conversation)}/activities${activity === undefined ? '' : `/${encodeURIComponent(activity)}`}`
const post = (conversation: string, activity: object = { type: 'message', summary: 'hei' }) =>
  ask('POST', at(conversation), activity)
const begin = (member: string) => ask('POST', '', { isGroup: false, members: [{ id: member }] })
const idOf = (answer: Answer): string => (answer === 'broken' ? '' : (answer.id ?? ''))
const untilPosted = () => expect.poll(async () => (await connector.account()).posts, { interval: 1 }).toBe(1)
const accountHas = async (part: object) => expect(await connector.account()).toMatchObject(part)
async function inARow<Said>(times: number, does: (nth: number) => Promise<Said>): Promise<Said[]> {
  const said: Said[] = []
  for (let nth = 0; nth < times; nth++) said.push(await does(nth))
  return said
}

const taken = { status: 201 }
const throttled = { status: 429, code: 'Throttled', wait: null }
const throttledWithWait = { ...throttled, wait: '1' }

describe('without faults', () => {
  test('a post is taken and gets an id of its own, which grows, and so does what answers it', async () => {
    await open()
    const ids = (await inARow(3, () => post('a:kari'))).map(idOf)
    ids.push(idOf(await ask('POST', at('a:kari', ids[0]), { type: 'message' })))
    expect(ids).toEqual([noon, noon + 1, noon + 2, noon + 3].map(String))
    time += 1_000
    expect(idOf(await post('a:kari'))).toBe(String(noon + 1_000))
    await accountHas({ posts: 5, conversations: 1, standing: 5 })
  })

  test('a conversation with the same person is begun once', async () => {
    await open()
    const begun = await inARow(2, () => begin('29:kari'))
    expect(begun).toEqual([1, 2].map(() => ({ ...taken, id: 'a:29:kari', wait: null })))
    expect(idOf(await begin('29:per'))).toBe('a:29:per')
    await accountHas({ created: 2, posts: 0, conversations: 0 })
  })

  test('the roster has whoever is asked for', async () => {
    await open()
    const response = await fetch(`${connector.url}/v3/conversations/a%3Akari/members/29%3Akari`)
    expect(await response.json()).toEqual({ id: '29:kari', name: '29:kari', userRole: 'user' })
  })

  test('what was posted is updated and deleted, in a thread of the channel too', async () => {
    await open()
    const id = idOf(await post('19:channel'))
    const thread = at(`19:channel;messageid=${id}`, id)
    const updated = { status: 200, id, wait: null }
    expect(await inARow(2, () => ask('PUT', thread, {}))).toEqual([updated, updated])
    await post('19:channel')
    expect(await ask('DELETE', thread)).toEqual({ status: 200, wait: null })
    await accountHas({ posts: 2, conversations: 1, updates: 2, updated: 1, deletes: 1, standing: 1 })
  })

  test('what was never posted, was elsewhere or is deleted can be neither updated nor deleted', async () => {
    await open()
    const [id, deleted] = (await inARow(2, () => post('a:kari'))).map(idOf)
    await ask('DELETE', at('a:kari', deleted))
    const notThere = { status: 404, code: 'ActivityNotFoundInConversation', wait: null }
    for (const where of [at('a:kari', '1'), at('a:per', id), at('a:kari', deleted)])
      for (const method of ['PUT', 'DELETE']) expect(await ask(method, where)).toEqual(notThere)
    await accountHas({ updates: 0, deletes: 1, refused: { '404 ActivityNotFoundInConversation': 6 } })
  })

  test('what is not understood is refused', async () => {
    await open()
    expect(await ask('POST', at('a:kari'))).toMatchObject({ status: 400 })
    expect(await ask('POST', '', { members: [] })).toMatchObject({ status: 400 })
    expect(await ask('GET', '/%E0%A4%A/members/x')).toMatchObject({ status: 404 })
    await accountHas({ posts: 0, created: 0 })
  })

  test('it forgets everything when it is reset, and takes the settings that are given with it', async () => {
    await open()
    const id = idOf(await post('a:kari'))
    await connector.reset({ perSecond: 1 })
    expect(await ask('PUT', at('a:kari', id), {})).toMatchObject({ status: 404 })
    expect(await post('a:kari')).toMatchObject(throttledWithWait)
    await expect(connector.reset({ faults: 2 })).rejects.toThrow()
    await connector.reset()
    expect(idOf(await post('a:kari')), 'an id that was not there before').toBe(String(noon + 1))
    await accountHas({ posts: 1, overLimit: 0, refused: {} })
  })
})

describe('limits', () => {
  test('the tenant has so many requests within any second, whatever they ask for', async () => {
    await open({ perSecond: 3 })
    await begin('29:kari')
    time += 600
    await inARow(2, (nth) => post(`a:${nth}`))
    expect(await inARow(2, () => post('a:kari'))).toEqual([throttledWithWait, throttledWithWait])
    time += 399
    expect(await ask('GET', '/a/members/b')).toEqual(throttledWithWait)
    time += 1
    expect(await post('a:kari')).toMatchObject(taken)
    expect(await post('a:kari')).toEqual(throttledWithWait)
    await accountHas({ posts: 3, mostInASecond: 3, overLimit: 4, refused: { '429 Throttled': 4 } })
  })

  test('without a limit the most in any second is counted, not in one by the clock', async () => {
    await open()
    for (const waitMs of [900, 50, 60, 950, 2_000]) {
      time += waitMs
      await inARow(2, () => post('a:kari'))
    }
    await accountHas({ posts: 10, mostInASecond: 6, overLimit: 0 })
  })

  test('a conversation has 7 posts within a second, and threads are no way around it', async () => {
    await open({ perConversation: true })
    await inARow(6, (nth) => post(`19:channel;messageid=${nth}`))
    expect(await post('19:channel')).toMatchObject(taken)
    const refused = await inARow(3, () => post('19:channel'))
    const everyOther = [throttledWithWait, throttled, throttledWithWait]
    expect(refused, 'how long to wait is said every other time').toEqual(everyOther)
    expect(await post('a:kari'), 'another conversation').toMatchObject(taken)
    time += 1_000
    expect(await post('19:channel')).toMatchObject(taken)
    await accountHas({ posts: 9, overLimit: 0, refused: { '429 Throttled': 3 } })
  })

  test('a conversation has 60 posts within 30 seconds', async () => {
    await open({ perConversation: true })
    await inARow(60, () => {
      time += 200
      return post('a:kari')
    })
    await accountHas({ posts: 60 })
    time = noon + 200 + 29_999
    expect(await post('a:kari')).toMatchObject({ status: 429 })
    time++
    expect(await inARow(2, () => post('a:kari'))).toMatchObject([taken, { status: 429 }])
  })
})

describe('faults', () => {
  test.each([
    ['throttled-with-wait', throttledWithWait],
    ['throttled', throttled],
    ['precondition', { status: 412, code: 'PreconditionFailed', wait: null }],
    ['bad-gateway', { status: 502, code: 'BadGateway', wait: null }],
    ['unavailable', { status: 503, code: 'ServiceUnavailable', wait: null }],
    ['gateway-timeout', { status: 504, code: 'GatewayTimeout', wait: null }],
  ] as const)('%s: answered so, and nothing is taken', async (kind, answer) => {
    await open({ faults: 1, kinds: [kind] })
    expect(await post('a:kari')).toEqual(answer)
    expect(await begin('29:kari')).toEqual(answer)
    const refused = { [`${answer.status} ${answer.code}`]: 2 }
    await accountHas({ posts: 0, created: 0, faults: { [kind]: 2 }, refused })
  })

  test('reset: the connection breaks, and nothing is taken', async () => {
    await open({ faults: 1, kinds: ['reset'] })
    expect(await post('a:kari')).toBe('broken')
    await accountHas({ posts: 0, lostAnswers: 0, faults: { reset: 1 }, refused: {} })
  })

  test('slow: taken at once, and answered late', async () => {
    await open({ faults: 1, kinds: ['slow'] })
    let answer: Answer | undefined
    const answered = post('a:kari').then((one) => (answer = one))
    await untilPosted()
    expect(answer).toBeUndefined()
    expect(await answered).toMatchObject(taken)
    await accountHas({ lostAnswers: 0, faults: { slow: 1 } })
  })

  test('an answer that nobody waits for any longer is lost', async () => {
    await open({ latencyMs: 2 * slowMs })
    const waiting = new AbortController()
    const answered = ask('POST', at('a:kari'), { summary: 'hei' }, waiting.signal)
    await untilPosted()
    waiting.abort()
    expect(await answered).toBe('broken')
    await expect.poll(async () => (await connector.account()).lostAnswers, { interval: 5 }).toBe(1)
  })

  test('so large a share of requests fails, the same ones for the same seed', async () => {
    const failing = async (seed: number) => {
      await connector.reset({ faults: 0.25, seed, kinds: ['bad-gateway', 'unavailable'] })
      return inARow(200, async () => {
        const answer = await post('a:kari')
        return answer !== 'broken' && answer.status
      })
    }
    await open()
    const first = await failing(1)
    const failed = first.filter((status) => status !== 201).length
    expect(failed).toBeGreaterThan(30)
    expect(failed).toBeLessThan(70)
    expect(new Set(first)).toEqual(new Set([201, 502, 503]))
    expect(await failing(1)).toEqual(first)
    expect(await failing(2)).not.toEqual(first)
  })
})

describe('people whom nothing reaches', () => {
  test.each([
    ['a:blocked-1', 403, 'ConversationBlockedByUser'],
    ['a:disabled-1', 403, 'BotDisabledByAdmin'],
    ['a:roster-1', 403, 'BotNotInConversationRoster'],
    ['a:forbidden-1', 403, 'ForbiddenOperationException'],
    ['a:gone-1', 404, 'ConversationNotFound'],
  ])('%s: %i %s, whatever is asked for', async (conversation, status, code) => {
    await open()
    const refused = { status, code, wait: null }
    expect(await post(conversation)).toEqual(refused)
    expect(await ask('PUT', at(conversation, '1'), {})).toEqual(refused)
    await accountHas({ posts: 0, conversations: 0, refused: { [`${status} ${code}`]: 2 } })
  })

  test('no conversation begins with who has not installed the bot', async () => {
    await open()
    const refused = { status: 403, code: 'ForbiddenOperationException' }
    expect(await begin('29:uninstalled-1')).toMatchObject(refused)
    await accountHas({ created: 0 })
  })
})

describe('what comes twice', () => {
  const inChannelData = (copy: string) => ({ summary: 'hei', channelData: { copy } })
  const inCard = (copy: string) => ({
    summary: 'hei',
    channelData: { feedbackLoop: { type: 'default' } },
    attachments: [{ contentType: 'card', content: { channelData: { copy } } }],
  })

  test.each([
    ['the copy that the activity says', inChannelData],
    ['the copy that its card says', inCard],
    ['the summary', (summary: string) => ({ summary })],
  ])('is known by %s', async (_, activity) => {
    await open()
    await inARow(3, () => post('a:kari', activity('one')))
    await post('a:kari', activity('two'))
    await post('a:per', activity('one'))
    expect((await connector.account()).twice).toEqual([{ conversation: 'a:kari', count: 3, lost: 0 }])
  })

  test('is not what says nothing, as when the bot types', async () => {
    await open()
    await inARow(2, () => post('a:kari', { type: 'typing' }))
    await accountHas({ posts: 2, twice: [] })
  })

  test('a post whose answer is lost is taken and counted, and again when it is sent again', async () => {
    await open({ lostAnswers: 1 })
    expect(await inARow(2, () => post('a:kari'))).toEqual(['broken', 'broken'])
    await accountHas({
      posts: 2,
      lostAnswers: 2,
      standing: 2,
      twice: [{ conversation: 'a:kari', count: 2, lost: 2 }],
    })
    expect(await begin('29:kari'), 'no post').toMatchObject(taken)
  })
})

test('in a process of its own it is the same', async () => {
  connector = await startConnector({ perSecond: 1 })
  expect(await post('a:kari')).toMatchObject(taken)
  expect(await post('a:kari')).toEqual(throttledWithWait)
  await accountHas({ posts: 1, overLimit: 1, mostInASecond: 1 })
  await connector.reset({ faults: 1, kinds: ['precondition'] })
  expect(await post('a:kari')).toMatchObject({ status: 412 })
  await connector.reset()
  await accountHas({ posts: 0, faults: {} })
  await expect(connector.reset({ seed: 0.5 })).rejects.toThrow('400')
})
