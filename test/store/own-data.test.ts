import { describe, expect, test } from 'vitest'
import { createOwnData } from '../../src/people/people.ts'
import { rolesWith } from '../../src/people/roles.ts'
import { onEveryDatabase } from '../support/every-database.ts'
import { asked, kari } from '../support/kept.ts'
import { begun, file, letter, opens, submitted } from '../support/purchases.ts'

/** The audit, and what is kept about one person: the same on every database. */
onEveryDatabase((here) => {
  describe('the audit', () => {
    test('keeps who did what, newest first', async () => {
      await here.store.audit.note({ actor: 'ida', act: 'erased', object: 'kari', after: { questions: 2 } }, 1)
      await here.store.audit.note(
        { actor: 'people.yaml', act: 'roles-changed', object: 'ola', before: [], after: ['officer'] },
        2,
      )
      expect(await here.store.audit.newest(5)).toEqual([
        { at: 2, actor: 'people.yaml', act: 'roles-changed', object: 'ola', before: [], after: ['officer'] },
        { at: 1, actor: 'ida', act: 'erased', object: 'kari', before: undefined, after: { questions: 2 } },
      ])
    })
  })

  test('what stands in the audit cannot be changed, whoever tries', async () => {
    await here.store.audit.note({ actor: 'ida', act: 'erased', object: 'kari' }, 1)
    await expect(here.past("update audit set actor = 'nobody'")).rejects.toThrow('append-only')
    expect(await here.store.audit.newest(1)).toMatchObject([{ actor: 'ida' }])
  })

  test('what was put in the audit lately cannot be taken away or written over', async () => {
    const far = Date.parse('2100-01-01T00:00:00Z')
    await here.store.audit.note({ actor: 'ida', act: 'erased', object: 'kari' }, far)
    const over =
      here.database.kind === 'sqlite'
        ? "insert or replace into audit select id, at, 'nobody', act, object, before, after from audit"
        : 'truncate audit'
    for (const forbidden of ['delete from audit', over])
      await expect(here.past(forbidden), forbidden).rejects.toThrow('append-only')
    expect(await here.store.audit.newest(1)).toMatchObject([{ actor: 'ida' }])
  })

  test('questions of somebody who is not kept any more are still found, by id', async () => {
    await here.store.questions.note(asked('mine'))
    expect(await here.store.ownData.find(kari.id)).toBe(kari.id)
    expect(await here.store.ownData.find('%')).toBeUndefined()
  })

  describe('what is kept about one person', () => {
    test('is given whole, found by id or name, and deleted whole, and of nobody else', async () => {
      const ola = { ...kari, id: 't:ola', entraId: 'ola', name: 'Ola' }
      await here.store.people.remember(kari, {}, 1)
      await here.store.people.remember(ola, {}, 1)
      const [mine, others] = [asked('mine'), asked('others', ola.id)]
      await here.store.questions.note(mine)
      await here.store.questions.note(others)
      await here.store.questions.askSection(mine.id, kari.id, opens)
      await here.store.questions.feedback('', ola.id, 'like', 'fint', 4)
      await here.store.questions.feedback('', kari.id, 'dislike', 'nei', 4)
      await here.store.copies.add('K-1', [letter('copy', { place: `person:${kari.id}` })], 1)
      await here.store.announcements.optOut(kari.id, 'courses', true)
      expect(await here.store.ownData.find('Kari')).toBe(kari.id)
      expect(await here.store.ownData.find('kari')).toBe(kari.id)
      expect(await here.store.ownData.find('nobody')).toBeUndefined()
      expect(await here.store.ownData.of(kari.id)).toMatchObject({
        person: { name: 'Kari' },
        questions: [{ text: 'mine' }],
        feedback: [{ reason: 'nei' }],
        cases: [
          { number: 'S-1', kind: 'question', state: 'asked', title: 'mine', events: [{ kind: 'asked' }] },
        ],
        announcements: [{ announcement: 'K-1', state: 'waiting', readAt: null }],
        topicsOff: ['courses'],
      })
      expect(await here.store.ownData.erase(kari.id, 'ida', 5)).toBe(1)
      expect(await here.store.ownData.of(kari.id)).toEqual({
        person: undefined,
        questions: [],
        feedback: [],
        cases: [expect.objectContaining({ number: 'S-1', state: 'asked' })],
        drafts: [],
        requests: [],
        announcements: [],
        courses: [],
        topicsOff: [],
        acts: [{ at: 5, actor: 'ida', act: 'erased', object: kari.id, after: { questions: 1, drafts: 0 } }],
      })
      expect(await here.store.cases.of('S-1'), 'its question is gone').toMatchObject({
        question: null,
        version: 1,
      })
      expect(await here.store.ownData.find(kari.id), 'who has a case').toBe(kari.id)
      expect(await here.store.ownData.of(ola.id)).toMatchObject({
        questions: [{ text: 'others' }],
        feedback: [{ reason: 'fint' }],
      })
    })
  })

  describe('what is kept of purchases', () => {
    test('is given whole, with the names of attachments and not what is in them', async () => {
      const { draft, number } = await submitted(here.store)
      const open = await here.store.drafts.begin(begun(kari.id, 1500))
      for (const name of ['b.pdf', 'a.pdf']) await here.store.attachments.add({ ...file(open.id), name })
      await here.store.drafts.begin(begun('t:ola'))
      const { drafts, requests } = await here.store.ownData.of(kari.id)
      const replies = { need: 'kontorstoler' }
      expect(drafts).toEqual([
        {
          id: draft,
          state: 'submitted',
          startedAt: 1000,
          touchedAt: 5000,
          replies,
          attachments: ['tilbud.pdf'],
        },
        {
          id: open.id,
          state: 'open',
          startedAt: 1500,
          touchedAt: 2000,
          replies,
          attachments: ['b.pdf', 'a.pdf'],
        },
      ])
      expect(requests).toEqual([
        {
          number,
          title: 'Kontorstoler',
          submittedAt: 5000,
          content: expect.objectContaining({ near: null }),
        },
      ])
      expect(await here.store.ownData.find(kari.id), 'though the person is not kept').toBe(kari.id)
    })

    test('is deleted with the person, but for what was submitted', async () => {
      const { draft, attachment, number } = await submitted(here.store)
      const open = await here.store.drafts.begin(begun())
      const unsubmitted = file(open.id)
      await here.store.attachments.add(unsubmitted)
      const others = await here.store.drafts.begin(begun('t:ola'))
      await here.store.ownData.erase(kari.id, 'ida', 9)
      expect(await here.store.drafts.of(open.id, kari.id)).toBeUndefined()
      expect(await here.store.attachments.content(unsubmitted.id)).toBeUndefined()
      expect(await here.store.ownData.of(kari.id)).toMatchObject({
        drafts: [{ id: draft }],
        requests: [{ number }],
        acts: [{ after: { questions: 0, drafts: 1 } }],
      })
      expect(await here.store.attachments.content(attachment)).toBeDefined()
      expect(await here.store.drafts.of(others.id, 't:ola')).toEqual(others)
    })

    test('is shown in the chat, and what stays is told when the rest is deleted', async () => {
      const { ownData } = here.store
      const { commands, presses } = createOwnData({
        ownData: ownData.of,
        erase: (person) => ownData.erase(person, person, 9),
        stateInWords: (state) => `Er ${state}`,
      })
      const who = { id: kari.id, language: 'nb', roles: rolesWith([]) } as const
      await here.store.drafts.begin({ ...begun(), replies: { need: 'bord', why: 'x'.repeat(5000) } })
      const done = () => presses['people.erase-own-surely']?.does({}, who)
      expect(await done()).toEqual({ text: 'Alt om deg er slettet, også 0 spørsmål.' })

      const { number } = await submitted(here.store)
      await here.store.drafts.begin({ ...begun(), replies: { need: 'bord', why: 'x'.repeat(5000) } })
      const course = { tenant: 't', lead: 't:ola', state: 'open', content: {} }
      const event = await here.store.events.create(course, 1)
      await here.store.events.attend(event, [{ session: '1', person: kari.id, by: 't:ola', at: 5 }])
      const shown = JSON.stringify(await commands[0]?.does('', who))
      expect(shown).toContain('{"title":"Kurs","value":"1"}')
      expect(shown).toContain(`01.01.1970: kjøp ${number}, Kontorstoler · Er submitted`)
      expect(shown).toContain('01.01.1970: ikke sendt inn, bord · xxx')
      expect(shown.length).toBeLessThan(5000)
      expect((await done())?.text).toContain(
        'også 0 spørsmål. Unntaket er 1 sak som du har hos innkjøpsseksjonen',
      )
    })
  })
})
