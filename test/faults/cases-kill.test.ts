import { describe, expect, test } from 'vitest'
import { databases } from '../support/databases.ts'
import { checked, doublesIn } from './day-checked.ts'
import { compared, lostOf } from './day-compared.ts'
import type { KeptCase, KeptLetter } from './day-kept.ts'
import { chatOf, employees, ida, ola, personOf, whoIs } from './day-people.ts'
import { killDuringDay } from './kill-day.ts'

const none = {
  lost: [],
  astray: [],
  doubles: [],
  untold: [],
  tooOften: [],
  untrue: [],
  cards: [],
  unsent: [],
  ignored: [],
}

/** Some 15 seconds; a machine that does much else starts the bot slowly, ten times. */
const longestMs = 180_000

/** `npm run bench:faults` in short. The clock goes fast, so that a letter is not held for 20 seconds. */
describe.for(databases)('$name', { concurrent: true }, ({ skipped, fresh }) => {
  if (skipped) {
    test.skip(`skipped: ${skipped}`)
    return
  }
  test('killed while cases are handled, the bot has every press, tells everybody and decides nothing twice', {
    timeout: longestMs,
  }, async () => {
    const { database, drop } = await fresh()
    try {
      const given = { kills: 4, cases: 5, seed: 1, speed: 10 }
      const { faults, told, kills, twice, inFlight } = await killDuringDay(database, given)
      expect(faults).toEqual(none)
      expect(kills).toBe(given.kills)
      expect(told).toBeGreaterThan(0)
      expect(twice).toBeLessThanOrEqual(inFlight)
    } finally {
      await drop()
    }
  })
})

describe('what went wrong is noticed', () => {
  const kari = personOf(employees[0])
  const per = 'tenant-1:00000000-0000-0000-0000-000000000004'
  const happened = (...kinds: readonly (readonly [kind: string, actor: string, data?: unknown])[]) =>
    kinds.map(([kind, actor, data = null], at) => ({ seq: at + 1, kind, actor, data }))
  const taken: KeptCase = {
    number: '2026-0001',
    kind: 'purchase',
    state: 'in-review',
    requester: kari,
    owner: personOf(ola),
    approver: per,
    approval: 'awaited',
    version: 2,
    events: happened(['submitted', kari], ['take', personOf(ola)]),
  }
  const begun = taken.events.slice(0, 1)

  test('an acknowledged press that is not there, by that person and with those words', () => {
    const take = { number: '2026-0001', kind: 'take', actor: personOf(ola) }
    expect(lostOf([take], [taken])).toEqual([])
    expect(lostOf([take, take], [taken]), 'said of two, kept of one').toHaveLength(1)
    expect(lostOf([{ ...take, actor: personOf(ida) }], [taken])).toHaveLength(1)
    expect(lostOf([{ ...take, said: 'ord' }], [taken])).toHaveLength(1)
  })

  test('a case that is not what was declared of it', async () => {
    const astray = async (changed: Partial<KeptCase>) => (await checked({ ...taken, ...changed })).astray
    expect(await astray({})).toEqual([])
    expect(await astray({ state: 'submitted' })).toHaveLength(1)
    expect(await astray({ owner: personOf(ida) })).toHaveLength(1)
    expect(await astray({ version: 3 })).toHaveLength(1)
    expect(await astray({ events: happened(['submitted', kari], ['take', kari]), owner: kari })).toEqual([
      `2026-0001: 2 take: not by ${kari}`,
    ])
    const approved = [...taken.events, ...happened(['', ''], ['', ''], ['approve', personOf(ola)]).slice(2)]
    expect(await astray({ events: approved, state: 'approved', version: 3 })).toEqual([
      '2026-0001: 3 approve: while awaited',
    ])
  })

  test('what was decided twice, but not what was decided anew', () => {
    const doubles = (...kinds: readonly string[]) =>
      doublesIn({ number: '1', events: happened(...kinds.map((kind) => [kind, ''] as const)) }).length
    expect(doubles('submitted', 'take', 'take')).toBe(1)
    expect(doubles('submitted', 'take', 'give-back', 'take', 'assign')).toBe(0)
    expect(doubles('endorse', 'refuse')).toBe(1)
    expect(
      doubles('endorse', 'resubmit', 'endorse', 'retract', 'refuse', 'reopen', 'endorse', 'approve'),
    ).toBe(0)
    expect(doubles('approve', 'decline')).toBe(1)
  })

  test('who was not told, was told too often, or of what is not so', async () => {
    const at = 1
    const card = (to: string, fallbackText: string) => ({
      ...{ id: '', to, type: 'message' },
      attachments: [{ contentType: '', content: { fallbackText } }],
    })
    const shown = card('channel-general', 'Kjøp 2026-0001: traktor\nStatus: Ny')
    const told = card(
      chatOf(whoIs(per)),
      'Kari Ansatt har meldt et kjøp som du må godkjenne.\nKjøp 2026-0001\ntraktor',
    )
    const kept = { ...taken, state: 'submitted', owner: null, version: 1, events: begun } as const
    const letter = (attempts: number, state = 'sent'): KeptLetter => ({
      place: `person:${per}`,
      what: { tell: 'event', number: '2026-0001' },
      state,
      attempts,
      due_at: at,
      because: null,
    })
    const faults = async (sent: Parameters<typeof compared>[1], letters = [letter(1)]) => {
      const counted = await compared([], sent, { cases: [kept], letters }, at)
      return Object.entries(counted.faults).flatMap(([fault, those]) => (those.length > 0 ? [fault] : []))
    }
    expect(await faults([shown, told])).toEqual([])
    expect(await faults([shown])).toEqual(['untold'])
    expect(await faults([told])).toEqual(['untold', 'cards'])
    expect(await faults([shown, told, told])).toEqual(['tooOften'])
    expect(await faults([shown, told, told], [letter(2)]), 'sent when it died').toEqual([])
    expect(await faults([shown, told], [letter(1, 'waiting')])).toEqual(['unsent'])
    expect(await faults([shown, told, card(chatOf(ola), 'Du har tatt saken.\nKjøp 2026-0001')])).toEqual([
      'untrue',
    ])
    expect(await faults([card('channel-general', 'Kjøp 2026-0001: traktor\nStatus: Avslått'), told])).toEqual(
      ['cards'],
    )
  })
})
