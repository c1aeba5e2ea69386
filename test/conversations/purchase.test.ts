import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, cardIn, openChat } from '../support/chat.ts'

/** Whole purchases with the real bot: you say, the bot says. */
let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

let count = 0
/** Somebody new at Skogen skole, whose chat is their own. */
const buyer = () => ({ id: `buyer-${count++}`, entraId: '00000000-0000-0000-0000-000000000001', tenant: 't' })
type Who = ReturnType<typeof buyer>

/** Says one thing after the other; gives what was said last, and all that was said. */
async function converse(as: Who, ...texts: string[]) {
  await chat.say('avbryt', as)
  let last = await chat.say(texts[0] ?? '', as)
  const all = [...last]
  for (const text of texts.slice(1)) {
    last = await chat.say(text, as)
    all.push(...last)
  }
  return { last: cardIn(last), sent: last, all: JSON.stringify(all) }
}

/** Answers that take a purchase without an agreement from its amount to the summary, by words alone. */
const toTheSummary = ['uten mva', 'ja, ett kjøp', 'nei', '1', 'ja', 'ingen']

describe('an agreement covers it', () => {
  test('the chairs are ordered from the agreement after three questions', async () => {
    const { last, all } = await converse(
      buyer(),
      'jeg skal kjøpe 20 kontorstoler til biblioteket, ca 80 000',
      'ja',
      'ja',
    )
    expect(all).toContain('Slik forstod jeg deg')
    expect(all).toContain('Brukte møbler og ombrukstjenester')
    expect(last.json).toContain('Bruk avtalen «Rammeavtale kontormøbler»')
    expect(last.json).toContain('Bestill hos Furumo Interiør AS')
    expect(last.json).toContain('2025/1091')
  })

  test('catering is ordered, plumbers are asked in their order, and the car must have no emissions', async () => {
    const catering = await converse(buyer(), 'nytt kjøp', 'møtemat til 20 personer', 'ja', '1')
    expect(catering.last.json).toContain('Bestill hos')
    const plumber = await converse(buyer(), 'nytt kjøp', 'rørlegger', 'ja', '1')
    expect(plumber.last.json).toContain('Spør Dråpetett VVS AS først')
    const car = await converse(buyer(), 'nytt kjøp', 'leasing av varebil', 'ja', '1')
    expect(car.last.json).toContain('uten utslipp')
  })

  test('carpenters are asked in a mini-competition above the limit of the agreement alone', async () => {
    const small = await converse(buyer(), 'nytt kjøp', 'tømrer', 'ja', '1', '150 000', 'uten mva')
    expect(small.last.json).toContain('trenger ikke minikonkurranse'.replace('trenger', 'du trenger'))
    const large = await converse(buyer(), 'nytt kjøp', 'tømrer', 'ja', '1', '350 000', 'uten mva')
    expect(large.last.json).toContain('Hold minikonkurranse')
  })

  test('an exception is reasoned, and goes to the section', async () => {
    const as = buyer()
    const { last } = await converse(as, 'nytt kjøp', 'kontorstoler', 'ja', 'unntak')
    expect(last.json).toContain('Hvorfor kan ikke avtalen brukes?')
  })
})

describe('it stops', () => {
  test('where somebody has ties to a supplier, and says whom to talk to', async () => {
    const { last } = await converse(buyer(), 'nytt kjøp', 'traktor', 'ja', 'ja')
    expect(last.json).toContain('Stopp her')
    expect(last.json).toContain('Per Rektor')
  })

  test('where nothing has to be bought', async () => {
    const { last } = await converse(buyer(), 'nytt kjøp', 'traktor', 'nei')
    expect(last.json).toContain('Da trenger du ikke å kjøpe noe')
  })
})

