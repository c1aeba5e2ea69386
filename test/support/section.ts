import type { Config } from '../../src/config.ts'
import type { Clock } from '../../src/kit/day.ts'
import { cardIn, openChat } from './chat.ts'
import type { Sent } from './connector.ts'
import { type Buyer, type Turn, talk, titleIn } from './purchase-talk.ts'

export type Section = Awaited<ReturnType<typeof openSection>>

const somebody = (id: string, person: number): Buyer => ({
  id,
  entraId: `00000000-0000-0000-0000-${String(person).padStart(12, '0')}`,
})
/** An employee, the one who approves for her, and two officers. */
export const [kari, per, ola, ida] = [
  somebody('kari', 1),
  somebody('per', 4),
  somebody('ola', 2),
  somebody('ida', 3),
]

export const turns: readonly Turn[] = [
  ['Hva trenger du?', 'traktor'],
  ['Må det kjøpes nytt?', 'ja'],
  ['bånd til en leverandør', 'nei'],
  ['Hva slags kjøp er det?', 'varer'],
  ['Hva koster det?', '450 000 eks mva'],
  ['Er det et engangskjøp?', 'ja'],
  ['Kjøper kommunen mer av det samme?', 'nei'],
  ['Hvem er kjøpet for?', 'meg'],
  ['Er det penger til dette i budsjettet?', 'ja'],
  ['Gjelder noe av dette?', 'ingen'],
  ['Når trenger du det?', '1. juni'],
]

/** The people of the section and those they serve, each in their own chat, and the section's channel. */
export async function openSection(now: Clock, changed: Partial<Config> = {}) {
  const chat = await openChat(changed, now)
  for (const who of [kari, per, ola, ida]) await chat.install(who)
  /** What has been sent to a place, in order; a card that was changed comes again as what it became. */
  const at = (place: string): Sent[] => chat.connector.sent.filter(({ to }) => to.split(';')[0] === place)
  /** What somebody is answered, when everybody else has been told. */
  const answered = async (does: Promise<readonly Sent[]>, { id }: Buyer): Promise<Sent[]> => {
    const sent = await does
    await chat.bot.idle()
    return sent.filter(({ to }) => to === `a:${id}`)
  }
  const press = (sent: readonly Sent[], title: string, as: Buyer, values: object = {}) => {
    const button = cardIn(sent).button(title)
    const data = { ...(button.data as object), ...values } // a button's
    return answered(
      chat.press({ ...button, data }, as).then((pressed) => pressed.sent),
      as,
    )
  }
  return {
    chat,
    chatOf: ({ id }: Buyer) => at(`a:${id}`),
    channel: () => at('channel-general'),
    say: (words: string, as: Buyer) => answered(chat.say(words, as), as),
    press,
    /** Kari sends a purchase; gives its number. */
    async sendPurchase(told: readonly Turn[] = turns): Promise<string> {
      const summary = await talk(chat, kari, 'nytt kjøp', told)
      const receipt = await press(summary, 'Send til innkjøpsseksjonen', kari)
      return /\d{4}-\d{4}/.exec(titleIn(receipt))?.[0] ?? ''
    },
  }
}
