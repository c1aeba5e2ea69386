import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, cardIn, openChat } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import { type Buyer, buyer } from '../support/purchase-talk.ts'

/** Whole purchases with the real bot: you say, the bot says. */
let chat: Chat
beforeAll(async () => {
  // A person does one thing after the other.
  let now = noon
  chat = await openChat({}, () => ++now)
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
    const small = await converse(buyer(), 'nytt kjøp', 'tømrer', 'ja', '1', 'nei', '150 000', 'uten mva')
    expect(small.last.json).toContain('du trenger ikke minikonkurranse')
    const large = await converse(buyer(), 'nytt kjøp', 'tømrer', 'ja', '1', 'nei', '350 000', 'uten mva')
    expect(large.last.json).toContain(
      'krever minikonkurranse, men bare Lafteverk Romvik AS kan spørres i dag',
    )
    const several = await converse(buyer(), 'nytt kjøp', 'systemutvikler', 'ja', '1', 'nei')
    expect(several.last.json).toContain('Hold minikonkurranse mellom leverandørene')
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
    const told = await converse(as, 'nytt kjøp', 'tiltak for fnr 01017012345 og kari@eksempel.no')
    const drafts = JSON.stringify(await chat.bot.store.drafts.openOf(`tenant-1:${as.entraId}`))
    expect(drafts).not.toContain('kari@eksempel.no')
    expect(drafts).not.toContain('01017012345')
    expect(told.all).toContain('Jeg tok bort personopplysninger')
  })
})

describe('in one’s own words', () => {
  test.each([['nei, svogeren min jobber der'], ['nei bare broren min'], ['nei, jeg eier noen aksjer']])(
    '«%s» is no answer to whether somebody has ties',
    async (answer) => {
      const { last, all } = await converse(buyer(), 'nytt kjøp', 'traktor', 'ja', answer)
      expect(all).toContain('Jeg forstod ikke')
      expect(last.json).toContain('bånd til en leverandør')
    },
  )

  test('who does not know whether there are ties is stopped, also a manager, who is sent further up', async () => {
    const rektor = buyer(4)
    const { last } = await converse(rektor, 'nytt kjøp', 'traktor', 'ja', 'vet ikke')
    expect(last.json).toContain('Stopp her')
    expect(last.json).toContain('Mona Sektordirektør')
    expect(last.json).not.toContain('Per Rektor')
  })

  test('a no to whether it is for once does not choose for how long', async () => {
    const { last } = await converse(
      buyer(),
      'nytt kjøp',
      'traktor',
      'ja',
      'nei',
      'varer',
      '300 000 i 4 år eks mva',
      'nei',
    )
    expect(last.json).toContain('Er det et engangskjøp?')
  })

  test('a reason that begins as a purchase is the reason', async () => {
    const reason = 'Vi må kjøpe nye stoler et annet sted fordi tre har vondt i ryggen'
    const { last } = await converse(buyer(), 'nytt kjøp', 'kontorstoler', 'ja', 'unntak', reason)
    expect(last.json).toContain('bånd til en leverandør')
  })

  test('another purchase in the middle leaves the first as it is, and says so', async () => {
    const as = buyer()
    const { all } = await converse(as, 'nytt kjøp', 'traktor', 'ja', 'jeg skal kjøpe 20 kontorstoler')
    expect(all).toContain('Det andre kjøpet er lagret')
    expect(cardIn(await chat.say('mine utkast', as)).json).toContain('traktor')
  })

  test('«neste» takes what is ticked, and «hva betyr det?» is answered with why it is asked', async () => {
    const as = buyer()
    await converse(as, 'nytt kjøp', 'skytjeneste for booking av traktor', 'ja', 'nei')
    const help = await chat.say('hva mener du med det?', as)
    expect(help[0]?.text).toContain('Det kan være familie')
    for (const text of ['nei', 'tjenester', '800 000 eks mva', 'ja', 'nei', 'meg', 'ja'])
      await chat.say(text, as)
    expect(cardIn(await chat.say('neste', as)).json).toContain('Hva slags personopplysninger?')
  })

  test('what was cancelled or stopped by mistake is had back by a word', async () => {
    const as = buyer()
    await converse(as, 'nytt kjøp', 'traktor', 'ja')
    await chat.say('jeg vil avbryte', as)
    expect(cardIn(await chat.say('angre', as)).json).toContain('bånd til en leverandør')
    await chat.say('ja', as)
    expect(cardIn(await chat.say('tilbake', as)).json).toContain('bånd til en leverandør')
  })

  test('needs that many agreements of one group cover are asked about', async () => {
    const { last } = await converse(buyer(), 'jeg skal kjøpe 20 stoler', 'ja')
    expect(last.json).toContain('Dekker en av disse avtalene')
  })
})