describe('a request', () => {
  const consultancy = [
    'nytt kjøp',
    'konsulent til utredning av idrettspark',
    'ja',
    'ingen av dem',
    'nei',
    'tjenester',
    '900 000',
    ...toTheSummary,
    'Politikerne mangler grunnlag for valget',
    'Vi stiller krav',
    'Kari Ansatt',
    '1. mars',
  ]

  test('of 900 000 for consultancy shows every duty of the rules with its paragraph, and its approver', async () => {
    const { last } = await converse(buyer(), ...consultancy)
    for (const part of [
      'Anskaffelsesloven',
      '§ 5b',
      '§ 5l',
      '§ 5o',
      '§ 5p',
      '§ 7-1',
      '§ 5-4',
      '§ 6-1',
      'FOR-2019-04-01-444',
      'Innkjøpsreglementet',
      'Mona Sektordirektør',
    ])
      expect(last.json, part).toContain(part.replace(' ', part.startsWith('§') ? '\u00a0' : ' '))
  })

  test('is sent once however often it is pressed, with a number, documents and its first event', async () => {
    const as = buyer()
    const { last } = await converse(as, ...consultancy)
    const send = last.button('Send til innkjøpsseksjonen')
    const [first, second] = [await chat.press(send, as), await chat.press(send, as)]
    const number = /2026-\d{4}/.exec(JSON.stringify(first.sent))?.[0] ?? ''
    expect(number).not.toBe('')
    expect(JSON.stringify(second.sent)).toContain(`allerede meldt: ${number}`)
    expect(await chat.bot.store.requests.eventsOf(number)).toMatchObject([{ seq: 1, kind: 'submitted' }])
    for (const { url } of cardIn(first.sent).buttons) {
      const file = await fetch(url ?? '')
      expect(file.status, url).toBe(200)
      expect((await file.arrayBuffer()).byteLength).toBeGreaterThan(500)
    }
    expect(cardIn(await chat.say('mine utkast', as)).json).toContain(number)
  })
})

describe('on the way', () => {
  test('a question is answered at any step, and the same step comes again', async () => {
    const as = buyer()
    const steps = [
      'nytt kjøp',
      'konsulent til utredning av idrettspark',
      'ja',
      'ingen av dem',
      'nei',
      'tjenester',
      '900 000',
      ...toTheSummary,
    ]
    await chat.say('avbryt', as)
    for (const text of steps) {
      const before = cardIn(await chat.say(text, as)).json
      const answered = await chat.say('hva er grensa for å lyse ut i Doffin?', as)
      expect(JSON.stringify(answered[0]), text).toContain('1\u00a0300\u00a0000')
      const title = /"text":"([^"]+)","wrap":true,"weight":"Bolder","size":"Large"/.exec(before)?.[1] ?? '?'
      expect(cardIn(answered).json, text).toContain(title)
    }
  })

  test('what is wrong is told at the field, and nothing is lost', async () => {
    const as = buyer()
    const { last } = await converse(as, 'nytt kjøp', 'traktor', 'ja', 'nei', 'tjenester', 'aner ikke')
    expect(last.json).toContain('Jeg fant ikke noe beløp')
    expect(last.json).toContain('aner ikke')
    expect(cardIn(await chat.say('tilbake', as)).json).toContain('Hva slags kjøp er det?')
  })

  test('it is saved, listed and taken up again, and a cancelled one can be had back', async () => {
    const as = buyer()
    await converse(as, 'nytt kjøp', 'traktor', 'ja')
    const saved = cardIn(await chat.say('lagre', as))
    expect(JSON.stringify(saved)).toContain('mine utkast')
    expect(cardIn(await chat.say('mine utkast', as)).json).toContain('traktor')
    const again = await chat.press(saved.button('Fortsett'), as)
    expect(cardIn(again.sent).json).toContain('bånd til en leverandør')
    const undone = await chat.press(cardIn(await chat.say('avbryt', as)).button('Angre'), as)
    expect(cardIn(undone.sent).json).toContain('bånd til en leverandør')
  })

  test('identity numbers are never kept', async () => {
    const as = buyer()
    await converse(as, 'nytt kjøp', 'tiltak for 01017012345 og kari@eksempel.no')
    const drafts = await chat.bot.store.drafts.openOf(`tenant-1:${as.entraId}`)
    expect(JSON.stringify(drafts)).not.toContain('kari@eksempel.no')
  })
})
