import { expect, test } from 'vitest'
import { onEveryDatabase } from '../support/every-database.ts'
import { asked, kari } from '../support/kept.ts'
import { nothingForgotten } from '../support/purchases.ts'

/** Questions that may not have been answered well, and which gaps are closed. */
onEveryDatabase((here) => {
  const note = async (text: string, change: object = {}) => {
    const question = { ...asked(text), ...change }
    await here.store.questions.note(question)
    return question
  }

  test('gives questions of a span with what was said of the answer, newest first and no more than asked for', async () => {
    const old = await note('gammel', { askedAt: 999 })
    const refused = await note('uten svar', { askedAt: 1000 })
    const bad = await note('dårlig svar', { askedAt: 1001, outcome: 'answer' })
    await note('svart av reglene', { askedAt: 1002, outcome: 'answer' })
    const shown = await note('svart', { askedAt: 1003, outcome: 'answer', shown: 'kontor1' })
    await here.store.questions.answeredWith(bad.id, 'svaret')
    await here.store.questions.feedback('svaret', kari.id, 'dislike', 'feil', 1004)
    const since = await here.store.gaps.doubtful(1000, 10)
    expect(since.map(({ id }) => id)).toEqual([shown.id, bad.id, refused.id])
    expect(since[1]).toEqual({
      id: bad.id,
      person: kari.id,
      askedAt: 1001,
      text: 'dårlig svar',
      outcome: 'answer',
      shown: null,
      reaction: 'dislike',
      reason: 'feil',
    })
    expect(await here.store.gaps.doubtful(1000, 1)).toHaveLength(1)
    expect((await here.store.gaps.doubtful(0, 10)).at(-1)?.id).toBe(old.id)
  })

  test('a gap is closed once more when it was closed before, and who did it stands in the audit', async () => {
    const closing = { key: 'dron=10', closedAt: 5, closedBy: 't:ida', how: { kind: 'nothing' } }
    await here.store.gaps.close(closing)
    await here.store.gaps.close({ ...closing, key: 'telt=10', closedAt: 6 })
    await here.store.gaps.close({ ...closing, closedAt: 7, how: { kind: 'item', item: 'mobl1' } })
    expect(await here.store.gaps.closed()).toEqual([
      { key: 'dron=10', closedAt: 7 },
      { key: 'telt=10', closedAt: 6 },
    ])
    expect(await here.store.audit.newest(1)).toMatchObject([
      { actor: 't:ida', act: 'gap-closed', object: 'mobl1', after: { kind: 'item' } },
    ])
  })

  test('what was closed is forgotten with the questions of its time, and who closed it with the person', async () => {
    await here.store.gaps.close({ key: 'dron=10', closedAt: 5, closedBy: kari.id, how: { kind: 'nothing' } })
    await here.store.ownData.erase(kari.id, 'ida', 6)
    expect(await here.store.gaps.closed()).toHaveLength(1)
    await here.past("update closed_gap set how = 'uten navn' where closed_by is null")
    await here.store.ownData.forget({ ...nothingForgotten, questionsBefore: 5 })
    expect(await here.store.gaps.closed()).toHaveLength(1)
    await here.store.ownData.forget({ ...nothingForgotten, questionsBefore: 6 })
    expect(await here.store.gaps.closed()).toEqual([])
  })
})
