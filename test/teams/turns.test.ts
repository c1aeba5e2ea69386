import { expect, test, vi } from 'vitest'
import { createTurns } from '../../src/teams/turns.ts'
import { whileTyping } from '../../src/teams/typing.ts'

const gate = () => Promise.withResolvers<void>()

test('turns of one conversation run one at a time, in order', async () => {
  const turns = createTurns()
  const [first, log] = [gate(), [] as string[]]
  const one = turns.inOrder('c', async () => {
    await first.promise
    log.push('one')
  })
  const two = turns.inOrder('c', async () => void log.push('two'))
  const other = turns.inOrder('d', async () => void log.push('other'))
  await other
  expect(log).toEqual(['other'])
  first.resolve()
  await Promise.all([one, two])
  expect(log).toEqual(['other', 'one', 'two'])
})

test('a turn that fails is told to its own caller, and the next goes on', async () => {
  const turns = createTurns()
  const failing = turns.inOrder('c', async () => {
    throw new Error('broken')
  })
  const next = turns.inOrder('c', async () => 'fine')
  await expect(failing).rejects.toThrow('broken')
  expect(await next).toBe('fine')
})

test('typing is shown while a slow turn lasts, for each turn by itself, and never after', async () => {
  vi.useFakeTimers()
  try {
    const [slow, quick] = [gate(), gate()]
    const shown = { slow: 0, quick: 0 }
    const one = whileTyping(
      async () => void shown.slow++,
      () => slow.promise,
    )
    const two = whileTyping(
      async () => void shown.quick++,
      () => quick.promise,
    )
    quick.resolve()
    await two
    await vi.advanceTimersByTimeAsync(5_000)
    expect(shown).toEqual({ slow: 2, quick: 0 })
    slow.resolve()
    await one
    await vi.advanceTimersByTimeAsync(60_000)
    expect(shown.slow).toBe(2)
  } finally {
    vi.useRealTimers()
  }
})

test('a typing that cannot be sent does not disturb the turn', async () => {
  vi.useFakeTimers()
  try {
    const slow = gate()
    const turn = whileTyping(
      () => Promise.reject(new Error('429')),
      () => slow.promise.then(() => 'answered'),
    )
    await vi.advanceTimersByTimeAsync(5_000)
    slow.resolve()
    expect(await turn).toBe('answered')
  } finally {
    vi.useRealTimers()
  }
})
