import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { onEveryDatabase } from '../support/every-database.ts'
import { kari } from '../support/kept.ts'
import { atOnce, begun, file, handling, submission } from '../support/purchases.ts'

onEveryDatabase((here) => {
  describe('an attachment', () => {
    test('comes back byte for byte', async () => {
      const draft = await here.store.drafts.begin(begun())
      const all = Uint8Array.from({ length: 70_000 }, (_, at) => (at * 31) % 256)
      // A part of something larger, as it is when it comes off the network.
      for (const content of [all, Buffer.from(all).subarray(5, 300), new Uint8Array(0)]) {
        const added = { ...file(draft.id), content, name: 'tilbud æøå.pdf' }
        expect(await here.store.attachments.add(added)).toBe('kept')
        const kept = await here.store.attachments.content(added.id)
        expect(kept).toMatchObject({ name: 'tilbud æøå.pdf', contentType: 'application/pdf' })
        expect(kept?.content).toEqual(new Uint8Array(content))
      }
      expect(await here.store.attachments.content(randomUUID())).toBeUndefined()
    })

    test('stands in the order it was added, also when others were taken away', async () => {
      const draft = await here.store.drafts.begin(begun())
      const [first, second, third] = [file(draft.id), file(draft.id), file(draft.id)]
      for (const one of [first, second]) await here.store.attachments.add(one)
      expect(await here.store.attachments.remove(first.id, kari.id)).toBe(true)
      await here.store.attachments.add(third)
      expect(await here.store.attachments.of(draft.id)).toEqual(
        [second, third].map(({ id, name, contentType }) => ({ id, name, contentType, bytes: 4096 })),
      )
    })

    test('that comes twice is kept once', async () => {
      const draft = await here.store.drafts.begin(begun())
      const once = { ...file(draft.id), most: 1 }
      expect(await here.store.attachments.add(once)).toBe('kept')
      expect(await here.store.attachments.add(once)).toBe('kept')
      expect(await here.store.attachments.of(draft.id)).toHaveLength(1)
    })

    test('is refused when there are enough, also when several come at once', async () => {
      const draft = await here.store.drafts.begin(begun())
      const all = await atOnce(20, () => here.store.attachments.add(file(draft.id)))
      expect(all.filter((one) => one === 'kept')).toHaveLength(3)
      expect(all.filter((one) => one === 'too-many')).toHaveLength(17)
      expect(await here.store.attachments.of(draft.id)).toHaveLength(3)
    })

    test('is added and taken away by the person alone', async () => {
      const draft = await here.store.drafts.begin(begun())
      const added = file(draft.id)
      await here.store.attachments.add(added)
      expect(await here.store.attachments.add(file(draft.id, 't:ola'))).toBe('gone')
      expect(await here.store.attachments.add(file(randomUUID()))).toBe('gone')
      expect(await here.store.attachments.remove(added.id, 't:ola')).toBe(false)
      expect(await here.store.attachments.remove(randomUUID(), kari.id)).toBe(false)
      expect(await here.store.attachments.of(draft.id)).toHaveLength(1)
    })

    test('stays as it is when the draft is submitted', async () => {
      const draft = await here.store.drafts.begin(begun())
      const added = file(draft.id)
      await here.store.attachments.add(added)
      expect(
        await here.store.requests.submit(submission(draft.id), handling),
        'it was not seen',
      ).toBeUndefined()
      await here.store.requests.submit(submission(draft.id, kari.id, 2), handling)
      expect(await here.store.attachments.remove(added.id, kari.id)).toBe(false)
      expect(await here.store.attachments.add(file(draft.id))).toBe('gone')
      expect(await here.store.attachments.of(draft.id)).toMatchObject([{ id: added.id }])
    })

    test('touches and changes its draft', async () => {
      const draft = await here.store.drafts.begin(begun(kari.id, 10))
      await here.store.attachments.add(file(draft.id))
      expect(await here.store.drafts.of(draft.id, kari.id)).toEqual({
        ...draft,
        touchedAt: 2000,
        version: 2,
      })
    })
  })
})
