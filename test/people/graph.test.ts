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
