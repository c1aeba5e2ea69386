import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, cardIn, openChat } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { openFileStore } from '../support/file-store.ts'
import { type Buyer, buyer, readIn, type Turn, talk, titleIn } from '../support/purchase-talk.ts'

/** What comes of a purchase that is sent, and of one that is not, over days and restarts. */
let chat: Chat
let now = noon
beforeAll(async () => {
  chat = await openChat({}, () => now)
})
afterAll(() => chat.close())

const dayMs = 24 * 60 * 60 * 1000

/** A direct purchase without an agreement. */
const turnsFor = (what: string, amount: string, wanted = '1. juni'): readonly Turn[] => [
  ['Hva trenger du?', what],
  ['Må det kjøpes nytt?', 'ja'],
  ['bånd til en leverandør', 'nei'],
  ['Hva slags kjøp er det?', 'varer'],
  ['Hva koster det?', `${amount} eks mva`],
  ['Er det et engangskjøp?', 'ja'],
  ['Kjøper kommunen mer av det samme?', 'nei'],
  ['Hvem er kjøpet for?', 'meg'],
  ['Er det penger til dette i budsjettet?', 'ja'],
  ['Gjelder noe av dette?', 'ingen'],
  ['Når trenger du det?', wanted],
]
const fill = (as: Buyer, what: string, amount: string, wanted?: string) =>
  talk(chat, as, 'nytt kjøp', turnsFor(what, amount, wanted))
const pressIn = async (sent: readonly Sent[], title: string, as: Buyer) =>
  (await chat.press(cardIn(sent).button(title), as)).sent
const send = (sent: readonly Sent[], as: Buyer) => pressIn(sent, 'Send til innkjøpsseksjonen', as)
const numberIn = (sent: readonly Sent[]) => /\d{4}-\d{4}/.exec(titleIn(sent))?.[0] ?? ''

test('it gets a number however often it is pressed, the next steps, and documents that can be fetched', async () => {
  const as = buyer()
  const summary = await fill(as, 'traktor', '450 000')
  const receipt = await send(summary, as)
  expect(titleIn(await send(summary, as))).toBe('Dette kjøpet er allerede meldt: 2026-0001')
  expect(await chat.bot.store.cases.eventsOf('2026-0001')).toMatchObject([{ seq: 1, kind: 'submitted' }])
  expect(readIn(await chat.say('mine utkast', as))).toContain('2026-0001')
  expect(titleIn(receipt)).toBe('Kjøpet er meldt: 2026-0001')
  expect(readIn(receipt)).toContain('1. Få godkjenning av Per Rektor.')
  expect(readIn(receipt)).toContain('2. Send forespørselen til minst tre leverandører, med samme frist.')
  for (const { url } of cardIn(receipt).buttons) expect((await fetch(url ?? '')).status, url).toBe(200)
  expect(cardIn(receipt).buttons.map(({ title }) => title)).toContain('Forespørsel til tre (Word)')
})

describe('what the unit has bought before', () => {
  test('makes a split likely where together they reach a limit, and can be counted with one press', async () => {
    const as = buyer(14)
    const first = numberIn(await send(await fill(as, 'sandblåser til korridoren', '60 000'), as))
    const summary = await fill(as, 'sandblåser til vaktrommet', '70 000')
    expect(readIn(summary)).toContain('130 000')
    expect(readIn(summary)).toContain(`${first} · 22.11.2026 · sandblåser til korridoren · 60 000`)
    const counted = await pressIn(summary, 'Regn dem sammen', as)
    expect(readIn(counted)).toContain('med 60 000 kroner til av det samme 130 000 kroner')
    expect(readIn(counted), 'what is counted is not warned of again').not.toContain(first)
    expect(readIn(counted)).toContain('minst tre leverandører')
    const receipt = await send(counted, as)
    const { content } = (await chat.bot.store.requests.of(numberIn(receipt))) ?? {}
    expect(content).toMatchObject({ value: 130_000, earlier: [{ number: first }] })
  })

  test('makes a duplicate likely where need and value are the same', async () => {
    const as = buyer(8)
    const first = numberIn(await send(await fill(as, 'sandblåser til lesesalen', '9 000'), as))
    const summary = readIn(await fill(as, 'en sandblåser', '9 500'))
    expect(summary).toContain('Kanskje er dette meldt før:')
    expect(summary).toContain(first)
  })

  test('says nothing of another thing, of another unit, or of more than a year ago', async () => {
    const as = buyer(15)
    await send(await fill(as, 'sandblåser til verkstedet', '60 000'), as)
    expect(readIn(await fill(as, 'flaggstang til vannverket', '60 000'))).not.toContain('verkstedet')
    expect(readIn(await fill(buyer(16), 'sandblåser til rådhuset', '70 000'))).not.toContain('verkstedet')
    now = noon + 370 * dayMs
    expect(readIn(await fill(as, 'sandblåser til kontoret', '70 000'))).not.toContain('verkstedet')
    now = noon
  })
})

