import { createServer } from 'node:http'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { createGraph } from '../../src/people/graph.ts'

type Answer = { status: number; body?: object | string; headers?: Record<string, string> }
type Asked = { method: string; url: string; authorization: string | undefined; body: string }

/** A Graph on loopback: answers in turn what it was told to, page after page. */
let answers: Answer[]
let signedIn: object | string
let asked: Asked[]
let url: string
let close: () => Promise<void>
const waited: number[] = []

beforeEach(async () => {
  answers = []
  signedIn = { access_token: 'the-token' }
  asked = []
  waited.length = 0
  const server = createServer(async (request, response) => {
    const parts: Buffer[] = []
    for await (const part of request) parts.push(part)
    asked.push({
      method: request.method ?? '',
      url: request.url ?? '',
      authorization: request.headers.authorization,
      body: Buffer.concat(parts).toString(),
    })
    const answer = request.url?.endsWith('/token')
      ? { status: 200, body: signedIn }
      : (answers.shift() ?? { status: 500 })
    response.writeHead(answer.status, {
      'content-type': 'application/json',
      ...('headers' in answer ? answer.headers : {}),
    })
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body ?? {}))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  url = `http://127.0.0.1:${z.object({ port: z.number() }).parse(server.address()).port}`
  close = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
})
afterEach(() => close())

const graph = () =>
  createGraph({ tenant: 't', appId: 'app', secret: 'hemmelig', loginUrl: url, graphUrl: url }, async (ms) => {
    waited.push(ms)
  })
const page = (ids: string[], next?: string): Answer => ({
  status: 200,
  body: { value: ids.map((id) => ({ id })), ...(next && { '@odata.nextLink': next }) },
})

describe('the members of a group', () => {
  test('are read page after page, with the token that was signed in for', async () => {
    answers = [page(['a', 'b'], `${url}/v1.0/groups/g/transitiveMembers?$skiptoken=2`), page(['c'])]
    expect([...(await graph().membersOf('g'))]).toEqual(['a', 'b', 'c'])
    expect(asked[0]).toMatchObject({ method: 'POST', url: '/t/oauth2/v2.0/token' })
    expect(asked[0]?.body).toContain('grant_type=client_credentials')
    expect(asked.slice(1).map(({ authorization }) => authorization)).toEqual([
      'Bearer the-token',
      'Bearer the-token',
    ])
  })

  test('are waited for as long as Graph asks, or longer each time', async () => {
    answers = [{ status: 429, headers: { 'retry-after': '7' } }, { status: 503 }, page(['a'])]
    expect([...(await graph().membersOf('g'))]).toEqual(['a'])
    expect(waited).toEqual([7_000, 2_000])
  })

  test('are given up when Graph goes on failing, and what failed is said without the secret', async () => {
    answers = [{ status: 500 }, { status: 500 }, { status: 500 }, { status: 500 }]
    await expect(graph().membersOf('g')).rejects.toThrow('members of g: answered 500')
    answers = [{ status: 403 }]
    const error = await graph()
      .membersOf('g')
      .catch((thrown: Error) => thrown)
    expect(String(error)).not.toMatch(/hemmelig|the-token/)
  })

  test('are not read from elsewhere, nor from what is no page of Graph', async () => {
    answers = [page(['a'], 'https://evil.example/next')]
    await expect(graph().membersOf('g')).rejects.toThrow('the next page is elsewhere')
    answers = [{ status: 200, body: { value: 'all of them' } }]
    await expect(graph().membersOf('g')).rejects.toThrow('not as Graph writes them')
  })

  test('are given up with a fault when what comes is no JSON, no token, or pages without end', async () => {
    answers = [{ status: 200, body: '<html>' }]
    await expect(graph().membersOf('g')).rejects.toThrow('members of g: no JSON')
    answers = Array.from({ length: 200 }, () => page(['a'], `${url}/v1.0/again`))
    await expect(graph().membersOf('g')).rejects.toThrow('the pages have no end')
    signedIn = '<html>'
    await expect(graph().membersOf('g')).rejects.toThrow('signing in to Graph: no JSON')
    signedIn = {}
    await expect(graph().membersOf('g')).rejects.toThrow('no token in the answer')
  })

  test('are none when nobody answers', async () => {
    const lost = createGraph({
      tenant: 't',
      appId: 'a',
      secret: 's',
      loginUrl: 'http://127.0.0.1:1',
      graphUrl: url,
    })
    await expect(lost.membersOf('g')).rejects.toThrow('signing in to Graph: no answer')
  })
})

describe('a person', () => {
  test('is found by an e-mail address, and nobody by an unknown one', async () => {
    answers = [
      { status: 200, body: { id: 'kari' } },
      { status: 404, body: { error: {} } },
    ]
    expect(await graph().userIdOf('kari@eksempel.no')).toBe('kari')
    expect(await graph().userIdOf('finnes.ikke@eksempel.no')).toBeUndefined()
    expect(asked[1]?.url).toBe('/v1.0/users/kari%40eksempel.no?$select=id')
  })

  test('gets the bot from the catalog, also where it is there already', async () => {
    answers = [
      { status: 201, body: '' },
      { status: 409, body: {} },
    ]
    await graph().install('kari', 'app-1')
    await graph().install('kari', 'app-1')
    expect(asked[1]).toMatchObject({ method: 'POST', url: '/v1.0/users/kari/teamwork/installedApps' })
    expect(JSON.parse(asked[1]?.body ?? '')).toEqual({
      'teamsApp@odata.bind': `${url}/v1.0/appCatalogs/teamsApps/app-1`,
    })
  })

  test('for whom it may not be installed is a fault', async () => {
    answers = [{ status: 403, body: {} }]
    await expect(graph().install('kari', 'app-1')).rejects.toThrow('answered 403')
  })
})

