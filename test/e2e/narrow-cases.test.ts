import { afterAll, beforeAll, describe, test } from 'vitest'
import { noBrowser } from '../support/browser.ts'
import { cardIn } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { type NarrowScreen, openNarrowScreen } from '../support/narrow-screen.ts'
import { ida, kari, ola, openSection, per, type Section } from '../support/section.ts'

const dayMs = 24 * 60 * 60 * 1000

/** Every card of a case on a phone, in the order in which people get them. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'cases at 400 pixels', () => {
  let section: Section
  let screen: NarrowScreen
  let now = noon
  beforeAll(async () => {
    ;[section, screen] = await Promise.all([openSection(() => now), openNarrowScreen()])
  })
  afterAll(async () => {
    await screen?.close()
    await section?.chat.close()
  })

  const draws = (name: string, sent: readonly Sent[]) => screen.drawsWhole(`case-${name}`, [sent.at(-1)])

  test('a purchase, from its channel to its end', async () => {
    const { press, say, channel, chatOf, sendPurchase } = section
    const number = await sendPurchase()
    await draws('channel-new', channel())
    await draws('approver', chatOf(per))
    await draws('form-refuse', await press(chatOf(per), 'Ikke godkjenn', per))
    await draws('requester-new', await say(`sak ${number}`, kari))
    await draws('officer-new', await say(`sak ${number}`, ida))

    await press(channel(), 'Jeg tar saken', ola)
    await draws('channel-taken', channel())
    await draws('officer', chatOf(ola))
    await draws('officer-all', await press(chatOf(ola), 'Alle svarene', ola))
    await draws('requester-taken', chatOf(kari))
    await draws('form-assign', await press(await say(number, ola), 'Gi til en annen', ola))

    const form = await press(await say(number, ola), 'Spør melderen', ola)
    await draws('form-ask', form)
    await draws('form-fault', await press(form, 'Send', ola, { words: ' ' }))
    await draws('officer-asked', await press(form, 'Send', ola, { words: 'Hvor mange hestekrefter?' }))
    await draws('requester-asked', chatOf(kari))
    await draws('form-reply', await press(chatOf(kari), 'Svar', kari))
    await press(chatOf(kari), 'Send', kari, { words: 'Rundt 120, og den må ha frontlaster.' })
    await draws('officer-answered', chatOf(ola))

    const returning = await press(await say(number, ola), 'Send tilbake for retting', ola)
    await draws('form-return', returning)
    await press(returning, 'Send', ola, { words: 'Prisen er for lav', steps: 'amount' })
    await draws('requester-returned', chatOf(kari))
    await press(chatOf(kari), 'Rett opp', kari)
    await press(await say('480 000 eks mva', kari), 'Send til innkjøpsseksjonen', kari)
    await draws('officer-corrected', chatOf(ola))
    await draws('approver-corrected', chatOf(per))

    await press(chatOf(per), 'Godkjenn kjøpet', per)
    await draws('officer-endorsed', chatOf(ola))
    await press(chatOf(ola), 'Godkjenn', ola)
    await draws('requester-approved', chatOf(kari))
    const handing = await press(chatOf(ola), 'Videre i konkurranseverktøyet', ola)
    await draws('form-reference', handing)
    await press(handing, 'Send', ola, { reference: '26/0815' })
    await draws('requester-with-kgv', chatOf(kari))
    await press(chatOf(ola), 'Avslutt saken', ola)
    await draws('channel-closed', channel())
    await draws('officer-closed', chatOf(ola))
  })

  test('a purchase that comes to nothing', async () => {
    const { press, say, channel, chatOf, sendPurchase } = section
    await sendPurchase()
    const refusing = await press(chatOf(per), 'Ikke godkjenn', per)
    await press(refusing, 'Send', per, { words: 'Vi har ikke råd i år' })
    await draws('requester-declined', chatOf(kari))
    const number = await sendPurchase()
    await press(channel(), 'Jeg tar saken', ola)
    await press(await say(number, kari), 'Trekk tilbake', kari)
    await draws('officer-withdrawn', chatOf(ola))
    await draws('channel-withdrawn', channel())
  })

  const askSection = async (question: string) => {
    const refused = await section.say(question, kari)
    const ask = cardIn(refused).buttons.find(({ title }) => /spør innkjøpsseksjonen/i.test(title))
    await section.press(refused, ask?.title ?? '', kari)
  }

  test('a question, from its channel to its end', async () => {
    const { press, channel, chatOf } = section
    await askSection('hvordan blir været i morgen på jobben')
    await draws('question-channel', channel())
    await press(channel(), 'Jeg tar saken', ida)
    await draws('question-officer', chatOf(ida))
    await draws('question-taken', chatOf(kari))
    const form = await press(chatOf(ida), 'Svar på spørsmålet', ida)
    await draws('question-form', form)
    const answer = [
      'Det vet vi ikke, men Meteorologisk institutt gjør det.',
      'Skriv et stedsnavn på yr.no.',
    ].join('\n\n')
    await press(form, 'Send', ida, { words: answer })
    await draws('question-answered', chatOf(kari))
    const again = await press(chatOf(kari), 'Nei, jeg lurer fortsatt', kari)
    await draws('question-form-reopen', again)
    await press(again, 'Send', kari, { words: 'Og i overmorgen?' })
    await draws('question-reopened', chatOf(ida))
    await press(await press(chatOf(ida), 'Svar på spørsmålet', ida), 'Send', ida, { words: 'Samme sted.' })
    await press(chatOf(kari), 'Ja, det hjalp', kari)
    await draws('question-channel-closed', channel())
  })

  test('lists: empty, of many, one’s own and to approve', async () => {
    const { say, sendPurchase } = section
    await draws('list-none', await say('min kø', ola))
    await sendPurchase()
    for (let at = 1; at < 17; at++)
      await askSection(`hvordan blir været ${at}. juni, når hele skolen skal på tur til fjells med ryggsekk`)
    await draws('list-many', await say('nye saker', ola))
    await draws('list-own', await say('mine saker', kari))
    await draws('list-approve', await say('til godkjenning', per))
    await draws('list-found', await say('søk saker hestekrefter', ola))
  })

  test('what is overdue, and what awaits approval', async () => {
    const { press, say, channel, chatOf, chat, sendPurchase } = section
    await sendPurchase()
    now = noon + 3 * dayMs
    await chat.restart()
    await chat.bot.idle()
    await draws('nudge-approver', chatOf(per))
    await press(channel(), 'Jeg tar saken', ola)
    now = noon + 30 * dayMs
    await chat.restart()
    await chat.bot.idle()
    await draws('nudge-officer', chatOf(ola))
    await draws('nudge-channel', channel())
    await draws('list-overdue', await say('forfalte saker', ola))
  })

  test('a question that is longer than a card has room for, and its answer as an article', async () => {
    const { press, say, channel, chatOf } = section
    now = noon
    const words = 'hvordan blir været på turen vår, og hva gjør vi hvis det regner?'
    await askSection(`${words} ${'Vi går over fjellet med førti elever og telt. '.repeat(6)}`)
    await press(channel(), 'Jeg tar saken', ida)
    await draws('question-long', chatOf(ida))
    await draws('question-whole', await press(chatOf(ida), 'Hele saken', ida))
    const form = await press(chatOf(ida), 'Svar på spørsmålet', ida)
    await draws('question-form-long', form)
    const answer = 'Ta med regntøy til alle. '.repeat(12)
    const answered = await press(form, 'Send', ida, { words: answer })
    await draws('question-officer-answered', answered)
    const article = await press(answered, 'Gjør svaret til artikkel', ida)
    await draws('article', article)
    const filled = { title: 'Tur i regnvær', body: answer, owner: 'Innkjøpsrådgiver' }
    await draws('article-preview', await press(article, 'Se over', ida, filled))
    await draws('list-found-long', await say('søk saker førti elever', ida))
  })

  test('an agreement that is not used is told of', async () => {
    const { press, chat, say, channel } = section
    const told = [
      ...['nytt kjøp', 'kontorstoler', 'ja', 'Den dekker det, men vi trenger unntak'],
      ...['Stolene må passe til heve- og senkebordene som vi har fra før'],
      ...['nei', 'varer', '200 000', 'uten mva', 'ja', 'nei', 'meg', 'ja', 'ingen', '1. juni'],
    ]
    for (const words of told) await say(words, kari)
    await press(
      [...chat.connector.sent].filter(({ to }) => to === 'a:kari'),
      'Send til innkjøpsseksjonen',
      kari,
    )
    await draws('channel-deviation', channel())
  })

  test('the other languages', async () => {
    const { say, press, sendPurchase, channel, chatOf } = section
    await sendPurchase()
    await say('korleis kjøper eg ein traktor til skulen', ola)
    await press(channel(), 'Jeg tar saken', ola)
    await draws('nynorsk', chatOf(ola))
    await press(chatOf(ola), 'Legg tilbake i køen', ola)
    await say('what are the rules for buying a chair for the office', ola)
    await press(channel(), 'Jeg tar saken', ola)
    await draws('english', chatOf(ola))
  })
})
