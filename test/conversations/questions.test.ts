import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { type Chat, cardIn, openChat } from '../support/chat.ts'

/** Whole conversations with the real bot: you say, the bot says. */
let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

const saysOf = async (question: string) => {
  const sent = await chat.say(question)
  expect(sent, question).toHaveLength(1)
  return { text: sent[0]?.text ?? '', card: cardIn(sent), sent }
}

describe('on installation', () => {
  test('the bot greets, says what it does and does not do, and offers examples that work', async () => {
    const greeting = await chat.install()
    expect(cardIn(greeting).json).toContain('Jeg hjelper deg med å kjøpe riktig')
    expect(cardIn(greeting).json).toContain('Jeg godkjenner ingenting')
    for (const example of cardIn(greeting).buttons) {
      const { sent } = await chat.press(example)
      expect(sent[0]?.text, example.title).toContain('[1]')
    }
  })

  test.each(['nb-NO', 'nn-NO'])('examples in the language of a %s client work too', async (locale) => {
    const who = { id: `new-${locale}`, locale }
    for (const example of cardIn(await chat.install(who)).buttons) {
      const { sent } = await chat.press(example, who)
      expect(sent[0]?.text, example.title).toContain('[1]')
    }
  })

  test('an English speaker gets examples in English that work', async () => {
    const who = { id: 'eve', locale: 'en-GB' }
    await chat.say('help, where do I find the agreement', who)
    for (const example of cardIn(await chat.say('help', who)).buttons) {
      const { sent } = await chat.press(example, who)
      expect(sent[0]?.text, example.title).toContain('[1]')
    }
  })

  test('help is given whenever it is asked for', async () => {
    for (const asked of ['hjelp', 'Hei!', '?'])
      expect(cardIn(await chat.say(asked)).json).toContain('Prøv for eksempel')
  })
})

describe('an agreement', () => {
  test('is answered with supplier, ordering, validity, owner and source', async () => {
    const { text, card } = await saysOf('hvem leverer kontorstoler?')
    expect(text).toBe('Bruk avtalen **Rammeavtale kontormøbler**. Leverandør: Furumo Interiør AS. [1]')
    for (const part of [
      'Bestilles i E-handel',
      '01.05.2027',
      'Kan forlenges til 01.05.2029',
      'Kommunalteknikk',
      'avtale 2025/1091',
    ])
      expect(card.json).toContain(part)
  })

  test('with suppliers in rank order names the first, and all of them in order', async () => {
    const { text, card } = await saysOf('rørlegger')
    expect(text).toContain('Spør Dråpetett VVS AS først')
    expect(card.json).toContain(
      '{"title":"Nr. 1","value":"Dråpetett VVS AS"},{"title":"Nr. 2","value":"Muffe og Mester AS"}',
    )
  })

  test('that ended is shown as ended, and how to order from it is not', async () => {
    const { text, card } = await saysOf('blomster til begravelse')
    expect(text).toMatch(/gikk ut 31\.08\.2026 og kan ikke brukes/)
    expect(card.json).toContain('Utløpt 31.08.2026')
    expect(card.json).not.toContain('Bestilles på telefon')
  })

  test('whose first supplier ended goes on with the next', async () => {
    const { text, card } = await saysOf('tømrer')
    expect(text).toContain('Lafteverk Romvik AS')
    expect(card.json).toContain(
      '{"title":"Leverandør","value":"Lafteverk Romvik AS"},{"title":"Ikke i bruk","value":"Vinkelrett Bygg AS (utløpt 31.08.2026)"}',
    )
  })

  test('says which routine binds to it', async () => {
    const { card } = await saysOf('hvem leverer kontorstoler?')
    expect(card.json).toContain('Kjøp hos andre enn avtaleleverandøren er ikke tillatt')
    expect(card.json).toMatch(/Innkjøpshåndboka punkt [\d.]+, versjon 3/)
  })

  test('is found by its number, and by a supplier written nearly right', async () => {
    expect((await saysOf('avtale 2025/1091')).text).toContain('Rammeavtale kontormøbler')
    expect((await saysOf('Sikringskapet elektro')).text).toContain('Elektrotekniske installasjoner')
  })

  test('leads on to its routine by a button', async () => {
    const { card } = await saysOf('arkitekt til skisseprosjekt')
    const { sent } = await chat.press(card.button('Rutine for minikonkurranse'))
    expect(cardIn(sent).json).toContain('Send skriftlig forespørsel til alle leverandørene')
  })
})

