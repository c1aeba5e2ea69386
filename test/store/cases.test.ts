import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import type { CaseChange } from '../../src/store/cases.ts'
import type { Handling } from '../../src/store/requests.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { asked, kari } from '../support/kept.ts'
import {
  atOnce,
  begun,
  handling,
  happened,
  letter,
  opening,
  opens,
  submission,
  submitted,
  told,
} from '../support/purchases.ts'

/** What the letters of a failing transaction hold: JSON has no such thing, and it is found out last. */
const unwritable = 1n

onEveryDatabase((here) => {
  describe('a case', () => {
    test('begins with its request, its first event and its letters', async () => {
      const draft = await here.store.drafts.begin(begun())
      await here.store.requests.submit(submission(draft.id), {
        ...handling,
        opens: (number) =>
          opening({ approver: 't:per', approval: 'awaited', dueOn: '2026-12-01', letters: [letter(number)] }),
      })
      expect(await here.store.cases.of('2026-0001')).toEqual({
        number: '2026-0001',
        kind: 'purchase',
        state: 'submitted',
        requester: kari.id,
        title: 'Kontorstoler',
        unit: 'Fjordvik skole',
        topic: 'furniture',
        owner: null,
        approver: 't:per',
        approval: 'awaited',
        dueOn: '2026-12-01',
        reference: null,
        question: null,
        version: 1,
        openedAt: 5000,
        changedAt: 5000,
      })
      expect(await here.store.cases.eventsOf('2026-0001')).toEqual([
        { seq: 1, at: 5000, actor: kari.id, kind: 'submitted', data: null },
      ])
      expect(await told(here.store)).toEqual(['2026-0001'])
      expect(await here.store.cases.of('2026-0002')).toBeUndefined()
      expect(await here.store.cases.eventsOf('2026-0002')).toEqual([])
    })

    test('of a question has the words that were asked', async () => {
      const question = asked('barnehageplass')
      await here.store.questions.note(question)
      const given: unknown[] = []
      await here.store.questions.askSection(question.id, kari.id, (one) => {
        given.push(one)
        return { ...opens(), letters: [letter(one.number)] }
      })
      expect(given).toEqual([{ number: 'S-1', text: 'barnehageplass', sources: ['kontor1'] }])
      expect(await here.store.cases.of('S-1')).toMatchObject({
        kind: 'question',
        state: 'asked',
        requester: kari.id,
        title: 'barnehageplass',
        question: question.id,
        version: 1,
      })
      expect(await here.store.cases.eventsOf('S-1')).toMatchObject([{ seq: 1, kind: 'asked' }])
      expect(await told(here.store)).toEqual(['S-1'])
    })

    test('begins not at all when its letters cannot be kept, and no number is spent', async () => {
      const draft = await here.store.drafts.begin(begun())
      const question = asked('barnehageplass')
      await here.store.questions.note(question)
      const fails = () => opening({ letters: [letter('kept'), letter(unwritable)] })
      const { requests, questions } = here.store
      await expect(requests.submit(submission(draft.id), { ...handling, opens: fails })).rejects.toThrow()
      await expect(questions.askSection(question.id, kari.id, fails)).rejects.toThrow()
      expect(await here.store.cases.count({})).toBe(0)
      expect(await requests.of('2026-0001')).toBeUndefined()
      expect(await here.store.cases.eventsOf('2026-0001')).toEqual([])
      expect(await told(here.store)).toEqual([])
      expect(await here.store.drafts.of(draft.id, kari.id)).toEqual(draft)
      expect(await requests.submit(submission(draft.id), handling)).toMatchObject({ number: '2026-0001' })
      expect(await questions.askSection(question.id, kari.id, opens)).toMatchObject({ number: 'S-1' })
    })

    test('is changed in all that can change, and goes up one version with each event', async () => {
      const { number } = await submitted(here.store)
      const change: Required<CaseChange> = {
        state: 'in-review',
        owner: 't:ida',
        approval: 'given',
        approver: 't:per',
        dueOn: '2026-12-02',
        reference: 'KGV 26/17',
        title: 'Stoler 🪑',
        unit: 'Biblioteket',
        topic: null,
      }
      const said = { words: 'æøå "\\' }
      const happening = { ...happened('take', 6000, 't:ida'), data: said }
      const read = { number, version: 1 }
      expect(await here.store.cases.change(read, change, { happening, letters: [] })).toBe(true)
      expect(await here.store.cases.of(number)).toMatchObject({ ...change, version: 2, changedAt: 6000 })
      const nothing = { happening: happened('note', 6500), letters: [] }
      expect(await here.store.cases.change({ number, version: 2 }, { owner: null }, nothing)).toBe(true)
      expect(await here.store.cases.of(number)).toMatchObject({ ...change, owner: null, openedAt: 5000 })
      expect(await here.store.cases.eventsOf(number)).toMatchObject([
        { seq: 1, kind: 'submitted' },
        { seq: 2, at: 6000, actor: 't:ida', kind: 'take', data: said },
        { seq: 3, at: 6500, kind: 'note' },
      ])
    })

    test('is changed by one of 100 that read the same, from two processes, with its letters alone', async () => {
      const { number } = await submitted(here.store)
      const other = await here.other()
      const all = await atOnce(100, (at) =>
        (at % 2 ? other : here.store).cases.change(
          { number, version: 1 },
          { owner: `t:${at}` },
          { happening: happened('take', at, `t:${at}`), letters: [letter(at)] },
        ),
      )
      expect(all.filter(Boolean)).toHaveLength(1)
      const winner = all.indexOf(true)
      const now = { owner: `t:${winner}`, version: 2, changedAt: winner }
      expect(await here.store.cases.of(number)).toMatchObject(now)
      expect(await here.store.cases.eventsOf(number)).toMatchObject([
        { seq: 1 },
        { seq: 2, at: winner, actor: `t:${winner}` },
      ])
      expect(await told(here.store)).toEqual([winner])
    })

    test('that is not there, or whose letters cannot be kept, is not changed', async () => {
      const { number } = await submitted(here.store)
      const { cases } = here.store
      const before = await cases.of(number)
      const withLetter = (what: unknown) => ({ happening: happened('take'), letters: [letter(what)] })
      expect(await cases.change({ number: randomUUID(), version: 1 }, {}, withLetter('nobody'))).toBe(false)
      await expect(
        cases.change({ number, version: 1 }, { owner: 't:ida' }, withLetter(unwritable)),
      ).rejects.toThrow()
      expect(await cases.of(number)).toEqual(before)
      expect(await cases.eventsOf(number)).toHaveLength(1)
      expect(await told(here.store)).toEqual([])
    })
  })

  describe('a request that is opened again', () => {
    const returned = { happening: happened('return', 6000, 't:ida'), letters: [] }
    const reopened = async () => {
      const { number, draft } = await submitted(here.store)
      const read = { number, version: 1 }
      await here.store.cases.change(read, { state: 'returned' }, returned, { steps: ['amount', 'wanted'] })
      return { number, draft }
    }
    const corrected = (draft: string, version: number) => ({
      ...submission(draft, kari.id, version),
      at: 7000,
      title: 'Kontorpulter',
      value: 90_000,
      unit: 'Biblioteket',
      content: { title: 'Kontorpulter' },
    })
    const again: Handling = {
      ...handling,
      changes: ({ version }) => ({
        change: { state: 'in-review' },
        happening: happened('resubmit', 7000),
        letters: [letter(`read ${version}`)],
      }),
    }

    test('is filled in from a step, submitted under its number, and stands in the place of what was there', async () => {
      const { number, draft } = await reopened()
      const before = (await here.store.requests.of(number))?.content
      const open = await here.store.drafts.of(draft, kari.id)
      expect(open).toMatchObject({ state: 'open', reopened: ['amount', 'wanted'], active: false, version: 4 })
      if (!open) return
      const replies = { need: 'kontorpulter' }
      expect(await here.store.drafts.keep({ ...open, replies, active: true }, 6500)).toBe(true)
      const sent = corrected(draft, 5)
      expect(await here.store.requests.submit(sent, again)).toEqual({ number, before: false })
      expect(await here.store.requests.submit(sent, again)).toEqual({ number, before: true })
      expect(await here.store.requests.ofPerson(kari.id)).toEqual([
        { number, draft, person: kari.id, title: 'Kontorpulter', submittedAt: 5000, content: sent.content },
      ])
      const same = { unit: 'Biblioteket', group: 'furniture', since: 0 }
      expect(await here.store.requests.similar(same)).toMatchObject([{ number, value: 90_000 }])
      expect(await here.store.cases.of(number)).toMatchObject({
        state: 'in-review',
        title: 'Kontorpulter',
        unit: 'Biblioteket',
        version: 3,
        openedAt: 5000,
        changedAt: 7000,
      })
      const events = await here.store.cases.eventsOf(number)
      expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'return', 'resubmit'])
      expect(events.at(-1)?.data, 'what it was').toEqual({ before })
      expect(await told(here.store)).toEqual(['read 2'])
      expect(await here.store.drafts.of(draft, kari.id)).toMatchObject({ state: 'submitted', active: false })
    })

    test('stays as it was where its case has gone on, and what was replied is not lost', async () => {
      const { number, draft } = await reopened()
      const open = await here.store.drafts.of(draft, kari.id)
      const replies = { need: 'kontorpulter' }
      if (open) await here.store.drafts.keep({ ...open, replies }, 6500)
      const kept = async () => [
        await here.store.cases.of(number),
        await here.store.cases.eventsOf(number),
        await here.store.requests.of(number),
      ]
      const before = await kept()
      const refuses = { ...handling, changes: () => undefined }
      expect(await here.store.requests.submit(corrected(draft, 5), refuses)).toEqual({ number, before: true })
      expect(await kept()).toEqual(before)
      expect(await told(here.store)).toEqual([])
      expect(await here.store.drafts.of(draft, kari.id)).toMatchObject({ state: 'submitted', replies })
      await here.store.drafts.openAgain(draft, kari.id, 8000)
      expect(await here.store.requests.submit(corrected(draft, 7), again)).toEqual({ number, before: false })
    })

    test('is not opened by a change that comes too late, and can be when it was put away', async () => {
      const { number, draft } = await submitted(here.store)
      const late = { number, version: 7 }
      expect(await here.store.cases.change(late, {}, returned, { steps: ['amount', 'wanted'] })).toBe(false)
      expect(await here.store.drafts.of(draft, kari.id)).toMatchObject({ state: 'submitted', version: 3 })
      await here.store.drafts.openAgain(draft, 't:ola', 8000)
      expect(await here.store.drafts.of(draft, kari.id)).toMatchObject({ state: 'submitted', version: 3 })
      await here.store.drafts.openAgain(draft, kari.id, 8000)
      const open = await here.store.drafts.of(draft, kari.id)
      if (open) await here.store.drafts.keep({ ...open, state: 'cancelled' }, 8500)
      await here.store.drafts.openAgain(draft, kari.id, 9000)
      expect(await here.store.drafts.of(draft, kari.id)).toMatchObject({ state: 'open', version: 6 })
    })

    test('and a case that changes meanwhile never lose one another', async () => {
      const other = await here.other()
      for (const reopen of Array.from({ length: 10 }, (_, at) =>
        at % 2 ? { steps: ['amount', 'wanted'] } : undefined,
      )) {
        const { number, draft } = await reopened()
        const [sent, changed] = await Promise.all([
          here.store.requests.submit(corrected(draft, 4), again),
          other.cases.change({ number, version: 2 }, { owner: 't:ida' }, returned, reopen),
        ])
        const kinds = (await here.store.cases.eventsOf(number)).map(({ kind }) => kind)
        const { content } = (await here.store.requests.of(number)) ?? {}
        const isNew = sent?.before === false
        expect(kinds.includes('resubmit')).toBe(isNew)
        expect(content).toMatchObject({ title: isNew ? 'Kontorpulter' : 'Kontorstoler' })
        expect(kinds).toHaveLength(2 + Number(changed) + Number(isNew))
        expect(changed || isNew).toBe(true)
      }
    })
  })
})
