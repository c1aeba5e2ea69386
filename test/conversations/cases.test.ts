import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { type Buyer, readIn, titleIn } from '../support/purchase-talk.ts'
import { readSheet } from '../support/read-sheet.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

let now = noon
let section: Section
beforeAll(async () => {
  section = await openSection(() => now)
})
afterAll(() => section.chat.close())

const chatOf = (who: Buyer) => section.chatOf(who)
const channel = () => section.channel()
const say = (words: string, as: Buyer) => section.say(words, as)
const press = (sent: readonly Sent[], title: string, as: Buyer, values: object = {}) =>
  section.press(sent, title, as, values)
const fillIn = (sent: readonly Sent[], values: object, as: Buyer) => section.press(sent, 'Send', as, values)
const sendPurchase = () => section.sendPurchase()
/** Somebody who has nothing to do with it. */
const nina: Buyer = { id: 'nina', entraId: '00000000-0000-0000-0000-000000000014' }
const dayMs = 24 * 60 * 60 * 1000

test('a purchase goes from the channel to an officer, to the approver, and back with its decision', async () => {
  const number = await sendPurchase()
  expect(titleIn(channel())).toBe(`Kjøp ${number}: traktor`)
  expect(readIn(channel())).toContain('Status: Ny')
  expect(readIn(chatOf(per))).toContain('Kari Ansatt har meldt et kjøp som du må godkjenne.')

  const taken = await press(channel(), 'Jeg tar saken', ola)
  expect(taken.map(({ text }) => text).join()).toContain(`Ola Innkjøper har tatt Kjøp ${number}`)
  expect(readIn(channel())).toContain('Saksbehandler: Ola Innkjøper')
  expect(readIn(chatOf(kari))).toContain('Ola Innkjøper i innkjøpsseksjonen har tatt saken.')
  expect(readIn(chatOf(ola))).toContain('Status: Under behandling')

  const asked = await press(chatOf(ola), 'Spør melderen', ola)
  await fillIn(asked, { words: 'Hvor mange hestekrefter?' }, ola)
  expect(readIn(chatOf(kari))).toContain('Ola Innkjøper spør: «Hvor mange hestekrefter?»')
  await fillIn(await press(chatOf(kari), 'Svar', kari), { words: 'Rundt 120' }, kari)
  expect(readIn(chatOf(ola))).toContain('Kari Ansatt svarer: «Rundt 120»')

  const early = await section.chat.press(makeMove(number, 'approve', 4), ola)
  expect(readIn(early.sent)).toContain('Lederen må godkjenne først: Per Rektor.')
  await press(chatOf(per), 'Godkjenn kjøpet', per)
  expect(readIn(chatOf(ola))).toContain('Per Rektor har godkjent kjøpet.')
  await press(chatOf(ola), 'Godkjenn', ola)
  expect(readIn(chatOf(kari))).toContain('Innkjøpsseksjonen har godkjent kjøpet.')
  await fillIn(await press(chatOf(ola), 'Videre i konkurranseverktøyet', ola), { reference: '26/0815' }, ola)
  expect(readIn(chatOf(kari))).toContain('26/0815')
  await press(chatOf(ola), 'Avslutt saken', ola)
  expect(readIn(channel())).toContain('Status: Avsluttet')
  expect((await section.chat.bot.store.cases.eventsOf(number)).map(({ kind }) => kind)).toEqual([
    'submitted',
    'take',
    'ask',
    'reply',
    'endorse',
    'approve',
    'hand-over',
    'close',
  ])
})

const makeMove = (number: string, move: string, version: number, more: object = {}) => ({
  type: 'Action.Execute',
  title: '',
  verb: 'cases.move',
  data: { number, move, version, ...more },
})

test('of two officers at once exactly one has it, and the other is told by whom', async () => {
  const number = await sendPurchase()
  const take = cardIn(channel()).button('Jeg tar saken')
  const pressed = await Promise.all(
    Array.from({ length: 100 }, (_, at_) =>
      section.chat.press(
        take,
        at_ % 2
          ? { ...ola, id: `ola-${at_}`, conversation: `x${at_}` }
          : { ...ida, id: `ida-${at_}`, conversation: `x${at_}` },
      ),
    ),
  )
  expect(pressed.every(({ status }) => status === 200)).toBe(true)
  await section.chat.bot.idle()
  const events = await section.chat.bot.store.cases.eventsOf(number)
  expect(events.map(({ kind }) => kind)).toEqual(['submitted', 'take'])
  const { owner } = (await section.chat.bot.store.cases.of(number)) ?? {}
  const winner = owner?.endsWith('2') ? 'Ola Innkjøper' : 'Ida Innkjøpssjef'
  const texts = section.chat.connector.sent.filter(({ to }) => /^x\d/.test(to)).map(({ text }) => text)
  expect(
    texts.filter((text) => text?.includes(`${winner} har saken. Du kom litt etter.`)).length,
  ).toBeGreaterThan(0)
})