describe('before it is sent', () => {
  test('a day that is too soon is told, with when it is usually ready', async () => {
    const summary = readIn(await fill(buyer(), 'sandblåser', '450 000', 'i morgen'))
    expect(summary).toContain('Et slikt kjøp tar vanligvis 5 uker')
    expect(summary).toContain('27.12.2026')
  })

  test('an amount near below a limit is advised to follow the stricter rules', async () => {
    const summary = readIn(await fill(buyer(), 'sandblåser', '480 000'))
    expect(summary).toContain('Dette er høyst 10 prosent under grensen på 500 000 kroner')
  })

  test('another is bought for: their unit pays, and its manager approves', async () => {
    const another: readonly Turn[] = [
      ['Hvem er kjøpet for?', 'en annen'],
      ['Hvem kjøper du på vegne av?', 'Espen Vanningeniør'],
      ['Hvilken enhet skal betale?', 'vann og avløp'],
    ]
    const turns = turnsFor('sandblåser', '450 000').flatMap((turn) =>
      turn[0] === 'Hvem er kjøpet for?' ? another : [turn],
    )
    const as = buyer()
    const summary = await talk(chat, as, 'nytt kjøp', turns)
    expect(readIn(summary)).toContain('Må godkjennes av:** Vidar Vannverksleder')
    const { content } = (await chat.bot.store.requests.of(numberIn(await send(summary, as)))) ?? {}
    expect(content).toMatchObject({
      requester: 'Kari Ansatt',
      onBehalfOf: 'Espen Vanningeniør',
      unit: 'Vann og avløp',
    })
  })

  test('an answer is corrected from the summary, and those that still hold are kept', async () => {
    const as = buyer()
    const summary = await fill(as, 'sandblåser', '450 000')
    const amount = cardIn(summary).buttons.find(({ data }) => (data as { step?: string }).step === 'amount')
    const again = (await chat.press(amount ?? cardIn(summary).button('none'), as)).sent
    expect(titleIn(again)).toBe('Hva koster det?')
    const changed = await chat.say('80 000 eks mva', as)
    expect(readIn(changed)).toContain('80 000 kroner uten mva')
    expect(readIn(changed)).toContain('Når trenger du det?** 01.06.2027')
  })

  test('the longest that can be written still fits into one message', async () => {
    const long = 'Vi trenger dette fordi det er slik. '.repeat(27)
    const as = buyer()
    const sent = await talk(chat, as, 'nytt kjøp', [
      ['Hva trenger du?', `${'renhold av skolen '.repeat(54)}`],
      ['Må det kjøpes nytt?', 'ja'],
      ['Dekker', 'ingen'],
      ['bånd til en leverandør', 'nei'],
      ['Hva slags kjøp er det?', 'bygg'],
      ['Hva koster det?', '70 mill eks mva'],
      ['Er det et engangskjøp?', 'ja'],
      ['Kjøper kommunen mer av det samme?', 'nei'],
      ['Hvem er kjøpet for?', 'meg'],
      ['Er det penger til dette i budsjettet?', 'ja'],
      ['Gjelder noe av dette?', '1, 2, 3, 4, 5, 6, 7, 8, 9'],
      ['Hva slags kjøretøy?', 'varebil'],
      ['Kan det være et kjøretøy uten utslipp?', 'nei'],
      ['Hvorfor trengs unntaket?', long],
      ['Hva slags personopplysninger?', 'helse'],
      ['Hvor blir opplysningene lagret?', 'vet ikke'],
      ['Hvor skal arbeidet gjøres', long],
      ['Hvilket problem skal løses', long],
      ['Hvordan tar dere hensyn til klima og miljø?', 'krav'],
      ['Hva er begrunnelsen?', long],
      ['Hvem følger opp avtalen?', 'Kari'],
      ['Når trenger du det?', '1. juni'],
    ])
    expect(titleIn(sent)).toBe('Se over før du sender')
    // Teams refuses a message of more than some 100 KB, counted as UTF-16; 80 KB is what is safe.
    expect(JSON.stringify(sent.at(-1)).length * 2).toBeLessThan(80_000)
  })
})

