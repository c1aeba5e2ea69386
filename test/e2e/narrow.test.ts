import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { noBrowser } from '../support/browser.ts'
import { type Chat, cardIn, openChat } from '../support/chat.ts'
import { noon } from '../support/config.ts'
import type { Sent } from '../support/connector.ts'
import { openFileStore } from '../support/file-store.ts'
import { type NarrowScreen, openNarrowScreen } from '../support/narrow-screen.ts'
import { type Buyer, buyer } from '../support/purchase-talk.ts'

/** Answers in a purchase without an agreement. What a button on the card is called presses it. */
const bought = ['nytt kjøp', 'traktor', 'Ja, det må kjøpes']
const sorted = [...bought, 'Nei', 'varer']
const counted = [...sorted, '450 000', 'Uten mva', 'Ja, ett kjøp', 'Nei, ingenting mer']
const ticked = [...counted, 'Meg og Skogen skole', 'Ja', 'ingen']
const summed = [...ticked, '1. mars']
const consulted = [
  ...['nytt kjøp', 'konsulent til utredning av idrettspark', 'Ja, det må kjøpes', 'ingen av dem', 'Nei'],
  ...['tjenester', '900 000', 'Uten mva', 'Ja, ett kjøp', 'nei', 'Meg og Skogen skole', 'Ja'],
  ...['personopplysninger', 'Om helse, barn eller annet sårbart', 'Vet ikke'],
  ...['Politikerne mangler grunnlag for valget', 'Vi stiller krav', 'Kari Ansatt', 'i morgen'],
]
const send = 'Send til innkjøpsseksjonen'

/** The cards of a purchase: what stands there, and what is said until it comes. */
const purchases: Record<string, readonly [stands: string, ...said: string[]]> = {
  need: ['Hva trenger du?', 'nytt kjøp'],
  read: ['Slik forstod jeg deg', 'avbryt', 'jeg skal kjøpe 20 kontorstoler til biblioteket, ca 80 000'],
  reuse: ['Brukte møbler', 'nytt kjøp', 'kontorstoler'],
  agreement: ['Dekker avtalen', 'nytt kjøp', 'kontorstoler', 'ja'],
  agreements: ['Dekker en av disse avtalene', ...consulted.slice(0, 3)],
  reason: ['Hvorfor kan ikke', 'nytt kjøp', 'kontorstoler', 'ja', 'Den dekker det, men vi trenger unntak'],
  relation: ['bånd til en leverandør', ...bought],
  kind: ['Hva slags kjøp', ...bought, 'Nei'],
  amount: ['Hva koster det?', ...sorted],
  'amount-fault': ['Jeg fant ikke noe beløp', ...sorted, 'aner ikke'],
  meant: ['Hvilket beløp mener du?', ...sorted, '1.300'],
  recurs: ['Er det et engangskjøp?', ...sorted, '450 000', 'Uten mva'],
  also: ['mer av det samme?', ...sorted, '450 000', 'Uten mva', 'Ja, ett kjøp'],
  behalf: ['Hvem er kjøpet for?', ...counted],
  unit: ['Hvilken enhet', ...counted, 'En annen person eller enhet', 'Espen Vanningeniør'],
  applies: ['Gjelder noe av dette?', ...counted, 'Meg og Skogen skole', 'Ja'],
  wanted: ['Når trenger du det?', ...ticked],
  'wanted-fault': ['Datoen er passert', ...ticked, '1. mars 2020'],
  unclear: ['Jeg forstod ikke', ...bought, 'blå'],
  'asked-between': ['bånd til en leverandør', ...bought, 'hva er grensa for å lyse ut i Doffin?'],
  'call-off': ['Husk også', 'nytt kjøp', 'leasing av varebil', 'ja', '1'],
  'call-off-ranked': ['Spør Dråpetett VVS AS først', 'nytt kjøp', 'rørlegger', 'ja', '1'],
  'call-off-mini': ['krever minikonkurranse', 'nytt kjøp', 'tømrer', 'ja', '1', 'nei', '350 000', 'uten mva'],
  covered: ['Da trenger du ikke å kjøpe noe', 'nytt kjøp', 'traktor', 'nei'],
  conflict: ['Stopp her', ...bought, 'Ja, eller jeg er usikker'],
  'no-budget': ['Avklar budsjettet', ...counted, 'Meg og Skogen skole', 'Nei, eller jeg vet ikke'],
  summary: ['Se over før du sender', ...summed],
  'summary-long': ['Hvor blir opplysningene lagret?', ...consulted],
  receipt: ['minst tre leverandører', ...summed, send],
  'receipt-section': ['sammen med deg', ...consulted, send],
  'summary-warned': ['Regn dem sammen', ...summed, send, ...summed],
  saved: ['Kjøpet er lagret', ...bought, 'Lagre til senere'],
  cancelled: ['Kjøpet er avbrutt', ...bought, 'Avbryt kjøpet'],
  drafts: ['Sendt', ...bought, 'mine utkast'],
  nynorsk: ['Har du eller nokon', 'nytt kjøp', 'eg treng ein traktor', 'ja'],
  english: ['Do you or someone', 'new purchase', 'a tractor for the school', 'Yes, it must be bought'],
}