describe('a rule', () => {
  test('is answered with the amount of the day, whose rule it is, since when and what was before', async () => {
    const { text, card } = await saysOf('når må vi kunngjøre i Doffin')
    expect(text).toContain('1\u00a0300\u00a0000\u00a0kroner')
    expect(card.json).toContain('Lov og forskrift')
    expect(card.json).toContain('06.04.2018')
    expect(card.json).toContain('1\u00a0100\u00a0000\u00a0kroner')
    expect(text.split('.')[0]).not.toContain('§')
  })

  test("of the municipality's own is said to be its own", async () => {
    const { card } = await saysOf('beløpsgrense for gaver')
    expect(card.json).toContain('Kommunens egen regel')
  })

  test('that nobody has checked says so', async () => {
    expect((await saysOf('beløpsgrense for lærlingkrav')).card.json).toContain('Må bekreftes')
  })
})

describe('other answers', () => {
  test('a routine comes as steps', async () => {
    const { text, card } = await saysOf('rutine for reklamasjon')
    expect(text).toMatch(/^Feil på vare eller tjeneste melder du skriftlig/)
    expect(card.json).toContain('1. Beskriv feilen')
    expect(card.json).toContain('Innkjøpshåndboka punkt')
  })

  test('a template comes with its file', async () => {
    const { card } = await saysOf('mal for evaluering av tilbud')
    expect(card.button('Last ned (Excel)').url).toMatch(
      /\/templates\/m-eval\/evaluering-av-tilbud\.xlsx\?key=/,
    )
  })

  test('the old strategy is marked as ended before its text', async () => {
    const { text, card } = await saysOf('konkurransegjennomføringsverktøy KGV')
    expect(text).toContain('Gjaldt til 31.12.2020 og gjelder ikke lenger')
    expect(card.json).toContain('Anskaffelsesstrategi 2016–2020 punkt 3.1, versjon 1, 12.08.2016')
  })

  test('two that are near each other become a choice, which a button settles', async () => {
    const { card } = await saysOf('hvem brøyter')
    expect(card.json).toContain('Mener du en av disse?')
    const { sent } = await chat.press(card.button('Avtale: Brøyting og strøing – sone sør'))
    expect(sent[0]?.text).toContain('Brøyting og strøing – sone sør')
    const { sent: asked } = await chat.press(cardIn(sent).button('Spør innkjøpsseksjonen'))
    expect(cardIn(asked).json, 'the question goes along').toContain('Du spurte: «hvem brøyter»')
    const toOla = await chat.press(card.button('Avtale: Brøyting og strøing – sone sør'), { id: 'ola' })
    const titles = cardIn(toOla.sent).buttons.map((button) => button.title)
    expect(titles, 'but not with somebody else').not.toContain('Spør innkjøpsseksjonen')
  })

  test('thanks and greetings are not taken for questions', async () => {
    for (const said of ['takk for hjelpen!', 'ok', 'Tusen takk'])
      expect((await chat.say(said))[0]?.text).toBe('Bare hyggelig! Spør gjerne om mer.')
    expect(cardIn(await chat.say('Hva kan du?')).json).toContain('Prøv for eksempel')
  })

  test('a question shown back is never taken for a link', async () => {
    const question = '[klikk her](https://example.com) **barnehageplass**'
    const asked = await chat.press(cardIn(await chat.say(question)).button('Spør innkjøpsseksjonen'))
    expect(cardIn(asked.sent).json).not.toContain('](')
    expect(cardIn(asked.sent).json).toContain('klikk her')
  })

  test('what is not text is answered kindly', async () => {
    expect((await chat.say(''))[0]?.text).toContain('Jeg kan bare lese tekst')
  })
})

describe('languages', () => {
  test('nynorsk is answered in nynorsk, English in English, and kept when the next words do not tell', async () => {
    const nina = { id: 'nina' }
    expect((await chat.say('kven leverer kontorstolar?', nina))[0]?.text).toMatch(
      /^Bruk avtalen .* Leverandør/,
    )
    expect(cardIn(await chat.say('snikkar', nina)).json).toContain('Gjeld til')
    const eve = { id: 'eva' }
    expect((await chat.say('I need a plumber', eve))[0]?.text).toMatch(/^Use the agreement/)
    expect((await chat.say('interpreter', eve))[0]?.text).toMatch(/^Use the agreement/)
    expect(cardIn(await chat.say('interpreter', eve)).json).toContain('The knowledge base is in Norwegian')
  })

  test('without anything that tells, it is bokmål', async () => {
    expect((await chat.say('rørlegger', { id: 'us', locale: 'en-US' }))[0]?.text).toMatch(/^Bruk avtalen/)
  })
})

