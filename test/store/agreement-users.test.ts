import { describe, expect, test } from 'vitest'
import { onEveryDatabase } from '../support/every-database.ts'
import { asked } from '../support/kept.ts'
import { begun, submitted } from '../support/purchases.ts'

/** When `asked` says that a question was asked. */
const askedAt = 1_700_000_000_000

/** Who has had to do with an agreement, to be told of it: the same on every database. */
onEveryDatabase((here) => {
  const usersOf = async (agreement: string, since = 0) =>
    (await here.store.agreementUsers.of('t', agreement, since)).toSorted()
  const ask = (person: string, changed: object = {}) =>
    here.store.questions.note({ ...asked('stoler', person), ...changed })
  const draft = async (person: string, agreement: string, at = 1000) =>
    here.store.drafts.begin({ ...begun(person, at), replies: { need: 'stoler', agreement } })
  const send = (person: string, id: string, changed: object = {}) =>
    submitted(here.store, {
      person,
      content: { title: 'Stoler', agreement: { id, title: 'Møbler', use: 'deviation', reason: 'haster' } },
      ...changed,
    })
  const answer = (...ids: string[]) => ({
    outcome: 'answer',
    sources: ids.map((id, at) => ({ id, score: 2 - at })),
  })

  describe('an agreement is used by', () => {
    test('who was shown it as the answer, or chose it', async () => {
      await ask('t:kari', answer('kontor1', 'mat4'))
      await ask('t:ola', { outcome: 'choose', shown: 'kontor1' })
      expect(await usersOf('kontor1')).toEqual(['t:kari', 't:ola'])
    })

    test('who got it as an answer and went on to another, which they use too', async () => {
      await ask('t:kari', { ...answer('kontor1'), shown: 'mat4' })
      expect(await usersOf('kontor1')).toEqual(['t:kari'])
      expect(await usersOf('mat4')).toEqual(['t:kari'])
    })

    test('who called off under it or deviated from it, whatever became of that', async () => {
      await draft('t:kari', 'use:kontor1')
      await draft('t:ola', 'deviate:kontor1')
      const given = await draft('t:per', 'use:kontor1')
      await here.store.drafts.keep({ ...given, state: 'cancelled' }, 2000)
      expect(await usersOf('kontor1')).toEqual(['t:kari', 't:ola', 't:per'])
    })

    test('who sent a request that names it', async () => {
      await send('t:kari', 'kontor1')
      expect(await usersOf('kontor1')).toEqual(['t:kari'])
    })

    test('each once, who did all of it and did it twice', async () => {
      for (const agreement of ['use:kontor1', 'deviate:kontor1', 'use:kontor1'])
        await draft('t:kari', agreement)
      for (const changed of [answer('kontor1'), answer('kontor1'), { shown: 'kontor1' }])
        await ask('t:kari', changed)
      await send('t:kari', 'kontor1')
      expect(await usersOf('kontor1')).toEqual(['t:kari'])
    })
  })

  describe('an agreement is not used by', () => {
    test('whom nothing of it was shown: it was no answer, or stood behind another', async () => {
      await ask('t:kari')
      await ask('t:ola', { ...answer('kontor1'), outcome: 'choose' })
      await ask('t:per', answer('mat4', 'kontor1'))
      expect(await usersOf('kontor1')).toEqual([])
    })

    test('who only wrote its id, bought under none, or named it in other words', async () => {
      await here.store.drafts.begin({ ...begun('t:kari'), replies: { need: 'noe som "use:kontor1"' } })
      await draft('t:kari', 'none')
      await draft('t:ola', 'use:kontor12')
      await draft('t:ola', 'reuse:kontor1')
      await submitted(here.store, { person: 't:per', content: { title: '"agreement":{"id":"kontor1"' } })
      expect(await usersOf('kontor1')).toEqual([])
    })

    test('who used another whose id begins or ends alike', async () => {
      for (const id of ['kontor12', 'skontor1', 'kontor']) {
        await ask('t:kari', answer(id))
        await ask('t:kari', { shown: id })
        await draft('t:ola', `use:${id}`)
        await send('t:per', id)
      }
      expect(await usersOf('kontor1')).toEqual([])
    })

    test('who had to do with it before', async () => {
      await ask('t:kari', answer('kontor1'))
      await ask('t:ola', { shown: 'kontor1' })
      expect(await usersOf('kontor1', askedAt)).toEqual(['t:kari', 't:ola'])
      expect(await usersOf('kontor1', askedAt + 1)).toEqual([])
      await draft('t:per', 'use:kontor1', askedAt + 5)
      expect(await usersOf('kontor1', askedAt + 5)).toEqual(['t:per'])
      expect(await usersOf('kontor1', askedAt + 6)).toEqual([])
      await send('t:ida', 'kontor1', { at: askedAt + 9 })
      expect(await usersOf('kontor1', askedAt + 9)).toEqual(['t:ida'])
      expect(await usersOf('kontor1', askedAt + 10)).toEqual([])
    })

    test('whoever is of another tenant, also one whose id begins alike', async () => {
      for (const person of ['u:kari', 'tt:kari', 't']) {
        await ask(person, answer('kontor1'))
        await draft(person, 'use:kontor1')
        await send(person, 'kontor1')
      }
      expect(await usersOf('kontor1')).toEqual([])
      expect(await here.store.agreementUsers.of('u', 'kontor1', 0)).toEqual(['u:kari'])
    })
  })

  test.each([
    ['50%', '500'],
    ['kontor_1', 'kontorx1'],
    ['a\\b', 'ab'],
  ])('the id %s is taken as it stands, and is not %s', async (id, other) => {
    await draft('t:kari', `use:${other}`)
    await ask('t:kari', answer(other))
    await send('t:kari', other)
    expect(await usersOf(id)).toEqual([])
  })

  test.each(['50%', 'kontor_1'])('who used %s is found, wherever it was', async (id) => {
    await draft('t:kari', `use:${id}`)
    await ask('t:ola', answer(id))
    await send('t:per', id)
    expect(await usersOf(id)).toEqual(['t:kari', 't:ola', 't:per'])
  })
})
