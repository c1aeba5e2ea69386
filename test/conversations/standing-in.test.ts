import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { noon } from '../support/config.ts'
import { type Buyer, readIn } from '../support/purchase-talk.ts'
import { ida, kari, ola, openSection, type Section } from '../support/section.ts'

/** Ola is away from 24 November and Per from 25, for three weeks; Ida and Mona stand in for them. */
const folder = mkdtempSync(join(tmpdir(), 'people-'))
const mona: Buyer = { id: 'mona', entraId: '00000000-0000-0000-0000-000000000005' }
const dayMs = 24 * 60 * 60 * 1000
let now = noon
let section: Section

/** With so many kroner as Mona's authority. */
const open = async (monasLimit: number) => {
  const peopleFile = join(folder, 'people.yaml')
  const people = readFileSync('knowledge/people.yaml', 'utf8')
    .replace(
      'roller: [innkjøper] }',
      `roller: [innkjøper], stedfortreder: ${ida.entraId}, fravær: [{ fra: 2026-11-24, til: 2026-12-15 }] }`,
    )
    .replace('fullmakt: 5000000\n', `fullmakt: ${monasLimit}\n`)
    .replace(
      `stedfortreder: ${mona.entraId}`,
      `stedfortreder: ${mona.entraId}\n    fravær: [{ fra: 2026-11-25, til: 2026-12-15 }]`,
    )
  writeFileSync(peopleFile, people)
  const opened = await openSection(() => now, { peopleFile })
  await opened.chat.install(mona)
  return opened
}
beforeAll(async () => {
  section = await open(5_000_000)
})
afterAll(async () => {
  await section.chat.close()
  rmSync(folder, { recursive: true })
})

test('who stands in for somebody away is told, reminded, and decides in their place', async () => {
  const number = await section.sendPurchase()
  await section.press(section.channel(), 'Jeg tar saken', ola)
  await section.press(await section.press(section.chatOf(ola), 'Spør melderen', ola), 'Send', ola, {
    words: 'Hvor stor?',
  })
  expect(section.chatOf(mona).filter(({ summary }) => summary?.includes(number))).toEqual([])

  now = noon + 4 * dayMs
  await section.chat.restart()
  await section.chat.bot.idle()
  expect(readIn(section.chatOf(mona))).toContain(number)
  expect(readIn(await section.say('til godkjenning', mona))).toContain(number)
  expect(readIn(await section.say('min kø', ida))).toContain(number)
  const told = section.chatOf(mona).filter(({ summary }) => summary?.includes(`Kjøp ${number}`))
  expect(told, 'reminded once, however much has happened meanwhile').toHaveLength(1)
  await section.press(told, 'Godkjenn kjøpet', mona)
  for (const who of [ola, ida]) expect(readIn(section.chatOf(who))).toContain('har godkjent kjøpet.')
  await section.press(await section.press(section.chatOf(kari), 'Svar', kari), 'Send', kari, {
    words: '120 hk',
  })
  expect(readIn(section.chatOf(ida))).toContain('Kari Ansatt svarer: «120 hk»')
  await section.press(section.chatOf(ida), 'Godkjenn', ida)
  expect(readIn(section.channel())).toContain('Status: Godkjent')
})

test('who stands in approves no more than their own authority reaches', async () => {
  now = noon
  const small = await open(400_000)
  try {
    const number = await small.sendPurchase()
    now = noon + 4 * dayMs
    const card = await small.say(`sak ${number}`, mona)
    expect(readIn(await small.press(card, 'Godkjenn kjøpet', mona))).toContain(
      'Fullmakten din rekker ikke til dette kjøpet.',
    )
    expect(await small.chat.bot.store.cases.of(number)).toMatchObject({ approval: 'awaited' })
  } finally {
    await small.chat.close()
  }
})