describe('a refusal', () => {
  test('of a purchase never reads as "buy freely"', async () => {
    expect((await saysOf('leie helikopter til løft')).card.json).toContain(
      'Det betyr ikke at du kan kjøpe fritt',
    )
    expect((await saysOf('xyzzy')).card.json).toContain('Det betyr ikke at du kan kjøpe fritt')
  })

  test('says whose matter it is, and hands the question to the section once', async () => {
    const { card } = await saysOf('hvordan søker jeg om barnehageplass')
    expect(card.json).toContain('Spør heller barnehagekontoret')
    const button = card.button('Spør innkjøpsseksjonen')
    const first = cardIn((await chat.press(button)).sent).json
    const number = /innkjøpsseksjonen: (S-\d+)/.exec(first)?.[1] ?? 'none'
    expect(number).toMatch(/^S-/)
    expect(first).toContain('Du får svaret her i chatten')
    expect(cardIn((await chat.press(button)).sent).json).toContain(
      `Du har alt sendt dette spørsmålet: ${number}`,
    )
  })

  test('cannot be handed over by someone else, or with made-up data', async () => {
    const { card } = await saysOf('hvordan søker jeg om barnehageplass')
    const button = card.button('Spør innkjøpsseksjonen')
    const { sent, answer } = await chat.press(button, { id: 'ola' })
    expect(sent).toEqual([])
    expect(answer).toMatchObject({ statusCode: 400, type: 'application/vnd.microsoft.error' })
    for (const data of [undefined, {}, { question: 'x' }, { question: 7 }])
      expect((await chat.press({ ...button, data })).answer).toMatchObject({ statusCode: 400 })
    for (const verb of ['answers.delete-all', 'constructor', 'toString', '__proto__', ''])
      expect((await chat.press({ ...button, verb })).answer, verb).toMatchObject({ statusCode: 400 })
  })
})

describe('feedback', () => {
  const give = (replyToId: string, reaction: string) =>
    chat.invoke(
      'message/submitAction',
      { actionName: 'feedback', actionValue: { reaction, feedback: '{"feedbackText":"feil avtale"}' } },
      { replyToId },
    )

  test('is kept with the answer it was given on', async () => {
    const sent = await chat.say('rørlegger')
    const { question } = z
      .object({ question: z.uuid() })
      .parse(cardIn(sent).button('Spør innkjøpsseksjonen').data)
    const disliked = await give(sent[0]?.id ?? '', 'dislike')
    expect(disliked).toMatchObject({ status: 200, answer: {} })
    expect(cardIn(disliked.sent).json).toContain('Du spurte: «rørlegger»')
    expect(cardIn(disliked.sent).button('Spør innkjøpsseksjonen').data).toEqual({ question })
    expect(await give(sent[0]?.id ?? '', 'like')).toMatchObject({ status: 200, answer: {}, sent: [] })
    expect(await chat.bot.store.questions.feedbackOn(question)).toMatchObject([
      { reaction: 'like', reason: 'feil avtale' },
    ])
  })

  test('on what is no answer is taken politely and not kept', async () => {
    expect(await give('unknown', 'dislike')).toMatchObject({ status: 200, answer: {}, sent: [] })
  })
})

test('an answer that was wrong is kept as such, and the question can go to the section', async () => {
  const as = { id: 'wrong' }
  await chat.say('hvem leverer kontorstoler?', as)
  const sorry = await chat.say('dette var feil', as)
  expect(JSON.stringify(sorry)).toContain('Beklager at svaret var feil')
  const asked = await chat.press(cardIn(sorry).button('Spør innkjøpsseksjonen'), as)
  expect(JSON.stringify(asked.sent)).toContain('Spørsmålet er sendt til innkjøpsseksjonen')
  const kept = await chat.bot.store.questions.newestFeedback()
  expect(kept.map(({ reason }) => reason)).toContain('dette var feil')
})
