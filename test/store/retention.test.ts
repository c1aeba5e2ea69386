import { expect, test } from 'vitest'
import { onEveryDatabase } from '../support/every-database.ts'
import { asked, kari } from '../support/kept.ts'
import { begun, file, letter, nothingForgotten, opens, submitted, told } from '../support/purchases.ts'

/** What is too old goes. */
onEveryDatabase((here) => {
  test('questions, people and acts go, each kind at its own time', async () => {
    await here.store.people.remember(kari, {}, 100)
    const old = asked('old')
    await here.store.questions.note(old)
    await here.store.questions.askSection(old.id, kari.id, opens)
    await here.store.audit.note({ actor: 'a', act: 'b', object: 'c' }, 50)
    const at = old.askedAt
    await here.store.ownData.forget({
      ...nothingForgotten,
      questionsBefore: at,
      peopleBefore: 100,
      auditBefore: 50,
    })
    expect((await here.store.ownData.of(kari.id)).questions).toHaveLength(1)
    expect(await here.store.audit.newest(5)).toHaveLength(1)
    await here.store.ownData.forget({
      ...nothingForgotten,
      questionsBefore: at + 1,
      peopleBefore: 101,
      auditBefore: 51,
    })
    expect(await here.store.ownData.of(kari.id)).toMatchObject({
      person: undefined,
      questions: [],
      cases: [{ number: 'S-1', title: 'old' }],
    })
    expect(await here.store.cases.of('S-1'), 'its question is not kept any more').toMatchObject({
      question: null,
    })
    expect(await here.store.audit.newest(5)).toHaveLength(0)
  })

  test('drafts go when they were put away, requests with all that belongs to them', async () => {
    const old = await submitted(here.store, { at: 100 })
    const young = await submitted(here.store, { at: 101 })
    for (const { number } of [old, young]) await here.store.cases.cardShown(number, 'channel:a', 'activity')
    const [away, open] = [begun('t:a', 50), begun('t:b', 50)]
    const draft = await here.store.drafts.begin(away)
    const unsubmitted = file(away.id, 't:a')
    await here.store.attachments.add(unsubmitted)
    await here.store.drafts.keep({ ...draft, version: 2, state: 'cancelled' }, 70)
    await here.store.drafts.begin(open)

    await here.store.ownData.forget({ ...nothingForgotten, draftsBefore: 70, requestsBefore: 100 })
    expect(await here.store.drafts.of(away.id, 't:a')).toBeDefined()
    expect(await here.store.requests.of(old.number)).toBeDefined()

    await here.store.ownData.forget({ ...nothingForgotten, draftsBefore: 71, requestsBefore: 101 })
    expect(await here.store.drafts.of(away.id, 't:a')).toBeUndefined()
    expect(await here.store.attachments.content(unsubmitted.id)).toBeUndefined()
    expect(await here.store.drafts.of(open.id, 't:b')).toBeDefined()
    expect(await here.store.requests.of(old.number)).toBeUndefined()
    expect(await here.store.cases.of(old.number)).toBeUndefined()
    expect(await here.store.cases.eventsOf(old.number)).toEqual([])
    expect(await here.store.cases.cardAt(old.number, 'channel:a')).toBeUndefined()
    expect(await here.store.drafts.of(old.draft, kari.id)).toBeUndefined()
    expect(await here.store.attachments.content(old.attachment)).toBeUndefined()
    expect(await here.store.cases.of(young.number)).toBeDefined()
    expect(await here.store.cases.eventsOf(young.number)).toHaveLength(1)
    expect(await here.store.cases.cardAt(young.number, 'channel:a')).toBe('activity')
    expect(await here.store.drafts.of(young.draft, kari.id)).toBeDefined()
    expect(await here.store.attachments.content(young.attachment)).toBeDefined()
    expect((await submitted(here.store)).number, 'a number is never given twice').toBe('2026-0003')
  })

  test('a draft that is opened again and put away stays with its request', async () => {
    const { draft, attachment } = await submitted(here.store)
    await here.store.drafts.openAgain(draft, kari.id, 60)
    const open = await here.store.drafts.of(draft, kari.id)
    if (open) await here.store.drafts.keep({ ...open, state: 'cancelled' }, 70)
    await here.store.ownData.forget({ ...nothingForgotten, draftsBefore: 71 })
    expect(await here.store.drafts.of(draft, kari.id)).toMatchObject({ state: 'cancelled' })
    await here.store.ownData.erase(kari.id, 'ida', 80)
    expect(await here.store.attachments.content(attachment)).toBeDefined()
  })

  test('letters go when they were settled long ago, and never while they wait', async () => {
    const { outbox, ownData } = here.store
    await outbox.post([letter('sent', { key: 'once' }), letter('waiting', { dueAt: 50 })], 1)
    const { letters } = await outbox.claim({ at: 10, leaseUntil: 20, most: 9 })
    for (const sent of letters)
      await outbox.settle([{ letter: sent, outcome: { how: 'sent', because: null } }], 10)
    await ownData.forget({ ...nothingForgotten, outboxBefore: 10 })
    await outbox.post([letter('again', { key: 'once' })], 11)
    expect(await outbox.nextDue(), 'its key is still known').toBe(50)
    await ownData.forget({ ...nothingForgotten, outboxBefore: 11 })
    await outbox.post([letter('again', { key: 'once' })], 12)
    expect(await told(here.store)).toEqual(['waiting', 'again'])
  })
})