test('it is returned, corrected at the step, and sent again under the same number', async () => {
  const number = await sendPurchase()
  await press(channel(), 'Jeg tar saken', ola)
  const returned = await press(chatOf(ola), 'Send tilbake for retting', ola)
  await fillIn(returned, { words: 'Prisen er for lav', steps: 'amount' }, ola)
  expect(readIn(chatOf(kari))).toContain('Kjøpet må rettes: «Prisen er for lav»')
  const again = await press(chatOf(kari), 'Rett opp', kari)
  expect(titleIn(again)).toBe('Hva koster det?')
  const receipt = await press(await say('480 000 eks mva', kari), 'Send til innkjøpsseksjonen', kari)
  expect(titleIn(receipt)).toBe(`Kjøpet er meldt: ${number}`)
  expect(readIn(chatOf(ola))).toContain('Kari Ansatt har rettet kjøpet og sendt det igjen.')
  expect(readIn(chatOf(ola))).toContain('Verdi: 480 000 kroner uten mva')
  const unseen = await section.chat.press(makeMove(number, 'endorse', 1), per)
  expect(readIn(unseen.sent)).toContain('Saken er endret siden du så den.')
})

test('all that was ticked is asked for again, in order; what is no answer of the request is not', async () => {
  const number = await sendPurchase()
  await press(channel(), 'Jeg tar saken', ola)
  const returned = await press(chatOf(ola), 'Send tilbake for retting', ola)
  await fillIn(returned, { words: 'Se på disse', steps: 'wanted,no-such,amount' }, ola)
  expect((await section.chat.bot.store.cases.eventsOf(number)).at(-1)?.data).toMatchObject({
    steps: ['amount', 'wanted'],
  })
  expect(titleIn(await press(chatOf(kari), 'Rett opp', kari))).toBe('Hva koster det?')
  const next = await say('480 000 eks mva', kari)
  expect(titleIn(next)).toBe('Når trenger du det?')
  await press(await say('1. august', kari), 'Send til innkjøpsseksjonen', kari)
  expect(readIn(chatOf(ola))).toContain('Ønsket dato: 01.08.2027')
})

test('a decline has its reason, also from the approver, and can be opened again', async () => {
  const number = await sendPurchase()
  await fillIn(await press(chatOf(per), 'Ikke godkjenn', per), { words: 'Vi har ikke råd i år' }, per)
  expect(readIn(chatOf(kari))).toContain('Per Rektor godkjente ikke kjøpet: «Vi har ikke råd i år»')
  const late = await section.chat.press(makeMove(number, 'endorse', 2), per)
  expect(readIn(late.sent)).toContain('Det går ikke nå. Status er: Avslått.')
  await press(await say(`sak ${number}`, ida), 'Åpne igjen', ida)
  expect(readIn(channel())).toContain('Leder: venter på Per Rektor')
})

test('the approver takes an approval back while nothing is decided', async () => {
  const number = await sendPurchase()
  await press(channel(), 'Jeg tar saken', ola)
  await press(chatOf(per), 'Godkjenn kjøpet', per)
  await press(await say(`sak ${number}`, per), 'Trekk godkjenningen', per)
  expect(readIn(chatOf(ola))).toContain('Per Rektor har trukket godkjenningen.')
  const early = await section.chat.press(makeMove(number, 'approve', 4), ola)
  expect(readIn(early.sent)).toContain('Lederen må godkjenne først: Per Rektor.')
  await press(await say(`sak ${number}`, per), 'Godkjenn kjøpet', per)
  await press(chatOf(ola), 'Godkjenn', ola)
  expect(readIn(channel())).toContain('Status: Godkjent')
})

test('it is withdrawn by the one who sent it, and everybody is told', async () => {
  const number = await sendPurchase()
  await press(channel(), 'Jeg tar saken', ola)
  await press(await say(number, kari), 'Trekk tilbake', kari)
  for (const who of [ola, per])
    expect(readIn(chatOf(who))).toContain('Kari Ansatt har trukket kjøpet tilbake.')
  expect(readIn(channel())).toContain('Status: Trukket tilbake')
})

