import { randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { isPermitted, type Role, roleNames, rolesWith } from '../../src/people/roles.ts'
import { activityFrom, type Chat, cardIn, openChat } from '../support/chat.ts'

const roles = Object.values(roleNames)
/** One person for each role, who has that one alone. */
const people = Object.entries(roleNames).map(([name, role]): [Role, string] => [role, `entra-${name}`])
const peopleFile = Object.keys(roleNames)
  .map((name) => `  - { id: entra-${name}, navn: En ${name}, roller: [${name}] }`)
  .join('\n')

let chat: Chat
let folder: string
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'innkjop-roles-'))
  writeFileSync(join(folder, 'people.yaml'), `personer:\n${peopleFile}\n`)
  chat = await openChat({ peopleFile: join(folder, 'people.yaml') })
})
afterAll(async () => {
  await chat.close()
  rmSync(folder, { recursive: true, force: true })
})

const refusal = 'Dette har du ikke tilgang til'

test('every button and command says which role it needs, and it is one that there is', () => {
  const { presses, commands } = chat.bot
  const needed = [...Object.values(presses), ...commands].map(({ needs }) => needs)
  expect(needed.length).toBeGreaterThan(7)
  for (const one of needed) expect([...roles, 'author']).toContain(one)
})

describe.each(people)('%s', (role, entraId) => {
  const as = { entraId, id: `role-${role}` }
  test('may press what the role permits and nothing else, with good, forged, foreign and stale data', async () => {
    for (const [verb, { needs }] of Object.entries(chat.bot.presses)) {
      const permitted = isPermitted(needs, rolesWith([role]))
      for (const data of [
        {},
        { item: 'mobl1' },
        { question: '3f2504e0-4f89-41d3-9a0c-0305e82c3301' },
        { item: 'gone', question: 'x' },
        { __proto__: { item: 'mobl1' }, constructor: 1 },
        null,
        'x',
        [1],
      ]) {
        const { status, answer } = await chat.press({ type: 'Action.Execute', title: '', verb, data }, as)
        expect(status, verb).toBe(200)
        expect(JSON.stringify(answer).includes(refusal), `${verb} ${JSON.stringify(data)}`).toBe(!permitted)
      }
    }
  })

  test('may ask for what the role permits and nothing else', async () => {
    for (const { needs, names } of chat.bot.commands) {
      const [sent] = await chat.say(names[0] ?? '', as)
      const refused = `${sent?.text}${sent?.summary}`.includes(refusal)
      expect(refused, names[0]).toBe(!isPermitted(needs, rolesWith([role])))
    }
  })
})

test('nobody is permitted what no role is called', () => {
  for (const role of roles)
    for (const needs of ['', 'everyone', 'constructor', '__proto__', 'Employee'])
      expect(isPermitted(needs, rolesWith([role]))).toBe(false)
})

test('a button of the lead is pressed by the lead alone', async () => {
  let pressed = 0
  Object.assign(chat.bot.presses, {
    'test.of-the-lead': {
      needs: 'lead',
      does: async () => {
        pressed++
        return { text: 'gjort' }
      },
    },
  })
  for (const [role, entraId] of people) {
    const button = { type: 'Action.Execute', title: '', verb: 'test.of-the-lead', data: {} }
    const { answer } = await chat.press(button, { entraId, id: `lead-${role}` })
    expect(JSON.stringify(answer).includes(refusal), role).toBe(role !== 'lead')
  }
  expect(pressed).toBe(1)
  Reflect.deleteProperty(chat.bot.presses, 'test.of-the-lead')
})

test('what is for one person alone is not shown where others read it', async () => {
  const group = {
    ...activityFrom(chat.connector.url, { id: 'kari', conversation: '19:group' }),
    type: 'message',
  }
  group.conversation.conversationType = 'groupChat'
  for (const text of ['mine data', 'slett mine data']) {
    const before = chat.connector.sent.length
    await chat.post({ ...group, id: randomUUID(), text })
    expect(chat.connector.sent.at(-1)?.text).toContain('bare til deg alene')
    expect(chat.connector.sent.length).toBe(before + 1)
  }
})

