import { setTimeout as after } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gather } from '../../src/kit/gather.ts'

test('what is asked for in one moment is done at once, and each gets its own', async () => {
  const done: number[][] = []
  const double = gather(async (all: readonly number[]) => {
    done.push([...all])
    return all.map((one) => 2 * one)
  })
  expect(await Promise.all([1, 2, 3].map(double))).toEqual([2, 4, 6])
  expect(await double(4)).toBe(8)
  expect(done).toEqual([[1, 2, 3], [4]])
})

test('what is asked for meanwhile is done after it, at once', async () => {
  const done: number[][] = []
  let release = Promise.withResolvers<void>()
  const slow = gather(async (all: readonly number[]) => {
    done.push([...all])
    await release.promise
    return all
  })
  const first = slow(1)
  await expect.poll(() => done, { interval: 1 }).toEqual([[1]])
  const others = Promise.all([slow(2), slow(3)])
  release.resolve()
  release = Promise.withResolvers()
  release.resolve()
  expect(await first).toBe(1)
  expect(await others).toEqual([2, 3])
  expect(done).toEqual([[1], [2, 3]])
})

test('where it fails it fails for all of them, and the next are done', async () => {
  let fails = true
  const does = gather(async (all: readonly number[]) => {
    if (fails) throw new Error('away')
    return all
  })
  expect(await Promise.allSettled([does(1), does(2)])).toMatchObject([
    { status: 'rejected' },
    { status: 'rejected' },
  ])
  fails = false
  await after(0)
  expect(await does(3)).toBe(3)
})
