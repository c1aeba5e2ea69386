import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { type Buyer, readIn, titleIn } from '../support/purchase-talk.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

/** A bot on a copy of the knowledge, which it writes to. */
const folder = mkdtempSync(join(tmpdir(), 'knowledge-'))
let section: Section
beforeAll(async () => {
  cpSync('knowledge', folder, { recursive: true })
  section = await openSection(() => noon, {
    knowledgeFolder: folder,
    peopleFile: join(folder, 'people.yaml'),
  })
})
afterAll(async () => {
  await section.chat.close()
  rmSync(folder, { recursive: true })
})

/** Asks what the bot cannot answer, and hands it to the section. */
async function ask(question: string, who: Buyer): Promise<void> {
  const refused = await section.say(question, who)
  const { title } = cardIn(refused).buttons.find(({ title }) => /spør innkjøpsseksjonen/i.test(title)) ?? {}
  await section.press(refused, title ?? `a way on from «${question}»`, who)
}

const nina: Buyer = { id: 'nina', entraId: '00000000-0000-0000-0000-000000000014' }
const lastOf = (who: Buyer): Sent[] => section.chatOf(who)

test('an answer becomes an article that the bot answers from at once, and others who asked are told', async () => {
  const question = 'hvordan leier vi hoppeslott til sommerfesten'
  await ask('leie av hoppeslott til barnehagens sommerfest', per)
  await section.say('kan vi leie hoppeslott til personalfesten', nina) // and asked nobody else
  await ask(question, kari)
  await section.press(section.channel(), 'Jeg tar saken', ola)
  const answering = await section.press(lastOf(ola), 'Svar på spørsmålet', ola)
  await section.press(answering, 'Send', ola, { words: 'Hoppeslott leies fra Kulturkontoret.' })

  const draft = await section.press(lastOf(ola), 'Gjør svaret til artikkel', ola)
  expect(cardIn(draft).json).toContain('Hoppeslott leies fra Kulturkontoret.')
  const article = {
    title: 'Leie av hoppeslott',
    body: 'Hoppeslott leies fra Kulturkontoret. Bestill to uker før. Ring 91 23 45 67.',
    owner: 'Innkjøpsrådgiver',
    validTo: '2027-12-31',
  }
  const unfilled = await section.press(draft, 'Se over', ola, { ...article, body: ' ' })
  expect(readIn(unfilled)).toContain('Fyll ut')
  const seen = await section.press(unfilled, 'Se over', ola, article)
  expect(titleIn(seen)).toBe('Slik blir artikkelen')
  for (const part of ['Leie av hoppeslott', '31.12.2027', '[telefon]', 'Innkjøpsrådgiver'])
    expect(cardIn(seen).json).toContain(part)
  const edited = await section.press(seen, 'Endre', ola)
  expect(cardIn(edited).json).toContain('Bestill to uker før.')

  const before = lastOf(per).length
  const [published] = await Promise.all([1, 2, 3].map(() => section.press(seen, 'Publiser', ola)))
  expect(published?.at(-1)?.text).toContain('Leie av hoppeslott')
  const told = lastOf(per).slice(before)
  expect(told).toHaveLength(1)
  expect(readIn(lastOf(nina))).toContain('Leie av hoppeslott')
  expect(readIn(told)).toContain('hoppeslott')
  expect(readIn(await section.press(told, 'Vis svaret', per))).toContain(
    'Hoppeslott leies fra Kulturkontoret.',
  )

  const answered = await section.say('leie hoppeslott', kari)
  expect(cardIn(answered).json).toContain('Hoppeslott leies fra Kulturkontoret.')
  const [file = '', ...others] = readdirSync(join(folder, 'answers'))
  expect(others).toEqual([])
  expect(readFileSync(join(folder, 'answers', file), 'utf8')).toContain('Leie av hoppeslott')
})

test('what is there already is shown before an article is published', async () => {
  await ask('hva gjelder om blåbærsyltetøy og julebord', kari)
  await section.press(section.channel(), 'Jeg tar saken', ola)
  const answering = await section.press(lastOf(ola), 'Svar på spørsmålet', ola)
  await section.press(answering, 'Send', ola, { words: 'Bruk avtalen om kontormøbler.' })
  const draft = await section.press(lastOf(ola), 'Gjør svaret til artikkel', ola)
  const seen = await section.press(draft, 'Se over', ola, {
    title: 'Kontormøbler',
    body: 'Kontorstoler og skrivebord kjøpes på avtalen om kontormøbler.',
    owner: 'Innkjøpsrådgiver',
    validTo: '',
  })
  expect(readIn(seen)).toContain('Dette finnes fra før:')
  expect(cardIn(seen).json).toContain('uten sluttdato')
  expect(readIn(await section.press(seen, 'Vis', ola))).toContain('kontormøbler')
})

test('a channel that is added gets its cases from then on, without a restart', async () => {
  const file = join(folder, 'channels.yaml')
  const channels = readFileSync(file, 'utf8')
  const more = "  - { id: 'channel-new', navn: Nye saker, standard: true }"
  writeFileSync(file, `${channels.replaceAll('standard: true', 'standard: false')}\n${more}\n`)
  let asked = 0
  await expect
    .poll(
      async () => {
        await ask(`hva gjelder om trylledrikk nummer ${asked++}`, kari)
        return section.chat.connector.sent.some(({ to }) => to.startsWith('channel-new'))
      },
      { timeout: 10_000 },
    )
    .toBe(true)
})

test('the lead sees what is not answered, and nobody else does', async () => {
  await section.say('hvem leverer luftballonger', kari)
  expect(readIn(await section.say('hull', ida))).toContain('luftballong')
  expect(readIn(await section.say('hull', kari))).not.toContain('luftballong')
})
