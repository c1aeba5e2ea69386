import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, cardIn, openChat } from '../support/chat.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

describe('what goes on from the question before', () => {
  const as = (id: string) => ({ id: `follow-${id}` })
  const talk = async (id: string, ...said: string[]) => {
    let sent: Awaited<ReturnType<typeof chat.say>> = []
    for (const text of said) sent = await chat.say(text, as(id))
    return { text: sent[0]?.text ?? '', card: cardIn(sent) }
  }

  test('is about the agreement that was shown', async () => {
    expect((await talk('two', 'rørlegger akutt', 'og leverandør nummer to?')).text).toBe(
      'Nummer 2 på **Rørleggertjenester** er Muffe og Mester AS. [1]',
    )
    expect((await talk('three', 'rørlegger akutt', 'og leverandør nummer fem?')).text).toContain(
      'har 2 leverandører nå',
    )
    expect((await talk('call', 'kven er rørleggar?', 'kven er det eg ringer?')).text).toContain(
      'Døgnvakt på telefon',
    )
    expect((await talk('end', 'hvem leverer kontorstoler?', 'når går den ut?')).text).toContain(
      'gjelder til og med 01.05.2027. Den kan forlenges til 01.05.2029.',
    )
    expect(
      (await talk('again', 'hvem leverer kontorstoler?', 'hvem er ansvarlig?', 'og hva dekker den?')).text,
    ).toContain('dekker hev- og senkbord')
  })

  test('asks the same about another thing', async () => {
    expect((await talk('other', 'hvem leverer kontorstoler?', 'og rørlegger?')).text).toContain(
      'Rørleggertjenester',
    )
    expect((await talk('choice', 'hvem leverer kontorstoler?', 'hva med møbler da?')).card.json).toContain(
      'Mener du en av disse?',
    )
  })

  test('is about what was chosen from what was offered, by a word or by a button', async () => {
    expect((await talk('word', 'hvem brøyter', 'den andre')).text).toContain('sone sør')
    const { card } = await talk('button', 'hvem brøyter')
    await chat.press(card.button('Avtale: Brøyting og strøing – sone sør'), as('button'))
    expect((await talk('button', 'når går den ut?')).text).toContain('sone sør')
  })

  test('of somebody else is nothing to go on from', async () => {
    await chat.say('rørlegger akutt', as('first'))
    expect((await talk('second', 'og leverandør nummer to?')).text).not.toContain('Muffe')
  })

  test('never says how to order from an agreement that ended', async () => {
    const { text } = await talk('ended', 'blomster til begravelse', 'hvordan bestiller jeg?')
    expect(text).toContain('kan ikke brukes')
    expect(text).not.toContain('Slik bestiller')
  })
})
