import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { openStore } from '../../src/store/store.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { asked, kari } from '../support/kept.ts'
import { opens } from '../support/purchases.ts'

onEveryDatabase((here) => {
  const reachOf = async (id: string) => (await here.store.people.reachesOf([id]))[0]
  describe('people', () => {
    test('are remembered with their newest conversation', async () => {
      await here.store.people.remember(kari, { serviceUrl: 'https://old' }, 1)
      await here.store.people.remember({ ...kari, name: 'Kari Nordmann' }, { serviceUrl: 'https://new' }, 2)
      expect(await here.store.people.conversationOf(kari.id)).toEqual({ serviceUrl: 'https://new' })
    })

    test('keep the language they last wrote in', async () => {
      expect(await here.store.people.remember(kari, {}, 1)).toBeUndefined()
      await here.store.people.speaks(kari.id, 'nn')
      expect(await here.store.people.remember(kari, {}, 2)).toBe('nn')
    })

    test('unknown people have no conversation', async () => {
      expect(await here.store.people.conversationOf('t:nobody')).toBeUndefined()
      expect(await reachOf('t:nobody')).toBeUndefined()
    })
  })

  describe('guests and reach', () => {
    test('are as Teams last said', async () => {
      expect(await here.store.people.guest(kari.id)).toBeUndefined()
      await here.store.people.remember(kari, {}, 1)
      expect(await here.store.people.guest(kari.id)).toBeUndefined()
      await here.store.people.isGuest(kari.id, true, 5)
      expect(await here.store.people.guest(kari.id)).toEqual({ guest: true, checkedAt: 5 })
    })

    test('a person is reached by the newest conversation, in the language they last wrote in', async () => {
      await here.store.people.remember(kari, undefined, 1)
      expect(await reachOf(kari.id), 'no conversation').toMatchObject({ conversation: undefined })
      await here.store.people.remember(kari, { serviceUrl: 'https://new' }, 2)
      const conversation = '{"serviceUrl":"https://new"}'
      expect(await reachOf(kari.id)).toEqual({ conversation, language: undefined, unreachable: undefined })
      await here.store.people.speaks(kari.id, 'nn')
      expect(await reachOf(kari.id)).toMatchObject({ conversation, language: 'nn' })
    })

    test('who was unreachable can be reached again when they write', async () => {
      await here.store.people.remember(kari, {}, 1)
      await here.store.people.unreachable(kari.id, 'removed')
      expect(await reachOf(kari.id)).toMatchObject({ unreachable: 'removed' })
      expect((await here.store.ownData.of(kari.id)).person?.unreachable).toBe('removed')
      await here.store.people.remember({ ...kari, timeZone: 'Europe/Oslo' }, {}, 2)
      expect((await here.store.ownData.of(kari.id)).person).toMatchObject({
        unreachable: null,
        time_zone: 'Europe/Oslo',
      })
    })
  })

  describe('seen activities', () => {
    test('are counted for each person', async () => {
      for (const [activity, at] of [
        ['a', 10],
        ['b', 20],
        ['c', 30],
      ] as const)
        await here.store.seen.firstTime('c', activity, kari.id, at)
      await here.store.seen.firstTime('c', 'd', 't:ola', 30)
      expect(await here.store.seen.countOf(kari.id, 20)).toBe(2)
    })

    test('are new once', async () => {
      expect(await here.store.seen.firstTime('c', 'a1', 't:kari', 1)).toBe(true)
      expect(await here.store.seen.firstTime('c', 'a1', 't:kari', 2)).toBe(false)
      expect(await here.store.seen.firstTime('other', 'a1', 't:kari', 2)).toBe(true)
    })

    test('are new to exactly one of many at once', async () => {
      const all = await Promise.all(
        Array.from({ length: 50 }, () => here.store.seen.firstTime('c', 'same', 't:kari', 1)),
      )
      expect(all.filter(Boolean)).toHaveLength(1)
    })

    test('are forgotten when they are old', async () => {
      await here.store.seen.firstTime('c', 'old', 't:kari', 10)
      await here.store.seen.firstTime('c', 'young', 't:kari', 20)
      await here.store.seen.forgetBefore(20)
      expect(await here.store.seen.firstTime('c', 'old', 't:kari', 30)).toBe(true)
      expect(await here.store.seen.firstTime('c', 'young', 't:kari', 30)).toBe(false)
    })
  })

  describe('questions', () => {
    test('take feedback on the activity that answered them, the newest of each person', async () => {
      const question = asked('kontorstoler')
      await here.store.questions.note(question)
      await here.store.questions.answeredWith(question.id, 'activity-1')
      expect(await here.store.questions.feedback('activity-1', kari.id, 'like', '', 2)).toEqual({
        id: question.id,
        text: 'kontorstoler',
      })
      expect(
        await here.store.questions.feedback('activity-1', kari.id, 'dislike', 'feil avtale', 3),
      ).toBeDefined()
      expect(await here.store.questions.feedbackOn(question.id)).toEqual([
        { person: kari.id, reaction: 'dislike', reason: 'feil avtale', given_at: 3 },
      ])
    })

    test('take feedback of a client that does not say on what, on the newest', async () => {
      const [old, young] = [
        { ...asked('stoler'), askedAt: 1 },
        { ...asked('bord'), askedAt: 2 },
      ]
      await here.store.questions.note(young)
      await here.store.questions.note(old)
      expect(await here.store.questions.feedback('', kari.id, 'like', '', 3)).toMatchObject({ text: 'bord' })
      expect(await here.store.questions.feedbackOn(young.id)).toHaveLength(1)
      expect(await here.store.questions.feedback('', 't:ola', 'like', '', 3)).toBeUndefined()
    })

    test('take no feedback from others, or on what is no answer', async () => {
      const question = asked('kontorstoler')
      await here.store.questions.note(question)
      await here.store.questions.answeredWith(question.id, 'activity-1')
      expect(await here.store.questions.feedback('activity-1', 't:ola', 'like', '', 2)).toBeUndefined()
      expect(await here.store.questions.feedback('activity-2', kari.id, 'like', '', 2)).toBeUndefined()
    })

    test('tell what a person asked last and was shown, as long as it is not too old', async () => {
      const [old, young] = [
        { ...asked('stoler'), askedAt: 10 },
        { ...asked('bord'), askedAt: 20, shown: 'mobl2' },
      ]
      await here.store.questions.note(young)
      await here.store.questions.note(old)
      expect(await here.store.questions.newestOf(kari.id, 20)).toMatchObject({ text: 'bord', shown: 'mobl2' })
      expect(await here.store.questions.newestOf(kari.id, 21)).toBeUndefined()
      expect(await here.store.questions.newestOf('t:ola', 0)).toBeUndefined()
      expect(await here.store.questions.showed(young.id, kari.id, 'mobl1')).toBe(true)
      expect(await here.store.questions.newestOf(kari.id, 0)).toMatchObject({ text: 'bord', shown: 'mobl1' })
    })

    test('take what was shown from the one who asked, and no other', async () => {
      const question = asked('stoler')
      await here.store.questions.note(question)
      expect(await here.store.questions.showed(question.id, 't:ola', 'mobl1')).toBe(false)
      expect(await here.store.questions.showed(randomUUID(), kari.id, 'mobl1')).toBe(false)
      expect(await here.store.questions.newestOf(kari.id, 0)).toMatchObject({ shown: null })
    })

    test('are handed to the section once, with a number that counts up', async () => {
      const [one, two] = [asked('barnehageplass'), asked('helikopter')]
      await here.store.questions.note(one)
      await here.store.questions.note(two)
      expect(await here.store.questions.askSection(one.id, kari.id, opens)).toEqual({
        number: 'S-1',
        before: false,
        question: one.text,
      })
      expect(await here.store.questions.askSection(two.id, kari.id, opens)).toEqual({
        number: 'S-2',
        before: false,
        question: two.text,
      })
      expect(await here.store.questions.askSection(one.id, kari.id, opens)).toEqual({
        number: 'S-1',
        before: true,
        question: one.text,
      })
    })

    test('are handed over once when pressed many times at once', async () => {
      const question = asked('barnehageplass')
      await here.store.questions.note(question)
      const all = await Promise.all(
        Array.from({ length: 20 }, () => here.store.questions.askSection(question.id, kari.id, opens)),
      )
      expect(new Set(all.map((one) => one?.number)).size).toBe(1)
      expect(all.filter((one) => one?.before === false)).toHaveLength(1)
    })

    test('are handed over by the one who asked, and no other', async () => {
      const question = asked('barnehageplass')
      await here.store.questions.note(question)
      expect(await here.store.questions.askSection(question.id, 't:ola', opens)).toBeUndefined()
      expect(await here.store.questions.askSection(randomUUID(), kari.id, opens)).toBeUndefined()
    })
  })

  test('several may open at once where the database is shared, and its tables are made once', async () => {
    if (here.database.kind === 'sqlite')
      return expect(openStore(here.database)).rejects.toThrow('DATABASE_URL')
    const others = await Promise.all([openStore(here.database), openStore(here.database)])
    await others[0]?.people.remember(kari, { serviceUrl: 'https://x' }, 1)
    expect(await others[1]?.people.conversationOf(kari.id)).toEqual({ serviceUrl: 'https://x' })
    return Promise.all(others.map((other) => other.close()))
  })

  test('a secret is the one that was kept first', async () => {
    expect(await here.store.secret('links', 'first')).toBe('first')
    expect(await here.store.secret('links', 'second')).toBe('first')
  })

  test('what is kept is there when it is opened again', async () => {
    await here.store.people.remember(kari, { serviceUrl: 'https://x' }, 1)
    await here.reopen()
    expect(await here.store.people.conversationOf(kari.id)).toEqual({ serviceUrl: 'https://x' })
  })
})