/** Every kind of card on a phone: drawn by the renderer that Teams builds on, 400 pixels wide. */
describe.skipIf(noBrowser)(noBrowser ? `skipped: ${noBrowser}` : 'at 400 pixels', () => {
  let chat: Chat
  let screen: NarrowScreen
  let now = noon
  beforeAll(async () => {
    ;[chat, screen] = await Promise.all([openChat({}, () => now), openNarrowScreen()])
  })
  afterAll(async () => {
    await screen?.close()
    await chat?.close()
  })

  const lead = '00000000-0000-0000-0000-000000000003' // of the sample's people
  beforeAll(() =>
    chat.bot.store.audit.note(
      {
        actor: 'people.yaml',
        act: 'roles-changed',
        object: '00000000-0000-0000-0000-000000000002',
        before: ['employee', 'officer'],
        after: ['employee'],
      },
      noon,
    ),
  )

  test.each([
    ['greeting', 'hjelp'],
    ['agreement', 'rørlegger'],
    ['ended-agreement', 'blomster til begravelse'],
    ['rule', 'når må vi kunngjøre i Doffin?'],
    ['routine', 'rutine for reklamasjon'],
    ['template', 'mal for konkurransegrunnlag nasjonal kunngjøring'],
    ['old-strategy', 'konkurransegjennomføringsverktøy KGV'],
    ['choice', 'hvem brøyter'],
    ['refusal', 'hvordan søker jeg om barnehageplass'],
    ['english', 'I need a laptop'],
    ['band-below', '520 000 inkl mva, må det på Doffin?'],
    ['band-eea', 'bygge skole til 70 mill eks mva'],
    ['band-near', 'kjøp på 1,25 mill eks mva'],
    ['band-english', 'health services for 3 million ex VAT, must we publish?'],
    ['ask-kind', 'kjøp på 1,5 mill eks mva'],
    ['ask-amount', 'kjøp på 1.300'],
    ['limits', 'hva er grensa nå'],
    ['old-limit', 'gjelder 100 000 grensa fortsatt?'],
    ['split', 'kan vi dele opp i to fakturaer'],
    ['agreement-with-amount', 'konsulent 200 tusen i året i 4 år'],
    ['own-data', 'mine data'],
    ['erase', 'slett mine data'],
    ['log', 'logg'],
  ])('%s is drawn whole', async (name, question) => {
    const [sent] = await chat.say(question, { entraId: lead })
    await screen.drawsWhole(name, [sent])
  })

  /** Says one thing after the other, and gives what was said to the last. */
  const converse = async (as: Buyer, conversation: readonly string[]) => {
    let sent: Sent[] = []
    for (const words of conversation) {
      const button = cardIn(sent).buttons.find(({ title }) => title === words)
      sent = button ? (await chat.press(button, as)).sent : await chat.say(words, as)
    }
    return sent
  }

  test.each(Object.entries(purchases))('%s of a purchase is drawn whole', async (name, [stands, ...said]) => {
    const sent = await converse(buyer(), said)
    expect(JSON.stringify(sent)).toContain(stands)
    await screen.drawsWhole(`purchase-${name}`, sent)
  })

  test('an attachment with a long name is drawn whole', async () => {
    const files = await openFileStore()
    const as = buyer()
    await converse(as, summed)
    const attachment = {
      contentType: 'application/vnd.microsoft.teams.file.download.info',
      name: `kravspesifikasjon_${'for_traktor_med_frontlaster_'.repeat(3)}endelig.txt`,
      content: { downloadUrl: `${files.url}/file`, uniqueId: 'file', fileType: 'txt' },
    }
    const { sent } = await chat.send({ type: 'message', text: '', attachments: [attachment] }, as)
    await files.close()
    expect(cardIn(sent).button('Fjern')).toBeDefined()
    await screen.drawsWhole('purchase-attachment', sent)
  })

  test('a reminder is drawn whole', async () => {
    await converse(buyer(), ['nytt kjøp', 'flaggstang til skolegården', 'lagre'])
    now = noon + 15 * 24 * 60 * 60 * 1000
    await chat.restart()
    const reminder = () => chat.connector.sent.find(({ summary }) => summary?.includes('«flaggstang'))
    await expect.poll(reminder, { timeout: 10_000 }).toBeDefined()
    await screen.drawsWhole('purchase-reminder', [reminder()])
  })
})
