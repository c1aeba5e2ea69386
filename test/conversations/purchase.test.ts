import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, cardIn, openChat } from '../support/chat.ts'
import { type Buyer, buyer } from '../support/purchase-talk.ts'

/** Whole purchases with the real bot: you say, the bot says. */
let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

/** Says one thing after the other; gives what was said last, and all that was said. */
async function converse(as: Buyer, ...texts: string[]) {
  await chat.say('avbryt', as)
  let last = await chat.say(texts[0] ?? '', as)
  const all = [...last]
  for (const text of texts.slice(1)) {
    last = await chat.say(text, as)
    all.push(...last)
  }
  return { last: cardIn(last), sent: last, all: JSON.stringify(all) }
}

describe('an agreement covers it', () => {
  test('what was read of the first words is shown, and used furniture comes first', async () => {
    const { last } = await converse(buyer(), 'jeg skal kjøpe 20 kontorstoler til biblioteket, ca 80 000')
    for (const part of [
      'Slik forstod jeg deg',
      'Biblioteket',
      'ca 80 000',
      'Brukte møbler og ombrukstjenester',
    ])
      expect(last.json).toContain(part)
  })

  test('plumbers are asked in their order, and a leased car must have no emissions', async () => {
    const plumber = await converse(buyer(), 'nytt kjøp', 'rørlegger', 'ja', '1')
    expect(plumber.last.json).toContain('Spør Dråpetett VVS AS først')
    const car = await converse(buyer(), 'nytt kjøp', 'leasing av varebil', 'ja', '1')
    expect(car.last.json).toContain('uten utslipp')
  })

  test('carpenters are asked in a mini-competition above the limit of the agreement alone', async () => {
    const small = await converse(buyer(), 'nytt kjøp', 'tømrer', 'ja', '1', '150 000', 'uten mva')
    expect(small.last.json).toContain('du trenger ikke minikonkurranse')
    const large = await converse(buyer(), 'nytt kjøp', 'tømrer', 'ja', '1', '350 000', 'uten mva')
    expect(large.last.json).toContain('Hold minikonkurranse')
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

describe('on the way', () => {
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
