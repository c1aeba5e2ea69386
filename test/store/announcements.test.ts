import { describe, expect, test } from 'vitest'
import type { Copy } from '../../src/store/announcement-copies.ts'
import type { AnnouncementChange, AnnouncementFilter } from '../../src/store/announcements.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { atOnce, letter, told } from '../support/purchases.ts'

const saying = (title: string) => ({ texts: { nb: { title, text: 'æøå "\\ 🪑' } } })
const made = (words = 'ny avtale', tenant = 't') => ({
  tenant,
  author: 't:ola',
  state: 'draft',
  content: saying('Ny avtale'),
  audience: { kind: 'units', units: ['skogen'] },
  words,
})
const [kari, ola, per] = ['person:t:kari', 'person:t:ola', 'person:t:per']
/** The letter of one's copy. */
const copyTo = (place: string, id = 'K-1') => letter(place, { place, key: `${id} ${place}`, batch: id })

onEveryDatabase((here) => {
  const kept = () => here.store.announcements
  const copies = () => here.store.copies
  type Done = Partial<Parameters<ReturnType<typeof kept>['change']>[2]>
  const change = async (id: string, changed: AnnouncementChange, done: Done = {}) => {
    const { revision = 0 } = (await kept().of(id)) ?? {}
    return kept().change({ id, revision }, changed, { at: 2000, ...done })
  }
  /** One that is being sent to these. */
  const sent = async (places: string[] = [], { begunAt = 1500, tenant = 't' } = {}) => {
    const id = await kept().create(made('ny avtale', tenant), 1000)
    await change(id, { state: 'sending', begunAt }, { at: begunAt, publishedBy: 't:ida' })
    const letters = places.map((place) => copyTo(place, id))
    await copies().add(id, letters, 1)
    return id
  }
  const deliver = (place: string, activity = '1', version = 1, announcement = 'K-1') =>
    copies().delivered([{ announcement, place, version, activity, at: 3000 }])
  const end = (place: string, state: Copy['state'], because: string | null, announcement = 'K-1') =>
    copies().ended([{ announcement, place, state, because }])
  const copyAt = async (place: string, announcement = 'K-1') =>
    (await copies().of([{ announcement, place }]))[0]
  const page = (after = '', states?: Copy['state'][]) => copies().page('K-1', { after, most: 10 }, states)
  const counts = (version = 1, recalled = false) => copies().counts({ id: 'K-1', version, recalled })

  describe('an announcement', () => {
    test('is kept whole under K- and a running number, its own where 20 are made at once', async () => {
      expect(await kept().create(made(), 1000)).toBe('K-1')
      expect(await kept().create(made('ny', 'u'), 1000)).toBe('K-2')
      expect(await kept().of('K-3')).toBeUndefined()
      const { words, ...rest } = made()
      const none = { sendAt: null, begunAt: null, endedAt: null, approvedBy: null }
      const counted = { version: 1, revision: 1, createdAt: 1000, changedAt: 1000 }
      expect(await kept().of('K-1')).toEqual({ id: 'K-1', ...rest, ...none, ...counted })
      const other = await here.other()
      const ids = await atOnce(20, (at) => (at % 2 ? other : here.store).announcements.create(made(), at))
      expect(new Set(ids)).toEqual(new Set(Array.from({ length: 20 }, (_, at) => `K-${at + 3}`)))
    })

    test('is changed in all that can change, and only as it was read', async () => {
      const id = await kept().create(made(), 1000)
      const times = { sendAt: 5000, begunAt: 6000, endedAt: 7000 }
      const words = { content: saying('Rettet'), audience: { kind: 'everyone' } }
      const changed = { state: 'sent', version: 2, approvedBy: 't:ida', ...words, ...times }
      expect(await change(id, changed)).toBe(true)
      const now = await kept().of(id)
      expect(now).toMatchObject({ ...changed, revision: 2, createdAt: 1000, changedAt: 2000 })
      expect(await kept().change({ id, revision: 1 }, { state: 'sent' }, { at: 9000 })).toBe(false)
      expect(await kept().change({ id: 'K-9', revision: 1 }, {}, { at: 9000 })).toBe(false)
      expect(await kept().of(id)).toEqual(now)
      expect(await change(id, { sendAt: null })).toBe(true)
      expect(await kept().of(id)).toEqual({ ...now, sendAt: null, revision: 3 })
    })

    test('is changed by one of 20 that read the same, from two processes, with its letters alone', async () => {
      const id = await kept().create(made(), 1000)
      const other = await here.other()
      const all = await atOnce(20, (at) => {
        const done = { at, letters: [letter(at)], publishedBy: `t:${at}` }
        const { announcements } = at % 2 ? other : here.store
        return announcements.change({ id, revision: 1 }, { content: saying(`${at}`) }, done)
      })
      const winner = all.indexOf(true)
      expect(all.filter(Boolean)).toHaveLength(1)
      const now = { content: saying(`${winner}`), revision: 2, changedAt: winner }
      expect(await kept().of(id)).toMatchObject(now)
      expect(await kept().published([id])).toMatchObject([now])
      expect(await told(here.store)).toEqual([winner])
    })

    test('is known as it was sent out last, also while a correction is written', async () => {
      const draft = await kept().create(made(), 1000)
      const id = await sent()
      await change(id, { content: saying('Under arbeid'), state: 'sent' }, { at: 4000 })
      expect(await kept().of(id)).toMatchObject({ content: saying('Under arbeid'), changedAt: 4000 })
      const before = { id, content: saying('Ny avtale'), version: 1, changedAt: 1500, state: 'sent' }
      const [missing, last, never] = await kept().published(['K-9', id, draft])
      expect([missing, never]).toEqual([undefined, undefined])
      expect(last).toMatchObject(before)
      await change(id, { version: 2 }, { at: 5000, publishedBy: 't:ola' })
      const corrected = { ...before, content: saying('Under arbeid'), version: 2, changedAt: 5000 }
      expect(await kept().published([id])).toMatchObject([corrected])
    })

    test('is paused, let go and stopped with what is not sent yet', async () => {
      const id = await sent([kari, ola, per])
      await deliver(kari)
      await change(id, { state: 'paused' }, { held: true })
      expect(await told(here.store)).toEqual([])
      await change(id, { state: 'sending' }, { held: false })
      expect(await told(here.store)).toEqual([kari, ola, per])
      await end(per, 'unreached', 'blocked')
      await change(id, { state: 'cancelled' }, { drops: true })
      expect((await page()).map(({ state }) => state)).toEqual(['delivered', 'dropped', 'unreached'])
    })

    test('is not changed in anything where its letters cannot be kept', async () => {
      const id = await sent([kari])
      const all = () => Promise.all([kept().of(id), kept().published([id]), copyAt(kari)])
      const before = await all()
      const letters = [letter('first'), letter(1n)] // JSON has no such thing, and it is found out last
      const done: Done = { publishedBy: 't:ida', held: true, drops: true, letters }
      await expect(change(id, { content: saying('Ny') }, done)).rejects.toThrow()
      expect(await all()).toEqual(before)
      expect(await told(here.store), 'it is not held back').toEqual([kari])
    })
  })

  describe('a list', () => {
    const listed = async (filter: Partial<AnnouncementFilter>) => {
      const found = await kept().list({ tenant: 't', ...filter }, 10)
      expect(await kept().count({ tenant: 't', ...filter })).toBe(found.length)
      return found.map(({ id }) => id)
    }

    test('has those of the tenant in some states, the last changed first, and no more than asked for', async () => {
      for (const at of [1, 2, 3]) await kept().create(made(), at)
      await kept().create(made('ny', 'u'), 4)
      expect(await listed({})).toEqual(['K-3', 'K-2', 'K-1'])
      await change('K-1', { state: 'sent' })
      expect(await listed({})).toEqual(['K-1', 'K-3', 'K-2'])
      expect((await kept().list({ tenant: 't' }, 2)).map(({ id }) => id)).toEqual(['K-1', 'K-3'])
      expect(await listed({ states: ['sent', 'recalled'] })).toEqual(['K-1'])
      expect(await listed({ tenant: 'u', states: ['draft'] })).toEqual(['K-4'])
    })

    test('has those that hold on a day, and those that a place has got', async () => {
      for (const begunAt of [1, 2, 3]) await sent([kari, ola], { begunAt })
      await change('K-1', { expiresOn: '2026-11-22' })
      await change('K-2', { expiresOn: '2026-11-23' }, { at: 2001 })
      for (const id of ['K-1', 'K-3']) await deliver(kari, '1', 1, id)
      await end(ola, 'unreached', 'blocked', 'K-1')
      expect(await listed({ validOn: '2026-11-22' })).toEqual(['K-2', 'K-1', 'K-3'])
      expect(await listed({ validOn: '2026-11-23' })).toEqual(['K-2', 'K-3'])
      expect(await listed({ place: kari })).toEqual(['K-1', 'K-3'])
      expect(await listed({ place: kari, validOn: '2026-11-23' })).toEqual(['K-3'])
      expect(await listed({ place: ola })).toEqual([])
    })

    test('has those with all of the words, in any case, and takes no sign for any other', async () => {
      await kept().create(made('MATVARER 100% økologisk, Ærfugl Åse'), 1)
      await kept().create(made('matvarer avtale_b C:\\mat'), 2)
      await kept().create(made('matvarer avtalexb 1000'), 3)
      await change('K-3', { words: 'MATVARER Avtalexb 1000' }, { at: 3 })
      const found = {
        'K-1': ['ØKOLOGISK  åSE ærfugl', '100%', '%'],
        'K-2': ['avtale_b', '_', '\\MAT'],
        'K-3': ['avtaleX 1000'],
        'K-3 K-2 K-1': ['matvarer', ' \n ', ''],
        '': ['matvarer bøker', "'"],
      }
      for (const [ids, all] of Object.entries(found))
        for (const words of all) expect((await listed({ words })).join(' '), words).toBe(ids)
    })
  })

  test('a topic is turned off and on by each person for themselves', async () => {
    for (const topic of ['courses', 'courses', 'other']) await kept().optOut('t:kari', topic, true)
    await kept().optOut('t:ola', 'courses', true)
    expect((await kept().optOutsOf('t:kari')).toSorted()).toEqual(['courses', 'other'])
    expect(await kept().optedOut('courses')).toEqual(new Set(['t:kari', 't:ola']))
    for (const person of ['t:kari', 't:nobody']) await kept().optOut(person, 'courses', false)
    expect(await kept().optOutsOf('t:kari')).toEqual(['other'])
    expect(await kept().optedOut('courses')).toEqual(new Set(['t:ola']))
  })

  describe('the copies', () => {
    test('are added once, each with one letter, however often and at once it is tried', async () => {
      const letters = [kari, ola].map((place) => copyTo(place))
      await atOnce(5, () => copies().add('K-1', letters, 1))
      await deliver(kari)
      await copies().add('K-1', [...letters, copyTo(per)], 1)
      expect(await page()).toMatchObject([{ state: 'delivered' }, { state: 'waiting' }, { state: 'waiting' }])
      expect(await told(here.store)).toEqual([kari, ola, per])
    })

    test('tell what is shown where, since when, and what became of it', async () => {
      await sent([kari, ola])
      await deliver(kari, 'first')
      const again = { place: kari, version: 2, activity: 'second', at: 4000 }
      await copies().delivered(['K-9', 'K-1'].map((announcement) => ({ announcement, ...again })))
      await end(ola, 'unreached', 'blocked')
      const none = { activity: null, because: null, deliveredAt: null, readAt: null, understoodAt: null }
      const [first, second] = [kari, ola].map((place) => ({ announcement: 'K-1', place, ...none }))
      const shown = { version: 2, activity: 'second', deliveredAt: 3000 }
      expect(await copyAt(kari)).toEqual({ ...first, ...shown, state: 'delivered' })
      expect(await copyAt(ola)).toEqual({ ...second, state: 'unreached', version: 0, because: 'blocked' })
      await deliver(ola)
      expect(await copyAt(ola), 'nothing keeps them any more').toMatchObject({ because: null, version: 1 })
      expect(await copyAt(per)).toBeUndefined()
    })

    test('are found by the activity that shows them, at their own place', async () => {
      await sent([kari, ola])
      await deliver(kari, 'a-1')
      expect(await copies().shownAs(kari, 'a-1')).toBe('K-1')
      expect(await copies().shownAs(ola, 'a-1')).toBeUndefined()
      expect(await copies().shownAs(kari, 'a-2')).toBeUndefined()
    })

    test('are understood once, by who has one', async () => {
      await sent([kari])
      const said = await atOnce(10, (at) => copies().understood({ announcement: 'K-1', place: kari }, at))
      expect(said.filter(Boolean)).toHaveLength(1)
      expect(await copyAt(kari)).toMatchObject({ understoodAt: said.indexOf(true) })
      expect(await copies().understood({ announcement: 'K-1', place: ola }, 1)).toBe(false)
    })

    test('are read up to an activity by its number, each the first time', async () => {
      for (const one of ['9', '10', '100', 'f:1']) await deliver(kari, one, 1, await sent([kari, ola]))
      await deliver(ola, '9')
      const keys = ['K-3', 'K-4', 'K-2', 'K-1'].map((announcement) => ({ announcement, place: kari }))
      const readAt = async () => (await copies().of(keys)).map((copy) => copy?.readAt)
      for (const [at, activity] of ['8', 'nonsense', '10', '99'].entries())
        await copies().readUpTo(kari, activity, at)
      expect(await readAt()).toEqual([null, null, 2, 2])
      await copies().readUpTo(kari, '1700000000000', 5)
      expect(await readAt()).toEqual([5, null, 2, 2])
      expect(await copyAt(ola)).toMatchObject({ readAt: null })
    })

    test('are counted, with what is left to send, to correct and to take back', async () => {
      const none = await counts()
      expect(Object.values(none)).toEqual(Array.from({ length: 8 }, () => 0))
      await sent([kari, ola, per])
      expect(await counts()).toEqual({ ...none, waiting: 3, left: 3 })
      for (const place of [kari, ola]) await deliver(place)
      await copies().readUpTo(kari, '1', 4000)
      await copies().understood({ announcement: 'K-1', place: kari }, 4000)
      const some = { ...none, delivered: 2, read: 1, understood: 1 }
      expect(await counts()).toEqual({ ...some, waiting: 1, left: 1 })
      await end(per, 'unreached', 'blocked')
      expect(await counts()).toEqual({ ...some, unreached: 1, left: 0 })
      expect(await counts(2)).toEqual({ ...some, unreached: 1, left: 2 })
      await deliver(kari, '1', 2)
      expect(await counts(2)).toMatchObject({ delivered: 2, left: 1 })
      await end(ola, 'delivered', 'left')
      expect(await counts(2), 'who is gone keeps the first').toMatchObject({ delivered: 2, left: 0 })
      expect(await counts(2, true)).toMatchObject({ delivered: 2, left: 1 })
      await end(kari, 'taken-back', null)
      expect(await counts(2, true)).toMatchObject({ delivered: 1, 'taken-back': 1, left: 0 })
    })

    test('come in the order of their places, a page at a time, and with why some were not reached', async () => {
      const places = Array.from({ length: 25 }, (_, at) => `person:t:${String(at).padStart(2, '0')}`)
      await sent(places.toReversed())
      for (const [at, place] of places.entries())
        if (at > 3) await end(place, 'unreached', at > 20 ? 'blocked' : at > 4 ? 'gone' : null)
      const seen: Copy[] = []
      for (let some = await page(); some.length > 0; some = await page(some.at(-1)?.place)) seen.push(...some)
      expect(seen.map(({ place }) => place)).toEqual(places)
      expect((await page('', ['waiting', 'dropped'])).map(({ place }) => place)).toEqual(places.slice(0, 4))
      const why = (await copies().reasons('K-1')).map(({ because, count }) => `${count} ${because}`)
      expect(why).toEqual(['16 gone', '4 blocked', '1 '])
    })

    test('tell what a place has missed lately, and whom nothing reached', async () => {
      for (const begunAt of [1500, 2500, 3500]) await sent([kari, ola, per], { begunAt })
      await sent(['person:u:eva'], { begunAt: 3500, tenant: 'u' })
      for (const id of ['K-1', 'K-2', 'K-3']) await end(kari, 'unreached', 'blocked', id)
      await end(ola, 'unreached', null, 'K-2')
      await end(per, 'unreached', 'gone', 'K-1')
      await end('person:u:eva', 'unreached', 'gone', 'K-4')
      await deliver(kari, '1', 1, 'K-3')
      expect((await copies().missedAt(kari, 1500)).toSorted()).toEqual(['K-1', 'K-2'])
      expect(await copies().missedAt(kari, 2000)).toEqual(['K-2'])
      const unreached = async (since: number) =>
        (await copies().unreachedSince('t', since)).map((one) => `${one.place} ${one.because} ${one.count}`)
      expect(await unreached(2000)).toEqual([`${kari} blocked 1`, `${ola}  1`])
      expect(await unreached(1500)).toEqual([`${kari} blocked 2`, `${ola}  1`, `${per} gone 1`])
    })
  })
})
