import { expect, test } from 'vitest'
import { onEveryDatabase } from '../support/every-database.ts'

const content = Uint8Array.from({ length: 4096 }, (_, at) => at % 256)
const draft = { tenant: 't', author: 't:ola', state: 'draft', content: {}, audience: {}, words: '' }

onEveryDatabase((here) => {
  const kept = () => here.store.announcements
  const fileOf = (announcement: string) => ({
    id: `file of ${announcement}`,
    announcement,
    kind: 'image',
    name: 'bær.png',
    contentType: 'image/png',
    content,
  })

  test('a file is kept once and byte for byte', async () => {
    const file = fileOf(await kept().create(draft, 1))
    await kept().addFile(file)
    await kept().addFile({ ...file, name: 'other.png', content: new Uint8Array(1) })
    const found = await kept().fileOf(file.id)
    expect({ ...found, content: [...(found?.content ?? [])] }).toMatchObject({
      ...file,
      content: [...content],
    })
  })

  test('one that was never sent is removed as it was read, with its files; what was sent keeps them', async () => {
    const ids = [await kept().create(draft, 1), await kept().create(draft, 1)] as const
    for (const id of ids) await kept().addFile(fileOf(id))
    const [never, sent] = ids
    await kept().change(
      { id: sent, revision: 1 },
      { state: 'sending', begunAt: 2 },
      { at: 2, publishedBy: 't:ola' },
    )
    expect(await kept().remove({ id: never, revision: 9 }), 'changed meanwhile').toBe(false)
    expect(await kept().remove({ id: never, revision: 1 })).toBe(true)
    expect(await kept().remove({ id: sent, revision: 2 })).toBe(false)
    expect([await kept().of(never), await kept().fileOf(`file of ${never}`)]).toEqual([undefined, undefined])
    expect([await kept().of(sent), await kept().fileOf(`file of ${sent}`)]).not.toContain(undefined)
    expect(await kept().create(draft, 1), 'no number is given twice').toBe('K-3')
  })
})