describe('an entry in a calendar', () => {
  const entry = {
    key: 'event-1-session-1-kari',
    title: 'Kurs i avrop',
    text: 'Ta med PC',
    place: 'Rådhuset',
    from: '2027-01-12T09:00',
    to: '2027-01-12T11:30',
  }
  const written = {
    subject: 'Kurs i avrop',
    body: { contentType: 'text', content: 'Ta med PC' },
    location: { displayName: 'Rådhuset' },
    start: { dateTime: '2027-01-12T09:00:00', timeZone: 'W. Europe Standard Time' },
    end: { dateTime: '2027-01-12T11:30:00', timeZone: 'W. Europe Standard Time' },
  }
  const made = (id: string): Answer => ({ status: 201, body: { id } })
  const changed: Answer = { status: 200, body: { id: 'entry/1=' } }
  const gone: Answer = { status: 404, body: { error: { code: 'ErrorItemNotFound' } } }
  const madeBefore = (id: string): Answer => ({
    status: 400,
    body: { error: { code: 'ErrorDuplicateTransactionId', '@event.existingEventId': id } },
  })
  const steps = () =>
    asked.filter(({ url }) => !url.endsWith('/token')).map(({ method, url }) => `${method} ${url}`)
  const bodyOf = (step: number): unknown =>
    JSON.parse(asked.filter(({ url }) => !url.endsWith('/token'))[step]?.body ?? '')
  const transactionOf = (step: number): string =>
    z.object({ transactionId: z.string() }).parse(bodyOf(step)).transactionId

  test('is made with a reminder, once for each key, in the time of Norway', async () => {
    answers = [made('entry/1=')]
    expect(await graph().putEntry('kari', entry)).toBe('entry/1=')
    expect(steps()).toEqual(['POST /v1.0/users/kari/events'])
    expect(bodyOf(0)).toEqual({ ...written, isReminderOn: true, transactionId: entry.key })
    expect(asked[1]?.authorization).toBe('Bearer the-token')
  })

  test('is changed where it is, and the reminder is left as its reader has it', async () => {
    answers = [changed]
    expect(await graph().putEntry('kari', entry, 'entry/1=')).toBe('entry/1=')
    expect(steps()).toEqual(['PATCH /v1.0/users/kari/events/entry%2F1%3D'])
    expect(bodyOf(0)).toEqual(written)
  })

  test('that its reader deleted is made anew, and the same new one when it is tried again', async () => {
    answers = [gone, made('2'), gone, made('2'), gone, made('3')]
    expect(await graph().putEntry('kari', entry, '1')).toBe('2')
    expect(await graph().putEntry('kari', entry, '1')).toBe('2')
    expect(await graph().putEntry('kari', entry, '2')).toBe('3')
    const [first, again, next] = [transactionOf(1), transactionOf(3), transactionOf(5)]
    expect(first).toContain(`${entry.key}-again-`)
    expect(again).toBe(first)
    expect(next).not.toBe(first)
  })

  test('that was made without anybody hearing of it is changed to what it is to be', async () => {
    answers = [madeBefore('1'), changed]
    expect(await graph().putEntry('kari', entry)).toBe('1')
    expect(steps()).toEqual(['POST /v1.0/users/kari/events', 'PATCH /v1.0/users/kari/events/1'])
  })

  test('that was made without anybody hearing of it, and deleted, is made anew', async () => {
    answers = [madeBefore('1'), gone, made('2')]
    expect(await graph().putEntry('kari', entry)).toBe('2')
    expect(transactionOf(2)).not.toBe(entry.key)
  })

  test('is given up when all that were made before are gone, when it is refused, and when the answer has no id', async () => {
    answers = [madeBefore('1'), gone, madeBefore('1'), gone, madeBefore('1')]
    await expect(graph().putEntry('kari', entry)).rejects.toThrow('those made before are gone')
    answers = [{ status: 400, body: { error: { code: 'ErrorInvalidRequest' } } }]
    await expect(graph().putEntry('kari', entry)).rejects.toThrow('making a calendar entry: answered 400')
    answers = [{ status: 403, body: {} }]
    await expect(graph().putEntry('kari', entry)).rejects.toMatchObject({ kind: 'people' })
    answers = [{ status: 403, body: {} }]
    await expect(graph().putEntry('kari', entry, '1')).rejects.toThrow(
      'changing a calendar entry: answered 403',
    )
    answers = [gone, gone]
    await expect(graph().putEntry('nobody', entry, '1')).rejects.toThrow('answered 404')
    answers = [{ status: 201, body: {} }]
    await expect(graph().putEntry('kari', entry)).rejects.toThrow('no id in the answer')
    answers = [{ status: 201, body: '<html>' }]
    await expect(graph().putEntry('kari', entry)).rejects.toThrow('making a calendar entry: no JSON')
  })

  test('waits as long as Graph asks, and is made with the same key', async () => {
    answers = [{ status: 429, headers: { 'retry-after': '3' } }, { status: 503 }, made('1')]
    expect(await graph().putEntry('kari', entry)).toBe('1')
    expect(waited).toEqual([3_000, 2_000])
    expect([0, 1, 2].map(transactionOf)).toEqual([entry.key, entry.key, entry.key])
  })

  test('is removed, also where it is gone already', async () => {
    answers = [{ status: 204, body: '' }, gone]
    await graph().removeEntry('kari', 'entry/1=')
    await graph().removeEntry('kari', 'entry/1=')
    expect(steps()[0]).toBe('DELETE /v1.0/users/kari/events/entry%2F1%3D')
    answers = [{ status: 403, body: {} }]
    await expect(graph().removeEntry('kari', '1')).rejects.toThrow('removing a calendar entry: answered 403')
  })
})