test('where nobody has the authority it is not sent, and kept', async () => {
  const as = buyer()
  const told = await talk(chat, as, 'nytt kjøp', [
    ...turnsFor('traktor', '200 mill').slice(0, -1),
    ['Hvilket problem skal løses', 'Vi trenger mange traktorer'],
    ['Hvordan tar dere hensyn til klima og miljø?', 'vi stiller krav'],
    ['Hva er begrunnelsen?', 'Utslippsfrie er best her'],
    ['Hvem følger opp avtalen?', 'Kari'],
    ['Når trenger du det?', '1. juni 2028'],
  ])
  expect(titleIn(told)).toBe('Avklar først hvem som kan godkjenne')
  expect(readIn(await chat.say('mine utkast', as))).toContain('traktor')
})

test('who manages the unit does not approve their own purchase', async () => {
  expect(readIn(await fill(buyer(4), 'traktor', '90 000'))).toContain(
    'Må godkjennes av:** Mona Sektordirektør',
  )
})

test('it is sent by a word as well; a cancelled one is not, whatever old card is pressed', async () => {
  const as = buyer()
  await fill(as, 'sandblåser', '5 000')
  expect(titleIn(await chat.say('send', as))).toContain('Kjøpet er meldt')
  const summary = await fill(as, 'sandblåser', '6 000')
  await chat.say('avbryt', as)
  expect(readIn(await send(summary, as))).not.toContain('Kjøpet er meldt')
})

test('a deviation from an agreement goes to the section with its reason', async () => {
  const as = buyer()
  const summary = await talk(chat, as, 'nytt kjøp', [
    ['Hva trenger du?', 'kontorstoler'],
    ['Må det kjøpes nytt?', 'ja'],
    ['Dekker avtalen «Rammeavtale kontormøbler»', 'vi trenger unntak'],
    ['Hvorfor kan ikke avtalen brukes?', 'Ingen av stolene passer til den som skal ha den'],
    ...turnsFor('', '30 000').slice(2),
  ])
  const receipt = await send(summary, as)
  expect(readIn(receipt)).toContain('Vent på skriftlig samtykke før du kjøper utenfor avtalen.')
  const { content } = (await chat.bot.store.requests.of(numberIn(receipt))) ?? {}
  expect(content).toMatchObject({
    agreement: { id: 'mobl1', use: 'deviation', reason: 'Ingen av stolene passer til den som skal ha den' },
    threeQuotes: false,
  })
})

test('files are kept beside it, can be taken away, and are named in the request', async () => {
  const files = await openFileStore()
  try {
    const as = buyer()
    const attachFile = (name: string) =>
      chat.send(
        {
          type: 'message',
          text: '',
          attachments: [
            {
              contentType: 'application/vnd.microsoft.teams.file.download.info',
              name,
              content: { downloadUrl: `${files.url}/file`, uniqueId: name, fileType: 'txt' },
            },
          ],
        },
        as,
      )
    expect((await attachFile('for tidlig.txt')).sent[0]?.text).toContain('Skriv «nytt kjøp»')
    await fill(as, 'sandblåser', '20 000')
    const kept = await attachFile('krav.txt')
    expect(kept.sent[0]?.text).toContain('«krav.txt» er lagt ved kjøpet (1 av 10)')
    expect(readIn(kept.sent)).toContain('krav.txt')
    const two = await attachFile('tegning.txt')
    const one = await pressIn(two.sent, 'Fjern', as)
    expect(readIn(one)).not.toContain('krav.txt')
    const { content } = (await chat.bot.store.requests.of(numberIn(await send(one, as)))) ?? {}
    expect(content).toMatchObject({ attachments: [{ name: 'tegning.txt', bytes: 9 }] })
  } finally {
    await files.close()
  }
})

test('a draft is reminded of once, also over restarts, and ends a week later', async () => {
  const as = buyer(14)
  await talk(chat, as, 'nytt kjøp', turnsFor('flaggstang', '2 000').slice(0, 4))
  await chat.say('lagre', as)
  const reminders = () => chat.connector.sent.filter(({ summary }) => summary?.includes('«flaggstang»'))
  now = noon + 13 * dayMs
  await chat.restart()
  now = noon + 15 * dayMs
  await chat.restart()
  await expect.poll(() => reminders().length, { timeout: 10_000 }).toBe(1)
  await chat.bot.idle()
  await chat.restart()
  expect(readIn(reminders())).toContain('Det legges bort om 7 dager hvis du ikke fortsetter.')
  const resumed = await pressIn(reminders(), 'Fortsett', as)
  expect(titleIn(resumed)).toBe('Hva koster det?')
  now = noon + 30 * dayMs
  await chat.restart()
  await expect.poll(() => reminders().length, { timeout: 10_000 }).toBe(2)
  // When it was told is noted by the clock after it has come.
  await chat.bot.idle()
  now = noon + 38 * dayMs
  await chat.restart()
  await expect
    .poll(async () => readIn(await chat.say('mine utkast', as)), { timeout: 10_000 })
    .toContain('Du har ingen utkast')
  now = noon
})
