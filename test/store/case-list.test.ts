import { expect, test } from 'vitest'
import type { CaseFilter } from '../../src/store/cases.ts'
import type { Store } from '../../src/store/store.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { asked, kari } from '../support/kept.ts'
import { atOnce, happened, opening, opens, submitted } from '../support/purchases.ts'

/** Three purchases and a question, by the last figure of their numbers. */
async function fill(store: Store): Promise<void> {
  await submitted(
    store,
    { at: 100 },
    { dueOn: '2026-12-02', approver: 't:per', approval: 'awaited', happening: happened('submitted', 100) },
  )
  const second = await submitted(
    store,
    { at: 200, title: 'Ål og ØRRET_100% fersk!' },
    { dueOn: '2026-12-01', happening: happened('submitted', 200) },
  )
  await submitted(store, { at: 300, person: 't:ola', title: 'Ørret 100 kg' })
  const taken = { happening: happened('take'), letters: [] }
  await store.cases.change({ ...second, version: 1 }, { state: 'in-review', owner: 't:ida' }, taken)
  const question = asked('Barnehageplass')
  await store.questions.note(question)
  await store.questions.askSection(question.id, kari.id, () => ({
    ...opens(),
    dueOn: '2026-12-01',
    happening: happened('asked', 50),
  }))
}
const [first, second, third, question] = ['2026-0001', '2026-0002', '2026-0003', 'S-1']

const found: [CaseFilter, (string | undefined)[]][] = [
  [{}, [question, second, first, third]],
  [{ kind: 'purchase' }, [second, first, third]],
  [{ kind: 'question' }, [question]],
  [{ states: ['in-review', 'asked'] }, [question, second]],
  [{ states: [] }, []],
  [{ owner: 't:ida' }, [second]],
  [{ owner: null }, [question, first, third]],
  [{ requester: 't:ola' }, [third]],
  [{ approver: 't:per' }, [first]],
  [{ approval: 'awaited' }, [first]],
  [{ approval: 'none' }, [question, second, third]],
  [{ owners: ['t:ida', 't:ola'] }, [second]],
  [{ owners: [] }, []],
  [{ approvers: ['t:ola', 't:per'] }, [first]],
  [{ tenant: 't' }, [question, second, first, third]],
  [{ tenant: 't', owner: 't:ida' }, [second]],
  [{ tenant: '' }, []],
  [{ tenant: 'T' }, []],
  [{ due: '2026-11-30' }, []],
  [{ due: '2026-12-01' }, [question, second]],
  [{ openedFrom: 200 }, [second, third]],
  [{ openedBefore: 200 }, [question, first]],
  [{ kind: 'purchase', owner: null, requester: kari.id, words: 'stol' }, [first]],
  [{ kind: 'purchase', owner: 't:ida', requester: 't:ola' }, []],
  [{ words: '' }, [question, second, first, third]],
  [{ words: 'KONTORstoler' }, [first]],
  [{ words: 'barnehage' }, [question]],
  [{ words: 'ål og' }, [second]],
  [{ words: 'Ål' }, [second]],
  [{ words: 'ørret' }, [second, third]],
  [{ words: '100%' }, [second]],
  [{ words: '_100' }, [second]],
  [{ words: '%' }, [second]],
  [{ words: '_' }, [second]],
  [{ words: '!' }, [second]],
  [{ words: '\\' }, []],
  [{ words: "'" }, []],
  [{ words: '-0003' }, [third]],
  [{ words: 's-1' }, [question]],
]

onEveryDatabase((here) => {
  test('cases are found and counted by what they are, the longest due first and then the oldest', async () => {
    await fill(here.store)
    for (const [filter, numbers] of found) {
      const listed = (await here.store.cases.list(filter, 10)).map(({ number }) => number)
      expect(listed, JSON.stringify(filter)).toEqual(numbers)
      expect(await here.store.cases.count(filter), JSON.stringify(filter)).toBe(numbers.length)
    }
    const two = await here.store.cases.list({}, 2)
    expect(two).toEqual([await here.store.cases.of('S-1'), await here.store.cases.of('2026-0002')])
  })

  test('which activity shows a case at a place is remembered, the newest', async () => {
    const { number } = await submitted(here.store)
    const { cardAt, cardShown } = here.store.cases
    expect(await cardAt(number, 'channel:a')).toBeUndefined()
    await cardShown(number, 'channel:a', 'activity-1')
    await cardShown(number, 'channel:b', 'activity-2')
    await atOnce(10, () => cardShown(number, 'channel:a', 'activity-3'))
    expect(await cardAt(number, 'channel:a')).toBe('activity-3')
    expect(await cardAt(number, 'channel:b')).toBe('activity-2')
  })

  test('what happened to a case cannot be changed, taken away or written over, at any age', async () => {
    const { number } = await submitted(
      here.store,
      { at: 1 },
      opening({ happening: happened('submitted', 1) }),
    )
    const over =
      here.database.kind === 'sqlite'
        ? `insert or replace into case_event select number, seq, at, 'nobody', kind, data from case_event`
        : 'truncate case_event'
    for (const forbidden of ["update case_event set actor = 'nobody'", 'delete from case_event', over])
      await expect(here.past(forbidden), forbidden).rejects.toThrow('append-only')
    expect(await here.store.cases.eventsOf(number)).toMatchObject([{ actor: kari.id }])
  })
})