test('a verb that every object has is no button', async () => {
  for (const verb of ['constructor', 'toString', '__proto__', 'hasOwnProperty'])
    expect((await chat.press({ type: 'Action.Execute', title: '', verb, data: {} })).answer).toMatchObject({
      statusCode: 400,
    })
})

describe('what is kept about oneself', () => {
  const as = { id: 'own-data' }
  test('is shown, and deleted when one is sure', async () => {
    await chat.say('hvem leverer kontorstoler?', as)
    const [shown] = await chat.say('mine data', as)
    expect(JSON.stringify(shown)).toContain('hvem leverer kontorstoler?')
    const button = (sent: typeof shown, title: string) => {
      const actions = (sent?.attachments?.[0]?.content.actions ?? []) as {
        title: string
        verb: string
        data: unknown
      }[]
      const found = actions.find((one) => one.title === title)
      return { type: 'Action.Execute', title, verb: found?.verb ?? '', data: found?.data }
    }
    const asked = await chat.press(button(shown, 'Slett alt om meg'), as)
    expect((await chat.bot.store.ownData.of('tenant-1:entra-own-data')).questions).toHaveLength(1)
    const done = await chat.press(button(asked.sent[0], 'Ja, slett alt'), as)
    expect(done.sent[0]?.text).toBe('Alt om deg er slettet, også 1 spørsmål.')
    expect((await chat.bot.store.ownData.of('tenant-1:entra-own-data')).questions).toHaveLength(0)
    expect((await chat.bot.store.audit.newest(1))[0]).toMatchObject({
      act: 'erased',
      after: { questions: 1 },
    })
  })

  test('holds no personal data that was written by mistake, and the person is told', async () => {
    const [sent] = await chat.say(
      'kan dere ringe 91234567 eller skrive til kari@eksempel.no om kontorstoler?',
      as,
    )
    expect(JSON.stringify(sent)).toContain(
      'Jeg tok bort dette før jeg lagret spørsmålet: e-postadresse, telefonnummer.',
    )
    const { questions } = await chat.bot.store.ownData.of('tenant-1:entra-own-data')
    expect(questions.at(-1)?.text).toBe('kan dere ringe [telefon] eller skrive til [e-post] om kontorstoler?')
  })
})

describe('the log of administrative acts', () => {
  const lead = { id: 'log-lead', entraId: 'entra-innkjøpssjef' }
  test('tells in words who did what, and what it was before', async () => {
    const note = (act: string, object: string, change: object) =>
      chat.bot.store.audit.note({ actor: 'people.yaml', act, object, ...change }, 1)
    await note('roles-changed', 'entra-ansatt', { before: ['employee', 'officer'], after: ['employee'] })
    await note('authority-changed', 'entra-godkjenner', {
      before: { approvesUpTo: 1000 },
      after: { approvesUpTo: 50_000 },
    })
    await note('[klikk](javascript:1)', 'x', { after: { a: '**b**' } })
    await chat.say('hvem leverer kontorstoler?', { id: 'log-erased', entraId: 'entra-godkjenner' })
    await chat.bot.presses['people.erase-own-surely']?.does(
      {},
      { id: 'tenant-1:entra-godkjenner', language: 'nb', roles: rolesWith([]) },
    )
    const { json } = cardIn(await chat.say('logg', lead))
    expect(json).toContain('**Roller endret** · En ansatt')
    expect(json).toContain('ansatt, innkjøper → ansatt · 01.01.1970 01:00 av people.yaml')
    expect(json).toContain('**Fullmakt endret** · En godkjenner')
    expect(json).toContain('1\u00a0000\u00a0kroner → 50\u00a0000\u00a0kroner')
    expect(json).toContain('**Opplysninger slettet** · En godkjenner')
    expect(json).toContain('1 spørsmål · 22.11.2026 12:00 av En godkjenner')
    expect(json).not.toContain('[klikk](')
  })
})