describe('the work of the section', () => {
  test('queue, unassigned, overdue and search are listed for officers alone', async () => {
    const number = await sendPurchase()
    expect(readIn(await say('nye saker', ola))).toContain(number)
    expect(readIn(await say('søk saker traktor', ola))).toContain(number)
    expect((await say('nye saker', kari)).at(-1)?.text).toContain('Dette har du ikke tilgang til')
    await press(channel(), 'Jeg tar saken', ola)
    expect(readIn(await say('min kø', ola))).toContain(number)
    expect(readIn(await say('forfalte saker', ola))).not.toContain(number)
    now = noon + 14 * dayMs
    expect(readIn(await say('forfalte saker', ola))).toContain(number)
    now = noon
  })

  test('a case is given to somebody else, and put back', async () => {
    const number = await sendPurchase()
    await press(channel(), 'Jeg tar saken', ola)
    const given = await press(chatOf(ola), 'Gi til en annen', ola)
    await fillIn(given, { officer: `tenant-1:${ida.entraId}` }, ola)
    expect(readIn(chatOf(ida))).toContain('Ola Innkjøper har gitt deg saken.')
    await fillIn(
      await press(await say(`sak ${number}`, ola), 'Gi til en annen', ola),
      { officer: `tenant-1:${ola.entraId}` },
      ola,
    )
    expect(readIn(chatOf(ida))).toContain('Ola Innkjøper har gitt saken til Ola Innkjøper.')
    await fillIn(
      await press(await say(`sak ${number}`, ola), 'Gi til en annen', ola),
      { officer: `tenant-1:${ida.entraId}` },
      ola,
    )
    await press(chatOf(ida), 'Legg tilbake i køen', ida)
    expect(await section.chat.bot.store.cases.of(number)).toMatchObject({ owner: null, state: 'submitted' })
  })

  test('what is overdue is told once, to the one who has it', async () => {
    const number = await sendPurchase()
    await press(channel(), 'Jeg tar saken', ola)
    const nudges = () =>
      chatOf(ola).filter(({ summary }) => summary?.includes(`Kjøp ${number} er over fristen`)).length
    now = noon + 30 * dayMs
    for (const _ of [1, 2]) {
      await section.chat.restart()
      await section.chat.bot.idle()
    }
    expect(nudges()).toBe(1)
    now = noon
  })

  test('somebody else’s case is shown to nobody but its parties and the section', async () => {
    const number = await sendPurchase()
    expect((await say(`sak ${number}`, nina)).at(-1)?.text).toContain('Jeg finner ingen sak')
    const stale = await section.chat.press(makeMove(number, 'take', 1), nina)
    expect(stale.sent.at(-1)?.text).toContain('Jeg finner ingen sak')
    expect(readIn(await say('mine saker', kari))).toContain(number)
    expect(readIn(await say('til godkjenning', per))).toContain(number)
  })
})

test('nobody is reminded to approve what was withdrawn; who approves is told of what is opened again', async () => {
  const number = await sendPurchase()
  await press(await say(`sak ${number}`, kari), 'Trekk tilbake', kari)
  const told = () => chatOf(per).filter(({ summary }) => summary?.includes(number)).length
  const before = told()
  now = noon + 7 * dayMs
  await section.chat.restart()
  await section.chat.bot.idle()
  expect(told()).toBe(before)
  now = noon
  await press(await say(`sak ${number}`, ida), 'Åpne igjen', ida)
  expect(told()).toBe(before + 1)
  expect(cardIn(chatOf(per)).button('Godkjenn kjøpet')).toBeDefined()
})

test('an old card says so before anything is written, and nobody is asked what they may not do', async () => {
  const number = await sendPurchase()
  await press(channel(), 'Jeg tar saken', ola)
  const card = chatOf(ola)
  await press(await say(`sak ${number}`, kari), 'Trekk tilbake', kari)
  expect(readIn(await press(card, 'Spør melderen', ola))).toContain(
    'Det går ikke nå. Status er: Trukket tilbake.',
  )
  for (const move of ['assign', 'toString', 'no-such'])
    expect(
      readIn((await section.chat.press({ ...makeMove(number, move, 3), verb: 'cases.begin' }, kari)).sent),
    ).toContain('Dette er det ikke du som bestemmer')
})

test('a case in the channel is shown to an officer in their own chat, and to nobody else', async () => {
  const number = await sendPurchase()
  const card = section.channel()
  const shown = await press(card, 'Vis saken i chatten', ida)
  expect(shown.map(({ text }) => text).join()).toContain('Saken kommer i chatten din')
  expect(titleIn(chatOf(ida))).toBe(`Kjøp ${number}`)
  const before = chatOf(nina).length
  const refused = await section.chat.press(cardIn(card).button('Vis saken i chatten'), nina)
  expect(refused.answer).toMatchObject({ statusCode: 400 })
  expect(chatOf(nina)).toHaveLength(before)
})

test('the section takes out its cases as an Excel file, and nobody else does', async () => {
  const sent = await say('eksporter kjøp 2026', ola)
  const url = cardIn(sent).button('Last ned (Excel)').url ?? ''
  const file = await fetch(url)
  expect(file.headers.get('content-disposition')).toContain('Kj%C3%B8p%202026.xlsx')
  const { rows } = readSheet(new Uint8Array(await file.arrayBuffer()))
  expect(rows.flat().map(({ value }) => value)).toContain('traktor')
  now = Date.parse('2027-01-01T00:30:00+01:00')
  const countOf = async (year: number) =>
    /(\d+) i alt/.exec(JSON.stringify(await say(`eksporter kjøp ${year}`, ola)))?.[1]
  const before = await countOf(2026)
  await sendPurchase()
  expect([await countOf(2027), await countOf(2026)]).toEqual(['1', before])
  now = noon
  expect(JSON.stringify(await say('eksporter saker', kari))).not.toContain('Last ned (Excel)')
})
