import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createFiles } from '../../src/teams/files.ts'
import { type FileStore, openFileStore } from '../support/file-store.ts'

let store: FileStore
beforeAll(async () => {
  store = await openFileStore()
})
afterAll(() => store.close())

const told: object[] = []
const log = { info: () => undefined, warn: (what: object) => void told.push(what), error: () => undefined }
const files = createFiles({ servicesHere: true }, log)
/** For servers that never come to an end. */
const impatient = createFiles({ servicesHere: true, longestMs: 150 }, log)
const text = (read: Uint8Array | string) => (typeof read === 'string' ? read : Buffer.from(read).toString())

describe('a file is read', () => {
  test('whole, without a token and without following anything', async () => {
    expect(text(await files.read(`${store.url}/file`, 9))).toBe('innholdet')
    expect(store.asked.at(-1)).toMatchObject({ method: 'GET', path: '/file' })
    expect(Object.keys(store.asked.at(-1)?.headers ?? {})).not.toContain('authorization')
    expect(Object.keys(store.asked.at(-1)?.headers ?? {})).not.toContain('cookie')
  })

  test('when it is empty', async () => {
    expect(await files.read(`${store.url}/empty`, 9)).toHaveLength(0)
  })

  test('no further than permitted, whatever its server says about the length', async () => {
    expect(await files.read(`${store.url}/file`, 8)).toBe('too-large')
    expect(await files.read(`${store.url}/packed`, 10_000)).toBe('too-large')
    expect(store.asked.at(-1)?.headers['accept-encoding']).toBe('identity')
    const most = 100_000
    expect(await files.read(`${store.url}/endless`, most)).toBe('too-large')
    // what was on its way when it hung up lies in buffers
    expect(await store.hungUp).toBeLessThan(20 * 1024 * 1024)
  })

  test.each([
    ['is not there', '/missing'],
    ['is elsewhere now', '/moved'],
    ['is a page that shows it', '/page'],
    ['breaks off', '/half'],
    ['stalls', '/stalls'],
    ['never answers', '/silent'],
  ])('and one that %s is unreachable', async (_, path) => {
    const [before, toldBefore] = [store.asked.length, told.length]
    expect(await impatient.read(`${store.url}${path}`, 1000)).toBe('unreachable')
    expect(store.asked.slice(before).map((one) => one.path)).toEqual([path])
    expect(told.length - toldBefore).toBe(1)
  })

  test('and nobody listens where it should be', async () => {
    const gone = await openFileStore()
    await gone.close()
    expect(await files.read(`${gone.url}/file`, 1000)).toBe('unreachable')
  })

  test('from nowhere else', async () => {
    const before = store.asked.length
    const inProduction = createFiles({ servicesHere: false }, log)
    for (const url of [undefined, '', 'filen', `${store.url}/file`, 'https://evil.example/file'])
      expect(await inProduction.read(url, 1000)).toBe('elsewhere')
    expect(await files.read('https://evil.example/file', 1000)).toBe('elsewhere')
    expect(store.asked.length).toBe(before)
  })
})

describe('a file is put', () => {
  const content = Buffer.from('protokoll')
  const put = (path = '/put', by = files) => by.put(`${store.url}${path}`, content)

  test('whole, as one range, without a token', async () => {
    expect(await put()).toBe('put')
    expect(store.asked.at(-1)).toMatchObject({
      method: 'PUT',
      path: '/put',
      headers: {
        'content-type': 'application/octet-stream',
        'content-range': 'bytes 0-8/9',
        'content-length': '9',
      },
      body: content,
    })
    expect(Object.keys(store.asked.at(-1)?.headers ?? {})).not.toContain('authorization')
  })

  test('when it is part of something larger in memory', async () => {
    await files.put(`${store.url}/part`, content.subarray(2, 5))
    expect(store.asked.at(-1)).toMatchObject({
      body: Buffer.from('oto'),
      headers: { 'content-range': 'bytes 0-2/3' },
    })
  })

  test.each([202, 302, 307, 308, 400, 401, 404, 409, 416, 500, 507])(
    'only when it was taken: %d is not',
    async (status) => {
      const before = store.asked.length
      store.answerWith(status)
      expect(await put()).toBe('unreachable')
      store.answerWith(201)
      expect(store.asked.length - before).toBe(1)
    },
  )

  test('only when it is answered in time', async () => {
    expect(await put('/silent', impatient)).toBe('unreachable')
  })

  test('nowhere else', async () => {
    const before = store.asked.length
    expect(await put('/put', createFiles({ servicesHere: false }, log))).toBe('elsewhere')
    expect(await files.put('https://evil.example/put', content)).toBe('elsewhere')
    expect(await files.put('', content)).toBe('elsewhere')
    expect(store.asked.length).toBe(before)
  })
})

test('what is logged has neither an address nor a name', () => {
  expect(told.length).toBeGreaterThan(10)
  for (const what of told) {
    const error = 'err' in what && what.err instanceof Error ? `${what.err.message} ${what.err.cause}` : ''
    expect(`${JSON.stringify(what)} ${error}`).not.toMatch(/\/(put|file|missing|silent)/)
  }
})
