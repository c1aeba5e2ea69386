import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { onEveryDatabase } from '../support/every-database.ts'
import { kari } from '../support/kept.ts'
import { atOnce, begun, handling, submission, submitted } from '../support/purchases.ts'

onEveryDatabase((here) => {
  describe('a draft is submitted', () => {
    test('with a number of the year, and kept as it was', async () => {
      const draft = await here.store.drafts.begin(begun())
      const given = submission(draft.id)
      expect(await here.store.requests.submit(given, handling)).toEqual({
        number: '2026-0001',
        before: false,
      })
      expect(await here.store.requests.of('2026-0001')).toEqual({
        number: '2026-0001',
        draft: draft.id,
        person: kari.id,
        title: 'Kontorstoler',
        submittedAt: 5000,
        content: given.content,
      })
      expect(await here.store.cases.eventsOf('2026-0001')).toEqual([
        { seq: 1, at: 5000, actor: kari.id, kind: 'submitted', data: null },
      ])
      expect(await here.store.drafts.activeOf(kari.id, 0)).toBeUndefined()
      expect(await here.store.requests.of('2026-0002')).toBeUndefined()
      expect(await here.store.cases.eventsOf('2026-0002')).toEqual([])
    })

    test('once: pressed again it has the same number', async () => {
      const draft = await here.store.drafts.begin(begun())
      await here.store.requests.submit(submission(draft.id), handling)
      const again = { ...submission(draft.id), year: 2027, at: 9000, title: 'Bord' }
      expect(await here.store.requests.submit(again, handling)).toEqual({ number: '2026-0001', before: true })
      expect(await here.store.requests.of('2026-0001')).toMatchObject({ title: 'Kontorstoler' })
    })

    test('as it was read, and not when it was changed since', async () => {
      const draft = await here.store.drafts.begin(begun())
      await here.store.drafts.keep({ ...draft, replies: { need: 'bord' } }, 2000)
      expect(await here.store.requests.submit(submission(draft.id), handling)).toBeUndefined()
      expect(await here.store.requests.submit(submission(draft.id, kari.id, 2), handling)).toMatchObject({
        before: false,
      })
      expect(await here.store.requests.ofDraft(draft.id, kari.id)).toMatchObject({ number: '2026-0001' })
      expect(await here.store.requests.ofDraft(draft.id, 't:ola')).toBeUndefined()
    })

    test('by the person alone, and only while it is open', async () => {
      const draft = await here.store.drafts.begin(begun())
      expect(await here.store.requests.submit(submission(draft.id, 't:ola'), handling)).toBeUndefined()
      expect(await here.store.requests.submit(submission(randomUUID()), handling)).toBeUndefined()
      await here.store.drafts.keep({ ...draft, state: 'cancelled' }, 2000)
      expect(await here.store.requests.submit(submission(draft.id), handling)).toBeUndefined()
      const second = await here.store.drafts.begin(begun())
      expect(
        await here.store.requests.submit(submission(second.id), handling),
        'no number was spent',
      ).toMatchObject({
        number: '2026-0001',
      })
      expect(await here.store.requests.submit(submission(second.id, 't:ola'), handling)).toBeUndefined()
    })

    test('once when pressed 20 times at once, by two processes', async () => {
      const draft = await here.store.drafts.begin(begun())
      const other = await here.other()
      const all = await atOnce(20, (at) =>
        (at % 2 ? other : here.store).requests.submit(submission(draft.id), handling),
      )
      expect(new Set(all.map((one) => one?.number))).toEqual(new Set(['2026-0001']))
      expect(all.filter((one) => one?.before === false)).toHaveLength(1)
      expect(await here.store.cases.eventsOf('2026-0001')).toHaveLength(1)
    })

    test('with one number each when many are at once, and none is left out', async () => {
      const drafts = await atOnce(20, (at) => here.store.drafts.begin(begun(`t:${at}`)))
      const all = await Promise.all(
        drafts.map(({ id, person }) => here.store.requests.submit(submission(id, person), handling)),
      )
      const expected = drafts.map((_, at) => `2026-${String(at + 1).padStart(4, '0')}`)
      expect(all.map((one) => one?.number).toSorted()).toEqual(expected)
    })

    test('with numbers from 1 in every year', async () => {
      expect((await submitted(here.store)).number).toBe('2026-0001')
      expect((await submitted(here.store, { year: 2027 })).number).toBe('2027-0001')
      expect((await submitted(here.store)).number).toBe('2026-0002')
    })

    test('or changed, and never both when both are at once', async () => {
      for (let round = 0; round < 5; round++) {
        const draft = await here.store.drafts.begin(begun())
        const [request, changed] = await Promise.all([
          here.store.requests.submit(submission(draft.id), handling),
          here.store.drafts.keep({ ...draft, state: 'cancelled' }, 2000),
        ])
        expect(request === undefined).toBe(changed)
        const { state } = (await here.store.drafts.of(draft.id, kari.id)) ?? {}
        expect(state).toBe(changed ? 'cancelled' : 'submitted')
      }
    })
  })

  test("requests of the same unit and group are found, newest first, without the draft's own", async () => {
    await submitted(here.store, { at: 99 })
    const first = await submitted(here.store, { at: 100, title: 'Stoler', value: 50_000 })
    const second = await submitted(here.store, { at: 200, person: 't:ola' })
    await submitted(here.store, { at: 300, unit: 'Fjordvik bibliotek' })
    await submitted(here.store, { at: 300, group: 'cleaning' })
    await submitted(here.store, { at: 300, unit: null, group: null })
    const same = { unit: 'Fjordvik skole', group: 'furniture', since: 100 }
    const [kontorstoler, stoler] = [
      { number: second.number, title: 'Kontorstoler', unit: same.unit, value: 120_000, submittedAt: 200 },
      { number: first.number, title: 'Stoler', unit: same.unit, value: 50_000, submittedAt: 100 },
    ]
    expect(await here.store.requests.similar(same)).toEqual([kontorstoler, stoler])
    expect(await here.store.requests.similar({ ...same, draft: second.draft })).toEqual([stoler])
  })

  test("a person's requests are theirs alone, newest first", async () => {
    await submitted(here.store, { at: 100 })
    await submitted(here.store, { at: 200, person: 't:ola' })
    await submitted(here.store, { at: 300 })
    const numbers = (await here.store.requests.ofPerson(kari.id)).map(({ number }) => number)
    expect(numbers).toEqual(['2026-0003', '2026-0001'])
    expect(await here.store.requests.ofPerson('t:nobody')).toEqual([])
  })
})
