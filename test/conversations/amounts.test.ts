import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Chat, cardIn, openChat } from '../support/chat.ts'

let chat: Chat
beforeAll(async () => {
  chat = await openChat()
})
afterAll(() => chat.close())

const plain = (text: string) => text.replaceAll('\u00a0', ' ')
const talk = async (id: string, ...said: string[]) => {
  let sent: Awaited<ReturnType<typeof chat.say>> = []
  for (const text of said) sent = await chat.say(text, { id: `amount-${id}` })
  return { text: saidIn(sent), card: cardIn(sent) }
}
/** What was said; a card whose heading says it all stands alone. */
const saidIn = ([first]: Awaited<ReturnType<typeof chat.say>>): string =>
  plain(first?.text || first?.summary || '')

describe('a question with an amount', () => {
  test('is answered with the conclusion first, the arithmetic, and law and own rules apart', async () => {
    const { text, card } = await talk('vat', '520 000 inkl mva, må det på Doffin?')
    expect(text).toMatch(/^Et kjøp på \*\*416 000 kroner uten mva\*\* er under 500 000 kroner/)
    const shown = plain(card.json)
    expect(shown).toContain('520 000 kroner med 25 % mva er 416 000 kroner uten')
    expect(shown.indexOf('Lov og forskrift')).toBeGreaterThan(0)
    expect(shown.indexOf('Kommunens egne regler')).toBeGreaterThan(shown.indexOf('Lov og forskrift'))
    expect(shown).toContain('https://lovdata.no/dokument/NL/lov/2016-06-17-73/§2')
  })

  test('asks for the kind and for VAT where they decide, two questions at the most, and then answers', async () => {
    const as = { id: 'amount-asked' }
    const { text, card } = await talk('asked', 'kjøp på 1,5 mill')
    expect(text).toBe('Hva slags kjøp er det?')
    const kind = await chat.press(card.button('Tjenester'), as)
    expect(saidIn(kind.sent)).toContain('med eller uten mva?')
    const vat = await chat.press(cardIn(kind.sent).button('Med mva'), as)
    expect(saidIn(vat.sent)).toContain('**1 200 000 kroner uten mva**')
    expect(plain(cardIn(vat.sent).json)).toContain('høyst 10 prosent under grensen på 1 300 000 kroner')
  })

  test('says what it took for granted when nothing more is asked', async () => {
    const as = { id: 'amount-granted' }
    const { card } = await talk('granted', 'avtale på 900 000 i året, hvilke regler gjelder?')
    const duration = await chat.press(card.button('Ingen sluttdato'), as)
    const kind = await chat.press(
      cardIn(duration.sent).button('Særlige tjenester (hotell, kurs, vakt, jus)'),
      as,
    )
    expect(saidIn(kind.sent)).toContain('3 600 000 kroner uten mva')
    expect(cardIn(kind.sent).json).toContain('beløpet er uten mva')
  })

  test('never guesses between two ways to read a number', async () => {
    const as = { id: 'amount-twofold' }
    const { text, card } = await talk('twofold', 'kjøp på 1.300, må vi lyse ut?')
    expect(text).toBe('Hvilket beløp mener du?')
    const sent = await chat.press(card.button('1\u00a0300\u00a0kroner'), as)
    expect(saidIn(sent.sent)).toContain('**1 300 kroner uten mva** er under 500 000 kroner')
  })

  test('goes on from the question before', async () => {
    const { text } = await talk('on', 'helsetjeneste på 3 mill eks mva', 'og hvis den er på 9 millioner?')
    expect(text).toContain('**9 000 000 kroner uten mva** til helse- og sosialtjenester skal lyses ut')
    expect(
      (await talk('then', 'kjøp av møbler for 450 000 eks mva, må det lyses ut?', 'hva om det er inkl mva?'))
        .text,
    ).toContain('**360 000 kroner uten mva**')
  })

  test('leads with the agreement where there is one, and keeps the rules a press away', async () => {
    const as = { id: 'amount-agreement' }
    const { text, card } = await talk('agreement', 'rørlegger for 600 000 eks mva')
    expect(text).toContain('Bruk avtalen **Rørleggertjenester**')
    expect(plain(card.json)).toContain('Avtalen skal brukes også når kjøpet er på 600 000 kroner uten mva.')
    const rules = await chat.press(card.button('Regler for 600\u00a0000\u00a0kroner'), as)
    expect(saidIn(rules.sent)).toContain(
      'Anskaffelsesloven gjelder for et kjøp på **600 000 kroner uten mva**',
    )
  })

  test('about an old limit is told what changed', async () => {
    const { text, card } = await talk('old', 'gjelder 100 000 grensa fortsatt?')
    expect(text).toContain(
      'Nei, grensen er ikke 100 000 kroner. Anskaffelsesloven gjelder for anskaffelser fra 500 000 kroner',
    )
    expect(plain(card.json)).toContain('100 000 kroner (fra 01.01.2017)')
  })

  test('is gone on from by what was asked for, and by a kind that is supposed', async () => {
    expect((await talk('typed', 'kjøp på 2 mill eks mva', 'bygg')).text).toContain(
      'Et kjøp på **2 000 000 kroner uten mva** skal lyses ut i Doffin',
    )
    expect((await talk('long', 'kjøp av konsulent for 200 000 i året, hva gjelder?', '4 år')).text).toContain(
      '800 000',
    )
    expect(
      (await talk('suppose', 'kjøp på 3 mill eks mva av varer', 'hva om det er en helsetjeneste?')).text,
    ).toContain('Det kravet begynner på 8 700 000 kroner')
    expect((await talk('thing', 'kjøp på 3 mill eks mva av varer', 'rørlegger')).text).toContain(
      'Rørleggertjenester',
    )
  })

  test('shows all that may be required, with the questions and the paragraphs', async () => {
    const as = { id: 'amount-all' }
    const { card } = await talk('all', 'kjøp av varer for 2 mill eks mva')
    const all = await chat.press(card.button('Vis alle kravene'), as)
    const shown = plain(cardIn(all.sent).json)
    expect(shown).toContain('Vekt klima og miljø med minst 30 prosent')
    expect(shown).toContain('Gjelder det kjøp, leie eller leasing av kjøretøy?')
    expect(shown).toContain('2016-06-17-73/§5b')
  })

  test('answers about a duty that it names', async () => {
    expect((await talk('duty', 'må vi vekte miljø 30 % på 700 000 eks mva?')).text).toContain(
      'Vekting av klima: Gjelder ikke for dette kjøpet.',
    )
  })

  test('in nynorsk and English is answered in kind', async () => {
    expect((await talk('nn', 'me skal kjøpe noko for 600 000 utan mva, kva gjeld?')).text).toContain(
      'Anskaffelseslova gjeld for eit kjøp på',
    )
    expect(
      (await talk('en', 'we want to buy something for 600,000 excl. VAT, which rules apply?')).text,
    ).toContain('The Public Procurement Act applies to')
  })

  test('on a day whose limits are not known says so', async () => {
    expect((await talk('day', 'kjøp på 600 000 eks mva den 01.05.2012, hvilke grenser?')).text).toBe(
      'Jeg kjenner ikke grensene for 01.05.2012. Spør innkjøpsseksjonen.',
    )
  })
})

test.each([
  ['kan vi dele opp i to fakturaer?', 'Du kan ikke dele opp et kjøp', 'Beregning av anskaffelsens verdi'],
  ['det haster, kan vi kjøpe direkte?', 'At det haster, er sjelden nok', 'Rutine for hasteanskaffelser'],
  ['kan du godkjenne kjøpet?', 'Jeg kan ikke godkjenne kjøp', 'Rutine for fullmakter og signering'],
])('%s is refused with the reason, who can help, and what to read', async (question, refusal, button) => {
  const { text, card } = await talk('refused', question)
  expect(text).toContain(refusal)
  expect(card.button(button)).toBeDefined()
  expect(card.button('Spør innkjøpsseksjonen')).toBeDefined()
})

test('a button that was tampered with changes nothing', async () => {
  const { card } = await talk('tampered', 'kjøp på 1,5 mill eks mva')
  const button = card.button('Varer')
  const { answer } = await chat.press({
    ...button,
    data: { ...(button.data as object), told: { kroner: -1 } },
  })
  expect(answer).toMatchObject({ statusCode: expect.any(Number) })
})
